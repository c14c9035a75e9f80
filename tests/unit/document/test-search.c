// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-search.h"
#include "atlas-test-project.h"

static const char *const districts[] = { "Barwinek", "Czarnów", "Łazy", "Ślichowice", "Ślichowice II", "Podkarczówka" };
static const char *const commands[] = { "win.export", "win.open", NULL };
static const char *const titles[] = { "Export the map…", "Open…", NULL };

static AtlasProject *
new_project (void)
{
  AtlasProject *project = atlas_project_new ();
  g_autoptr (AtlasTable) table = atlas_test_squares (G_N_ELEMENTS (districts), districts);
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Neighbourhoods", NULL, table, NULL);

  atlas_project_do_add_layer (project, layer, 0);
  atlas_test_wait_for_layer (layer);
  while (!atlas_layer_get_names (layer))
    g_main_context_iteration (NULL, TRUE);
  return project;
}

static AtlasFound *
get (GListModel *found, guint position)
{
  AtlasFound *item = g_list_model_get_item (found, position);

  g_object_unref (item);
  return item;
}

static void
test_without_diacritics (void)
{
  static const char *const texts[] = { "slichowice", "Slichowice", "ŚLICHOWICE", "slihowice", "ślichowice " };
  g_autoptr (AtlasProject) project = new_project ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GListModel) found = atlas_search_find (project, commands, titles, texts[i], 10);

    g_assert_cmpuint (g_list_model_get_n_items (found), ==, 2);
    g_assert_cmpint (atlas_found_get_kind (get (found, 0)), ==, ATLAS_FOUND_FEATURE);
    g_assert_cmpstr (atlas_found_get_title (get (found, 0)), ==, "Ślichowice");
    g_assert_cmpstr (atlas_found_get_subtitle (get (found, 0)), ==, "Neighbourhoods");
    g_assert_cmpuint (atlas_found_get_row (get (found, 0)), ==, 3);
    g_assert_nonnull (atlas_found_get_layer (get (found, 0)));
    g_assert_cmpstr (atlas_found_get_title (get (found, 1)), ==, "Ślichowice II");
  }
}

static void
test_layers_and_commands (void)
{
  g_autoptr (AtlasProject) project = new_project ();
  g_autoptr (GListModel) layers = atlas_search_find (project, commands, titles, "neigh", 10);
  g_autoptr (GListModel) exports = atlas_search_find (project, commands, titles, "map export", 10);

  g_assert_cmpint (atlas_found_get_kind (get (layers, 0)), ==, ATLAS_FOUND_LAYER);
  g_assert_cmpint (atlas_found_get_kind (get (exports, 0)), ==, ATLAS_FOUND_COMMAND);
  g_assert_cmpstr (atlas_found_get_command (get (exports, 0)), ==, "win.export");
  g_assert_null (atlas_found_get_layer (get (exports, 0)));
}

/* Before anything is typed there is what one may begin with: the layers, in their order, and then the commands. */
static void
test_list (void)
{
  g_autoptr (AtlasProject) project = new_project ();
  g_autoptr (GListModel) all = atlas_search_list (project, commands, titles);
  guint n_layers = g_list_model_get_n_items (G_LIST_MODEL (project));

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, n_layers + g_strv_length ((GStrv) commands));
  g_assert_cmpint (atlas_found_get_kind (get (all, 0)), ==, ATLAS_FOUND_LAYER);
  g_assert_cmpstr (atlas_found_get_command (get (all, n_layers)), ==, commands[0]);
}

static void
test_at_most (void)
{
  g_autoptr (AtlasProject) project = new_project ();
  g_autoptr (GListModel) one = atlas_search_find (project, NULL, NULL, "slichowice", 1);
  g_autoptr (GListModel) none = atlas_search_find (project, NULL, NULL, "", 10);

  g_assert_cmpuint (g_list_model_get_n_items (one), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

static AtlasProject *
new_town (guint n_streets)
{
  AtlasProject *project = atlas_project_new ();
  g_auto (GStrv) streets = g_new0 (char *, n_streets + 1);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasLayer) layer = NULL;

  for (guint i = 0; i < n_streets; i++)
    streets[i] = g_strdup_printf ("%s %d", i % 3 ? "Zagórska" : "Ulica Zagórska", g_test_rand_int_range (0, 100000));
  table = atlas_test_squares (n_streets, (const char *const *) streets);
  layer = atlas_layer_new ("Streets", NULL, table, NULL);
  atlas_project_do_add_layer (project, layer, 0);
  while (!atlas_layer_get_names (layer) || atlas_layer_get_loading (layer))
    g_main_context_iteration (NULL, TRUE);
  return project;
}

/* However many are found, the first of all of them are returned. */
static void
test_the_best_of_many (void)
{
  g_autoptr (AtlasProject) project = new_town (500);
  g_autoptr (GListModel) all = atlas_search_find (project, NULL, NULL, "zagorska", 1000);

  g_assert_cmpuint (g_list_model_get_n_items (all), >, 100);
  for (guint most = 1; most < 40; most++) {
    g_autoptr (GListModel) best = atlas_search_find (project, NULL, NULL, "zagorska", most);

    g_assert_cmpuint (g_list_model_get_n_items (best), ==, most);
    for (guint i = 0; i < most; i++)
      g_assert_cmpuint (atlas_found_get_row (get (best, i)), ==, atlas_found_get_row (get (all, i)));
  }
}

static void
test_shown_in_lists (void)
{
  g_autoptr (AtlasFound) found = atlas_found_new_command ("win.open", "Open…");
  g_autofree char *title = NULL, *subtitle = NULL;

  g_object_get (found, "title", &title, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (title, ==, "Open…");
  g_assert_cmpstr (subtitle, ==, "Command");
  g_assert_finalize_object (g_steal_pointer (&found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/without-diacritics", test_without_diacritics);
  g_test_add_func ("/search/layers-and-commands", test_layers_and_commands);
  g_test_add_func ("/search/list", test_list);
  g_test_add_func ("/search/at-most", test_at_most);
  g_test_add_func ("/search/the-best-of-many", test_the_best_of_many);
  g_test_add_func ("/search/shown-in-lists", test_shown_in_lists);
  return g_test_run ();
}
