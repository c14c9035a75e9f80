// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-usage.h"

#include "atlas-projection.h"

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

/**
 * atlas_usage_read_crs:
 * @text: as it was typed: "EPSG:2178"
 * @error: return location for a %G_OPTION_ERROR, because a system that is none is wrong usage
 *
 * Returns: (transfer full): the system, or %NULL
 */
AtlasCrs *
atlas_usage_read_crs (const char *text, GError **error)
{
  g_autoptr (GError) reason = NULL;
  AtlasCrs *crs = atlas_crs_new_from_text (text, &reason);

  if (!crs)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, reason->message);
  return crs;
}
