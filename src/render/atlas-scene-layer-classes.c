// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scene-layer-private.h"

#include "atlas-bivariate-scheme.h"
#include "atlas-classifier.h"
#include "atlas-error.h"
#include "atlas-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a style says of one number: its field, and what it is divided by. */
typedef struct {
  const char *field;
  AtlasPer per;
  const char *per_field;
} Measure;

static AtlasValues *
work_out_values (AtlasTable *table, Measure measure, const double *areas, GError **error)
{
  switch (measure.per) {
  case ATLAS_PER_FIELD:
    if (measure.per_field)
      return atlas_values_new_per_field (table, measure.field, measure.per_field, error);
    g_set_error_literal (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, _ ("Choose the field to divide by"));
    return NULL;
  case ATLAS_PER_AREA:
    if (areas)
      return atlas_values_new_per_area (table, measure.field, areas, error);
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, _ ("“%s” has no areas to divide “%s” by"),
                 atlas_table_get_name (table), measure.field);
    return NULL;
  case ATLAS_PER_NOTHING:
  default:
    return atlas_values_new (table, measure.field, error);
  }
}

static AtlasBreaks *
work_out_breaks (const AtlasValues *values, const AtlasStyle *style, guint n_classes, GError **error)
{
  const AtlasClassifier *classifier = atlas_classifier_find (style->method, error);
  AtlasClassifyOptions options = ATLAS_CLASSIFY_OPTIONS_INIT;

  if (!classifier)
    return NULL;
  options.n_classes = n_classes;
  options.bounds = style->bounds;
  options.n_bounds = style->n_bounds;
  return atlas_classify (classifier, values, &options, error);
}

/* Classes that end at or below the midpoint are on its lower side. */
static guint
count_below (const AtlasBreaks *breaks, double midpoint)
{
  guint n = 0;

  while (n < breaks->n_classes && breaks->bounds[n] <= midpoint)
    n++;
  return n;
}

static AtlasColour *
choose_colours (const AtlasBreaks *breaks, const AtlasStyle *style, GError **error)
{
  g_autoptr (AtlasPalette) palette = atlas_palette_lookup (style->palette, error);
  guint below;

  if (!palette)
    return NULL;
  if (atlas_palette_get_kind (palette) != ATLAS_PALETTE_DIVERGING || isnan (style->midpoint))
    return atlas_palette_dup_colours (palette, breaks->n_classes, style->reverse);
  below = count_below (breaks, style->midpoint);
  return atlas_palette_dup_diverging (palette, below, breaks->n_classes - below, style->reverse);
}

static void
take_classes (AtlasSceneLayer *self, GBytes *classes)
{
  self->class_bytes = classes;
  self->classes = g_bytes_get_data (classes, NULL);
}

static gboolean
has_same_method (const AtlasStyle *a, const AtlasStyle *b)
{
  return g_strcmp0 (a->method, b->method) == 0 && a->n_classes == b->n_classes && a->n_bounds == b->n_bounds &&
         (a->n_bounds == 0 || memcmp (a->bounds, b->bounds, a->n_bounds * sizeof *a->bounds) == 0);
}

static gboolean
share_classes (AtlasSceneLayer *self, const AtlasSceneLayer *last)
{
  if (!last || !last->breaks || last->values != self->values || !has_same_method (last->style, self->style))
    return FALSE;
  self->breaks = atlas_breaks_ref (last->breaks);
  take_classes (self, g_bytes_ref (last->class_bytes));
  return TRUE;
}

static gboolean
work_out_classes (AtlasSceneLayer *self, GError **error)
{
  self->breaks = work_out_breaks (self->values, self->style, self->style->n_classes, error);
  if (!self->breaks)
    return FALSE;
  take_classes (self, g_bytes_new_take (atlas_breaks_assign (self->breaks, self->values), self->values->n));
  return TRUE;
}

static gboolean
classify (AtlasSceneLayer *self, const AtlasSceneLayer *last, GError **error)
{
  if (!share_classes (self, last) && !work_out_classes (self, error))
    return FALSE;
  self->colours = choose_colours (self->breaks, self->style, error);
  self->n_colours = self->breaks->n_classes;
  return self->colours != NULL;
}

/* Bounds of one's own are those of one number, and would mean nothing to the other. */
static gboolean
check_method (const AtlasStyle *style, GError **error)
{
  const AtlasClassifier *classifier = atlas_classifier_find (style->method, error);

  if (classifier && classifier->gives_bounds)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("The bounds of the method “%s” are of one number; choose another method for two"), style->method);
  return classifier && !classifier->gives_bounds;
}

