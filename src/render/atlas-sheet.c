// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sheet.h"

#include "atlas-scene-layer-private.h"
#include "atlas-word.h"

#include <math.h>

/* In units of the furniture: millimetres on A4. */
#define MAP_MARGIN    4.5
#define PAGE_MARGIN   13.0
#define MAP_TITLE     5.6
#define PAGE_TITLE    7.6
#define TITLE_LEADING 1.22
#define CREDIT_SIZE   2.3
#define CREDIT_LEAD   1.35
#define GAP           4.0
#define COLUMN_GAP    7.0
#define MAP_ROOM      3.0 /* left free between the extent and the frame */
#define PANEL_PADDING 3.0
#define MOST_ROOM     0.25 /* of the frame's shorter side */
#define LONGEST_BAR   0.28 /* of the frame's width */
#define LONGEST_BAR_U 60.0

/* A legend may lie over the map when it hides no more than this of what the map is about. */
#define MOST_COVERED 0.004

#define UNIT_DIAGONAL 363.7 /* millimetres: of A4 */

static double
choose_unit (const AtlasLayout *layout)
{
  return CLAMP (hypot (layout->width, layout->height) / UNIT_DIAGONAL, 0.55, 3);
}

static gboolean
is_landscape (const AtlasSheet *self)
{
  return self->layout->width >= self->layout->height;
}

static double
inner_width (const AtlasSheet *self)
{
  return self->layout->width - 2 * self->margin;
}

static void
set_title (AtlasSheet *self)
{
  gboolean page = self->layout->kind == ATLAS_LAYOUT_PAGE;

  self->title_size = (page ? PAGE_TITLE : MAP_TITLE) * self->unit;
  if (self->layout->title && *self->layout->title)
    self->title_lines = atlas_text_wrap (self->layout->title, self->title_size, TRUE, inner_width (self));
  else
    self->title_lines = g_new0 (char *, 1);
}

static void
set_credit (AtlasSheet *self)
{
  const char *word = atlas_word_get (ATLAS_WORD_SOURCE, self->layout->language);
  g_autofree char *text = NULL;

  if (self->layout->credit && *self->layout->credit) {
    text = g_strdup_printf ("%s %s", word, self->layout->credit);
    self->credit_lines = atlas_text_wrap (text, CREDIT_SIZE * self->unit, FALSE, inner_width (self));
  } else {
    self->credit_lines = g_new0 (char *, 1);
  }
}

static double
get_title_height (const AtlasSheet *self)
{
  guint n = g_strv_length (self->title_lines);

  return n ? n * self->title_size * TITLE_LEADING + GAP * self->unit * 0.6 : 0;
}

static double
get_credit_height (const AtlasSheet *self)
{
  guint n = g_strv_length (self->credit_lines);

  return n ? n * CREDIT_SIZE * CREDIT_LEAD * self->unit : 0;
}

/* Where map and legend share the sheet: between the title and the source line. */
static AtlasExtent
get_body (const AtlasSheet *self)
{
  double side = self->layout->kind == ATLAS_LAYOUT_PAGE ? self->margin : 0;
  double title = get_title_height (self);
  double credit = get_credit_height (self);
  AtlasExtent body = { side, side, self->layout->width - side, self->layout->height - side };

  if (title > 0)
    body.ymin = self->margin + title;
  if (credit > 0)
    body.ymax = self->layout->height - self->margin - credit + CREDIT_SIZE * self->unit * 0.2;
  if (credit > 0 && self->layout->kind == ATLAS_LAYOUT_PAGE)
    body.ymax -= GAP * self->unit * 0.6;
  if (credit > 0 && self->layout->kind == ATLAS_LAYOUT_MAP)
    body.ymax = self->layout->height - 2 * CREDIT_SIZE * self->unit * 0.8 - credit;
  return body;
}

/* How far, in millimetres, symbols reach beyond what they stand for. */
double
_atlas_layout_get_reach (const AtlasLayout *layout)
{
  double reach = 0;

  for (guint i = 0; i < layout->n_layers; i++)
    reach = MAX (reach, _atlas_scene_layer_get_reach (layout->layers[i]));
  return reach;
}

