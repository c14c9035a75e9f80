// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-verb.h"

static void
test_found (void)
{
  guint n = 0;

  for (const AtlasVerb *const *verb = atlas_verb_list (); *verb; verb++, n++) {
    g_assert_true (atlas_verb_find ((*verb)->name) == *verb);
    g_assert_cmpuint ((*verb)->least, <=, (*verb)->most);
    g_assert_cmpuint ((*verb)->least, >=, 1);
    g_assert_nonnull ((*verb)->run);
  }
  g_assert_cmpuint (n, >=, 4);
}

static void
test_not_found (void)
{
  static const char *const others[] = { "", "rend", "renders", "RENDER", "--help" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (atlas_verb_find (others[i]));
}

/* An option means one thing, wherever it stands: no verb takes away one that serves with every verb, and each is
 * explained. */
static void
test_options (void)
{
  static const char *const common[] = { "json", "lang", "city", "where", "crs", "swap-axes", "quiet", "help", NULL };

  for (const AtlasVerb *const *verb = atlas_verb_list (); *verb; verb++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

    for (const GOptionEntry *entry = (*verb)->options; entry && entry->long_name; entry++) {
      g_assert_false (g_strv_contains (common, entry->long_name));
      g_assert_true (g_hash_table_add (seen, (gpointer) entry->long_name));
      g_assert_nonnull (entry->description);
      g_assert_nonnull (entry->arg_data);
      g_assert_true (entry->arg == G_OPTION_ARG_NONE || entry->arg_description);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb/found", test_found);
  g_test_add_func ("/verb/not-found", test_not_found);
  g_test_add_func ("/verb/options", test_options);
  return g_test_run ();
}
