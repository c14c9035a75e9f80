// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-layout.h"
#include "atlas-legend.h"
#include "atlas-scale-rule.h"

G_BEGIN_DECLS

/**
 * AtlasSheet:
 * @layout: what was ordered; borrowed
 * @unit: of the furniture, in millimetres: 1 on A4, more on larger sheets, so that type keeps its
 *   proportion to them
 * @frame: where the map is
 * @transform: from the map to the sheet
 * @title_lines: owned: above the frame
 * @title_size: of its letters
 * @legend: owned: the signs
 * @legend_at: upper left corner of the legend
 * @legend_on_map: whether the legend lies over the map, on a panel
 * @scale_rule: of a round length
 * @scale_rule_at: its upper left corner
 * @credit_lines: owned: who is to be named
 * @credit_at: beginning of the first line's baseline
 * @neatline: whether the map has a frame drawn around it
 *
 * A layout with every place worked out, in millimetres from the upper left corner.
 */
typedef struct {
  const AtlasLayout *layout;
  double unit;
  AtlasExtent frame;
  AtlasTransform transform;
  char **title_lines;
  double title_size;
  AtlasLegend *legend;
  AtlasPoint legend_at;
  gboolean legend_on_map;
  AtlasScaleRule scale_rule;
  AtlasPoint scale_rule_at;
  char **credit_lines;
  AtlasPoint credit_at;
  double margin;
  gboolean neatline;
  AtlasNumberForm form;
} AtlasSheet;

double _atlas_layout_get_reach (const AtlasLayout *layout);
void atlas_sheet_init (AtlasSheet *self, const AtlasLayout *layout);
void atlas_sheet_clear (AtlasSheet *self);

/* The corner of the frame where @box (its width and height as xmax and ymax) covers least of what the map is about, and
 * how much of the box that is, 0…1. */
AtlasPoint _atlas_sheet_find_corner (const AtlasSheet *self, AtlasExtent box, double *covered);

/* The box that the legend's panel takes on the map; empty when it is not on the map. */
AtlasExtent atlas_sheet_get_panel (const AtlasSheet *self);
AtlasExtent atlas_sheet_get_scale_rule_box (const AtlasSheet *self);

gboolean atlas_sheet_draw (const AtlasSheet *self, AtlasCanvas *canvas, GCancellable *cancellable);

/* Draws the part of the sheet whose upper left pixel is (@x, @y) over the whole of @image; @scene is the map in
 * pixels from atlas_sheet_create_pixel_scene(). */
AtlasScene *atlas_sheet_create_pixel_scene (const AtlasSheet *self, double pixels_per_mm);
gboolean atlas_sheet_draw_window (const AtlasSheet *self,
                                  AtlasScene *scene,
                                  cairo_surface_t *image,
                                  int x,
                                  int y,
                                  GCancellable *cancellable);

G_END_DECLS
