// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../unit/temp-folder.h"
#include "atlas-io.h"
#include "atlas-map-page.h"
#include "atlas-open-dialog.h"
#include "atlas-window.h"
#include "hands.h"

static AtlasOpenDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (ATLAS_IS_OPEN_DIALOG (l->data))
      return l->data;
  return NULL;
}

static AtlasOpenDialog *
wait_for_dialog (void)
{
  while (!find_dialog ())
    g_main_context_iteration (NULL, TRUE);
  return find_dialog ();
}

static const char *
get_subtitle (AtlasOpenDialog *dialog)
{
  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (hands_find (GTK_WIDGET (dialog), ADW_TYPE_WINDOW_TITLE)));
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      return controller;
  }
  g_assert_not_reached ();
}

static GFile *
new_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "name,lon,lat\nRynek,20.633,50.8717\n", -1, NULL));
  return g_file_new_for_path (path);
}

static gboolean
drop (GtkWidget *window, GFile **files, gsize n)
{
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n));
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 10.0, 10.0, &taken);
  g_value_unset (&value);
  return taken;
}

/* Files dropped together are asked about one after the other, once there is a map; none is asked about twice. */
static void
test_dropped_files (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) first = new_file (folder, "first.csv");
  g_autoptr (GFile) second = new_file (folder, "second.csv");
  GFile *files[] = { first, second };
  AtlasWindow *window = atlas_window_new (NULL);
  AtlasOpenDialog *dialog;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (drop (GTK_WIDGET (window), files, G_N_ELEMENTS (files)));
  g_assert_null (find_dialog ());
  atlas_window_begin (window);
  dialog = wait_for_dialog ();
  g_assert_cmpstr (get_subtitle (dialog), ==, "first.csv");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = wait_for_dialog ();
  g_assert_cmpstr (get_subtitle (dialog), ==, "second.csv");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (find_dialog ());

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without any city, too, a file is looked into that the program was started with. */
static void
test_file_without_city (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = new_file (folder, "stops.csv");
  g_autofree char *cities = g_strdup (g_getenv ("KIELCE_ATLAS_CITIES"));
  AtlasWindow *window = atlas_window_new (NULL);

  g_setenv ("KIELCE_ATLAS_CITIES", folder, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  atlas_window_begin (window);
  atlas_window_open_file (window, file);
  g_assert_cmpstr (get_subtitle (wait_for_dialog ()), ==, "stops.csv");
  g_setenv ("KIELCE_ATLAS_CITIES", cities, TRUE);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  gtk_window_destroy (GTK_WINDOW (window));
}

static const char point[] = "{\"type\":\"Point\",\"coordinates\":[20.63,50.87]}";

/* Enter pressed too early does nothing: the dialog stays, and Enter adds as soon as the file has been looked into. */
static void
test_enter_waits (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "point.geojson", NULL);
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasSource) source = NULL;
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, point, -1, NULL));
  source = atlas_source_parse (path, NULL, NULL);
  dialog = GTK_WINDOW (atlas_open_dialog_new (project, source, "point.geojson"));
  gtk_window_present (dialog);
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (dialog)));
  g_signal_emit_by_name (dialog, "activate-default");
  g_assert_true (find_dialog () == ATLAS_OPEN_DIALOG (dialog));
  g_assert_true (GTK_IS_SPINNER (gtk_window_get_focus (dialog)));
  while (!gtk_widget_get_sensitive (gtk_window_get_default_widget (dialog)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_window_get_focus (dialog) == gtk_window_get_default_widget (dialog));
  g_signal_emit_by_name (dialog, "activate-default");
  while (find_dialog ())
    g_main_context_iteration (NULL, TRUE);
}

static void
gone_cb (gpointer gone, GObject *dialog)
{
  *(gboolean *) gone = TRUE;
}

/* Closed with the window that it belongs to, the dialog goes at once, whatever a thread still finds out for it. */
static void
test_dialog_goes_with_its_window (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "point.geojson", NULL);
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasSource) source = NULL;
  GtkWidget *parent = hands_show (gtk_label_new ("City"), 300, 200);
  GtkWindow *dialog;
  gboolean gone = FALSE;

  g_assert_true (g_file_set_contents (path, point, -1, NULL));
  source = atlas_source_parse (path, NULL, NULL);
  dialog = GTK_WINDOW (atlas_open_dialog_new (project, source, "point.geojson"));
  g_object_weak_ref (G_OBJECT (dialog), gone_cb, &gone);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (parent));
  gtk_window_present (dialog);
  gtk_window_destroy (GTK_WINDOW (parent));
  g_assert_true (gone);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A window, and its page once there is a map. */
static GtkWidget *
begin_window (AtlasWindow **window)
{
  GtkWidget *page;

  *window = atlas_window_new (NULL);
  gtk_window_present (GTK_WINDOW (*window));
  atlas_window_begin (*window);
  page = hands_find (GTK_WIDGET (*window), ATLAS_TYPE_MAP_PAGE);
  while (!atlas_map_page_get_current_layer (ATLAS_MAP_PAGE (page)))
    g_main_context_iteration (NULL, TRUE);
  return page;
}

static gboolean
is_table_shown (GtkWidget *page)
{
  gboolean shown;

  g_object_get (page, "show-table", &shown, NULL);
  return shown;
}

/* Closed with the attribute table open, the window comes back with it. */
static void
test_table_comes_back (void)
{
  AtlasWindow *window;
  GtkWidget *page = begin_window (&window);

  g_assert_false (is_table_shown (page));
  g_object_set (page, "show-table", TRUE, NULL);
  atlas_window_flush (window);
  gtk_window_destroy (GTK_WINDOW (window));
  page = begin_window (&window);
  while (!is_table_shown (page))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Closed before there is a map, without and with a session to be restored, the window goes as soon as nothing is read
 * for it any more. */
static void
test_closed_at_once (void)
{
  for (guint i = 0; i < 2; i++) {
    AtlasWindow *window = atlas_window_new (NULL);
    gboolean gone = FALSE;

    g_object_weak_ref (G_OBJECT (window), gone_cb, &gone);
    gtk_window_present (GTK_WINDOW (window));
    atlas_window_begin (window);
    gtk_window_close (GTK_WINDOW (window));
    while (!gone)
      g_main_context_iteration (NULL, TRUE);
    begin_window (&window);
    atlas_window_flush (window);
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (TempFolder) home = temp_folder_new ();

  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_io_init ();
  g_test_add_func ("/window/files/enter-waits", test_enter_waits);
  g_test_add_func ("/window/files/dialog-goes-with-its-window", test_dialog_goes_with_its_window);
  g_test_add_func ("/window/files/without-city", test_file_without_city);
  g_test_add_func ("/window/files/closed-at-once", test_closed_at_once);
  g_test_add_func ("/window/files/table-comes-back", test_table_comes_back);
  g_test_add_func ("/window/files/dropped", test_dropped_files);
  return g_test_run ();
}
