// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram-view-private.h"

#include <math.h>

#define GRAB_DISTANCE 12.0        /* logical pixels within which a break is taken hold of */
#define KEY_STEP      (1 / 100.0) /* of the axis, for an arrow key; a tenth of it with Shift */

static int
find_break (AtlasHistogramView *self, double x)
{
  double nearest = GRAB_DISTANCE;
  int found = -1;

  for (guint i = 0; i < atlas_histogram_view_get_n_movable (self); i++) {
    double distance = fabs (atlas_histogram_view_value_to_x (self, self->breaks->bounds[i]) - x);

    if (distance >= nearest)
      continue;
    nearest = distance;
    found = (int) i;
  }
  return found;
}

static void
drag_begin_cb (AtlasHistogramView *self, double x, double y, GtkGesture *gesture)
{
  int index = find_break (self, x);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  atlas_histogram_view_choose_break (self, index);
  self->dragging = index >= 0;
  self->drag_start = x;
  gtk_gesture_set_state (gesture, index >= 0 ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (AtlasHistogramView *self, double dx)
{
  if (self->dragging && self->chosen >= 0)
    atlas_histogram_view_move_break (self, (guint) self->chosen,
                                     atlas_histogram_view_x_to_value (self, self->drag_start + dx));
}

static void
drag_end_cb (AtlasHistogramView *self, double dx)
{
  gboolean moved = self->dragging && dx != 0;

  self->dragging = FALSE;
  if (moved)
    g_signal_emit_by_name (self, "breaks-changed");
}

static void
motion_cb (AtlasHistogramView *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_break (self, x) >= 0 ? "ew-resize" : NULL);
}

/* By a share of the axis, but at least by the finest step. */
static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AtlasHistogramView *self = ATLAS_HISTOGRAM_VIEW (widget);
  double share = g_variant_get_double (args);
  double value;
  double step;

  if (self->chosen < 0)
    return GDK_EVENT_PROPAGATE;
  value = self->breaks->bounds[self->chosen];
  step = atlas_histogram_axis_to_value (&self->axis, atlas_histogram_axis_to_place (&self->axis, value) + share) -
         value;
  step = copysign (MAX (fabs (step), atlas_histogram_view_get_step (self)), share);
  atlas_histogram_view_move_break (self, (guint) self->chosen, value + step);
  g_signal_emit_by_name (self, "breaks-changed");
  return GDK_EVENT_STOP;
}

/* Tab goes from break to break and leaves after the last. */
static gboolean
walk_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AtlasHistogramView *self = ATLAS_HISTOGRAM_VIEW (widget);
  int direction = g_variant_get_int32 (args);
  int n = (int) atlas_histogram_view_get_n_movable (self);
  int next = self->chosen < 0 && direction < 0 ? n - 1 : self->chosen + direction;
  gboolean found = next >= 0 && next < n;

  atlas_histogram_view_choose_break (self, found ? next : -1);
  return found ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/*
 * atlas_histogram_view_add_controllers:
 *
 * What the pointer may do: drag a break.
 */
void
atlas_histogram_view_add_controllers (AtlasHistogramView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/*
 * atlas_histogram_view_class_add_keys:
 *
 * What the keyboard may do: choose a break by Tab and move it by the arrows, finer with Shift.
 */
void
atlas_histogram_view_class_add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, 0, move_cb, "d", -KEY_STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, 0, move_cb, "d", KEY_STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, GDK_SHIFT_MASK, move_cb, "d", -KEY_STEP / 10);
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, GDK_SHIFT_MASK, move_cb, "d", KEY_STEP / 10);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, GDK_SHIFT_MASK, walk_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, walk_cb, "i", -1);
}
