// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-row-private.h"

#include "atlas-commands.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (AtlasLayerRow, atlas_layer_row, GTK_TYPE_LIST_BOX_ROW)

enum { STYLE_REQUESTED, TABLE_REQUESTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_error (AtlasLayerRow *self)
{
  const GError *error = atlas_layer_get_error (self->layer);

  gtk_widget_set_visible (self->warning, error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_label_set_text (self->problem, error ? error->message : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "layer.reread", error && atlas_layer_get_source (self->layer));
}

static void
show_eye (AtlasLayerRow *self, gboolean visible)
{
  gtk_toggle_button_set_active (self->eye, visible);
  gtk_button_set_icon_name (GTK_BUTTON (self->eye), visible ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->eye), visible ? _ ("Hide the layer") : _ ("Show the layer"));
}

/* A spinner says that something is done, the bar how far it is, when that can be told. */
static void
show_loading (AtlasLayerRow *self)
{
  gboolean loading = atlas_layer_get_loading (self->layer);
  double progress = atlas_layer_get_progress (self->layer);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
  gtk_spinner_set_spinning (self->spinner, loading);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), loading && progress >= 0);
  gtk_progress_bar_set_fraction (self->progress, MAX (progress, 0));
}

static void
update (AtlasLayerRow *self)
{
  const char *title = atlas_layer_get_title (self->layer);
  gboolean visible = atlas_layer_get_visible (self->layer);

  gtk_label_set_text (self->title, title);
  show_eye (self, visible);
  show_error (self);
  show_loading (self);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), visible);
  gtk_adjustment_set_value (self->opacity, atlas_layer_get_style (self->layer)->opacity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * atlas_layer_row_new:
 * @project: whose commands change the layer
 * @layer: one of its layers
 *
 * Returns: a row that shows the layer and changes it
 */
GtkWidget *
atlas_layer_row_new (AtlasProject *project, AtlasLayer *layer)
{
  AtlasLayerRow *self = g_object_new (ATLAS_TYPE_LAYER_ROW, NULL);

  self->project = g_object_ref (project);
  self->layer = g_object_ref (layer);
  g_signal_group_set_target (self->layer_signals, layer);
  atlas_legend_view_set_layer (self->legend, layer);
  update (self);
  return GTK_WIDGET (self);
}

AtlasLayer *
atlas_layer_row_get_layer (AtlasLayerRow *self)
{
  g_return_val_if_fail (ATLAS_IS_LAYER_ROW (self), NULL);

  return self->layer;
}

/* What a widget shows because the layer says so is not a wish of the user. */
static void
eye_toggled_cb (AtlasLayerRow *self)
{
  gboolean visible = gtk_toggle_button_get_active (self->eye);

  if (self->layer && visible != atlas_layer_get_visible (self->layer))
    atlas_project_do_show_layer (self->project, self->layer, visible);
}

static void
opacity_changed_cb (AtlasLayerRow *self)
{
  double opacity = gtk_adjustment_get_value (self->opacity);

  if (self->layer && fabs (opacity - atlas_layer_get_style (self->layer)->opacity) > 0.001)
    atlas_project_do_set_opacity (self->project, self->layer, opacity);
}

static void
title_pressed_cb (AtlasLayerRow *self, int n_press)
{
  if (n_press == 2)
    atlas_layer_row_start_renaming (self);
}

static void
commit_cb (AtlasLayerRow *self)
{
  atlas_layer_row_stop_renaming (self, TRUE);
}

/* The menu’s commands are those of the window, with their keys: they are about the layer that is chosen. */
static void
menu_shown_cb (AtlasLayerRow *self)
{
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_LIST_BOX_ROW (self));
}

static void
open_menu_cb (AtlasLayerRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_menu_cb (ATLAS_LAYER_ROW (widget));
}

static void
style_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[STYLE_REQUESTED], 0);
}

static void
table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[TABLE_REQUESTED], 0);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_layer_row_start_renaming (ATLAS_LAYER_ROW (widget));
}

static void
keep_name_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_layer_row_stop_renaming (ATLAS_LAYER_ROW (widget), FALSE);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasLayerRow *self = ATLAS_LAYER_ROW (widget);
  gint64 to = (gint64) atlas_project_find_layer (self->project, self->layer) + g_variant_get_int32 (parameter);

  if (to >= 0 && to < g_list_model_get_n_items (G_LIST_MODEL (self->project)))
    atlas_project_do_move_layer (self->project, self->layer, (guint) to);
}

static void
reread_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasLayerRow *self = ATLAS_LAYER_ROW (widget);

  atlas_project_reread_layer (self->project, self->layer);
}

static void
atlas_layer_row_dispose (GObject *object)
{
  AtlasLayerRow *self = ATLAS_LAYER_ROW (object);

  g_signal_group_set_target (self->layer_signals, NULL);
  g_clear_object (&self->layer);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_LAYER_ROW);

  G_OBJECT_CLASS (atlas_layer_row_parent_class)->dispose (object);
}

static void
atlas_layer_row_finalize (GObject *object)
{
  g_object_unref (ATLAS_LAYER_ROW (object)->layer_signals);

  G_OBJECT_CLASS (atlas_layer_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (ATLAS_TYPE_LEGEND_VIEW);
  gtk_widget_class_set_template_from_resource (klass, "/io/github/kielce_atlas/KielceAtlas/ui/atlas-layer-row.ui");
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, handle);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, eye);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, name);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, title);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, entry);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, spinner);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, warning);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, problem);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, menu_button);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, progress);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, legend);
  gtk_widget_class_bind_template_child (klass, AtlasLayerRow, opacity);
  gtk_widget_class_bind_template_callback (klass, eye_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, opacity_changed_cb);
  gtk_widget_class_bind_template_callback (klass, title_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, menu_shown_cb);
  gtk_widget_class_bind_template_callback (klass, open_menu_cb);
  gtk_widget_class_bind_template_callback (klass, commit_cb);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "layer.menu", NULL, menu_cb);
  gtk_widget_class_install_action (klass, "layer.style", NULL, style_cb);
  gtk_widget_class_install_action (klass, "layer.table", NULL, table_cb);
  gtk_widget_class_install_action (klass, "layer.rename", NULL, rename_cb);
  gtk_widget_class_install_action (klass, "layer.keep-name", NULL, keep_name_cb);
  gtk_widget_class_install_action (klass, "layer.move", "i", move_cb);
  gtk_widget_class_install_action (klass, "layer.reread", NULL, reread_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "layer.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "layer.menu", NULL);
}

static guint
signal_new (const char *name)
{
  return g_signal_new (name, ATLAS_TYPE_LAYER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_layer_row_class_init (AtlasLayerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_layer_row_dispose;
  object_class->finalize = atlas_layer_row_finalize;
  signals[STYLE_REQUESTED] = signal_new ("style-requested");
  signals[TABLE_REQUESTED] = signal_new ("table-requested");
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
atlas_layer_row_init (AtlasLayerRow *self)
{
  self->layer_signals = g_signal_group_new (ATLAS_TYPE_LAYER);
  g_signal_group_connect_swapped (self->layer_signals, "notify", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_layer_row_add_drag (self);
}