/* Symbols at the edge of the extent are seen whole. A bare map shows its extent to the pixel. */
static double
get_room (const AtlasSheet *self)
{
  double room = MAX (MAP_ROOM * self->unit, _atlas_layout_get_reach (self->layout));

  if (self->layout->kind == ATLAS_LAYOUT_BARE)
    return 0;
  return MIN (room, MOST_ROOM * MIN (atlas_extent_width (self->frame), atlas_extent_height (self->frame)));
}

/* The same middle at a scale whose number has two digits and then zeros: the next smaller one. */
static AtlasTransform
round_scale (const AtlasSheet *self, AtlasTransform fit)
{
  AtlasPoint middle = atlas_extent_centre (self->frame);
  double mm_per_unit = 1000 * self->layout->metres_per_unit;
  double denominator = mm_per_unit / fit.scale;
  double step = pow (10, floor (log10 (denominator)) - 1);
  double share = denominator / (ceil (denominator / step * (1 - 1e-9)) * step);

  return (AtlasTransform){ fit.scale * share, middle.x - (middle.x - fit.x0) * share,
                           middle.y - (middle.y - fit.y0) * share };
}

/* A page is printed, and one measures on it: its scale is a round number. */
static AtlasTransform
fit_map (const AtlasSheet *self)
{
  double room = get_room (self);
  AtlasTransform fit = atlas_transform_fit (self->layout->extent, atlas_extent_width (self->frame),
                                            atlas_extent_height (self->frame), room);

  fit = atlas_transform_pan (fit, self->frame.xmin, self->frame.ymin);
  if (self->layout->kind != ATLAS_LAYOUT_PAGE || !(self->layout->metres_per_unit > 0))
    return fit;
  return round_scale (self, fit);
}

/* The bar for the map as it is fitted; on a page its scale in numbers too. */
static void
set_scale_rule (AtlasSheet *self, double longest)
{
  double metres_per_mm = self->layout->metres_per_unit / self->transform.scale;

  self->scale_rule = atlas_scale_rule_solve (metres_per_mm, longest);
  if (self->layout->kind == ATLAS_LAYOUT_PAGE && self->scale_rule.length > 0)
    self->scale_rule.denominator = rint (metres_per_mm * 1000);
}

static void
set_frame (AtlasSheet *self, AtlasExtent frame)
{
  self->frame = frame;
  self->transform = fit_map (self);
  set_scale_rule (self, MIN (atlas_extent_width (frame) * LONGEST_BAR, LONGEST_BAR_U * self->unit));
}

static AtlasExtent
get_panel_size (const AtlasSheet *self)
{
  double padding = 2 * PANEL_PADDING * self->unit;

  return (AtlasExtent){ 0, 0, self->legend->width + padding, self->legend->height + padding };
}

/* The bar lies in the lower corner on the other side of the legend. */
static void
place_scale_rule_on_map (AtlasSheet *self, gboolean left)
{
  double gap = GAP * self->unit;
  double width = atlas_scale_rule_get_width (self->scale_rule, self->unit, self->form);

  self->scale_rule_at.y = self->frame.ymax - gap - atlas_scale_rule_get_height (self->scale_rule, self->unit);
  self->scale_rule_at.x = left ? self->frame.xmin + gap : self->frame.xmax - gap - width;
}

static gboolean
try_legend_on_map (AtlasSheet *self)
{
  AtlasExtent panel = get_panel_size (self);
  double covered;
  AtlasPoint corner;

  if (panel.xmax > 0.5 * atlas_extent_width (self->frame) || panel.ymax > 0.8 * atlas_extent_height (self->frame))
    return FALSE;
  corner = _atlas_sheet_find_corner (self, panel, &covered);
  if (covered > MOST_COVERED)
    return FALSE;
  self->legend_on_map = TRUE;
  self->legend_at = ATLAS_POINT_INIT (corner.x + PANEL_PADDING * self->unit, corner.y + PANEL_PADDING * self->unit);
  place_scale_rule_on_map (self, corner.x > atlas_extent_centre (self->frame).x);
  return TRUE;
}

/* A column at the right of the map, the bar at its foot. */
static void
place_column (AtlasSheet *self, AtlasExtent body)
{
  double gap = COLUMN_GAP * self->unit;
  double width = MAX (self->legend->width, 36 * self->unit);
  double side = self->layout->kind == ATLAS_LAYOUT_PAGE ? 0 : MAP_MARGIN * self->unit;
  AtlasExtent frame = { body.xmin, body.ymin, body.xmax - width - gap - side, body.ymax };

  set_frame (self, frame);
  self->legend_at = ATLAS_POINT_INIT (frame.xmax + gap, body.ymin + (side > 0 ? gap : 0));
  set_scale_rule (self, width * 0.85);
  self->scale_rule_at = ATLAS_POINT_INIT (
      frame.xmax + gap, body.ymax - atlas_scale_rule_get_height (self->scale_rule, self->unit) - side);
}

