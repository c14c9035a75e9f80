// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scene-layer-private.h"
#include "atlas-sheet.h"

#include <math.h>

/* The map is drawn small, and one looks where it is empty. */
#define PIXELS_PER_FRAME 160.0

/* What the map is about: the layers that show values; without any, all of them. */
static GPtrArray *
list_subjects (const AtlasLayout *layout)
{
  GPtrArray *subjects = g_ptr_array_new ();

  for (guint i = 0; i < layout->n_layers; i++)
    if (layout->layers[i]->values)
      g_ptr_array_add (subjects, layout->layers[i]);
  for (guint i = 0; subjects->len == 0 && i < layout->n_layers; i++)
    g_ptr_array_add (subjects, layout->layers[i]);
  return subjects;
}

static cairo_surface_t *
draw_small (const AtlasSheet *self, double scale)
{
  g_autoptr (GPtrArray) subjects = list_subjects (self->layout);
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;
  AtlasTransform t = self->transform;
  g_autoptr (AtlasScene) scene = NULL;

  options.transform = (AtlasTransform){ t.scale * scale, (t.x0 - self->frame.xmin) * scale,
                                        (t.y0 - self->frame.ymin) * scale };
  options.width = ceil (atlas_extent_width (self->frame) * scale);
  options.height = ceil (atlas_extent_height (self->frame) * scale);
  options.units_per_mm = scale;
  options.metres_per_unit = self->layout->metres_per_unit;
  options.background.a = 0;
  scene = atlas_scene_new ((AtlasSceneLayer **) subjects->pdata, subjects->len, &options);
  return atlas_scene_draw_image (scene, 0, NULL, NULL);
}

/* How much of a box of the small picture is drawn on, 0…1. */
static double
measure_cover (cairo_surface_t *image, int x, int y, int width, int height)
{
  const guint8 *pixels = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  int right = MIN (x + width, cairo_image_surface_get_width (image));
  int bottom = MIN (y + height, cairo_image_surface_get_height (image));
  gsize covered = 0;

  for (int j = MAX (y, 0); j < bottom; j++)
    for (int i = MAX (x, 0); i < right; i++)
      covered += ((const guint32 *) (pixels + (gsize) j * stride))[i] >> 24 > 8;
  return (double) covered / MAX (width * height, 1);
}

AtlasPoint
_atlas_sheet_find_corner (const AtlasSheet *self, AtlasExtent box, double *covered)
{
  AtlasExtent f = self->frame;
  double gap = 3 * self->unit;
  double scale = PIXELS_PER_FRAME / MAX (atlas_extent_width (f), atlas_extent_height (f));
  const AtlasPoint corners[] = { { f.xmin + gap, f.ymin + gap },
                                 { f.xmax - gap - box.xmax, f.ymin + gap },
                                 { f.xmin + gap, f.ymax - gap - box.ymax },
                                 { f.xmax - gap - box.xmax, f.ymax - gap - box.ymax } };
  cairo_surface_t *image = draw_small (self, scale);
  AtlasPoint best = corners[0];

  *covered = 1;
  for (guint i = 0; image && i < G_N_ELEMENTS (corners); i++) {
    double cover = measure_cover (image, (int) ((corners[i].x - f.xmin) * scale),
                                  (int) ((corners[i].y - f.ymin) * scale), (int) ceil (box.xmax * scale),
                                  (int) ceil (box.ymax * scale));

    if (cover < *covered) {
      *covered = cover;
      best = corners[i];
    }
  }
  g_clear_pointer (&image, cairo_surface_destroy);
  return best;
}
