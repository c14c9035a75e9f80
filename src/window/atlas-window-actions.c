// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-action-table.h"
#include "atlas-connection-dialog.h"
#include "atlas-help.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.5

static void
picked_cb (AtlasWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);

    atlas_window_open_file (self, file);
  }
  g_object_unref (dialog);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open Data"), user_data, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _ ("_Open"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (picked_cb), user_data, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
connected_cb (AtlasWindow *self, AtlasSource *source, const char *name)
{
  _atlas_window_look_into (self, source, name);
}

static void
connect_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasConnectionDialog *dialog = atlas_connection_dialog_new ();

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (connected_cb), user_data, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), user_data);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_city_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_window_open_city (user_data, g_variant_get_string (parameter, NULL));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _atlas_window_search (user_data);
}

static void
step (AtlasWindow *self, void (*take) (AtlasJournal *), char *text)
{
  g_autofree char *said = text;

  self->is_undoing = TRUE;
  take (atlas_project_get_journal (self->project));
  self->is_undoing = FALSE;
  _atlas_window_say (self, said, NULL, NULL);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasJournal *journal = atlas_project_get_journal (ATLAS_WINDOW (user_data)->project);

  step (user_data, atlas_journal_undo, g_strdup_printf (_ ("Undone: %s"), atlas_journal_get_undo_title (journal)));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasJournal *journal = atlas_project_get_journal (ATLAS_WINDOW (user_data)->project);

  step (user_data, atlas_journal_redo, g_strdup_printf (_ ("Done again: %s"), atlas_journal_get_redo_title (journal)));
}

static AtlasMapView *
get_map (gpointer window)
{
  return atlas_map_page_get_map (ATLAS_WINDOW (window)->map_page);
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_map_view_zoom (get_map (user_data), ZOOM_STEP);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_map_view_zoom (get_map (user_data), 1 / ZOOM_STEP);
}

static void
zoom_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_map_view_show_all (get_map (user_data));
}

static void
zoom_selection_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_map_view_show_selection (get_map (user_data));
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_viewport_go_back (atlas_project_get_viewport (ATLAS_WINDOW (user_data)->project));
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_viewport_go_forward (atlas_project_get_viewport (ATLAS_WINDOW (user_data)->project));
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (gtk_window_is_fullscreen (user_data))
    gtk_window_unfullscreen (user_data);
  else
    gtk_window_fullscreen (user_data);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkShortcutsWindow *window = atlas_action_table_new_shortcuts_window ();

  gtk_window_set_transient_for (GTK_WINDOW (window), user_data);
  gtk_window_present (GTK_WINDOW (window));
}

static void
ask_shortcuts_cb (GActionGroup *window)
{
  g_action_group_activate_action (window, "shortcuts", NULL);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AdwMessageDialog *help = atlas_help_new (user_data, gtk_window_get_focus (user_data));

  if (!help) {
    ask_shortcuts_cb (user_data);
    return;
  }
  g_signal_connect_object (help, "response::" ATLAS_HELP_SHORTCUTS, G_CALLBACK (ask_shortcuts_cb), user_data,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (help));
}

static const GActionEntry actions[] = {
  { "open", open_cb },
  { "open-city", open_city_cb, "s" },
  { "connect", connect_cb },
  { "search", search_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "zoom-all", zoom_all_cb },
  { "zoom-selection", zoom_selection_cb },
  { "back", back_cb },
  { "forward", forward_cb },
  { "fullscreen", fullscreen_cb },
  { "shortcuts", shortcuts_cb },
  { "help", help_cb },
};

void
_atlas_window_enable (AtlasWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static void
history_cb (AtlasWindow *self, GParamSpec *pspec, AtlasViewport *viewport)
{
  _atlas_window_enable (self, "back", atlas_viewport_can_go_back (viewport));
  _atlas_window_enable (self, "forward", atlas_viewport_can_go_forward (viewport));
}

/* Properties of the page are actions too, so that a button shows whether a pane is open. */
static void
add_property_actions (AtlasWindow *self)
{
  g_autoptr (GPropertyAction) panes = g_property_action_new ("show-panes", self->map_page, "show-panes");
  g_autoptr (GPropertyAction) table = g_property_action_new ("show-table", self->map_page, "show-table");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (panes));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (table));
}

void
_atlas_window_init_actions (AtlasWindow *self)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_property_actions (self);
  g_signal_connect_object (viewport, "notify::can-go-back", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::can-go-forward", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  history_cb (self, NULL, viewport);
}
