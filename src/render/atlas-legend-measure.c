// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-private.h"

double
_atlas_legend_row_get_text_size (const AtlasLegendRow *row)
{
  if (row->kind == ATLAS_LEGEND_TITLE)
    return TITLE_SIZE;
  return row->kind == ATLAS_LEGEND_NOTE ? SMALL_SIZE : TEXT_SIZE;
}

gboolean
_atlas_legend_row_is_heading (const AtlasLegendRow *row)
{
  return row->kind == ATLAS_LEGEND_TITLE || row->kind == ATLAS_LEGEND_NOTE;
}

/* Headings break into lines; the others stay on one. */
char **
_atlas_legend_wrap_heading (const AtlasLegend *self, const AtlasLegendRow *row)
{
  return atlas_text_wrap (row->label, _atlas_legend_row_get_text_size (row) * self->unit,
                          row->kind == ATLAS_LEGEND_TITLE, WIDEST * self->unit);
}

double
_atlas_legend_get_sign_width (const AtlasLegend *self, const AtlasLegendRow *row)
{
  if (row->kind == ATLAS_LEGEND_GRID)
    return atlas_legend_grid_get_width (row->grid, self->unit);
  if (row->kind == ATLAS_LEGEND_CIRCLES)
    return MAX (2 * row->radii[0], BOX_WIDTH * self->unit);
  return MAX (BOX_WIDTH * self->unit, row->kind == ATLAS_LEGEND_DOT ? row->size : 0);
}

static double
measure (const AtlasLegend *self, const char *string, double size, gboolean bold)
{
  return string ? atlas_text_measure (string, size * self->unit, bold).width : 0;
}

static double
get_heading_width (const AtlasLegend *self, const AtlasLegendRow *row)
{
  g_auto (GStrv) lines = _atlas_legend_wrap_heading (self, row);
  double width = 0;

  for (guint i = 0; lines[i]; i++)
    width = MAX (width,
                 measure (self, lines[i], _atlas_legend_row_get_text_size (row), row->kind == ATLAS_LEGEND_TITLE));
  return width;
}

static double
get_label_width (const AtlasLegend *self, const AtlasLegendRow *row)
{
  double width = measure (self, row->label, TEXT_SIZE, FALSE);

  for (guint i = 0; i < row->n_circles; i++)
    width = MAX (width, measure (self, row->circle_labels[i], SMALL_SIZE, FALSE));
  return _atlas_legend_get_sign_width (self, row) + SIGN_GAP * self->unit + width;
}

static double
get_count_width (const AtlasLegend *self)
{
  double width = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const char *count = _atlas_legend_get_row (self, i)->count;

    if (count)
      width = MAX (
          width, MAX (measure (self, count, SMALL_SIZE, FALSE), measure (self, self->count_title, SMALL_SIZE, FALSE)));
  }
  return width > 0 ? width + COUNT_GAP * self->unit : 0;
}

/* Of one column. */
static double
get_column_width (const AtlasLegend *self)
{
  double labels = 0;
  double headings = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const AtlasLegendRow *row = _atlas_legend_get_row (self, i);

    if (row->kind == ATLAS_LEGEND_NOTE)
      headings = MAX (headings, get_heading_width (self, row) + get_count_width (self));
    else if (row->kind == ATLAS_LEGEND_TITLE)
      headings = MAX (headings, get_heading_width (self, row));
    else if (row->kind == ATLAS_LEGEND_GRID)
      headings = MAX (headings, _atlas_legend_get_sign_width (self, row));
    else
      labels = MAX (labels, get_label_width (self, row));
  }
  return MAX (headings, labels + get_count_width (self));
}

static double
get_heading_height (const AtlasLegend *self, const AtlasLegendRow *row)
{
  g_auto (GStrv) lines = _atlas_legend_wrap_heading (self, row);

  return g_strv_length (lines) * _atlas_legend_row_get_text_size (row) * LINE_HEIGHT * self->unit +
         (row->kind == ATLAS_LEGEND_NOTE ? NOTE_GAP * self->unit : 0);
}

