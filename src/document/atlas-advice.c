// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-advice.h"

#include "atlas-classifier.h"
#include "atlas-geometry-measure.h"
#include "atlas-language.h"
#include "atlas-palette.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Areas are looked at in a sample of so many features: enough to see whether they differ. */
#define SAMPLE_SIZE 500
/* Areas that differ less than this part of their mean, as squares of a grid do, need no division. */
#define NEARLY_EQUAL 0.1
/* Whole numbers that all lie between these are years. */
#define FIRST_YEAR 1800
#define LAST_YEAR  2200
/* Fewer classes tell too little. */
#define FEWEST_OF_MAP 3

static void
find_range (const AtlasValues *values, double *min, double *max)
{
  *min = INFINITY;
  *max = -INFINITY;
  for (gsize i = 0; i < values->n; i++) {
    *min = values->values[i] < *min ? values->values[i] : *min;
    *max = values->values[i] > *max ? values->values[i] : *max;
  }
}

/* Whether every whole number from @min to @max occurs: 1, 2, 3 … number wards or classes and count nothing. */
static gboolean
leaves_nothing_out (const AtlasValues *values, double min, double max)
{
  gsize range = (gsize) (max - min) + 1, n_seen = 0;
  g_autofree guint8 *seen = g_new0 (guint8, range);

  for (gsize i = 0; i < values->n; i++) {
    gsize place = isnan (values->values[i]) ? G_MAXSIZE : (gsize) (values->values[i] - min);

    if (place == G_MAXSIZE || seen[place])
      continue;
    seen[place] = TRUE;
    n_seen++;
  }
  return n_seen == range;
}

/* A number per something, as addresses per km², has been divided already. */
static gboolean
is_rate (const AtlasValues *values)
{
  return values->unit && (strchr (values->unit, '/') || strchr (values->unit, '%'));
}

static gboolean
is_count (const AtlasValues *values)
{
  double min, max;

  if (!values || !values->integer || values->n_missing == values->n || is_rate (values))
    return FALSE;
  find_range (values, &min, &max);
  if (min < 0 || (min >= FIRST_YEAR && max <= LAST_YEAR))
    return FALSE;
  return min == 0 || max - min >= (double) values->n || !leaves_nothing_out (values, min, max);
}

static gboolean
areas_vary (AtlasTable *table)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);
  gsize step = geometry->n_features / SAMPLE_SIZE + 1;
  double sum = 0, squares = 0, mean;
  gsize n = 0;

  for (gsize i = 0; i < geometry->n_features; i += step) {
    double area = atlas_geometry_area (geometry, i);

    if (!(area > 0))
      continue;
    sum += area;
    squares += area * area;
    n++;
  }
  if (n < 2)
    return FALSE;
  mean = sum / (double) n;
  return sqrt (MAX (squares / (double) n - mean * mean, 0)) > NEARLY_EQUAL * mean;
}

static gboolean
fills_areas (const AtlasStyle *style)
{
  return style->symbol == ATLAS_SYMBOL_CHOROPLETH || style->symbol == ATLAS_SYMBOL_BIVARIATE;
}

static gboolean
is_raw_count (const AtlasSceneLayer *layer, const AtlasValues *values, AtlasPer per)
{
  AtlasTable *table = atlas_scene_layer_get_table (layer);

  if (!table || !fills_areas (atlas_scene_layer_get_style (layer)) || per != ATLAS_PER_NOTHING)
    return FALSE;
  return is_count (values) && areas_vary (table);
}

/* @key: of the style, which mends it when set to @value */
static AtlasAdvice *
advice_new (const AtlasSceneLayer *layer, const char *id, const char *key, const char *value)
{
  AtlasAdvice *self = g_new0 (AtlasAdvice, 1);

  self->id = id;
  self->key = key;
  self->style = atlas_style_with (atlas_scene_layer_get_style (layer), key, value, NULL);
  return self;
}

/* A count that fills areas shows how large the areas are: the larger, the darker. It is to be divided by area. */
static AtlasAdvice *
advise_on_count (const AtlasSceneLayer *layer, const char *field, const char *id, const char *key)
{
  const AtlasColumn *column = atlas_table_find_column (atlas_scene_layer_get_table (layer), field);
  AtlasAdvice *self = advice_new (layer, id, key, "area");

  self->message = g_strdup_printf (_ ("“%s” is a count: larger areas look darker only because they are larger."),
                                   atlas_column_get_title (column));
  self->remedy = g_strdup (_ ("Show per km²"));
  return self;
}

static gboolean
is_safe (AtlasPalette *palette, guint n_classes)
{
  g_autofree AtlasColour *colours = atlas_palette_dup_colours (palette, n_classes, FALSE);
  gboolean ordered = atlas_palette_get_kind (palette) != ATLAS_PALETTE_QUALITATIVE;

  return atlas_palette_safety (colours, n_classes, ordered).colour_blind;
}

/* The first palette of a kind whose classes everybody tells apart, the program's own before others; greys, which say
 * least, are no help. */
static const char *
find_safe_palette (AtlasPaletteKind kind, guint n_classes)
{
  const char *const *names = atlas_palette_list_names ();
  const char *found = NULL;

  for (guint i = 0; names[i]; i++) {
    g_autoptr (AtlasPalette) palette = atlas_palette_lookup (names[i], NULL);

    if (g_str_equal (names[i], "Greys") || atlas_palette_get_kind (palette) != kind || !is_safe (palette, n_classes))
      continue;
    if (!found || g_str_equal (names[i], ATLAS_PALETTE_DEFAULT))
      found = names[i];
  }
  return found;
}

