// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-private.h"

#include "atlas-scene-layer-private.h"
#include "atlas-symbol-size.h"
#include "atlas-word.h"

#include <math.h>

#define HOLLOW_MM 3.4 /* the circle that stands for all values below zero */

/**
 * Writing:
 * @legend: being written
 * @layer: whose signs are explained
 *
 * What each of the functions that add rows needs.
 */
typedef struct {
  AtlasLegend *legend;
  const AtlasSceneLayer *layer;
  const char *language;
  AtlasNumberForm form;
} Writing;

static void
row_free (gpointer data)
{
  AtlasLegendRow *row = data;

  for (guint i = 0; i < row->n_circles; i++)
    g_free (row->circle_labels[i]);
  g_clear_pointer (&row->grid, atlas_legend_grid_free);
  g_free (row->label);
  g_free (row->count);
  g_free (row);
}

static AtlasLegendRow *
add_row (const Writing *w, AtlasLegendRowKind kind, char *label)
{
  AtlasLegendRow *row = g_new0 (AtlasLegendRow, 1);

  row->kind = kind;
  row->label = label;
  row->fill = w->layer->style->fill;
  row->outline = w->layer->style->outline;
  row->outline_width = w->layer->style->outline_width;
  row->size = kind == ATLAS_LEGEND_LINE ? atlas_symbol_get_stroke_width (w->layer)
                                        : _atlas_scene_layer_get_size (w->layer);
  g_ptr_array_add (w->legend->rows, row);
  return row;
}

static char *
format_count (const Writing *w, gsize n)
{
  return atlas_number_format ((double) n, 0, w->form);
}

static AtlasLegendRowKind
choose_sign (const AtlasSceneLayer *layer)
{
  if (layer->symbol->kind == ATLAS_SYMBOL_DOTS)
    return ATLAS_LEGEND_DOT;
  if (layer->has_kind[ATLAS_PART_POLYGON])
    return ATLAS_LEGEND_AREA;
  return layer->has_kind[ATLAS_PART_LINE] ? ATLAS_LEGEND_LINE : ATLAS_LEGEND_DOT;
}

static void
add_classes (const Writing *w)
{
  const AtlasBreaks *breaks = w->layer->breaks;

  for (guint i = 0; i < breaks->n_classes; i++) {
    AtlasLegendRow *row = add_row (w, choose_sign (w->layer), atlas_breaks_dup_label (breaks, i, w->form));

    row->fill = w->layer->colours[i];
    row->count = format_count (w, breaks->counts[i]);
  }
}

static AtlasLegendRowKind
choose_missing_sign (const AtlasSceneLayer *layer)
{
  AtlasLegendRowKind sign = choose_sign (layer);

  if (layer->symbol->kind == ATLAS_SYMBOL_PROPORTIONAL)
    return ATLAS_LEGEND_DOT;
  return sign == ATLAS_LEGEND_AREA ? ATLAS_LEGEND_HATCH : sign;
}

static void
add_missing_state (const Writing *w, int state)
{
  const char *word = atlas_word_get ((AtlasWord) (ATLAS_WORD_NO_DATA + state), w->language);
  AtlasLegendRow *row = add_row (w, choose_missing_sign (w->layer), g_strdup (word));

  row->fill = atlas_symbol_get_missing_shade (state);
  row->hatch = (AtlasHatch) state;
  row->count = format_count (w, w->layer->missing[state]);
  if (w->layer->symbol->kind == ATLAS_SYMBOL_PROPORTIONAL)
    row->size = 2 * atlas_symbol_make_missing_dot (state, 1).radius;
  if (w->layer->symbol->kind == ATLAS_SYMBOL_LINES)
    row->size = atlas_symbol_get_line_width (w->layer, 0);
}

static void
add_missing (const Writing *w)
{
  for (int state = 0; state < ATLAS_N_MISSING_STATES; state++)
    if (w->layer->missing[state] > 0)
      add_missing_state (w, state);
}

