// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city.h"

/**
 * atlas_city_free:
 * @self: (transfer full): a city no longer needed
 */
void
atlas_city_free (AtlasCity *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->country);
  g_free (self->district_level);
  g_free (self->first_field);
  g_free (self->first_per);
  g_free (self->first_method);
  g_free (self->first_palette);
  g_free (self->first_title);
  g_free (self);
}
