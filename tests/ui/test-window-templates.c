// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-connection-dialog.h"
#include "atlas-export-dialog.h"
#include "atlas-feature-panel.h"
#include "atlas-layers-panel.h"
#include "atlas-map-page.h"
#include "atlas-method-dialog.h"
#include "atlas-preferences.h"
#include "atlas-search-dialog.h"
#include "atlas-style-panel.h"
#include "hands.h"
#include "sample-project.h"

/* A template that does not fit its class warns, and every warning ends the test; so does what outlives its window. */
static void
test_widget (gconstpointer data)
{
  GType type = *(const GType *) data;
  GtkWidget *widget = g_object_new (type, NULL);
  GtkWidget *window = hands_show (widget, 400, 600);

  hands_close (window, widget);
}

static void
close_dialog (GtkWidget *dialog)
{
  g_object_ref (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  hands_wait_for_frames (dialog, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (g_main_context_iteration (NULL, FALSE)) {
  }
  g_assert_finalize_object (dialog);
}

static void
test_preferences (void)
{
  close_dialog (GTK_WIDGET (atlas_preferences_new ()));
}

/* Who asks for a connection can write its address at once. */
static void
test_connection_dialog (void)
{
  GtkWidget *dialog = GTK_WIDGET (atlas_connection_dialog_new ());
  GtkWidget *focus;

  gtk_window_present (GTK_WINDOW (dialog));
  hands_wait_for_frames (dialog, 2);
  focus = gtk_root_get_focus (GTK_ROOT (dialog));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW));
  close_dialog (dialog);
}

static void
test_method_dialog (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();

  close_dialog (GTK_WIDGET (atlas_method_dialog_new (sample_project_get_layer (project))));
}

static void
test_search_dialog (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  const char *const none[] = { NULL };

  close_dialog (GTK_WIDGET (atlas_search_dialog_new (project, none, none)));
}

/* The panel follows the layer: what the style says is what its rows say, and each choice is one step back. */
static void
test_style_panel (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  AtlasLayer *layer = sample_project_get_layer (project);
  AtlasStylePanel *panel = g_object_new (ATLAS_TYPE_STYLE_PANEL, NULL);
  GtkWidget *window = hands_show (GTK_WIDGET (panel), 360, 800);
  g_autofree char *before = g_strdup (atlas_layer_get_style (layer)->method);

  atlas_style_panel_set_project (panel, project);
  atlas_style_panel_set_layer (panel, layer);
  atlas_style_panel_choose_method (panel, "quantile", 3);
  g_assert_cmpstr (atlas_layer_get_style (layer)->method, ==, "quantile");
  g_assert_cmpuint (atlas_layer_get_style (layer)->n_classes, ==, 3);
  atlas_journal_undo (atlas_project_get_journal (project));
  g_assert_cmpstr (atlas_layer_get_style (layer)->method, ==, before);

  hands_close (window, GTK_WIDGET (panel));
}

int
main (int argc, char **argv)
{
  GType page, layers, style, feature;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  page = ATLAS_TYPE_MAP_PAGE;
  layers = ATLAS_TYPE_LAYERS_PANEL;
  style = ATLAS_TYPE_STYLE_PANEL;
  feature = ATLAS_TYPE_FEATURE_PANEL;
  g_test_add_data_func ("/window/map-page", &page, test_widget);
  g_test_add_data_func ("/window/layers-panel", &layers, test_widget);
  g_test_add_data_func ("/window/style-panel", &style, test_widget);
  g_test_add_data_func ("/window/feature-panel", &feature, test_widget);
  g_test_add_func ("/window/preferences", test_preferences);
  g_test_add_func ("/window/connection-dialog", test_connection_dialog);
  g_test_add_func ("/window/method-dialog", test_method_dialog);
  g_test_add_func ("/window/search-dialog", test_search_dialog);
  g_test_add_func ("/window/style-panel/method", test_style_panel);
  return g_test_run ();
}
