// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-credit.h"

static void
add_each (GPtrArray *names, const char *credit)
{
  g_auto (GStrv) parts = g_strsplit (credit, ATLAS_CREDIT_SEPARATOR, -1);

  for (guint i = 0; parts[i]; i++)
    if (!g_ptr_array_find_with_equal_func (names, parts[i], g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (parts[i]));
}

/**
 * atlas_credit_join:
 * @credits: (array zero-terminated=1): of several layers; each may name several sources, parted by semicolons
 *
 * Returns: (transfer full): one credit that names every source once, in the order of @credits; empty for none
 */
char *
atlas_credit_join (const char *const *credits)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; credits[i]; i++)
    add_each (names, credits[i]);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (ATLAS_CREDIT_SEPARATOR, (char **) names->pdata);
}
