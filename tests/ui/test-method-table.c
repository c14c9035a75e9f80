// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-method-table.h"
#include "hands.h"
#include "sample-project.h"

static GtkWidget *
find_apply (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_apply (child);

    if (found)
      return found;
  }
  return NULL;
}

static gboolean
has_recommendation (gpointer table)
{
  return gtk_widget_get_visible (find_apply (table));
}

static void
chosen_cb (AtlasMethodTable *table, const char *method, guint n_classes, char **told)
{
  *told = g_strdup_printf ("%s %u", method, n_classes);
}

static void
test_finalises (void)
{
  GtkWidget *table = g_object_ref_sink (atlas_method_table_new ());

  g_assert_finalize_object (table);
}

/* Three values fall into three classes without a rest, by whichever method is tried first. */
static void
test_recommends (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  g_autofree char *told = NULL;
  GtkWidget *table = atlas_method_table_new ();
  GtkWidget *window = NULL;

  atlas_method_table_set_layer (ATLAS_METHOD_TABLE (table), sample_project_get_layer (project));
  window = hands_show (table, 420, 400);
  g_signal_connect (table, "method-chosen", G_CALLBACK (chosen_cb), &told);
  wait_until (has_recommendation, table);
  g_signal_emit_by_name (find_apply (table), "clicked");
  g_assert_nonnull (told);
  g_assert_true (g_str_has_suffix (told, " 3"));
  hands_close (window, table);
}

/* A table that nobody sees compares nothing. */
static void
test_rests_while_hidden (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  GtkWidget *table = g_object_ref_sink (atlas_method_table_new ());

  atlas_method_table_set_layer (ATLAS_METHOD_TABLE (table), sample_project_get_layer (project));
  g_assert_false (has_recommendation (table));
  g_assert_finalize_object (table);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method-table/finalises", test_finalises);
  g_test_add_func ("/method-table/recommends", test_recommends);
  g_test_add_func ("/method-table/rests-while-hidden", test_rests_while_hidden);
  return g_test_run ();
}