/* A row below the map: the legend in columns, the bar at its right. */
static void
place_row (AtlasSheet *self, AtlasExtent body)
{
  double gap = COLUMN_GAP * self->unit * 0.7;
  double side = self->layout->kind == ATLAS_LAYOUT_PAGE ? 0 : MAP_MARGIN * self->unit;
  double bar = atlas_scale_rule_get_width (self->scale_rule, self->unit, self->form);
  double width = atlas_extent_width (body) - 2 * side;

  atlas_legend_flow (self->legend, width - bar - gap);
  body.ymax -= MAX (self->legend->height, atlas_scale_rule_get_height (self->scale_rule, self->unit)) + gap;
  set_frame (self, body);
  bar = atlas_scale_rule_get_width (self->scale_rule, self->unit, self->form);
  self->legend_at = ATLAS_POINT_INIT (body.xmin + side, body.ymax + gap);
  self->scale_rule_at = ATLAS_POINT_INIT (body.xmin + side + width - bar, body.ymax + gap);
}

static void
place_body (AtlasSheet *self)
{
  AtlasExtent body = get_body (self);

  set_frame (self, body);
  if (self->layout->kind == ATLAS_LAYOUT_MAP && atlas_legend_is_empty (self->legend)) {
    place_scale_rule_on_map (self, TRUE);
    return;
  }
  if (self->layout->kind == ATLAS_LAYOUT_MAP && try_legend_on_map (self))
    return;
  if (is_landscape (self))
    place_column (self, body);
  else
    place_row (self, body);
}

/**
 * atlas_sheet_init:
 * @layout: what was ordered; must outlive the sheet
 *
 * Works out where everything goes.
 */
void
atlas_sheet_init (AtlasSheet *self, const AtlasLayout *layout)
{
  *self = (AtlasSheet){ .layout = layout, .unit = choose_unit (layout) };
  self->form = atlas_number_form_for_language (layout->language);
  self->frame = (AtlasExtent){ 0, 0, layout->width, layout->height };
  self->margin = (layout->kind == ATLAS_LAYOUT_PAGE ? PAGE_MARGIN : MAP_MARGIN) * self->unit;
  self->neatline = layout->kind == ATLAS_LAYOUT_PAGE;
  if (layout->kind == ATLAS_LAYOUT_BARE) {
    self->transform = fit_map (self);
    return;
  }
  self->legend = atlas_legend_new (layout->layers, layout->n_layers, layout->language, self->unit);
  set_title (self);
  set_credit (self);
  self->credit_at = ATLAS_POINT_INIT (self->margin, layout->height - self->margin);
  if (layout->kind == ATLAS_LAYOUT_MAP)
    self->credit_at.y = layout->height - CREDIT_SIZE * self->unit;
  place_body (self);
}

void
atlas_sheet_clear (AtlasSheet *self)
{
  g_clear_pointer (&self->legend, atlas_legend_free);
  g_clear_pointer (&self->title_lines, g_strfreev);
  g_clear_pointer (&self->credit_lines, g_strfreev);
}

AtlasExtent
atlas_sheet_get_panel (const AtlasSheet *self)
{
  AtlasExtent size;
  double padding = PANEL_PADDING * self->unit;

  if (!self->legend || !self->legend_on_map)
    return ATLAS_EXTENT_EMPTY;
  size = get_panel_size (self);
  return (AtlasExtent){ self->legend_at.x - padding, self->legend_at.y - padding,
                        self->legend_at.x - padding + size.xmax, self->legend_at.y - padding + size.ymax };
}

AtlasExtent
atlas_sheet_get_scale_rule_box (const AtlasSheet *self)
{
  AtlasPoint at = self->scale_rule_at;

  if (self->scale_rule.length <= 0)
    return ATLAS_EXTENT_EMPTY;
  return (AtlasExtent){ at.x, at.y, at.x + atlas_scale_rule_get_width (self->scale_rule, self->unit, self->form),
                        at.y + atlas_scale_rule_get_height (self->scale_rule, self->unit) };
}
