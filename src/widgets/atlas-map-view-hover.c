// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-feature-text.h"
#include "atlas-locale.h"
#include "atlas-projection.h"

#define TIP_DISTANCE 16 /* logical pixels between the pointer and the note */

static char *
format_degrees (double degrees, const char *positive, const char *negative)
{
  g_autofree char *number = atlas_number_format (fabs (degrees), 5, atlas_locale_get_number_form ());

  return g_strdup_printf ("%s° %s", number, degrees < 0 ? negative : positive);
}

static char *
format_projected (AtlasPoint p)
{
  g_autofree char *x = atlas_number_format (p.x, 0, atlas_locale_get_number_form ());
  g_autofree char *y = atlas_number_format (p.y, 0, atlas_locale_get_number_form ());

  return g_strdup_printf ("%s / %s", x, y);
}

static char *
format_lonlat (AtlasMapView *self, AtlasCrs *crs, AtlasPoint p)
{
  g_autofree char *lat = NULL;
  g_autofree char *lon = NULL;

  if (!self->lonlat)
    self->lonlat = atlas_crs_new_from_epsg (4326, NULL);
  if (!self->lonlat || !atlas_crs_transform_points (crs, self->lonlat, &p, 1, NULL) || !atlas_point_is_finite (p))
    return NULL;
  lat = format_degrees (p.y, "N", "S");
  lon = format_degrees (p.x, "E", "W");
  return g_strdup_printf ("%s  %s", lat, lon);
}

static char *
describe_position (AtlasMapView *self)
{
  AtlasTransform t = atlas_viewport_get_transform (atlas_project_get_viewport (self->project));
  AtlasPoint p = atlas_transform_to_map (t, self->pointer);
  AtlasCrs *crs = atlas_project_get_crs (self->project);
  g_autofree char *projected = format_projected (p);
  g_autofree char *lonlat = crs ? format_lonlat (self, crs, p) : NULL;

  return lonlat ? g_strdup_printf ("%s · %s", lonlat, projected) : g_steal_pointer (&projected);
}

static void
take_pointer_text (AtlasMapView *self, char *text)
{
  g_free (self->pointer_text);
  self->pointer_text = text;
  g_object_notify (G_OBJECT (self), "pointer-text");
}

static void
show_tip (AtlasMapView *self, AtlasLayer *layer, gsize row)
{
  g_autofree char *name = atlas_feature_dup_name (layer, row);
  g_autofree char *value = atlas_feature_dup_value (layer, row);
  g_autofree char *measure = value ? atlas_layer_dup_measure (layer) : g_strdup (atlas_layer_get_title (layer));

  gtk_label_set_text (self->tip_name, name);
  gtk_label_set_text (self->tip_measure, measure);
  gtk_label_set_text (self->tip_value, value ? value : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tip_value), value != NULL);
  gtk_widget_set_visible (self->tip, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
look_under_pointer (AtlasMapView *self)
{
  gsize row = G_MAXSIZE;
  AtlasLayer *layer = atlas_map_view_find_feature (self, self->pointer, &row);

  atlas_selection_set_hover (atlas_project_get_selection (self->project), layer, row);
  take_pointer_text (self, describe_position (self));
  atlas_map_view_update_cursor (self);
  if (layer && self->drag == ATLAS_MAP_DRAG_NONE)
    show_tip (self, layer, row);
  else
    gtk_widget_set_visible (self->tip, FALSE);
}

static gboolean
hover_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  self->hover_id = 0;
  if (self->project && self->has_pointer)
    look_under_pointer (self);
  return G_SOURCE_REMOVE;
}

/*
 * atlas_map_view_queue_hover:
 *
 * Looks what is under the pointer, once in a frame however often it moves.
 */
void
atlas_map_view_queue_hover (AtlasMapView *self)
{
  if (!self->hover_id)
    self->hover_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), hover_tick_cb, NULL, NULL);
}

/*
 * atlas_map_view_stop_hover:
 *
 * Forgets the pointer: it has left, or the map is another one.
 */
void
atlas_map_view_stop_hover (AtlasMapView *self)
{
  if (self->hover_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->hover_id);
  self->hover_id = 0;
  self->has_pointer = FALSE;
  if (self->project)
    atlas_selection_set_hover (atlas_project_get_selection (self->project), NULL, G_MAXSIZE);
  if (self->tip)
    gtk_widget_set_visible (self->tip, FALSE);
  take_pointer_text (self, NULL);
}

/* Beside the pointer; on its other side where the edge is near. */
static int
place_beside (double pointer, int size, int room)
{
  int place = (int) pointer + TIP_DISTANCE;

  if (place + size > room)
    place = (int) pointer - TIP_DISTANCE - size;
  return CLAMP (place, 0, MAX (room - size, 0));
}

/*
 * atlas_map_view_allocate_tip:
 *
 * Gives the note beside the pointer its place.
 */
void
atlas_map_view_allocate_tip (AtlasMapView *self, int width, int height)
{
  GtkAllocation place = { 0 };

  if (!gtk_widget_should_layout (self->tip))
    return;
  gtk_widget_measure (self->tip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
  gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
  place.x = place_beside (self->pointer.x, place.width, width);
  place.y = place_beside (self->pointer.y, place.height, height);
  gtk_widget_size_allocate (self->tip, &place, -1);
}
