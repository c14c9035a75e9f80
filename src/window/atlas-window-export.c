// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-export-dialog.h"
#include "atlas-map-sheet.h"

#include <glib/gi18n-lib.h>

static void
exported_cb (AtlasWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), name);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *action = g_strdup_printf ("win.show-file('%s')", uri);

  _atlas_window_say (self, text, _ ("Show"), action);
}

static gboolean
shows_figures (AtlasLayer *layer)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);

  return atlas_layer_get_visible (layer) && scene && atlas_scene_layer_get_values (scene);
}

/* A map is called after the topmost figure that it shows; without one, after the layer that the details are about. */
static const char *
suggest_title (AtlasWindow *self)
{
  AtlasLayer *current = atlas_map_page_get_current_layer (self->map_page);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (self->project), i);

    if (shows_figures (layer))
      return atlas_layer_get_title (layer);
  }
  return current ? atlas_layer_get_title (current) : "";
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = user_data;
  AtlasExportDialog *dialog = atlas_export_dialog_new (self->project, suggest_title (self));

  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_show_uri (user_data, g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = atlas_map_sheet_draw_finish (result, &error);

  _atlas_window_end_job (self);
  if (!texture) {
    _atlas_window_report (self, error);
    return;
  }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  _atlas_window_say (self, _ ("The map was copied"), NULL, NULL);
}

static void
copy_map_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = user_data;
  g_autoptr (AtlasMapSheet) sheet = atlas_map_sheet_new_for_screen (self->project, ATLAS_LAYOUT_MAP);

  _atlas_window_begin_job (self);
  atlas_map_sheet_draw_async (sheet, ATLAS_SCREEN_DPI * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                              self->cancellable, copied_cb, g_object_ref (self));
}

static const GActionEntry actions[] = {
  { "export", export_cb },
  { "show-file", show_file_cb, "s" },
  { "copy-map", copy_map_cb },
};

void
_atlas_window_init_export (AtlasWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
