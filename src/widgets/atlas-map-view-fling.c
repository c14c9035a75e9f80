// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <math.h>

#define FRICTION      4.5  /* of the speed, per second: the map glides for about a second */
#define SLOWEST_SPEED 15.0 /* logical pixels a second */

static gboolean
is_slow (AtlasMapView *self)
{
  return hypot (self->velocity_x, self->velocity_y) < SLOWEST_SPEED;
}

static gboolean
fling_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->fling_time ? (double) (now - self->fling_time) / G_USEC_PER_SEC : 0;
  double left = exp (-FRICTION * seconds);

  self->fling_time = now;
  atlas_viewport_pan (atlas_project_get_viewport (self->project), self->velocity_x * seconds,
                      self->velocity_y * seconds);
  self->velocity_x *= left;
  self->velocity_y *= left;
  if (!is_slow (self))
    return G_SOURCE_CONTINUE;
  self->fling_id = 0;
  return G_SOURCE_REMOVE;
}

/*
 * atlas_map_view_fling:
 * @velocity_x: logical pixels a second
 * @velocity_y: logical pixels a second
 *
 * Lets the map glide on and come to rest by itself.
 */
void
atlas_map_view_fling (AtlasMapView *self, double velocity_x, double velocity_y)
{
  atlas_map_view_stop_fling (self);
  self->velocity_x = velocity_x;
  self->velocity_y = velocity_y;
  self->fling_time = 0;
  if (self->project && !is_slow (self))
    self->fling_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fling_tick_cb, NULL, NULL);
}

/*
 * atlas_map_view_stop_fling:
 *
 * Holds a gliding map, as a finger laid on it does.
 */
void
atlas_map_view_stop_fling (AtlasMapView *self)
{
  if (self->fling_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fling_id);
  self->fling_id = 0;
}