/* Some methods find the number of classes themselves. */
static AtlasBreaks *
work_out_few_breaks (const AtlasValues *values, const AtlasStyle *style, const char *field, GError **error)
{
  guint n = CLAMP (style->n_classes, ATLAS_BIVARIATE_FEWEST, ATLAS_BIVARIATE_MOST);
  g_autoptr (AtlasBreaks) breaks = work_out_breaks (values, style, n, error);

  if (!breaks || breaks->n_classes <= ATLAS_BIVARIATE_MOST)
    return g_steal_pointer (&breaks);
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
               _ ("The method “%s” cuts “%s” into %u classes, and two numbers have room for %d: choose another, as "
                  "“quantile”"),
               style->method, field, breaks->n_classes, ATLAS_BIVARIATE_MOST);
  return NULL;
}

static gboolean
classify_two (AtlasSceneLayer *self, GError **error)
{
  const AtlasStyle *style = self->style;
  const AtlasBivariateScheme *scheme = atlas_bivariate_scheme_find (style->scheme, error);
  g_autoptr (AtlasBreaks) rows = NULL;
  g_autoptr (AtlasBreaks) columns = NULL;

  if (!scheme || !check_method (style, error))
    return FALSE;
  rows = work_out_few_breaks (self->values, style, style->field, error);
  columns = rows ? work_out_few_breaks (self->second_values, style, style->second_field, error) : NULL;
  if (!columns)
    return FALSE;
  self->grid = atlas_class_grid_new (rows, columns);
  take_classes (self, g_bytes_new_take (atlas_class_grid_assign (self->grid, self->values, self->second_values),
                                        self->values->n));
  self->colours = atlas_bivariate_scheme_dup_colours (scheme, rows->n_classes, columns->n_classes);
  self->n_colours = self->grid->n_cells;
  return TRUE;
}

/* Counts the missing and finds the largest of the rest. */
static void
survey_values (AtlasSceneLayer *self)
{
  for (gsize i = 0; i < self->values->n; i++) {
    int state = _atlas_scene_layer_get_missing (self, i);

    if (state >= 0)
      self->missing[state]++;
    else
      self->largest = MAX (self->largest, fabs (self->values->values[i]));
  }
}

static Measure
get_first (const AtlasStyle *style)
{
  return (Measure){ style->field, style->per, style->per_field };
}

static Measure
get_second (const AtlasStyle *style)
{
  return (Measure){ style->second_field, style->second_per, style->second_per_field };
}

static gboolean
measures_equal (Measure a, Measure b)
{
  return g_strcmp0 (a.field, b.field) == 0 && a.per == b.per && g_strcmp0 (a.per_field, b.per_field) == 0;
}

/* Values depend on nothing but the table, the same for both, and the measure. */
static AtlasValues *
obtain_values (AtlasSceneLayer *self,
               Measure measure,
               AtlasValues *last,
               Measure last_measure,
               const double *areas,
               GError **error)
{
  if (last && measures_equal (measure, last_measure))
    return atlas_values_ref (last);
  return work_out_values (self->table, measure, areas, error);
}

static gboolean
take_values (AtlasSceneLayer *self, const AtlasSceneLayer *last, const double *areas, GError **error)
{
  const AtlasStyle *style = self->style;
  const AtlasStyle *last_style = last ? last->style : style;

  self->values = obtain_values (self, get_first (style), last ? last->values : NULL, get_first (last_style), areas,
                                error);
  if (!self->values || self->symbol->kind != ATLAS_SYMBOL_BIVARIATE)
    return self->values != NULL;
  self->second_values = obtain_values (self, get_second (style), last ? last->second_values : NULL,
                                       get_second (last_style), areas, error);
  return self->second_values != NULL;
}

static gboolean
check_fields (const AtlasSceneLayer *self, GError **error)
{
  const AtlasStyle *style = self->style;

  if (!style->field && self->symbol->needs_field)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, _ ("Choose the field of “%s” to be shown"),
                 atlas_table_get_name (self->table));
  else if (!style->second_field && self->symbol->kind == ATLAS_SYMBOL_BIVARIATE)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, _ ("Choose the second field of “%s” to be shown"),
                 atlas_table_get_name (self->table));
  else
    return TRUE;
  return FALSE;
}

/* Works out what the style shows of the table, which, as the symbol, is there already. */
gboolean
_atlas_scene_layer_classify (AtlasSceneLayer *self, const AtlasSceneLayer *last, const double *areas, GError **error)
{
  if (!check_fields (self, error))
    return FALSE;
  if (!self->style->field || self->symbol->kind == ATLAS_SYMBOL_PLAIN)
    return TRUE;
  if (!take_values (self, last, areas, error))
    return FALSE;
  survey_values (self);
  if (!self->symbol->classifies)
    return TRUE;
  return self->second_values ? classify_two (self, error) : classify (self, last, error);
}
