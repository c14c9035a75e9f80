// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-legend.h"

G_BEGIN_DECLS

/* Between measuring and drawing a legend. */

/* In units of the legend: millimetres on A4. */
#define TITLE_SIZE  3.3
#define TEXT_SIZE   2.9
#define SMALL_SIZE  2.5
#define LINE_HEIGHT 1.3 /* of the size of letters */
#define BOX_WIDTH   7.0
#define BOX_HEIGHT  4.6
#define SIGN_GAP    2.2
#define COUNT_GAP   5.0
#define LAYER_GAP   3.6
#define COLUMN_GAP  9.0
#define NOTE_GAP    1.0
#define MISSING_GAP 1.4
#define WIDEST      62.0

static inline AtlasLegendRow *
_atlas_legend_get_row (const AtlasLegend *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

gboolean _atlas_legend_row_is_heading (const AtlasLegendRow *row);
double _atlas_legend_row_get_text_size (const AtlasLegendRow *row);
char **_atlas_legend_wrap_heading (const AtlasLegend *self, const AtlasLegendRow *row);
double _atlas_legend_get_sign_width (const AtlasLegend *self, const AtlasLegendRow *row);
void _atlas_legend_measure (AtlasLegend *self);
void _atlas_legend_place_circle_labels (const AtlasLegend *self, const AtlasLegendRow *row, double *middles);
double _atlas_legend_get_row_height (const AtlasLegend *self, const AtlasLegendRow *row);

G_END_DECLS
