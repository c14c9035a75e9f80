// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-application.h"

#include "atlas-about.h"
#include "atlas-action-table.h"
#include "atlas-io.h"
#include "atlas-preferences.h"
#include "atlas-settings.h"
#include "atlas-window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* What a program says that has not had its last word on an option. */
#define GO_ON (-1)

/* A session that ends, a terminal that is closed, Ctrl+C in one: what the window shows is kept for the next start. */
static const int end_signals[] = { SIGTERM, SIGHUP, SIGINT };

struct _AtlasApplication {
  AdwApplication parent_instance;

  guint end_sources[G_N_ELEMENTS (end_signals)];
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

static AtlasWindow *
find_window (AtlasApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (ATLAS_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static AtlasWindow *
ensure_window (AtlasApplication *self, gboolean *is_new)
{
  AtlasWindow *window = find_window (self);

  *is_new = !window;
  return window ? window : atlas_window_new (GTK_APPLICATION (self));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  AtlasPreferences *preferences = atlas_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (preferences), parent);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  GtkWindow *about = atlas_about_new ();

  gtk_window_set_transient_for (about, parent);
  gtk_window_present (about);
}

/* The program ends with its window, as soon as whatever is still being written has been taken away. */
static void
end (AtlasApplication *self)
{
  AtlasWindow *window = find_window (self);

  if (window)
    gtk_window_close (GTK_WINDOW (window));
  else
    g_application_quit (G_APPLICATION (self));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  end (user_data);
}

static gboolean
end_signal_cb (gpointer user_data)
{
  end (user_data);
  return G_SOURCE_CONTINUE;
}

/* Dialogs answer the keys of the program, too. A main window says itself to which program it belongs. */
static void
toplevels_changed_cb (GListModel *toplevels, guint position, guint removed, guint added, AtlasApplication *self)
{
  for (guint i = position; i < position + added; i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    if (!GTK_IS_APPLICATION_WINDOW (window))
      gtk_window_set_application (window, GTK_APPLICATION (self));
  }
}

/* A dialog that outlives its window, because a key is still being answered in it, must not think of it any more: GTK
 * would disconnect from what is gone. Closing one may close another, so that each is held until all are closed. */
static void
close_dialogs (AtlasApplication *self)
{
  g_autolist (GtkWindow) windows = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    windows = g_list_prepend (windows, g_object_ref (l->data));
  for (GList *l = windows; l; l = l->next) {
    gtk_window_set_transient_for (l->data, NULL);
    gtk_window_destroy (l->data);
  }
}

/* Answered without a display, before anything is begun. */
static int
handle_local_options_cb (GApplication *application, GVariantDict *options, gpointer user_data)
{
  if (!g_variant_dict_contains (options, "version"))
    return GO_ON;
  g_print ("kielce-atlas %s\n", ATLAS_VERSION);
  return EXIT_SUCCESS;
}

static void
add_options (AtlasApplication *self)
{
  static const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Tell which version this is"), NULL },
    { NULL },
  };
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_signal_connect (self, "handle-local-options", G_CALLBACK (handle_local_options_cb), NULL);
}

static const GActionEntry actions[] = {
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
atlas_application_startup (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);
  atlas_io_init ();
  atlas_settings_bind_theme (adw_style_manager_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  atlas_action_table_set_accels (GTK_APPLICATION (self));
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (toplevels_changed_cb), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (end_signals); i++)
    self->end_sources[i] = g_unix_signal_add (end_signals[i], end_signal_cb, self);
}

static void
atlas_application_activate (GApplication *application)
{
  gboolean is_new;
  AtlasWindow *window = ensure_window (ATLAS_APPLICATION (application), &is_new);

  gtk_window_present (GTK_WINDOW (window));
  if (is_new)
    atlas_window_begin (window);
}

static void
atlas_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  gboolean is_new;
  AtlasWindow *window = ensure_window (ATLAS_APPLICATION (application), &is_new);

  gtk_window_present (GTK_WINDOW (window));
  if (is_new)
    atlas_window_begin (window);
  for (int i = 0; i < n_files; i++)
    atlas_window_open_file (window, files[i]);
}

static void
atlas_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (atlas_application_parent_class)->window_removed (application, window);
  if (ATLAS_IS_WINDOW (window))
    close_dialogs (ATLAS_APPLICATION (application));
}

static void
atlas_application_finalize (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (end_signals); i++)
    g_clear_handle_id (&self->end_sources[i], g_source_remove);
  G_OBJECT_CLASS (atlas_application_parent_class)->finalize (object);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_application_finalize;
  application_class->startup = atlas_application_startup;
  application_class->activate = atlas_application_activate;
  application_class->open = atlas_application_open;
  GTK_APPLICATION_CLASS (klass)->window_removed = atlas_application_window_removed;
}

static void
atlas_application_init (AtlasApplication *self)
{
  add_options (self);
}

/**
 * atlas_application_new:
 *
 * Returns: (transfer full): the program; files named on its command line are opened as layers
 */
AtlasApplication *
atlas_application_new (void)
{
  return g_object_new (ATLAS_TYPE_APPLICATION, "application-id", ATLAS_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", ATLAS_APPLICATION_PATH, NULL);
}
