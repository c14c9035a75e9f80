// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-grid.h"

/* In units of the legend: millimetres on A4. */
#define TEXT_SIZE    2.5
#define LINE_HEIGHT  1.3 /* of the size of letters */
#define CELL_SIZE    8.0 /* at least */
#define TALLEST_CELL 11.0
#define LABEL_GAP    1.0
#define COLUMN_GAP   1.6 /* on either side of a label below */
#define AXIS_ROOM    2.4 /* between the cells and their labels, for the arrow */
#define ARROW_HEAD   1.1
#define ARROW_WIDTH  0.25
#define FOOT_GAP     1.0
#define WIDEST       62.0 /* that the title below may be in one line */

#define INK  ATLAS_COLOUR_RGB (0x262626)
#define GREY ATLAS_COLOUR_RGB (0x6f6f6f)
#define EDGE ((AtlasColour){ 0, 0, 0, 70 })

/**
 * Frame: where the cells are, from the upper left corner of the whole, in millimetres.
 * @x: of their left edge
 * @height: of all rows
 * @cell: width and height of one
 */
typedef struct {
  double x;
  double width;
  double height;
  AtlasPoint cell;
} Frame;

static double
measure (const char *string, double unit)
{
  return atlas_text_measure (string, TEXT_SIZE * unit, FALSE).width;
}

static double
measure_widest (char *const *labels, double unit)
{
  double width = 0;

  for (guint i = 0; labels[i]; i++)
    width = MAX (width, measure (labels[i], unit));
  return width;
}

static char **
wrap_title (const AtlasLegendGrid *self, double unit)
{
  return atlas_text_wrap (self->column_title, TEXT_SIZE * unit, FALSE, WIDEST * unit);
}

/* A cell is as wide as the label below it. */
static Frame
measure_frame (const AtlasLegendGrid *self, double unit)
{
  double wide = MAX (measure_widest (self->column_labels, unit) + 2 * COLUMN_GAP * unit, CELL_SIZE * unit);
  double tall = MIN (wide, TALLEST_CELL * unit);

  return (Frame){ .x = measure_widest (self->row_labels, unit) + (LABEL_GAP + AXIS_ROOM) * unit,
                  .width = self->n_columns * wide,
                  .height = self->n_rows * tall,
                  .cell = { wide, tall } };
}

/**
 * atlas_legend_grid_get_width:
 *
 * Returns: how wide the square is with what is written about it
 */
double
atlas_legend_grid_get_width (const AtlasLegendGrid *self, double unit)
{
  Frame f = measure_frame (self, unit);
  g_auto (GStrv) title = wrap_title (self, unit);

  return MAX (f.x + f.width, measure_widest (title, unit));
}

/**
 * atlas_legend_grid_get_height:
 *
 * Returns: how high the square is, with the labels and the title below it
 */
double
atlas_legend_grid_get_height (const AtlasLegendGrid *self, double unit)
{
  Frame f = measure_frame (self, unit);
  g_auto (GStrv) title = wrap_title (self, unit);
  guint n_lines = 1 + g_strv_length (title);

  return f.height + (AXIS_ROOM + n_lines * TEXT_SIZE * LINE_HEIGHT + FOOT_GAP) * unit;
}

static void
draw_cell (const AtlasLegendGrid *self, guint cell, AtlasCanvas *canvas, AtlasExtent box, double unit)
{
  AtlasPoint middle = atlas_extent_centre (box);
  AtlasTextSize size = atlas_text_measure (self->counts[cell], TEXT_SIZE * unit, FALSE);
  AtlasText count = { .string = self->counts[cell],
                      .at = { middle.x, middle.y + (size.ascent - size.descent) / 2 },
                      .anchor = ATLAS_TEXT_MIDDLE,
                      .size = TEXT_SIZE * unit,
                      .colour = atlas_legend_grid_choose_ink (self, cell) };
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, TRUE);
  atlas_path_add_rectangle (&path, box.xmin, box.ymin, atlas_extent_width (box), atlas_extent_height (box));
  canvas->klass->fill (canvas, &path, self->colours[cell]);
  canvas->klass->stroke (canvas, &path, EDGE, 0.1 * unit);
  atlas_path_clear (&path);
  canvas->klass->text (canvas, &count);
}

