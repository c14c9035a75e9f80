// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <math.h>

#define WHEEL_STEP     1.25 /* zoom for one notch of the wheel */
#define SURFACE_STEP   1.01 /* zoom for one logical pixel of a touchpad scrolled with Control held */
#define DRAG_THRESHOLD 4.0  /* logical pixels before a click becomes a drag */

static AtlasViewport *
get_viewport (AtlasMapView *self)
{
  return atlas_project_get_viewport (self->project);
}

static const char *
choose_cursor (AtlasMapView *self)
{
  gsize row = G_MAXSIZE;

  if (self->drag == ATLAS_MAP_DRAG_PAN)
    return "grabbing";
  if (self->tool != ATLAS_MAP_TOOL_PAN || self->drag != ATLAS_MAP_DRAG_NONE)
    return "crosshair";
  if (self->project && atlas_selection_get_hover (atlas_project_get_selection (self->project), &row))
    return "pointer";
  return "default";
}

/*
 * atlas_map_view_update_cursor:
 *
 * Shows by the cursor what a press of the button would do.
 */
void
atlas_map_view_update_cursor (AtlasMapView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), choose_cursor (self));
}

static void
motion_cb (AtlasMapView *self, double x, double y)
{
  self->pointer = ATLAS_POINT_INIT (x, y);
  self->has_pointer = TRUE;
  atlas_map_view_queue_hover (self);
}

static AtlasMapDrag
choose_drag (AtlasMapView *self, GdkModifierType state)
{
  if (self->tool == ATLAS_MAP_TOOL_LASSO)
    return ATLAS_MAP_DRAG_LASSO;
  if (self->tool == ATLAS_MAP_TOOL_RECTANGLE || (state & GDK_SHIFT_MASK))
    return ATLAS_MAP_DRAG_RECTANGLE;
  return ATLAS_MAP_DRAG_PAN;
}

static void
start_drag (AtlasMapView *self, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag = choose_drag (self, state);
  self->drag_last = self->drag_start;
  if (self->drag != ATLAS_MAP_DRAG_PAN)
    atlas_map_view_begin_outline (self, self->drag_start);
  gtk_widget_set_visible (self->tip, FALSE);
  atlas_map_view_update_cursor (self);
}

static void
continue_drag (AtlasMapView *self, AtlasPoint now)
{
  if (self->drag == ATLAS_MAP_DRAG_PAN)
    atlas_viewport_pan (get_viewport (self), now.x - self->drag_last.x, now.y - self->drag_last.y);
  else
    atlas_map_view_extend_outline (self, now);
  self->drag_last = now;
}

static void
drag_begin_cb (AtlasMapView *self, double x, double y)
{
  atlas_map_view_stop_fling (self);
  self->drag_start = ATLAS_POINT_INIT (x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (AtlasMapView *self, double dx, double dy, GtkGesture *gesture)
{
  if (!self->project)
    return;
  if (self->drag == ATLAS_MAP_DRAG_NONE && hypot (dx, dy) < DRAG_THRESHOLD)
    return;
  if (self->drag == ATLAS_MAP_DRAG_NONE)
    start_drag (self, gesture);
  continue_drag (self, ATLAS_POINT_INIT (self->drag_start.x + dx, self->drag_start.y + dy));
}

static void
drag_end_cb (AtlasMapView *self, double dx, double dy, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->drag == ATLAS_MAP_DRAG_RECTANGLE || self->drag == ATLAS_MAP_DRAG_LASSO)
    atlas_map_view_end_outline (self, state);
  self->drag = ATLAS_MAP_DRAG_NONE;
  atlas_map_view_update_cursor (self);
}

static void
drag_cancel_cb (AtlasMapView *self)
{
  self->drag = ATLAS_MAP_DRAG_NONE;
  atlas_map_view_cancel_outline (self);
  atlas_map_view_update_cursor (self);
}

/* A finger or pointer let go while moving: only panning glides on. */
static void
swipe_cb (AtlasMapView *self, double velocity_x, double velocity_y)
{
  if (self->drag == ATLAS_MAP_DRAG_PAN)
    atlas_map_view_fling (self, velocity_x, velocity_y);
}

static void
released_cb (AtlasMapView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  AtlasPoint place = ATLAS_POINT_INIT (x, y);

  if (!self->project)
    return;
  if (n_press == 1)
    atlas_map_view_select_at (self, place, state);
  else if (n_press == 2)
    atlas_viewport_zoom (get_viewport (self), state & GDK_SHIFT_MASK ? 0.5 : 2, place);
}

static AtlasPoint
get_zoom_centre (AtlasMapView *self)
{
  if (self->has_pointer)
    return self->pointer;
  return ATLAS_POINT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/* A wheel zooms about the pointer; two fingers on a touchpad move the map, and zoom while Control is held. */
static gboolean
scroll_cb (AtlasMapView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!self->project)
    return GDK_EVENT_PROPAGATE;
  atlas_map_view_stop_fling (self);
  if (wheel || (state & GDK_CONTROL_MASK))
    atlas_viewport_zoom (get_viewport (self), pow (wheel ? WHEEL_STEP : SURFACE_STEP, -dy), get_zoom_centre (self));
  else
    atlas_viewport_pan (get_viewport (self), -dx, -dy);
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (AtlasMapView *self, double velocity_x, double velocity_y)
{
  atlas_map_view_fling (self, -velocity_x, -velocity_y);
}

static void
pinch_begin_cb (AtlasMapView *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  atlas_map_view_stop_fling (self);
  self->pinch_scale = 1;
  gtk_gesture_get_bounding_box_center (gesture, &self->pinch_centre.x, &self->pinch_centre.y);
}

static void
pinch_cb (AtlasMapView *self, double scale, GtkGesture *gesture)
{
  AtlasPoint centre = self->pinch_centre;

  if (!self->project || scale <= 0)
    return;
  gtk_gesture_get_bounding_box_center (gesture, &centre.x, &centre.y);
  atlas_viewport_pan (get_viewport (self), centre.x - self->pinch_centre.x, centre.y - self->pinch_centre.y);
  atlas_viewport_zoom (get_viewport (self), scale / self->pinch_scale, centre);
  self->pinch_centre = centre;
  self->pinch_scale = scale;
}

static void
add_pointer (AtlasMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (atlas_map_view_stop_hover), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_drag (AtlasMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag);
}

static void
add_scroll (AtlasMapView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
add_pinch (AtlasMapView *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/*
 * atlas_map_view_add_controllers:
 *
 * All that a mouse, a touchpad and fingers may do on the map.
 */
void
atlas_map_view_add_controllers (AtlasMapView *self)
{
  add_pointer (self);
  add_drag (self);
  add_scroll (self);
  add_pinch (self);
}
