// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scene-private.h"
#include "atlas-sheet.h"

#include <math.h>

#define INK            ATLAS_COLOUR_RGB (0x1f1f1f)
#define GREY           ATLAS_COLOUR_RGB (0x6f6f6f)
#define PANEL          ((AtlasColour){ 255, 255, 255, 225 })
#define PANEL_EDGE     ((AtlasColour){ 0, 0, 0, 36 })
#define NEATLINE_WIDTH 0.2
#define CREDIT_SIZE    2.3
#define CREDIT_LEAD    1.35
#define TITLE_LEADING  1.22

static void
fill_box (AtlasCanvas *canvas, AtlasExtent box, AtlasColour fill, AtlasColour edge, double edge_width)
{
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, TRUE);
  atlas_path_add_rectangle (&path, box.xmin, box.ymin, box.xmax - box.xmin, box.ymax - box.ymin);
  if (fill.a > 0)
    canvas->klass->fill (canvas, &path, fill);
  if (edge_width > 0)
    canvas->klass->stroke (canvas, &path, edge, edge_width);
  atlas_path_clear (&path);
}

/* @bleed, in millimetres, covers the last row of pixels whole when the sheet ends within it. */
static void
draw_ground (const AtlasSheet *self, AtlasCanvas *canvas, double bleed)
{
  AtlasExtent sheet = { 0, 0, self->layout->width + bleed, self->layout->height + bleed };

  fill_box (canvas, sheet, self->layout->background, INK, 0);
}

static void
draw_title (const AtlasSheet *self, AtlasCanvas *canvas)
{
  AtlasText text = { .at = { self->margin, self->margin + self->title_size * 0.95 },
                     .size = self->title_size,
                     .bold = TRUE,
                     .colour = INK };

  for (guint i = 0; self->title_lines[i]; i++) {
    text.string = self->title_lines[i];
    canvas->klass->text (canvas, &text);
    text.at.y += self->title_size * TITLE_LEADING;
  }
}

static void
draw_credit (const AtlasSheet *self, AtlasCanvas *canvas)
{
  guint n = g_strv_length (self->credit_lines);
  AtlasText text = { .at = self->credit_at, .size = CREDIT_SIZE * self->unit, .colour = GREY };

  for (guint i = 0; i < n; i++) {
    text.string = self->credit_lines[i];
    text.at.y = self->credit_at.y - (n - 1 - i) * text.size * CREDIT_LEAD;
    canvas->klass->text (canvas, &text);
  }
}

static void
draw_legend (const AtlasSheet *self, AtlasCanvas *canvas)
{
  AtlasExtent panel = atlas_sheet_get_panel (self);

  if (!atlas_extent_is_empty (panel))
    fill_box (canvas, panel, PANEL, PANEL_EDGE, 0.15 * self->unit);
  atlas_legend_draw (self->legend, canvas, self->legend_at);
}

/* All around and over the map. */
static void
draw_furniture (const AtlasSheet *self, AtlasCanvas *canvas)
{
  AtlasColour none = { 0 };

  if (self->layout->kind == ATLAS_LAYOUT_BARE)
    return;
  if (self->neatline)
    fill_box (canvas, self->frame, none, GREY, NEATLINE_WIDTH * self->unit);
  draw_title (self, canvas);
  draw_legend (self, canvas);
  atlas_scale_rule_draw (self->scale_rule, canvas, self->scale_rule_at, self->unit, self->form);
  draw_credit (self, canvas);
}

/* What lies over the map, in millimetres from the frame's corner: names keep out of it. */
static guint
list_obstacles (const AtlasSheet *self, AtlasExtent *obstacles)
{
  AtlasExtent boxes[] = { atlas_sheet_get_panel (self), atlas_sheet_get_scale_rule_box (self) };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    if (!atlas_extent_intersects (boxes[i], self->frame))
      continue;
    obstacles[n++] = (AtlasExtent){ boxes[i].xmin - self->frame.xmin, boxes[i].ymin - self->frame.ymin,
                                    boxes[i].xmax - self->frame.xmin, boxes[i].ymax - self->frame.ymin };
  }
  return n;
}

/* The map at @scale units in a millimetre; @box is the frame in these units. */
static AtlasScene *
create_scene (const AtlasSheet *self, double scale, AtlasExtent box)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;
  AtlasTransform t = self->transform;
  AtlasExtent obstacles[2];
  guint n_obstacles = list_obstacles (self, obstacles);

  options.transform = (AtlasTransform){ t.scale * scale, t.x0 * scale - box.xmin, t.y0 * scale - box.ymin };
  options.width = atlas_extent_width (box);
  options.height = atlas_extent_height (box);
  options.units_per_mm = scale;
  options.metres_per_unit = self->layout->metres_per_unit;
  options.background.a = 0; /* the sheet's own ground lies below */
  options.number_form = self->form;
  return _atlas_scene_new_with_obstacles (self->layout->layers, self->layout->n_layers, &options, obstacles,
                                          n_obstacles);
}

