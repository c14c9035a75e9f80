// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-legend-grid.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_LEGEND_TITLE,   /* of a layer */
  ATLAS_LEGEND_NOTE,    /* field and unit */
  ATLAS_LEGEND_AREA,    /* a box of colour */
  ATLAS_LEGEND_HATCH,   /* a hatched box */
  ATLAS_LEGEND_DOT,     /* a circle of a fixed size */
  ATLAS_LEGEND_LINE,    /* a stroke */
  ATLAS_LEGEND_CIRCLES, /* nested circles */
  ATLAS_LEGEND_GRID,    /* the classes of two numbers, crossed */
} AtlasLegendRowKind;

#define ATLAS_LEGEND_MAX_CIRCLES 3

/**
 * AtlasLegendRow:
 * @kind: what stands before the label
 * @at: upper left corner, in millimetres from the legend's
 * @label: owned; of nested circles the first label, see @circle_labels
 * @count: (nullable): how many features there are of it
 * @fill: of the box, circle or stroke
 * @outline: of the box or circle
 * @outline_width: in millimetres
 * @hatch: of a hatched box
 * @size: of a dot or stroke, in millimetres
 * @radii: of nested circles, largest first, in millimetres
 * @circle_labels: owned: the values of the circles
 * @n_circles: how many
 * @grid: (nullable): owned: the crossed classes; the label is of their rows
 *
 * A line of the legend.
 */
typedef struct {
  AtlasLegendRowKind kind;
  AtlasPoint at;
  char *label;
  char *count;
  AtlasColour fill;
  AtlasColour outline;
  double outline_width;
  AtlasHatch hatch;
  double size;
  double radii[ATLAS_LEGEND_MAX_CIRCLES];
  char *circle_labels[ATLAS_LEGEND_MAX_CIRCLES];
  guint n_circles;
  AtlasLegendGrid *grid;
} AtlasLegendRow;

/**
 * AtlasLegend:
 * @rows: (element-type AtlasLegendRow): from above to below
 * @count_title: what stands over the counts
 * @unit: of its sizes, in millimetres: 1 on a sheet of A4
 * @column_width: in millimetres
 * @width: of all columns
 * @height: of the highest
 *
 * What the signs of a map mean, the topmost layer first.
 */
typedef struct {
  GPtrArray *rows;
  const char *count_title;
  double unit;
  double column_width;
  double width;
  double height;
} AtlasLegend;

AtlasLegend *atlas_legend_new (AtlasSceneLayer *const *layers, guint n_layers, const char *language, double unit);
void atlas_legend_free (AtlasLegend *self);
gboolean atlas_legend_is_empty (const AtlasLegend *self);
void atlas_legend_flow (AtlasLegend *self, double width);
void atlas_legend_draw (const AtlasLegend *self, AtlasCanvas *canvas, AtlasPoint at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLegend, atlas_legend_free)

G_END_DECLS
