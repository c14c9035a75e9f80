// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-canvas-private.h"

#include <math.h>

/* The pixels that the clip lets through, whole ones. */
static AtlasExtent
find_pixels (cairo_t *cr)
{
  AtlasExtent box;

  cairo_clip_extents (cr, &box.xmin, &box.ymin, &box.xmax, &box.ymax);
  cairo_user_to_device (cr, &box.xmin, &box.ymin);
  cairo_user_to_device (cr, &box.xmax, &box.ymax);
  return (AtlasExtent){ floor (box.xmin), floor (box.ymin), ceil (box.xmax), ceil (box.ymax) };
}

void
_atlas_cairo_canvas_begin_mosaic (AtlasCanvas *canvas, AtlasTransform transform, guint n_coats, AtlasMosaic *mosaic)
{
  cairo_t *cr = ((AtlasCairoCanvas *) canvas)->cr;
  AtlasExtent pixels = find_pixels (cr);
  AtlasPoint origin = { transform.x0, transform.y0 };
  AtlasTransform on_pixels = { transform.scale / canvas->pixel };

  cairo_user_to_device (cr, &origin.x, &origin.y);
  on_pixels.x0 = origin.x - pixels.xmin;
  on_pixels.y0 = origin.y - pixels.ymin;
  atlas_mosaic_init (mosaic, (int) atlas_extent_width (pixels), (int) atlas_extent_height (pixels), on_pixels, n_coats);
}

/* @origin is where the map's (0, 0) lies, in canvas units from the image's corner. */
static void
draw_hatch (AtlasHatch hatch, cairo_surface_t *image, const AtlasCanvas *canvas, AtlasPoint origin)
{
  cairo_t *cr = cairo_create (image);
  AtlasExtent box;

  cairo_set_source_rgb (cr, ATLAS_HATCH_GROUND.r / 255.0, ATLAS_HATCH_GROUND.g / 255.0, ATLAS_HATCH_GROUND.b / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, 1 / canvas->pixel, 1 / canvas->pixel);
  cairo_clip_extents (cr, &box.xmin, &box.ymin, &box.xmax, &box.ymax);
  atlas_hatch_stroke (hatch, cr, canvas->mm, box, origin);
  cairo_destroy (cr);
}

/* The lines are drawn everywhere; the areas say where they show. */
void
_atlas_cairo_canvas_hatch_coat (AtlasCanvas *canvas, AtlasMosaic *mosaic, guint coat, AtlasHatch hatch)
{
  const AtlasTransform *t = &mosaic->transform;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, mosaic->width, mosaic->height);

  draw_hatch (hatch, image, canvas, ATLAS_POINT_INIT (t->x0 * canvas->pixel, t->y0 * canvas->pixel));
  mosaic->coats[coat].image = image;
}

void
_atlas_cairo_canvas_draw_mosaic (AtlasCanvas *canvas, AtlasMosaic *mosaic)
{
  cairo_t *cr = ((AtlasCairoCanvas *) canvas)->cr;
  AtlasExtent pixels = find_pixels (cr);
  cairo_surface_t *image = atlas_mosaic_paint (mosaic);

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, image, pixels.xmin, pixels.ymin);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}