static void
draw_cells (const AtlasLegendGrid *self, Frame f, AtlasCanvas *canvas, AtlasPoint at, double unit)
{
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++) {
      AtlasPoint corner = { at.x + f.x + column * f.cell.x, at.y + f.height - (row + 1) * f.cell.y };
      AtlasExtent box = { corner.x, corner.y, corner.x + f.cell.x, corner.y + f.cell.y };

      draw_cell (self, row * self->n_columns + column, canvas, box, unit);
    }
}

static void
write_label (AtlasCanvas *canvas, const char *string, AtlasPoint middle, AtlasTextAnchor anchor, double unit)
{
  AtlasTextSize size = atlas_text_measure (string, TEXT_SIZE * unit, FALSE);
  AtlasText text = { .string = string,
                     .at = { middle.x, middle.y + (size.ascent - size.descent) / 2 },
                     .anchor = anchor,
                     .size = TEXT_SIZE * unit,
                     .colour = INK };

  canvas->klass->text (canvas, &text);
}

static void
write_labels (const AtlasLegendGrid *self, Frame f, AtlasCanvas *canvas, AtlasPoint at, double unit)
{
  double foot = at.y + f.height + (AXIS_ROOM + TEXT_SIZE * LINE_HEIGHT / 2) * unit;

  for (guint row = 0; row < self->n_rows; row++) {
    AtlasPoint end = { at.x + f.x - AXIS_ROOM * unit, at.y + f.height - (row + 0.5) * f.cell.y };

    write_label (canvas, self->row_labels[row], end, ATLAS_TEXT_END, unit);
  }
  for (guint column = 0; column < self->n_columns; column++) {
    AtlasPoint middle = { at.x + f.x + (column + 0.5) * f.cell.x, foot };

    write_label (canvas, self->column_labels[column], middle, ATLAS_TEXT_MIDDLE, unit);
  }
}

/* It ends where its arrow does; one that is longer than the square is wide begins at the left of all. */
static void
write_column_title (const AtlasLegendGrid *self, Frame f, AtlasCanvas *canvas, AtlasPoint at, double unit)
{
  g_auto (GStrv) title = wrap_title (self, unit);
  double right = MAX (f.x + f.width, measure_widest (title, unit));
  double top = f.height + (AXIS_ROOM + TEXT_SIZE * LINE_HEIGHT) * unit;

  for (guint i = 0; title[i]; i++) {
    AtlasPoint end = { at.x + right, at.y + top + (i + 0.5) * TEXT_SIZE * LINE_HEIGHT * unit };

    write_label (canvas, title[i], end, ATLAS_TEXT_END, unit);
  }
}

/* @along: the unit vector of the axis */
static void
draw_arrow (AtlasCanvas *canvas, AtlasPoint from, AtlasPoint to, AtlasPoint along, double unit)
{
  double head = ARROW_HEAD * unit;
  AtlasPoint back = { to.x - along.x * head, to.y - along.y * head };
  AtlasPoint side = { -along.y * head / 2, along.x * head / 2 };
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, FALSE);
  atlas_path_add_segment (&path, from, to);
  atlas_path_add_segment (&path, ATLAS_POINT_INIT (back.x + side.x, back.y + side.y), to);
  atlas_path_add_segment (&path, ATLAS_POINT_INIT (back.x - side.x, back.y - side.y), to);
  canvas->klass->stroke (canvas, &path, GREY, ARROW_WIDTH * unit);
  atlas_path_clear (&path);
}

/* The first number rises upwards, the second to the right. */
static void
draw_axes (Frame f, AtlasCanvas *canvas, AtlasPoint at, double unit)
{
  AtlasPoint origin = { at.x + f.x - AXIS_ROOM / 2 * unit, at.y + f.height + AXIS_ROOM / 2 * unit };
  AtlasPoint top = { origin.x, at.y };
  AtlasPoint right = { at.x + f.x + f.width, origin.y };

  draw_arrow (canvas, origin, top, ATLAS_POINT_INIT (0, -1), unit);
  draw_arrow (canvas, origin, right, ATLAS_POINT_INIT (1, 0), unit);
}

/**
 * atlas_legend_grid_draw:
 * @canvas: in millimetres
 * @at: upper left corner
 * @unit: of the legend's sizes
 *
 * Draws the square; what its rows are stands above it already.
 */
void
atlas_legend_grid_draw (const AtlasLegendGrid *self, AtlasCanvas *canvas, AtlasPoint at, double unit)
{
  Frame f = measure_frame (self, unit);

  draw_cells (self, f, canvas, at, unit);
  draw_axes (f, canvas, at, unit);
  write_labels (self, f, canvas, at, unit);
  write_column_title (self, f, canvas, at, unit);
}
