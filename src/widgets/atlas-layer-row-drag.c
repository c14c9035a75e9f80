// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-row-private.h"

#include "atlas-commands.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, AtlasLayerRow *self)
{
  return gdk_content_provider_new_typed (ATLAS_TYPE_LAYER, self->layer);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, AtlasLayerRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
is_below (AtlasLayerRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
show_place (AtlasLayerRow *self, gboolean above, gboolean below)
{
  if (above)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-above");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  if (below)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-below");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, AtlasLayerRow *self)
{
  show_place (self, !is_below (self, y), is_below (self, y));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, AtlasLayerRow *self)
{
  show_place (self, FALSE, FALSE);
}

/* The place is counted without the layer that is carried there. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AtlasLayerRow *self)
{
  AtlasLayer *carried = g_value_get_object (value);
  guint from = atlas_project_find_layer (self->project, carried);
  guint to = atlas_project_find_layer (self->project, self->layer) + (is_below (self, y) ? 1 : 0);

  show_place (self, FALSE, FALSE);
  if (from == ATLAS_NO_POSITION || carried == self->layer)
    return FALSE;
  atlas_project_do_move_layer (self->project, carried, from < to ? to - 1 : to);
  return TRUE;
}

/*
 * atlas_layer_row_add_drag:
 *
 * Lets the row be carried by its handle, and others be laid above or below it.
 */
void
atlas_layer_row_add_drag (AtlasLayerRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ATLAS_TYPE_LAYER, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_cursor_from_name (self->handle, "grab");
}