/**
 * atlas_sheet_draw:
 * @canvas: in millimetres
 * @cancellable: (nullable): polled
 *
 * Draws the whole sheet.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
atlas_sheet_draw (const AtlasSheet *self, AtlasCanvas *canvas, GCancellable *cancellable)
{
  g_autoptr (AtlasScene) scene = create_scene (self, 1, self->frame);
  AtlasExtent f = self->frame;
  gboolean done;

  draw_ground (self, canvas, 0);
  canvas->klass->push_frame (canvas, f.xmin, f.ymin, atlas_extent_width (f), atlas_extent_height (f));
  done = _atlas_scene_draw_canvas (scene, canvas, cancellable);
  canvas->klass->pop (canvas);
  if (done)
    draw_furniture (self, canvas);
  return done;
}

static AtlasExtent
get_pixel_frame (const AtlasSheet *self, double scale)
{
  return (AtlasExtent){ rint (self->frame.xmin * scale), rint (self->frame.ymin * scale),
                        rint (self->frame.xmax * scale), rint (self->frame.ymax * scale) };
}

/**
 * atlas_sheet_create_pixel_scene:
 * @pixels_per_mm: resolution
 *
 * Returns: (transfer full): the map in pixels, for [method@Sheet.draw_window]
 */
AtlasScene *
atlas_sheet_create_pixel_scene (const AtlasSheet *self, double pixels_per_mm)
{
  return create_scene (self, pixels_per_mm, get_pixel_frame (self, pixels_per_mm));
}

/* A view of those pixels of @image that are within @box, which is not empty. */
static cairo_surface_t *
view_box (cairo_surface_t *image, AtlasExtent box)
{
  int stride = cairo_image_surface_get_stride (image);
  guint8 *pixels = cairo_image_surface_get_data (image) + (gsize) stride * (gsize) box.ymin + 4 * (gsize) box.xmin;

  return cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, (int) atlas_extent_width (box),
                                              (int) atlas_extent_height (box), stride);
}

static gboolean
draw_map_window (AtlasScene *scene, AtlasExtent frame, cairo_surface_t *image, int x, int y, GCancellable *cancellable)
{
  AtlasExtent window = { x, y, x + cairo_image_surface_get_width (image), y + cairo_image_surface_get_height (image) };
  AtlasExtent seen = atlas_extent_intersection (frame, window);
  AtlasExtent box = { seen.xmin - x, seen.ymin - y, seen.xmax - x, seen.ymax - y };
  cairo_surface_t *view;
  gboolean done;

  if (atlas_extent_width (seen) < 1 || atlas_extent_height (seen) < 1)
    return TRUE;
  cairo_surface_flush (image);
  view = view_box (image, box);
  done = _atlas_scene_draw_window (scene, view, (int) (seen.xmin - frame.xmin), (int) (seen.ymin - frame.ymin), 0,
                                   cancellable);
  cairo_surface_finish (view);
  cairo_surface_destroy (view);
  cairo_surface_mark_dirty (image);
  return done;
}

/**
 * atlas_sheet_draw_window:
 * @scene: the map from [method@Sheet.create_pixel_scene]
 * @image: transparent pixels, to be covered whole
 * @x: of the image's left edge on the sheet, in pixels
 * @y: of its upper edge
 * @cancellable: (nullable): polled
 *
 * Draws a part of the sheet.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
atlas_sheet_draw_window (const AtlasSheet *self,
                         AtlasScene *scene,
                         cairo_surface_t *image,
                         int x,
                         int y,
                         GCancellable *cancellable)
{
  double scale = atlas_scene_get_options (scene)->units_per_mm;
  cairo_t *cr = cairo_create (image);
  AtlasCairoCanvas canvas;
  gboolean done;

  cairo_translate (cr, -x, -y);
  cairo_scale (cr, scale, scale);
  atlas_cairo_canvas_init (&canvas, cr, 1);
  draw_ground (self, &canvas.parent, 1 / scale);
  done = draw_map_window (scene, get_pixel_frame (self, scale), image, x, y, cancellable);
  if (done)
    draw_furniture (self, &canvas.parent);
  cairo_destroy (cr);
  return done;
}
