// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-private.h"
#include "atlas-symbol-size.h"

#define INK  ATLAS_COLOUR_RGB (0x262626)
#define GREY ATLAS_COLOUR_RGB (0x6f6f6f)
#define EDGE ((AtlasColour){ 0, 0, 0, 70 })

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
  g_auto (GStrv) lines = _atlas_legend_wrap_heading (self, row);
  AtlasText text = { .at = at,
                     .size = _atlas_legend_row_get_text_size (row),
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
  double middle = at.y + _atlas_legend_get_row_height (self, row) / 2;
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
  AtlasDisc disc = { .centre = { at.x + _atlas_legend_get_sign_width (self, row) / 2,
                                 at.y + _atlas_legend_get_row_height (self, row) / 2 },
                     .radius = row->size / 2,
                     .fill = row->fill,
                     .outline = row->outline,
                     .outline_width = row->outline_width };

  canvas->klass->disc (canvas, &disc);
}

static void
draw_leader (AtlasCanvas *canvas, AtlasPoint from, AtlasPoint to, double width)
{
  AtlasPath path;

  atlas_path_init_plain (&path);
  atlas_path_reset (&path, FALSE);
  atlas_path_add_segment (&path, from, to);
  canvas->klass->stroke (canvas, &path, GREY, width);
  atlas_path_clear (&path);
}

static AtlasDisc
make_circle (const AtlasLegendRow *row, guint i, AtlasPoint top)
{
  return (AtlasDisc){ .centre = { top.x, top.y + row->radii[i] },
                      .radius = row->radii[i],
                      .fill = row->fill,
                      .outline = row->outline,
                      .outline_width = MAX (row->outline_width, 0.15) };
}

/* Circles stand on one another's foot, so that their tops and labels come apart. */
static void
draw_circles (const AtlasLegend *self, const AtlasLegendRow *row, AtlasCanvas *canvas, AtlasPoint at)
{
  double width = _atlas_legend_get_sign_width (self, row);
  AtlasText text = { .at = { at.x + width + SIGN_GAP * self->unit, 0 }, .size = SMALL_SIZE, .colour = INK };
  double middles[ATLAS_LEGEND_MAX_CIRCLES];

  _atlas_legend_place_circle_labels (self, row, middles);
  for (guint i = 0; i < row->n_circles; i++) {
    AtlasPoint top = { at.x + width / 2, at.y + 2 * (row->radii[0] - row->radii[i]) };
    AtlasPoint end = { text.at.x - SIGN_GAP * self->unit / 4, at.y + middles[i] };
    AtlasDisc disc = make_circle (row, i, top);
    AtlasDisc rim = atlas_symbol_make_rim (disc, 1);

    if (i > 0)
      canvas->klass->disc (canvas, &rim);
    canvas->klass->disc (canvas, &disc);
    draw_leader (canvas, top, end, 0.12 * self->unit);
    text.string = row->circle_labels[i];
    write_line (self, canvas, &text, end.y);
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
  case ATLAS_LEGEND_GRID:
    atlas_legend_grid_draw (row->grid, canvas, at, self->unit);
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
  double middle = at.y + _atlas_legend_get_row_height (self, row) / 2;
  AtlasText label = { .string = row->label,
                      .at = { at.x + _atlas_legend_get_sign_width (self, row) + SIGN_GAP * self->unit, 0 },
                      .size = TEXT_SIZE,
                      .colour = INK };
  AtlasText count = {
    .string = row->count, .at = { right, 0 }, .anchor = ATLAS_TEXT_END, .size = SMALL_SIZE, .colour = GREY
  };

  draw_sign (self, row, canvas, at);
  if (*row->label)
    write_line (self, canvas, &label, middle);
  if (row->count && *row->count)
    write_line (self, canvas, &count, middle);
}

static gboolean
begins_counts (const AtlasLegend *self, guint index)
{
  return _atlas_legend_get_row (self, index)->count && (index == 0 || !_atlas_legend_get_row (self, index - 1)->count);
}

static void
draw_count_title (const AtlasLegend *self, AtlasCanvas *canvas, double right, double top)
{
  AtlasText text = {
    .string = self->count_title, .at = { right, 0 }, .anchor = ATLAS_TEXT_END, .size = SMALL_SIZE, .colour = GREY
  };

  write_line (self, canvas, &text, top - (NOTE_GAP + SMALL_SIZE * LINE_HEIGHT / 2) * self->unit);
}

static void
draw_row (const AtlasLegend *self, guint index, AtlasCanvas *canvas, AtlasPoint at)
{
  const AtlasLegendRow *row = _atlas_legend_get_row (self, index);

  if (begins_counts (self, index))
    draw_count_title (self, canvas, at.x + self->column_width, at.y);
  if (_atlas_legend_row_is_heading (row))
    draw_heading (self, row, canvas, at);
  else
    draw_entry (self, row, canvas, at, at.x + self->column_width);
}

/**
 * atlas_legend_draw:
 * @canvas: in millimetres
 * @at: upper left corner
 *
 * Draws the rows in their places.
 */
void
atlas_legend_draw (const AtlasLegend *self, AtlasCanvas *canvas, AtlasPoint at)
{
  for (guint i = 0; i < self->rows->len; i++) {
    AtlasPoint place = _atlas_legend_get_row (self, i)->at;

    draw_row (self, i, canvas, ATLAS_POINT_INIT (at.x + place.x, at.y + place.y));
  }
}