/* The most classes below @n_classes that the palette itself keeps apart; 0 where they are too few for a map, or where
 * the method does not let one choose. */
static guint
find_safe_number (AtlasPalette *palette, const AtlasStyle *style, guint n_classes)
{
  const AtlasClassifier *classifier = atlas_classifier_find (style->method, NULL);

  if (!classifier || !classifier->chooses_classes)
    return 0;
  for (guint n = n_classes - 1; n >= FEWEST_OF_MAP; n--)
    if (is_safe (palette, n))
      return n;
  return 0;
}

static AtlasAdvice *
advise_palette (const AtlasSceneLayer *layer, const char *name)
{
  AtlasAdvice *self = advice_new (layer, "palette-not-for-all", "palette", name);

  self->remedy = g_strdup_printf (_ ("Use “%s”"), name);
  return self;
}

static AtlasAdvice *
advise_number (const AtlasSceneLayer *layer, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  AtlasAdvice *self = advice_new (layer, "palette-not-for-all", "n-classes", text);

  self->remedy = g_strdup_printf (ngettext ("Use %u class", "Use %u classes", n), n);
  return self;
}

/* Another palette with as many classes; else fewer classes; else a palette that has fewer at least. Classes have an
 * order, which colours for kinds do not tell. */
static AtlasAdvice *
find_remedy (const AtlasSceneLayer *layer, AtlasPalette *palette, guint n_classes)
{
  gboolean diverging = atlas_palette_get_kind (palette) == ATLAS_PALETTE_DIVERGING;
  AtlasPaletteKind kind = diverging ? ATLAS_PALETTE_DIVERGING : ATLAS_PALETTE_SEQUENTIAL;
  const char *name = find_safe_palette (kind, n_classes);
  guint n = name ? 0 : find_safe_number (palette, atlas_scene_layer_get_style (layer), n_classes);

  if (n > 0)
    return advise_number (layer, n);
  while (!name && --n_classes >= FEWEST_OF_MAP)
    name = find_safe_palette (kind, n_classes);
  return name && !g_str_equal (name, atlas_palette_get_name (palette)) ? advise_palette (layer, name) : NULL;
}

static AtlasAdvice *
advise_on_palette (const AtlasSceneLayer *layer, AtlasPalette *palette, guint n_classes)
{
  AtlasAdvice *self = find_remedy (layer, palette, n_classes);

  if (self)
    self->message = g_strdup_printf (ngettext ("Colour-blind readers cannot tell the %u class of “%s” apart.",
                                               "Colour-blind readers cannot tell the %u classes of “%s” apart.",
                                               n_classes),
                                     n_classes, atlas_palette_get_name (palette));
  return self;
}

static AtlasAdvice *
check_palette (const AtlasSceneLayer *layer)
{
  const AtlasBreaks *breaks = atlas_scene_layer_get_breaks (layer);
  g_autoptr (AtlasPalette) palette = NULL;
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n);
  gboolean ordered;

  if (!breaks || n < 2)
    return NULL;
  palette = atlas_palette_lookup (atlas_scene_layer_get_style (layer)->palette, NULL);
  ordered = atlas_palette_get_kind (palette) != ATLAS_PALETTE_QUALITATIVE;
  if (atlas_palette_safety (colours, n, ordered).colour_blind)
    return NULL;
  return advise_on_palette (layer, palette, n);
}

/**
 * atlas_advice_new_for_layer:
 * @layer: as it is drawn
 *
 * What misleads most comes first; when it is mended the next is told.
 *
 * Returns: (nullable) (transfer full): what is better, or %NULL when nothing is to be said
 */
AtlasAdvice *
atlas_advice_new_for_layer (const AtlasSceneLayer *layer)
{
  const AtlasStyle *style = atlas_scene_layer_get_style (layer);

  if (is_raw_count (layer, atlas_scene_layer_get_values (layer), style->per))
    return advise_on_count (layer, style->field, "count-as-choropleth", "per");
  if (is_raw_count (layer, atlas_scene_layer_get_second_values (layer), style->second_per))
    return advise_on_count (layer, style->second_field, "second-count-as-choropleth", "second-per");
  return check_palette (layer);
}

/**
 * atlas_advice_can_divide:
 * @column: of @table
 *
 * Looks at all values of a column of whole numbers.
 *
 * Returns: whether another number may be divided by it: a measure or a count, and neither a code, a year nor the number
 *   that a ward or a class bears
 */
gboolean
atlas_advice_can_divide (AtlasTable *table, const AtlasColumn *column)
{
  g_autoptr (AtlasValues) values = NULL;

  if (!atlas_column_is_number (column) || atlas_table_is_record (table, column, atlas_language_get ()))
    return FALSE;
  if (column->type != ATLAS_COLUMN_INTEGER)
    return TRUE;
  values = atlas_values_new (table, column->name, NULL);
  return values && (is_rate (values) || is_count (values));
}

void
atlas_advice_free (AtlasAdvice *self)
{
  g_free (self->message);
  g_free (self->remedy);
  g_clear_pointer (&self->style, atlas_style_unref);
  g_free (self);
}
