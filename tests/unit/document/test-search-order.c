// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is found, and in which order, against looking at everything and sorting it. */

#include "atlas-commands.h"
#include "atlas-match.h"
#include "atlas-search.h"
#include "atlas-test-project.h"

#include <string.h>

#define N_LAYERS 3
#define N_NAMES  60

static const char *const commands[] = { "win.a", "win.b", "win.c", NULL };
static const char *const titles[] = { "Zamek", "Park miejski", "Zamek górny", NULL };

/* Words that share beginnings, diacritics and case, so that much is found in each manner. */
static const char *const words[] = { "Zamek", "ZAMEK", "zamki", "Park", "Parkowa", "Łąka", "laka", "Żakowa", "górny" };

static char *
random_name (guint number)
{
  const char *first = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
  const char *second = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

  /* The number keeps every name its own. */
  return g_strdup_printf ("%s %s %u", first, second, number);
}

static AtlasProject *
random_project (void)
{
  AtlasProject *project = atlas_project_new ();

  for (guint i = 0; i < N_LAYERS; i++) {
    g_auto (GStrv) names = g_new0 (char *, N_NAMES + 1);
    g_autoptr (AtlasTable) table = NULL;
    g_autoptr (AtlasLayer) layer = NULL;

    for (guint row = 0; row < N_NAMES; row++)
      names[row] = random_name (row + N_NAMES * i);
    table = atlas_test_squares (N_NAMES, (const char *const *) names);
    layer = atlas_layer_new (words[i], NULL, table, NULL);
    atlas_project_do_add_layer (project, layer, i);
    while (!atlas_layer_get_names (layer))
      g_main_context_iteration (NULL, TRUE);
  }
  atlas_test_wait_for_layers (project);
  return project;
}

/* Sorts as text: rank, kind, layer or command, row. */
static void
expect (GPtrArray *all, const AtlasMatcher *matcher, AtlasFoundKind kind, guint number, gsize row, const char *name)
{
  g_autofree char *folded = atlas_search_fold (name);
  guint rank = atlas_matcher_rank (matcher, folded, strlen (folded));

  if (rank != ATLAS_MATCH_NONE)
    g_ptr_array_add (all, g_strdup_printf ("%010u %u %03u %03zu", rank, kind, number, row));
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
look_at_everything (AtlasProject *project, const AtlasMatcher *matcher)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_LAYERS; i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);
    const AtlasColumn *names = atlas_table_find_column (atlas_layer_get_table (layer), "name");

    expect (all, matcher, ATLAS_FOUND_LAYER, i, 0, atlas_layer_get_title (layer));
    for (gsize row = 0; row < names->n_rows; row++)
      expect (all, matcher, ATLAS_FOUND_FEATURE, i, row, atlas_column_get_text (names, row));
  }
  for (guint i = 0; commands[i]; i++)
    expect (all, matcher, ATLAS_FOUND_COMMAND, i, 0, titles[i]);
  g_ptr_array_sort (all, compare_cb);
  return all;
}

static guint
number_of (AtlasProject *project, AtlasFound *found)
{
  guint number = 0;

  if (atlas_found_get_kind (found) != ATLAS_FOUND_COMMAND)
    return atlas_project_find_layer (project, atlas_found_get_layer (found));
  while (!g_str_equal (commands[number], atlas_found_get_command (found)))
    number++;
  return number;
}

static void
assert_found (AtlasProject *project, const char *text, guint most)
{
  g_autofree char *folded = atlas_search_fold (text);
  g_autoptr (GListModel) found = atlas_search_find (project, commands, titles, text, most);
  g_autoptr (GPtrArray) all = NULL;
  AtlasMatcher matcher;

  atlas_matcher_init (&matcher, folded);
  all = look_at_everything (project, &matcher);
  atlas_matcher_clear (&matcher);
  g_test_message ("“%s”, at most %u of %u", text, most, all->len);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, MIN (most, all->len));
  for (guint i = 0; i < g_list_model_get_n_items (found); i++) {
    g_autoptr (AtlasFound) item = g_list_model_get_item (found, i);
    AtlasFoundKind kind = atlas_found_get_kind (item);
    gsize row = kind == ATLAS_FOUND_FEATURE ? atlas_found_get_row (item) : 0;
    g_autofree char *place = g_strdup_printf ("%u %03u %03zu", kind, number_of (project, item), row);

    g_assert_cmpstr (strchr (g_ptr_array_index (all, i), ' ') + 1, ==, place);
  }
}

static void
test_as_if_all_were_sorted (void)
{
  static const char *const texts[] = { "zamek", "ŻAK", "park", "laka gorny", "miejski", "zamke", "nothing like it" };

  for (guint round = 0; round < 5; round++) {
    g_autoptr (AtlasProject) project = random_project ();

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      for (guint most = 1; most < 400; most = most * 3 + 1)
        assert_found (project, texts[i], most);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-order/as-if-all-were-sorted", test_as_if_all_were_sorted);
  return g_test_run ();
}
