// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-scene.h"

G_BEGIN_DECLS

/**
 * AtlasLegendGrid:
 * @n_rows: classes of the first number, the lowest first, which is drawn at the foot
 * @n_columns: classes of the second, from left to right
 * @row_labels: (array length=n_rows): owned
 * @column_labels: (array length=n_columns): owned
 * @column_title: owned: what the second number is
 * @colours: owned: of the cells, row after row
 * @counts: owned: features in each cell, as text
 *
 * The square that explains the colours of two numbers.
 */
typedef struct {
  guint n_rows;
  guint n_columns;
  char **row_labels;
  char **column_labels;
  char *column_title;
  AtlasColour *colours;
  char **counts;
} AtlasLegendGrid;

AtlasLegendGrid *atlas_legend_grid_new (const AtlasSceneLayer *layer, const char *language);
void atlas_legend_grid_free (AtlasLegendGrid *self);
AtlasColour atlas_legend_grid_choose_ink (const AtlasLegendGrid *self, guint cell);

/* Sizes are in millimetres; @unit is the legend's. */
double atlas_legend_grid_get_width (const AtlasLegendGrid *self, double unit);
double atlas_legend_grid_get_height (const AtlasLegendGrid *self, double unit);
void atlas_legend_grid_draw (const AtlasLegendGrid *self, AtlasCanvas *canvas, AtlasPoint at, double unit);

G_END_DECLS
