// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-advice.h"

#include "atlas-geometry-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Areas are looked at in a sample of so many features: enough to see whether they differ. */
#define SAMPLE_SIZE 500
/* Areas that differ less than this part of their mean, as squares of a grid do, need no division. */
#define NEARLY_EQUAL 0.1
/* Whole numbers that all lie between these are years. */
#define FIRST_YEAR 1800
#define LAST_YEAR  2200

static void
find_range (const AtlasValues *values, double *min, double *max)
{
  *min = INFINITY;
  *max = -INFINITY;
  for (gsize i = 0; i < values->n; i++) {
    *min = fmin (*min, values->values[i]);
    *max = fmax (*max, values->values[i]);
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
is_raw_count (const AtlasSceneLayer *layer)
{
  AtlasStyle *style = atlas_scene_layer_get_style (layer);
  AtlasTable *table = atlas_scene_layer_get_table (layer);

  if (!table || style->symbol != ATLAS_SYMBOL_CHOROPLETH || style->per != ATLAS_PER_NOTHING || !style->field)
    return FALSE;
  return is_count (atlas_scene_layer_get_values (layer)) && areas_vary (table);
}

/**
 * atlas_advice_new_for_layer:
 * @layer: as it is drawn
 *
 * A count drawn as a choropleth shows how large the areas are: the larger, the darker. It is to be divided by area.
 *
 * Returns: (nullable) (transfer full): what is better, or %NULL when nothing is to be said
 */
AtlasAdvice *
atlas_advice_new_for_layer (const AtlasSceneLayer *layer)
{
  AtlasStyle *style = atlas_scene_layer_get_style (layer);
  const AtlasColumn *column;
  AtlasAdvice *self;

  if (!is_raw_count (layer))
    return NULL;
  column = atlas_table_find_column (atlas_scene_layer_get_table (layer), style->field);
  self = g_new0 (AtlasAdvice, 1);
  self->id = "count-as-choropleth";
  self->message = g_strdup_printf (_ ("“%s” is a count: larger areas look darker only because they are larger."),
                                   atlas_column_get_title (column));
  self->remedy = g_strdup (_ ("Show per km²"));
  self->style = atlas_style_with (style, "per", "area", NULL);
  return self;
}

void
atlas_advice_free (AtlasAdvice *self)
{
  g_free (self->message);
  g_free (self->remedy);
  g_clear_pointer (&self->style, atlas_style_unref);
  g_free (self);
}
