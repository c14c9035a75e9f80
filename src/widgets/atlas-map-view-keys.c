// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#define PAN_STEP  64.0 /* logical pixels for an arrow key */
#define ZOOM_STEP 1.5  /* for + and − */

static gboolean
pan_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  double dx, dy;

  g_variant_get (args, "(dd)", &dx, &dy);
  atlas_map_view_stop_fling (self);
  if (self->project)
    atlas_viewport_pan (atlas_project_get_viewport (self->project), dx, dy);
  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  atlas_map_view_zoom (ATLAS_MAP_VIEW (widget), g_variant_get_double (args));
  return GDK_EVENT_STOP;
}

static gboolean
show_all_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  atlas_map_view_show_all (ATLAS_MAP_VIEW (widget));
  return GDK_EVENT_STOP;
}

static gboolean
walk_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return atlas_map_view_move_focus (ATLAS_MAP_VIEW (widget), g_variant_get_int32 (args));
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  guint32 row = (guint32) self->focus.row;

  if (!self->focus.layer)
    return GDK_EVENT_PROPAGATE;
  atlas_selection_select (atlas_project_get_selection (self->project), self->focus.layer, &row, 1,
                          ATLAS_SELECT_REPLACE);
  atlas_map_view_activate (self, self->focus.layer, self->focus.row);
  return GDK_EVENT_STOP;
}

/* Leaves one thing at a time: the outline being drawn, the tool, the focused feature, the selection. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  gsize n = 0;

  if (self->outline->len > 0)
    atlas_map_view_cancel_outline (self);
  else if (self->tool != ATLAS_MAP_TOOL_PAN)
    atlas_map_view_set_tool (self, ATLAS_MAP_TOOL_PAN);
  else if (self->focus.layer)
    atlas_map_view_clear_focus (self);
  else if (self->project && atlas_selection_get_rows (atlas_project_get_selection (self->project), &n) && n > 0)
    atlas_selection_clear (atlas_project_get_selection (self->project));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
add_pan (GtkWidgetClass *klass, guint key, double dx, double dy)
{
  gtk_widget_class_add_binding (klass, key, 0, pan_cb, "(dd)", dx * PAN_STEP, dy * PAN_STEP);
  gtk_widget_class_add_binding (klass, key, GDK_SHIFT_MASK, pan_cb, "(dd)", dx * PAN_STEP * 5, dy * PAN_STEP * 5);
}

static void
add_zoom (GtkWidgetClass *klass)
{
  const guint closer[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  const guint farther[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  const guint all[] = { GDK_KEY_0, GDK_KEY_KP_0, GDK_KEY_Home };

  for (guint i = 0; i < G_N_ELEMENTS (closer); i++)
    gtk_widget_class_add_binding (klass, closer[i], 0, zoom_cb, "d", ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (farther); i++)
    gtk_widget_class_add_binding (klass, farther[i], 0, zoom_cb, "d", 1 / ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_class_add_binding (klass, all[i], 0, show_all_cb, NULL);
}

/*
 * atlas_map_view_class_add_keys:
 *
 * All that the keyboard may do on the map. Tab walks through the features seen and leaves the map after the last;
 * Control and Tab leaves at once.
 */
void
atlas_map_view_class_add_keys (GtkWidgetClass *klass)
{
  add_pan (klass, GDK_KEY_Left, 1, 0);
  add_pan (klass, GDK_KEY_Right, -1, 0);
  add_pan (klass, GDK_KEY_Up, 0, 1);
  add_pan (klass, GDK_KEY_Down, 0, -1);
  add_zoom (klass);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, walk_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, GDK_SHIFT_MASK, walk_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
}
