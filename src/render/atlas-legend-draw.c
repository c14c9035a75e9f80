// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend.h"

#include <math.h>

/* In units of the legend: millimetres on A4. */
#define TITLE_SIZE  3.3
#define TEXT_SIZE   2.9
#define SMALL_SIZE  2.5
#define LINE_HEIGHT 1.3 /* of the size of letters */
#define BOX_WIDTH   7.0
#define BOX_HEIGHT  4.6
#define SIGN_GAP    2.2
#define COUNT_GAP   5.0
#define LAYER_GAP   3.2
#define NOTE_GAP    1.0
#define MISSING_GAP 1.4
#define WIDEST      62.0

#define INK  ATLAS_COLOUR_RGB (0x262626)
#define GREY ATLAS_COLOUR_RGB (0x6f6f6f)
#define EDGE ((AtlasColour){ 0, 0, 0, 70 })

static const AtlasLegendRow *
get_row (const AtlasLegend *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static double
get_text_size (const AtlasLegendRow *row)
{
  if (row->kind == ATLAS_LEGEND_TITLE)
    return TITLE_SIZE;
  return row->kind == ATLAS_LEGEND_NOTE ? SMALL_SIZE : TEXT_SIZE;
}

static gboolean
is_heading (const AtlasLegendRow *row)
{
  return row->kind == ATLAS_LEGEND_TITLE || row->kind == ATLAS_LEGEND_NOTE;
}

/* Headings break into lines; the others stay on one. */
static char **
wrap_heading (const AtlasLegend *self, const AtlasLegendRow *row)
{
  return atlas_text_wrap (row->label, get_text_size (row) * self->unit, row->kind == ATLAS_LEGEND_TITLE,
                          WIDEST * self->unit);
}

static double
get_sign_width (const AtlasLegend *self, const AtlasLegendRow *row)
{
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
  g_auto (GStrv) lines = wrap_heading (self, row);
  double width = 0;

  for (guint i = 0; lines[i]; i++)
    width = MAX (width, measure (self, lines[i], get_text_size (row), row->kind == ATLAS_LEGEND_TITLE));
  return width;
}

static double
get_label_width (const AtlasLegend *self, const AtlasLegendRow *row)
{
  double width = measure (self, row->label, TEXT_SIZE, FALSE);

  for (guint i = 0; i < row->n_circles; i++)
    width = MAX (width, measure (self, row->circle_labels[i], SMALL_SIZE, FALSE));
  return get_sign_width (self, row) + SIGN_GAP * self->unit + width;
}

static double
get_count_width (const AtlasLegend *self)
{
  double width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, measure (self, get_row (self, i)->count, SMALL_SIZE, FALSE));
  return width > 0 ? MAX (width, measure (self, self->count_title, SMALL_SIZE, FALSE)) + COUNT_GAP * self->unit : 0;
}

/**
 * atlas_legend_get_width:
 *
 * Returns: what the legend takes, in millimetres
 */
double
atlas_legend_get_width (const AtlasLegend *self)
{
  double labels = 0;
  double headings = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const AtlasLegendRow *row = get_row (self, i);

    if (row->kind == ATLAS_LEGEND_NOTE)
      headings = MAX (headings, get_heading_width (self, row) + get_count_width (self));
    else if (row->kind == ATLAS_LEGEND_TITLE)
      headings = MAX (headings, get_heading_width (self, row));
    else
      labels = MAX (labels, get_label_width (self, row));
  }
  return MAX (headings, labels + get_count_width (self));
}

static double
get_heading_height (const AtlasLegend *self, const AtlasLegendRow *row)
{
  g_auto (GStrv) lines = wrap_heading (self, row);

  return g_strv_length (lines) * get_text_size (row) * LINE_HEIGHT * self->unit +
         (row->kind == ATLAS_LEGEND_NOTE ? NOTE_GAP * self->unit : 0);
}

static double
get_row_height (const AtlasLegend *self, const AtlasLegendRow *row)
{
  double box = BOX_HEIGHT * self->unit;

  if (is_heading (row))
    return get_heading_height (self, row);
  if (row->kind == ATLAS_LEGEND_CIRCLES)
    return 2 * row->radii[0] + NOTE_GAP * self->unit;
  return row->kind == ATLAS_LEGEND_AREA || row->kind == ATLAS_LEGEND_HATCH ? box : MAX (box, row->size * 1.2);
}

/* Space between a row and the one above it. */
static double
get_gap (const AtlasLegend *self, guint index)
{
  const AtlasLegendRow *row = get_row (self, index);

  if (index == 0)
    return 0;
  if (row->kind == ATLAS_LEGEND_TITLE || (!row->count && get_row (self, index - 1)->count))
    return LAYER_GAP * self->unit;
  if (row->kind == ATLAS_LEGEND_HATCH)
    return MISSING_GAP * self->unit;
  return 0;
}

/**
 * atlas_legend_get_height:
 *
 * Returns: what the legend takes, in millimetres
 */
double
atlas_legend_get_height (const AtlasLegend *self)
{
  double height = 0;

  for (guint i = 0; i < self->rows->len; i++)
    height += get_gap (self, i) + get_row_height (self, get_row (self, i));
  return height;
}

static void
write_line (const AtlasLegend *self, AtlasCanvas *canvas, const AtlasText *text, double middle)
{
  AtlasText line = *text;
  AtlasTextSize size;

  line.size *= self->unit;
  size = atlas_text_measure (line.string, line.size, line.bold);
  line.at.y = middle + (size.ascent - size.descent) / 2;
  canvas->klass->text (canvas, &line);
}

