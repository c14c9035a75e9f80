// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scene-private.h"

/* What people call a field of the layer. */
static const char *
get_field_title (const AtlasSceneLayer *self, const char *field)
{
  const AtlasColumn *column = atlas_table_find_column (self->table, field);

  return column ? atlas_column_get_title (column) : field;
}

/**
 * atlas_scene_layer_dup_heading:
 *
 * What stands over the classes in a legend: what the numbers are, and their unit once.
 *
 * Returns: (transfer full) (nullable): "Public places [1/km²]", or %NULL when the layer shows no numbers
 */
char *
atlas_scene_layer_dup_heading (const AtlasSceneLayer *self)
{
  const AtlasStyle *style = self->style;
  const char *field = self->values && style->field ? get_field_title (self, style->field) : NULL;
  const char *unit = field ? self->values->unit : NULL;

  if (unit && *unit)
    return g_strdup_printf ("%s [%s]", field, unit);
  if (field && style->per == ATLAS_PER_FIELD)
    return g_strdup_printf ("%s / %s", field, get_field_title (self, style->per_field));
  return g_strdup (field);
}