/* Where the labels of nested circles stand, from the top of the row: beside the circles' tops, but a line apart. */
void
_atlas_legend_place_circle_labels (const AtlasLegend *self, const AtlasLegendRow *row, double *middles)
{
  double line = SMALL_SIZE * LINE_HEIGHT * self->unit;

  for (guint i = 0; i < row->n_circles; i++) {
    double top = 2 * (row->radii[0] - row->radii[i]);

    middles[i] = i > 0 ? MAX (top, middles[i - 1] + line) : top;
  }
}

static double
get_circles_height (const AtlasLegend *self, const AtlasLegendRow *row)
{
  double middles[ATLAS_LEGEND_MAX_CIRCLES] = { 0 };
  double lowest;

  _atlas_legend_place_circle_labels (self, row, middles);
  lowest = row->n_circles > 0 ? middles[row->n_circles - 1] + SMALL_SIZE * LINE_HEIGHT * self->unit / 2 : 0;
  return MAX (2 * row->radii[0], lowest) + NOTE_GAP * self->unit;
}

double
_atlas_legend_get_row_height (const AtlasLegend *self, const AtlasLegendRow *row)
{
  double box = BOX_HEIGHT * self->unit;

  if (_atlas_legend_row_is_heading (row))
    return get_heading_height (self, row);
  if (row->kind == ATLAS_LEGEND_GRID)
    return atlas_legend_grid_get_height (row->grid, self->unit);
  if (row->kind == ATLAS_LEGEND_CIRCLES)
    return get_circles_height (self, row);
  return row->kind == ATLAS_LEGEND_AREA || row->kind == ATLAS_LEGEND_HATCH ? box : MAX (box, row->size * 1.2);
}

/* Space between a row and the one above it in its block. */
static double
get_gap (const AtlasLegend *self, guint index)
{
  return _atlas_legend_get_row (self, index)->kind == ATLAS_LEGEND_HATCH ? MISSING_GAP * self->unit : 0;
}

static gboolean
begins_block (const AtlasLegend *self, guint index)
{
  const AtlasLegendRow *row = _atlas_legend_get_row (self, index);

  return index == 0 || row->kind == ATLAS_LEGEND_TITLE ||
         (!row->count && _atlas_legend_get_row (self, index - 1)->count);
}

/* The rows of one layer stay together: from @first to the end that is returned. */
static guint
measure_block (const AtlasLegend *self, guint first, double *height)
{
  guint i = first;

  *height = 0;
  do {
    *height += (i > first ? get_gap (self, i) : 0) +
               _atlas_legend_get_row_height (self, _atlas_legend_get_row (self, i));
    i++;
  } while (i < self->rows->len && !begins_block (self, i));
  return i;
}

static double
place_block (AtlasLegend *self, guint first, guint end, AtlasPoint at)
{
  for (guint i = first; i < end; i++) {
    AtlasLegendRow *row = _atlas_legend_get_row (self, i);

    at.y += i > first ? get_gap (self, i) : 0;
    row->at = at;
    at.y += _atlas_legend_get_row_height (self, row);
  }
  return at.y;
}

static double
measure_blocks (const AtlasLegend *self)
{
  double total = 0;
  double height;

  for (guint i = 0; i < self->rows->len; total += height + LAYER_GAP * self->unit)
    i = measure_block (self, i, &height);
  return total;
}

/**
 * atlas_legend_flow:
 * @width: that the legend may take, in millimetres
 *
 * Sets the rows in as many columns as fit beside one another, of about one height; layers are not torn apart.
 */
void
atlas_legend_flow (AtlasLegend *self, double width)
{
  double gap = COLUMN_GAP * self->unit;
  guint n_columns = (guint) MAX ((width + gap) / (self->column_width + gap), 1);
  double target = measure_blocks (self) / n_columns;
  AtlasPoint at = { 0, 0 };
  guint column = 0;

  self->width = self->height = 0;
  for (guint i = 0; i < self->rows->len;) {
    double height;
    guint end = measure_block (self, i, &height);

    if (at.y > 0 && at.y + height / 2 > target && column + 1 < n_columns)
      at = ATLAS_POINT_INIT (++column * (self->column_width + gap), 0);
    self->width = at.x + self->column_width;
    at.y = place_block (self, i, end, at);
    self->height = MAX (self->height, at.y);
    at.y += LAYER_GAP * self->unit;
    i = end;
  }
}

void
_atlas_legend_measure (AtlasLegend *self)
{
  self->column_width = get_column_width (self);
  atlas_legend_flow (self, self->column_width);
}