static void
draw_heading (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at)
{
  g_auto (GStrv) lines = wrap_heading (self, row);
  AtlasText text = { .at = at,
                     .size = get_text_size (row),
                     .bold = row->kind == ATLAS_LEGEND_TITLE,
                     .colour = row->kind == ATLAS_LEGEND_TITLE ? INK : GREY };
  double height = text.size * LINE_HEIGHT * self->unit;

  for (guint i = 0; lines[i]; i++) {
    text.string = lines[i];
    write_line (self, canvas, &text, at.y + (i + 0.5) * height);
  }
}

static void
draw_box (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at)
{
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, TRUE);
  atlas_path_add_rectangle (&path, at.x, at.y, BOX_WIDTH * self->unit, BOX_HEIGHT * self->unit);
  if (row->kind == ATLAS_LEGEND_HATCH)
    canvas->klass->hatch (canvas, &path, row->hatch);
  else
    canvas->klass->fill (canvas, &path, row->fill);
  canvas->klass->stroke (canvas, &path, EDGE, 0.1 * self->unit);
  atlas_path_clear (&path);
}

static void
draw_stroke (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at)
{
  double middle = at.y + get_row_height (self, row) / 2;
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, FALSE);
  atlas_path_add_segment (&path, ATLAS_POINT_INIT (at.x, middle),
                          ATLAS_POINT_INIT (at.x + BOX_WIDTH * self->unit, middle));
  canvas->klass->stroke (canvas, &path, row->fill, row->size);
  atlas_path_clear (&path);
}

static void
draw_dot (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at)
{
  AtlasDisc disc = { .centre = { at.x + get_sign_width (self, row) / 2, at.y + get_row_height (self, row) / 2 },
                     .radius = row->size / 2,
                     .fill = row->fill,
                     .outline = row->outline,
                     .outline_width = row->outline_width };

  canvas->klass->disc (canvas, &disc);
}

static void
draw_leader (AtlasCanvas *canvas, AtlasPoint from, double to, double width)
{
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, FALSE);
  atlas_path_add_segment (&path, from, ATLAS_POINT_INIT (to, from.y));
  canvas->klass->stroke (canvas, &path, GREY, width);
  atlas_path_clear (&path);
}

/* Circles stand on one another's foot, so that their tops and labels come apart. */
static void
draw_circles (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at)
{
  double width = get_sign_width (self, row);
  double foot = at.y + 2 * row->radii[0];
  AtlasText text = { .at = { at.x + width + SIGN_GAP * self->unit, 0 }, .size = SMALL_SIZE, .colour = INK };

  for (guint i = 0; i < row->n_circles; i++) {
    AtlasPoint top = { at.x + width / 2, foot - 2 * row->radii[i] };
    AtlasDisc disc = { .centre = { top.x, top.y + row->radii[i] },
                       .radius = row->radii[i],
                       .fill = row->fill,
                       .outline = row->outline,
                       .outline_width = MAX (row->outline_width, 0.15) };

    canvas->klass->disc (canvas, &disc);
    draw_leader (canvas, top, text.at.x - SIGN_GAP * self->unit / 4, 0.12 * self->unit);
    text.string = row->circle_labels[i];
    write_line (self, canvas, &text, top.y);
  }
}

static void
draw_sign (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at)
{
  switch (row->kind) {
  case ATLAS_LEGEND_AREA:
  case ATLAS_LEGEND_HATCH:
    draw_box (self, row, canvas, at);
    break;
  case ATLAS_LEGEND_LINE:
    draw_stroke (self, row, canvas, at);
    break;
  case ATLAS_LEGEND_DOT:
    draw_dot (self, row, canvas, at);
    break;
  case ATLAS_LEGEND_CIRCLES:
    draw_circles (self, row, canvas, at);
    break;
  case ATLAS_LEGEND_TITLE:
  case ATLAS_LEGEND_NOTE:
  default:
    break;
  }
}

static void
draw_entry (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at, double right)
{
  double middle = at.y + get_row_height (self, row) / 2;
  AtlasText label = { .string = row->label,
                      .at = { at.x + get_sign_width (self, row) + SIGN_GAP * self->unit, 0 },
                      .size = TEXT_SIZE,
                      .colour = INK };
  AtlasText count = {
    .string = row->count, .at = { right, 0 }, .anchor = ATLAS_TEXT_END, .size = SMALL_SIZE, .colour = GREY
  };

  draw_sign (self, row, canvas, at);
  if (*row->label)
    write_line (self, canvas, &label, middle);
  if (row->count)
    write_line (self, canvas, &count, middle);
}

static gboolean
begins_counts (const AtlasLegend *self, guint index)
{
  return get_row (self, index)->count && (index == 0 || !get_row (self, index - 1)->count);
}

static void
draw_count_title (const AtlasLegend *self, AtlasCanvas *canvas, double right, double top)
{
  AtlasText text = {
    .string = self->count_title, .at = { right, 0 }, .anchor = ATLAS_TEXT_END, .size = SMALL_SIZE, .colour = GREY
  };

  write_line (self, canvas, &text, top - (NOTE_GAP + SMALL_SIZE * LINE_HEIGHT / 2) * self->unit);
}

/**
 * atlas_legend_draw:
 * @canvas: in millimetres
 * @at: upper left corner
 *
 * Draws the rows one below another.
 */
void
atlas_legend_draw (const AtlasLegend *self, AtlasCanvas *canvas, AtlasPoint at)
{
  double right = at.x + atlas_legend_get_width (self);

  for (guint i = 0; i < self->rows->len; i++) {
    const AtlasLegendRow *row = get_row (self, i);

    at.y += get_gap (self, i);
    if (begins_counts (self, i))
      draw_count_title (self, canvas, right, at.y);
    if (is_heading (row))
      draw_heading (self, row, canvas, at);
    else
      draw_entry (self, row, canvas, at, right);
    at.y += get_row_height (self, row);
  }
}
