// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

/* A map coordinate may be far outside the window when zoomed in; cairo's fixed point holds 8 million pixels. */
#define FARTHEST 1e6

static AtlasPoint
clamp_point (AtlasPoint p)
{
  return ATLAS_POINT_INIT (CLAMP (p.x, -FARTHEST, FARTHEST), CLAMP (p.y, -FARTHEST, FARTHEST));
}

/* Positions closer together than half a pixel are passed over: a coast seen from afar is not worth its detail. */
static void
add_ring (cairo_t *cr, const AtlasGeometry *g, guint32 ring, AtlasTransform t)
{
  AtlasPoint last = { 0, 0 };

  for (guint32 i = g->rings[ring]; i < g->rings[ring + 1]; i++) {
    AtlasPoint p = clamp_point (atlas_transform_to_device (t, g->points[i]));

    if (i == g->rings[ring])
      cairo_move_to (cr, p.x, p.y);
    else if (atlas_point_distance_squared (p, last) < 0.25)
      continue;
    else
      cairo_line_to (cr, p.x, p.y);
    last = p;
  }
}

static void
add_points (cairo_t *cr, const AtlasGeometry *g, guint32 ring, AtlasTransform t)
{
  for (guint32 i = g->rings[ring]; i < g->rings[ring + 1]; i++) {
    AtlasPoint p = clamp_point (atlas_transform_to_device (t, g->points[i]));

    cairo_new_sub_path (cr);
    cairo_arc (cr, p.x, p.y, 7, 0, 2 * G_PI);
  }
}

static void
add_part (cairo_t *cr, const AtlasGeometry *g, guint32 part, AtlasTransform t)
{
  for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++) {
    if (g->kinds[part] == ATLAS_PART_POINT) {
      add_points (cr, g, ring, t);
      continue;
    }
    add_ring (cr, g, ring, t);
    if (g->kinds[part] == ATLAS_PART_POLYGON)
      cairo_close_path (cr);
  }
}

static GdkRGBA
lookup_colour (AtlasMapView *self, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

/* An outline in the accent colour with a light halo, so that it stands out of any fill without hiding it. */
static void
stroke_outline (AtlasMapView *self, cairo_t *cr, double width)
{
  GdkRGBA accent = lookup_colour (self, "accent_bg_color");

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.85);
  cairo_set_line_width (cr, width + 3);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_feature (AtlasMapView *self, cairo_t *cr, AtlasLayer *layer, gsize row, double width)
{
  AtlasTable *table = atlas_layer_get_table (layer);
  AtlasTransform t = atlas_viewport_get_transform (atlas_project_get_viewport (self->project));
  const AtlasGeometry *g = table ? atlas_table_get_geometry (table) : NULL;

  if (!g || row >= g->n_features)
    return;
  for (guint32 part = g->features[row]; part < g->features[row + 1]; part++)
    add_part (cr, g, part, t);
  stroke_outline (self, cr, width);
}

static void
draw_rubber (AtlasMapView *self, cairo_t *cr)
{
  GdkRGBA accent = lookup_colour (self, "accent_bg_color");
  const AtlasPoint *corners = (const AtlasPoint *) self->outline->data;

  for (guint i = 0; i < self->outline->len; i++)
    cairo_line_to (cr, corners[i].x, corners[i].y);
  cairo_close_path (cr);
  accent.alpha = 0.15f;
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_fill_preserve (cr);
  stroke_outline (self, cr, 1.5);
}

/*
 * atlas_map_view_snapshot_overlay:
 *
 * What must follow the hand without waiting for a picture: the feature under the pointer, the one the keyboard is
 * on, and the rectangle or lasso being drawn.
 */
void
atlas_map_view_snapshot_overlay (AtlasMapView *self, GtkSnapshot *snapshot)
{
  gsize row = G_MAXSIZE;
  AtlasLayer *hover = atlas_selection_get_hover (atlas_project_get_selection (self->project), &row);
  cairo_t *cr = NULL;

  if (!hover && !self->focus.layer && self->outline->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                                 (float) gtk_widget_get_height (GTK_WIDGET (self))));
  if (hover)
    draw_feature (self, cr, hover, row, 1.5);
  if (self->focus.layer)
    draw_feature (self, cr, self->focus.layer, self->focus.row, 3);
  if (self->outline->len > 0)
    draw_rubber (self, cr);
  cairo_destroy (cr);
}