/* The largest of 1, 1.2, 1.5 … 8 times a power of ten that is not above @value: near it, and easily read. */
static double
round_down (double value)
{
  static const double steps[] = { 8, 6, 5, 4, 3, 2.5, 2, 1.5, 1.2 };
  double power = pow (10, floor (log10 (value)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power <= value * (1 + 1e-9))
      return steps[i] * power;
  return power;
}

/* What a sign of the legend stands for; 0 for none. Of things that are counted there is no part. */
static double
choose_example (const Writing *w, double value)
{
  double round = value > 0 ? round_down (value) : 0;

  return w->layer->values->integer ? floor (round * (1 + 1e-9)) : round;
}

static char *
format_value (const Writing *w, double value)
{
  return atlas_number_format (value, atlas_number_decimals (&value, 1, 6), w->form);
}

/* @sign: 1 or −1 */
static gboolean
has_values_of (const AtlasValues *values, double sign)
{
  for (gsize i = 0; i < values->n; i++)
    if (values->values[i] * sign > 0)
      return TRUE;
  return FALSE;
}

static void
paint_row (AtlasLegendRow *row, AtlasDisc disc)
{
  row->fill = disc.fill;
  row->outline = disc.outline;
  row->outline_width = disc.outline_width;
}

/* What a hollow circle among filled ones means. */
static void
add_below_zero (const Writing *w)
{
  const char *word = atlas_word_get (ATLAS_WORD_BELOW_ZERO, w->language);
  AtlasLegendRow *row = add_row (w, ATLAS_LEGEND_DOT, g_strdup (word));

  paint_row (row, atlas_symbol_make_circle (w->layer, -1, 1));
  row->size = HOLLOW_MM;
}

/* Where all values are below zero, so are the examples. */
static void
add_circles (const Writing *w)
{
  AtlasLegendRow *row = add_row (w, ATLAS_LEGEND_CIRCLES, g_strdup (""));
  gboolean has_negative = has_values_of (w->layer->values, -1);
  double sign = has_negative && !has_values_of (w->layer->values, 1) ? -1 : 1;
  double value = choose_example (w, w->layer->largest);

  paint_row (row, atlas_symbol_make_circle (w->layer, sign, 1));
  for (guint i = 0; i < ATLAS_LEGEND_MAX_CIRCLES && value > 0; i++, value = choose_example (w, value / 3)) {
    row->radii[i] = atlas_symbol_make_circle (w->layer, value, 1).radius;
    row->circle_labels[i] = format_value (w, sign * value);
    row->n_circles++;
  }
  if (has_negative && sign > 0)
    add_below_zero (w);
}

static void
add_widths (const Writing *w)
{
  double value = choose_example (w, w->layer->largest);

  for (guint i = 0; i < ATLAS_LEGEND_MAX_CIRCLES && value > 0; i++, value = choose_example (w, value / 3)) {
    AtlasLegendRow *row = add_row (w, ATLAS_LEGEND_LINE, format_value (w, value));

    row->size = atlas_symbol_get_line_width (w->layer, value);
  }
}

/* The note above names the rows. */
static void
add_grid (const Writing *w)
{
  AtlasLegendRow *row;

  if (w->layer->grid->n_cells == 0)
    return;
  row = add_row (w, ATLAS_LEGEND_GRID, g_strdup (""));
  row->grid = atlas_legend_grid_new (w->layer, w->language);
  row->count = g_strdup ("");
}

/* What the title has said need not be said again, except beside the axis of a square. */
static void
add_values (const Writing *w)
{
  g_autofree char *heading = atlas_scene_layer_dup_heading (w->layer, w->language);
  const char *title = *w->layer->title ? w->layer->title : heading;
  gboolean said = !w->layer->grid && g_str_equal (title, heading);

  add_row (w, ATLAS_LEGEND_TITLE, g_strdup (title));
  add_row (w, ATLAS_LEGEND_NOTE, g_strdup (said ? "" : heading));
  if (w->layer->breaks)
    add_classes (w);
  else if (w->layer->grid)
    add_grid (w);
  else if (w->layer->symbol->kind == ATLAS_SYMBOL_PROPORTIONAL)
    add_circles (w);
  else
    add_widths (w);
  add_missing (w);
}

/* Layers of one colour; an area without fill is known by its border, and what leaves no mark needs no explaining. */
static void
add_plain (const Writing *w)
{
  const AtlasStyle *style = w->layer->style;
  AtlasLegendRow *row;

  if (!*w->layer->title || _atlas_scene_layer_leaves_no_mark (w->layer))
    return;
  row = add_row (w, choose_sign (w->layer), g_strdup (w->layer->title));
  if (row->kind == ATLAS_LEGEND_AREA && style->fill.a == 0) {
    row->kind = ATLAS_LEGEND_LINE;
    row->fill = style->outline;
    row->size = style->outline_width;
  }
}

static gboolean
has_parts (const AtlasSceneLayer *layer)
{
  return layer->has_kind[ATLAS_PART_POINT] || layer->has_kind[ATLAS_PART_LINE] || layer->has_kind[ATLAS_PART_POLYGON];
}

/* Pictures and tables without places have no signs. */
static void
add_layers (Writing *w, AtlasSceneLayer *const *layers, guint n_layers, gboolean with_values)
{
  for (guint i = n_layers; i > 0; i--) {
    w->layer = layers[i - 1];
    if (has_parts (w->layer) && (w->layer->values != NULL) == with_values)
      (with_values ? add_values : add_plain) (w);
  }
}

/**
 * atlas_legend_new:
 * @layers: (array length=n_layers): from below to above
 * @language: "pl" or "en"
 * @unit: of its sizes, in millimetres
 *
 * Returns: (transfer full): rows for every layer of features: first those that show values, the topmost first; then
 *   the plain ones
 */
AtlasLegend *
atlas_legend_new (AtlasSceneLayer *const *layers, guint n_layers, const char *language, double unit)
{
  AtlasLegend *self = g_new0 (AtlasLegend, 1);
  Writing w = { self, NULL, language, atlas_number_form_for_language (language) };

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->count_title = atlas_word_get (ATLAS_WORD_COUNT, language);
  self->unit = unit;
  add_layers (&w, layers, n_layers, TRUE);
  add_layers (&w, layers, n_layers, FALSE);
  _atlas_legend_measure (self);
  return self;
}

void
atlas_legend_free (AtlasLegend *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

gboolean
atlas_legend_is_empty (const AtlasLegend *self)
{
  return self->rows->len == 0;
}
