// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-attribute-table.h"
#include "atlas-row-list.h"
#include "atlas-row.h"
#include "hands.h"
#include "sample-project.h"

typedef struct {
  AtlasProject *project;
  AtlasAttributeTable *table;
  GtkWidget *window;
  guint n_expected;
} Fixture;

static GtkColumnView *
get_view (Fixture *f)
{
  return GTK_COLUMN_VIEW (hands_find (GTK_WIDGET (f->table), GTK_TYPE_COLUMN_VIEW));
}

static GtkSelectionModel *
get_model (Fixture *f)
{
  return gtk_column_view_get_model (get_view (f));
}

static gboolean
has_rows (gpointer user_data)
{
  Fixture *f = user_data;

  return g_list_model_get_n_items (G_LIST_MODEL (get_model (f))) == f->n_expected;
}

static void
wait_for_rows (Fixture *f, guint n)
{
  f->n_expected = n;
  wait_until (has_rows, f);
}

static guint32
get_number (Fixture *f, guint position)
{
  g_autoptr (AtlasRow) row = g_list_model_get_item (G_LIST_MODEL (get_model (f)), position);

  return atlas_row_get_number (row);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *table = atlas_attribute_table_new ();

  f->project = sample_project_new ();
  f->table = ATLAS_ATTRIBUTE_TABLE (table);
  atlas_attribute_table_set_project (f->table, f->project);
  atlas_attribute_table_set_layer (f->table, sample_project_get_layer (f->project));
  f->window = hands_show (table, 500, 300);
  wait_for_rows (f, 4);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  hands_close (f->window, GTK_WIDGET (f->table));
  g_assert_finalize_object (f->project);
}

static void
test_empty (void)
{
  GtkWidget *table = g_object_ref_sink (atlas_attribute_table_new ());

  g_assert_finalize_object (table);
}

static void
test_shows_all_columns (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (get_view (f))), ==, 2);
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  GtkWidget *entry = hands_find (GTK_WIDGET (f->table), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "slowik");
  wait_for_rows (f, 1);
  g_assert_cmpuint (get_number (f, 0), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  wait_for_rows (f, 4);
}

/* What no row matches is said, and the button beside it brings the rows back. */
static void
test_says_that_nothing_matches (Fixture *f, gconstpointer data)
{
  GtkWidget *entry = hands_find (GTK_WIDGET (f->table), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *overlay = hands_find (GTK_WIDGET (f->table), GTK_TYPE_OVERLAY);
  GtkWidget *nothing = gtk_widget_get_last_child (overlay);

  g_assert_false (gtk_widget_get_visible (nothing));
  gtk_editable_set_text (GTK_EDITABLE (entry), "rzeka > 2");
  wait_for_rows (f, 0);
  g_assert_true (gtk_widget_get_visible (nothing));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (nothing))), "rzeka > 2"));
  g_signal_emit_by_name (gtk_widget_get_last_child (nothing), "clicked");
  wait_for_rows (f, 4);
  g_assert_false (gtk_widget_get_visible (nothing));
}

static gboolean
is_sorted_down (gpointer user_data)
{
  return has_rows (user_data) && get_number (user_data, 0) == 2 && get_number (user_data, 3) == 3;
}

/* Largest first; the row that nobody counted comes last. */
static void
test_sorts_by_header (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (get_view (f)), 1);

  gtk_column_view_sort_by_column (get_view (f), column, GTK_SORT_DESCENDING);
  wait_until (is_sorted_down, f);
  g_assert_cmpuint (get_number (f, 1), ==, 1);
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, gboolean *in_place)
{
  *in_place |= removed > 0 && added > 0;
}

/* A view looks for each row that it showed among all those that take their place, and a million are too many. */
static void
test_sorts_from_empty (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (get_view (f)), 1);
  gboolean in_place = FALSE;

  g_signal_connect (get_model (f), "items-changed", G_CALLBACK (changed_cb), &in_place);
  gtk_column_view_sort_by_column (get_view (f), column, GTK_SORT_DESCENDING);
  wait_until (is_sorted_down, f);
  g_assert_false (in_place);
}

static void
test_selection_goes_both_ways (Fixture *f, gconstpointer data)
{
  AtlasSelection *selection = atlas_project_get_selection (f->project);
  AtlasLayer *layer = sample_project_get_layer (f->project);
  const guint32 chosen[] = { 1, 3 };
  gsize n = 0;

  gtk_selection_model_select_item (get_model (f), 2, TRUE);
  g_assert_true (atlas_selection_get_layer (selection) == layer);
  g_assert_cmpuint (atlas_selection_get_rows (selection, &n)[0], ==, 2);
  g_assert_cmpuint (n, ==, 1);

  atlas_selection_select (selection, layer, chosen, 2, ATLAS_SELECT_REPLACE);
  g_assert_true (gtk_selection_model_is_selected (get_model (f), 1));
  g_assert_false (gtk_selection_model_is_selected (get_model (f), 2));
  g_assert_true (gtk_selection_model_is_selected (get_model (f), 3));

  gtk_selection_model_unselect_item (get_model (f), 1);
  g_assert_cmpuint (atlas_selection_get_rows (selection, &n)[0], ==, 3);
  gtk_selection_model_select_range (get_model (f), 0, 2, FALSE);
  atlas_selection_get_rows (selection, &n);
  g_assert_cmpuint (n, ==, 3);
}

static guint
count_drawn_rows (Fixture *f)
{
  guint n = 0;
  GtkWidget *list = hands_find (GTK_WIDGET (f->table), GTK_TYPE_LIST_VIEW);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_get_child_visible (row) && gtk_widget_get_height (row) > 0;
  return n;
}

/* A table opened while something is selected scrolls there, and still shows what is around it. */
static void
test_opens_at_selection (Fixture *f, gconstpointer data)
{
  AtlasLayer *layer = sample_project_get_layer (f->project);
  const guint32 chosen[] = { 2, 3 };

  atlas_attribute_table_set_layer (f->table, NULL);
  atlas_selection_select (atlas_project_get_selection (f->project), layer, chosen, 2, ATLAS_SELECT_REPLACE);
  atlas_attribute_table_set_layer (f->table, layer);
  wait_for_rows (f, 4);
  hands_wait_for_frames (f->window, 5);
  g_assert_cmpuint (count_drawn_rows (f), ==, 4);
}

static void
activated_cb (AtlasAttributeTable *table, AtlasLayer *layer, guint64 row, guint64 *activated)
{
  *activated = row;
}

static void
test_activates_row (Fixture *f, gconstpointer data)
{
  guint64 activated = G_MAXUINT64;

  g_signal_connect (f->table, "row-activated", G_CALLBACK (activated_cb), &activated);
  g_signal_emit_by_name (get_view (f), "activate", 3);
  g_assert_cmpuint (activated, ==, 3);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attribute-table/empty", test_empty);
  HANDS_TEST ("/attribute-table/shows-all-columns", test_shows_all_columns);
  HANDS_TEST ("/attribute-table/filters", test_filters);
  HANDS_TEST ("/attribute-table/says-that-nothing-matches", test_says_that_nothing_matches);
  HANDS_TEST ("/attribute-table/sorts-by-header", test_sorts_by_header);
  HANDS_TEST ("/attribute-table/sorts-from-empty", test_sorts_from_empty);
  HANDS_TEST ("/attribute-table/selection-goes-both-ways", test_selection_goes_both_ways);
  HANDS_TEST ("/attribute-table/opens-at-selection", test_opens_at_selection);
  HANDS_TEST ("/attribute-table/activates-row", test_activates_row);
  return g_test_run ();
}
