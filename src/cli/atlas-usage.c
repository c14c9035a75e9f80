// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-usage.h"

#include <glib/gi18n-lib.h>

/**
 * atlas_usage_refuse:
 * @option: as it was typed: "--size"
 * @value: as it was typed
 * @remedy: what it may be
 * @error: return location for a %G_OPTION_ERROR
 *
 * Returns: %FALSE, so that it can be returned at once
 */
gboolean
atlas_usage_refuse (const char *option, const char *value, const char *remedy, GError **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is no value of “%s”: give %s."), value, option,
               remedy);
  return FALSE;
}
