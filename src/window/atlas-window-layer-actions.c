// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-commands.h"
#include "atlas-method-dialog.h"

#include <glib/gi18n-lib.h>

/* The layer that the details are about; the actions of this file are enabled only when there is one. */
static AtlasLayer *
get_layer (gpointer window)
{
  return atlas_map_page_get_current_layer (ATLAS_WINDOW (window)->map_page);
}

static void
layer_zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = user_data;

  atlas_map_view_show_layer (atlas_map_page_get_map (self->map_page), get_layer (self));
}

/* The list selects by itself what it shows anew, so the layer that moved is chosen again. */
static void
move_layer (AtlasWindow *self, int by)
{
  AtlasLayer *layer = get_layer (self);

  atlas_map_page_activate_layer (self->map_page, "layer.move", g_variant_new_int32 (by));
  atlas_map_page_set_current_layer (self->map_page, layer);
}

static void
layer_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_layer (user_data, -1);
}

static void
layer_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_layer (user_data, 1);
}

static void
layer_visible_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = user_data;
  AtlasLayer *layer = get_layer (self);

  atlas_project_do_show_layer (self->project, layer, !atlas_layer_get_visible (layer));
}

static void
layer_rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_map_page_activate_layer (ATLAS_WINDOW (user_data)->map_page, "layer.rename", NULL);
}

static void
layer_remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_project_do_remove_layer (ATLAS_WINDOW (user_data)->project, get_layer (user_data));
}

static void
method_chosen_cb (AtlasWindow *self, const char *method, guint n_classes)
{
  atlas_map_page_choose_method (self->map_page, method, n_classes);
}

static void
compare_methods_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasMethodDialog *dialog = atlas_method_dialog_new (get_layer (user_data));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (method_chosen_cb), user_data, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), user_data);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
select_none_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_selection_clear (atlas_project_get_selection (ATLAS_WINDOW (user_data)->project));
}

static const GActionEntry actions[] = {
  { "layer-zoom", layer_zoom_cb },     { "layer-up", layer_up_cb },
  { "layer-down", layer_down_cb },     { "layer-visible", layer_visible_cb },
  { "layer-rename", layer_rename_cb }, { "layer-remove", layer_remove_cb },
  { "select-none", select_none_cb },   { "compare-methods", compare_methods_cb },
};

static gboolean
has_values (AtlasLayer *layer)
{
  AtlasSceneLayer *scene = layer ? atlas_layer_get_scene_layer (layer) : NULL;

  return scene && atlas_scene_layer_get_values (scene);
}

static void
current_layer_cb (AtlasWindow *self)
{
  static const char *const needing_layer[] = {
    "layer-zoom", "layer-up", "layer-down", "layer-visible", "layer-rename", "layer-remove",
  };
  gboolean enabled = get_layer (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (needing_layer); i++)
    _atlas_window_enable (self, needing_layer[i], enabled);
  _atlas_window_enable (self, "compare-methods", has_values (get_layer (self)));
}

static void
selection_cb (AtlasWindow *self, AtlasSelection *selection)
{
  gsize n = 0;

  atlas_selection_get_rows (selection, &n);
  _atlas_window_enable (self, "zoom-selection", n > 0);
  _atlas_window_enable (self, "select-none", n > 0);
}

void
_atlas_window_init_layer_actions (AtlasWindow *self)
{
  AtlasSelection *selection = atlas_project_get_selection (self->project);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->map_page, "notify::current-layer", G_CALLBACK (current_layer_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->project, "changed", G_CALLBACK (current_layer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  current_layer_cb (self);
  selection_cb (self, selection);
}
