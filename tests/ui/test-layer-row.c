// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
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

static void
test_title_is_edited (Fixture *f, gconstpointer data)
{
  AtlasLayer *layer = sample_project_get_layer (f->project);
  GtkEditableLabel *title = GTK_EDITABLE_LABEL (hands_find (f->row, GTK_TYPE_EDITABLE_LABEL));

  gtk_widget_activate_action (f->row, "layer.rename", NULL);
  g_assert_true (gtk_editable_label_get_editing (title));
  gtk_editable_set_text (GTK_EDITABLE (title), "Osiedla");
  gtk_editable_label_stop_editing (title, TRUE);
  g_assert_cmpstr (atlas_layer_get_title (layer), ==, "Osiedla");
  atlas_journal_undo (atlas_project_get_journal (f->project));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Districts");
}

static void
test_empty_title_is_refused (Fixture *f, gconstpointer data)
{
  GtkEditableLabel *title = GTK_EDITABLE_LABEL (hands_find (f->row, GTK_TYPE_EDITABLE_LABEL));

  gtk_editable_label_start_editing (title);
  gtk_editable_set_text (GTK_EDITABLE (title), "");
  gtk_editable_label_stop_editing (title, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Districts");
}

static void
test_moves_and_removes (Fixture *f, gconstpointer data)
{
  AtlasLayer *layer = sample_project_get_layer (f->project);
  g_autoptr (AtlasStyle) style = atlas_style_new ();
  g_autoptr (AtlasLayer) other = atlas_layer_new ("Streets", NULL, atlas_layer_get_table (layer), style);

  atlas_project_do_add_layer (f->project, other, 1);
  gtk_widget_activate_action (f->row, "layer.move", "i", -1);
  g_assert_cmpuint (atlas_project_find_layer (f->project, layer), ==, 0);
  gtk_widget_activate_action (f->row, "layer.move", "i", 1);
  g_assert_cmpuint (atlas_project_find_layer (f->project, layer), ==, 1);
  gtk_widget_activate_action (f->row, "layer.remove", NULL);
  g_assert_cmpuint (atlas_project_find_layer (f->project, layer), ==, ATLAS_NO_POSITION);
  atlas_project_do_remove_layer (f->project, other);
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
    { "layer.zoom", "zoom-requested" },
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

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/layer-row/eye-is-undoable", test_eye_is_undoable);
  add ("/layer-row/title-is-edited", test_title_is_edited);
  add ("/layer-row/empty-title-is-refused", test_empty_title_is_refused);
  add ("/layer-row/moves-and-removes", test_moves_and_removes);
  add ("/layer-row/asks-the-window", test_asks_the_window);
  return g_test_run ();
}
