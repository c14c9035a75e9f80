// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-error.h"
#include "atlas-layer-row.h"
#include "hands.h"
#include "sample-project.h"

typedef struct {
  AtlasProject *project;
  GtkWidget *row;
  GtkWidget *list;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = sample_project_new ();
  f->row = atlas_layer_row_new (f->project, sample_project_get_layer (f->project));
  f->list = gtk_list_box_new ();
  gtk_list_box_append (GTK_LIST_BOX (f->list), f->row);
  f->window = hands_show (f->list, 280, 120);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_ref (f->row);
  hands_close (f->window, f->list);
  g_assert_finalize_object (f->row);
  g_assert_finalize_object (f->project);
}

static void
test_eye_is_undoable (Fixture *f, gconstpointer data)
{
  AtlasLayer *layer = sample_project_get_layer (f->project);
  GtkToggleButton *eye = GTK_TOGGLE_BUTTON (hands_find (f->row, GTK_TYPE_TOGGLE_BUTTON));

  g_assert_true (gtk_toggle_button_get_active (eye));
  gtk_toggle_button_set_active (eye, FALSE);
  g_assert_false (atlas_layer_get_visible (layer));
  atlas_journal_undo (atlas_project_get_journal (f->project));
  g_assert_true (atlas_layer_get_visible (layer));
  g_assert_true (gtk_toggle_button_get_active (eye));
}

/* Types a name in place of the title and leaves by the entry's signal or by an action of the row. */
static void
rename_to (Fixture *f, const char *name, const char *leave_by)
{
  GtkWidget *entry = hands_find (f->row, GTK_TYPE_ENTRY);

  gtk_widget_activate_action (f->row, "layer.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  if (leave_by)
    gtk_widget_activate_action (f->row, leave_by, NULL);
  else
    g_signal_emit_by_name (entry, "activate");
}

static const char *
get_shown_title (Fixture *f)
{
  GtkWidget *stack = hands_find (f->row, GTK_TYPE_STACK);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (stack));

  return GTK_IS_LABEL (shown) ? gtk_label_get_text (GTK_LABEL (shown)) : NULL;
}

static void
test_renames (Fixture *f, gconstpointer data)
{
  AtlasLayer *layer = sample_project_get_layer (f->project);

  rename_to (f, " Osiedla ", NULL);
  g_assert_cmpstr (atlas_layer_get_title (layer), ==, "Osiedla");
  g_assert_cmpstr (get_shown_title (f), ==, "Osiedla");
  atlas_journal_undo (atlas_project_get_journal (f->project));
  g_assert_cmpstr (get_shown_title (f), ==, "Districts");
}

static void
test_keeps_name (Fixture *f, gconstpointer data)
{
  rename_to (f, "Osiedla", "layer.keep-name");
  g_assert_cmpstr (get_shown_title (f), ==, "Districts");
  rename_to (f, "  ", NULL);
  g_assert_cmpstr (get_shown_title (f), ==, "Districts");
}

static void
test_moves (Fixture *f, gconstpointer data)
{
  AtlasLayer *layer = sample_project_get_layer (f->project);
  g_autoptr (AtlasStyle) style = atlas_style_new ();
  g_autoptr (AtlasLayer) other = atlas_layer_new ("Streets", NULL, atlas_layer_get_table (layer), style);

  atlas_project_do_add_layer (f->project, other, 1);
  gtk_widget_activate_action (f->row, "layer.move", "i", -1);
  g_assert_cmpuint (atlas_project_find_layer (f->project, layer), ==, 0);
  gtk_widget_activate_action (f->row, "layer.move", "i", 1);
  g_assert_cmpuint (atlas_project_find_layer (f->project, layer), ==, 1);
  atlas_project_do_remove_layer (f->project, other);
}

static gboolean
is_at_rest (gpointer layer)
{
  return !atlas_layer_get_loading (layer);
}

/* What the menu does is done to the layer whose menu it is. */
static void
test_menu_chooses_layer (Fixture *f, gconstpointer data)
{
  gtk_list_box_unselect_all (GTK_LIST_BOX (f->list));
  gtk_widget_activate_action (f->row, "layer.menu", NULL);
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (f->list)) == GTK_LIST_BOX_ROW (f->row));
}

/* A layer that could not be read says so in words, and is read again when asked to. */
static void
test_reads_again (Fixture *f, gconstpointer data)
{
  AtlasLayer *layer = sample_project_get_layer (f->project);
  AtlasSource source = { .path = (char *) "/nowhere/at/all.gpkg" };

  atlas_layer_set_source (layer, &source);
  gtk_widget_activate_action (f->row, "layer.reread", NULL);
  g_assert_false (atlas_layer_get_loading (layer));
  atlas_layer_take_error (layer, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped"));
  gtk_widget_activate_action (f->row, "layer.reread", NULL);
  g_assert_true (atlas_layer_get_loading (layer));
  wait_until (is_at_rest, layer);
  g_assert_error (atlas_layer_get_error (layer), ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
}

static void
mark_cb (gboolean *asked)
{
  *asked = TRUE;
}

static void
test_asks_the_window (Fixture *f, gconstpointer data)
{
  static const char *const pairs[][2] = {
    { "layer.style", "style-requested" },
    { "layer.table", "table-requested" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    gboolean asked = FALSE;

    g_signal_connect_swapped (f->row, pairs[i][1], G_CALLBACK (mark_cb), &asked);
    gtk_widget_activate_action (f->row, pairs[i][0], NULL);
    g_assert_true (asked);
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  HANDS_TEST ("/layer-row/eye-is-undoable", test_eye_is_undoable);
  HANDS_TEST ("/layer-row/renames", test_renames);
  HANDS_TEST ("/layer-row/keeps-name", test_keeps_name);
  HANDS_TEST ("/layer-row/moves", test_moves);
  HANDS_TEST ("/layer-row/menu-chooses-layer", test_menu_chooses_layer);
  HANDS_TEST ("/layer-row/reads-again", test_reads_again);
  HANDS_TEST ("/layer-row/asks-the-window", test_asks_the_window);
  return g_test_run ();
}
