// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-canvas-private.h"
#include "atlas-disc-sprites.h"

#include <math.h>

/* A vector page is resolved as finely as a good printer does it. */
#define VECTOR_PIXEL_MM 0.04
#define VECTOR_SEAL_MM  0.05

static void
set_colour (cairo_t *cr, AtlasColour colour)
{
  cairo_set_source_rgba (cr, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

static void
trace_outline (cairo_t *cr, const AtlasPoint *points, guint n, gboolean closed)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (closed)
    cairo_close_path (cr);
}

static void
trace (cairo_t *cr, const AtlasPath *path)
{
  cairo_new_path (cr);
  for (guint i = 0; i < path->starts->len; i++) {
    guint n;
    const AtlasPoint *points = atlas_path_get_outline (path, i, &n);

    trace_outline (cr, points, n, path->closed);
  }
}

static cairo_t *
get_cr (AtlasCanvas *canvas)
{
  return ((AtlasCairoCanvas *) canvas)->cr;
}

static void
cairo_canvas_fill (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour)
{
  cairo_t *cr = get_cr (canvas);

  trace (cr, path);
  set_colour (cr, colour);
  cairo_fill (cr);
}

/* A viewer of pages antialiases each area by itself, so each reaches a little under its neighbours. */
static void
cairo_canvas_seal (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour)
{
  canvas->klass->stroke (canvas, path, colour, VECTOR_SEAL_MM * canvas->mm);
}

static AtlasExtent
get_clip_box (cairo_t *cr)
{
  AtlasExtent box;

  cairo_clip_extents (cr, &box.xmin, &box.ymin, &box.xmax, &box.ymax);
  return box;
}

static void
cairo_canvas_hatch (AtlasCanvas *canvas, const AtlasPath *path, AtlasHatch hatch)
{
  cairo_t *cr = get_cr (canvas);
  AtlasExtent box = atlas_extent_intersection (atlas_path_get_extent (path), get_clip_box (cr));

  cairo_canvas_fill (canvas, path, ATLAS_HATCH_GROUND);
  if (atlas_extent_is_empty (box))
    return;
  cairo_save (cr);
  trace (cr, path);
  cairo_clip (cr);
  atlas_hatch_stroke (hatch, cr, canvas->mm, box, ATLAS_POINT_INIT (path->transform.x0, path->transform.y0));
  cairo_restore (cr);
}

static void
cairo_canvas_stroke (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour, double width)
{
  cairo_t *cr = get_cr (canvas);

  trace (cr, path);
  set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Sprites are made of pixels, so the canvas must be in pixels too. */
static void
cairo_canvas_disc (AtlasCanvas *canvas, const AtlasDisc *disc)
{
  const AtlasCairoCanvas *self = (const AtlasCairoCanvas *) canvas;

  if (!self->sprites || !atlas_disc_sprites_stamp (self->sprites, self->cr, disc))
    atlas_disc_trace (disc, self->cr);
}

static double
find_text_start (const AtlasText *text)
{
  double width = atlas_text_measure (text->string, text->size, text->bold).width;

  if (text->anchor == ATLAS_TEXT_START)
    return text->at.x;
  return text->at.x - (text->anchor == ATLAS_TEXT_MIDDLE ? width / 2 : width);
}

static void
move_to_baseline (cairo_t *cr, PangoLayout *layout)
{
  cairo_move_to (cr, 0, -pango_layout_get_baseline (layout) / (double) PANGO_SCALE);
}

/* The layout has scaled @cr to its own size, so the glow's width is scaled back. */
static void
stroke_halo (cairo_t *cr, const AtlasText *text, PangoLayout *layout, double scale)
{
  move_to_baseline (cr, layout);
  pango_cairo_layout_path (cr, layout);
  set_colour (cr, text->halo_colour);
  cairo_set_line_width (cr, 2 * text->halo * scale);
  cairo_stroke (cr);
}

/* On pixels cairo moves each glyph to a whole one, and in small lines the gaps between words close; outlines stay where
 * they were measured. A page keeps its text as text. */
static void
show_layout (const AtlasCairoCanvas *self, PangoLayout *layout)
{
  if (!self->raster) {
    pango_cairo_show_layout (self->cr, layout);
    return;
  }
  pango_cairo_layout_path (self->cr, layout);
  cairo_fill (self->cr);
}

static void
cairo_canvas_text (AtlasCanvas *canvas, const AtlasText *text)
{
  cairo_t *cr = get_cr (canvas);
  g_autoptr (PangoLayout) layout = NULL;
  double scale;

  cairo_save (cr);
  cairo_translate (cr, find_text_start (text), text->at.y);
  layout = atlas_text_create_layout (text->string, text->size, text->bold, &scale);
  cairo_scale (cr, 1 / scale, 1 / scale);
  pango_cairo_update_layout (cr, layout);
  if (text->halo > 0)
    stroke_halo (cr, text, layout, scale);
  move_to_baseline (cr, layout);
  set_colour (cr, text->colour);
  show_layout ((const AtlasCairoCanvas *) canvas, layout);
  cairo_restore (cr);
  cairo_new_path (cr);
}

static void
cairo_canvas_picture (AtlasCanvas *canvas, const AtlasPicture *picture, AtlasExtent box)
{
  cairo_t *cr = get_cr (canvas);
  cairo_surface_t *image = cairo_image_surface_create_for_data ((guint8 *) picture->pixels, CAIRO_FORMAT_ARGB32,
                                                                picture->width, picture->height, picture->stride);

  cairo_save (cr);
  cairo_rectangle (cr, box.xmin, box.ymin, box.xmax - box.xmin, box.ymax - box.ymin);
  cairo_clip (cr);
  cairo_translate (cr, box.xmin, box.ymin);
  cairo_scale (cr, (box.xmax - box.xmin) / picture->width, (box.ymax - box.ymin) / picture->height);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

static void
push (AtlasCairoCanvas *self, double opacity)
{
  g_return_if_fail (self->depth < G_N_ELEMENTS (self->opacities));

  cairo_save (self->cr);
  self->opacities[self->depth++] = opacity;
}

static void
cairo_canvas_push_frame (AtlasCanvas *canvas, double x, double y, double width, double height)
{
  cairo_t *cr = get_cr (canvas);

  push ((AtlasCairoCanvas *) canvas, 1);
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
}

static void
cairo_canvas_push_layer (AtlasCanvas *canvas, const char *title, double opacity)
{
  push ((AtlasCairoCanvas *) canvas, opacity);
  if (opacity < 1)
    cairo_push_group (get_cr (canvas));
}

static void
cairo_canvas_pop (AtlasCanvas *canvas)
{
  AtlasCairoCanvas *self = (AtlasCairoCanvas *) canvas;
  double opacity = self->opacities[--self->depth];

  if (opacity < 1) {
    cairo_pop_group_to_source (self->cr);
    cairo_paint_with_alpha (self->cr, opacity);
  }
  cairo_restore (self->cr);
}

#define COMMON_METHODS                                                                                                 \
  .fill = cairo_canvas_fill, .hatch = cairo_canvas_hatch, .stroke = cairo_canvas_stroke, .disc = cairo_canvas_disc,    \
  .text = cairo_canvas_text, .picture = cairo_canvas_picture, .push_frame = cairo_canvas_push_frame,                   \
  .push_layer = cairo_canvas_push_layer, .pop = cairo_canvas_pop

static const AtlasCanvasClass page_class = { COMMON_METHODS, .seal = cairo_canvas_seal };
static const AtlasCanvasClass pixel_class = { COMMON_METHODS, .begin_mosaic = _atlas_cairo_canvas_begin_mosaic,
                                              .hatch_coat = _atlas_cairo_canvas_hatch_coat,
                                              .draw_mosaic = _atlas_cairo_canvas_draw_mosaic };

static gboolean
is_raster (cairo_surface_t *surface)
{
  cairo_surface_type_t type = cairo_surface_get_type (surface);

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_SVG && type != CAIRO_SURFACE_TYPE_PS &&
         type != CAIRO_SURFACE_TYPE_RECORDING;
}

static gboolean
is_in_pixels (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return matrix.xx == 1 && matrix.yy == 1 && matrix.xy == 0 && matrix.yx == 0;
}

/**
 * atlas_cairo_canvas_init:
 * @cr: to draw on; must outlive the canvas
 * @units_per_mm: units of @cr in a millimetre
 */
void
atlas_cairo_canvas_init (AtlasCairoCanvas *self, cairo_t *cr, double units_per_mm)
{
  double x = 1;
  double y = 0;

  *self = (AtlasCairoCanvas){ .cr = cr, .raster = is_raster (cairo_get_target (cr)) };
  self->parent.klass = self->raster ? &pixel_class : &page_class;
  self->parent.mm = units_per_mm;
  cairo_device_to_user_distance (cr, &x, &y);
  self->parent.pixel = self->raster ? fabs (x) : VECTOR_PIXEL_MM * units_per_mm;
  if (self->raster && is_in_pixels (cr))
    self->sprites = atlas_disc_sprites_get (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
}
