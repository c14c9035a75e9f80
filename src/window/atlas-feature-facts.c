// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-feature-facts.h"

#include "atlas-feature-text.h"
#include "atlas-language.h"
#include "atlas-locale.h"

#include <glib/gi18n-lib.h>

/* More decimals than these tell noise; the attribute table has as many. */
#define MOST_DECIMALS 4

static void
fact_free (gpointer data)
{
  AtlasFact *fact = data;

  g_free (fact->title);
  g_free (fact->value);
  g_free (fact->name);
  g_free (fact);
}

static GPtrArray *
new_facts (void)
{
  return g_ptr_array_new_with_free_func (fact_free);
}

static AtlasFact *
add (GPtrArray *facts, const char *title, char *value)
{
  AtlasFact *fact = g_new0 (AtlasFact, 1);

  fact->title = g_strdup (title);
  fact->value = value;
  g_ptr_array_add (facts, fact);
  return fact;
}

/* A measure reads as it does on the map; what has no unit may be a position or a score, and keeps its decimals. */
static char *
format_number (const AtlasColumn *column, double value)
{
  if (column->unit)
    return atlas_number_dup_with_unit (value, column->type == ATLAS_COLUMN_INTEGER, column->unit);
  value = atlas_number_round (value, MOST_DECIMALS);
  return atlas_number_format (value, atlas_number_decimals (&value, 1, MOST_DECIMALS), atlas_locale_get_number_form ());
}

static char *
format_cell (const AtlasColumn *column, gsize row)
{
  if (atlas_column_is_number (column) && !atlas_column_holds_years (column))
    return format_number (column, atlas_column_get_real (column, row));
  return atlas_column_dup_cell (column, row);
}

static void
add_cell (GPtrArray *facts, AtlasTable *table, const AtlasColumn *column, gsize row)
{
  gboolean is_record = atlas_table_is_record (table, column, atlas_language_get ());
  const char *title = is_record ? atlas_column_get_title (column) : atlas_table_get_spoken_title (table, column);
  gboolean is_present = atlas_column_is_present (column, row);
  char *value = is_present ? format_cell (column, row)
                           : g_strdup (atlas_missing_get_title (atlas_column_get_missing (column, row)));
  AtlasFact *fact = add (facts, title, value);

  fact->name = g_str_equal (title, column->name) ? NULL : g_strdup (column->name);
  fact->is_missing = !is_present;
  fact->is_record = is_record;
}

/* The key of a source says nothing beside the credit, which names it in full. */
static gboolean
is_told_by_credit (AtlasTable *table, const AtlasColumn *column)
{
  return atlas_table_get_credit (table) && g_str_equal (column->name, "source");
}

/**
 * atlas_facts_collect:
 * @table: of the feature
 * @row: its row
 *
 * Returns: (transfer full) (element-type AtlasFact): the attributes in the order of the table; one without a value
 *   says why
 */
GPtrArray *
atlas_facts_collect (AtlasTable *table, gsize row)
{
  GPtrArray *facts = new_facts ();

  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);

    if (!is_told_by_credit (table, column))
      add_cell (facts, table, column, row);
  }
  return facts;
}

static void
add_class (GPtrArray *facts, const AtlasBreaks *breaks, double value)
{
  guint index = atlas_breaks_find (breaks, value);
  g_autofree char *label = atlas_breaks_dup_label (breaks, index, atlas_locale_get_number_form ());

  add (facts, _ ("Class"), g_strdup_printf (_ ("%u of %u (%s)"), index + 1, breaks->n_classes, label));
}

/* A figure of a year that the table tells in a field of its own, as population and population_year. */
static void
add_year (GPtrArray *facts, AtlasTable *table, const char *field, gsize row)
{
  g_autofree char *name = g_strconcat (field, "_year", NULL);
  const AtlasColumn *column = atlas_table_find_column (table, name);

  if (column && atlas_column_is_present (column, row))
    add (facts, _ ("Year"), atlas_column_dup_cell (column, row));
}

static void
add_reckoning (GPtrArray *facts, AtlasTable *table, const AtlasStyle *style)
{
  const AtlasColumn *above = atlas_table_find_column (table, style->field);
  const AtlasColumn *below = style->per == ATLAS_PER_FIELD ? atlas_table_find_column (table, style->per_field) : NULL;

  if (above && style->per == ATLAS_PER_AREA)
    add (facts, _ ("Worked out"), g_strdup_printf (_ ("“%s” divided by the area"), atlas_column_get_title (above)));
  else if (above && below)
    add (facts, _ ("Worked out"),
         g_strdup_printf (_ ("“%s” divided by “%s”"), atlas_column_get_title (above), atlas_column_get_title (below)));
}

/* The other number of a map of two, with its class. */
static void
add_second (GPtrArray *facts, AtlasLayer *layer, AtlasSceneLayer *scene, gsize row)
{
  const AtlasClassGrid *grid = atlas_scene_layer_get_grid (scene);
  const AtlasValues *values = grid ? atlas_scene_layer_get_second_values (scene) : NULL;
  g_autofree char *title = values ? atlas_layer_dup_second_measure (layer) : NULL;

  if (!title)
    return;
  add (facts, title, atlas_values_dup_number (values, row))->is_missing = isnan (values->values[row]);
  if (!isnan (values->values[row]))
    add_class (facts, grid->columns, values->values[row]);
}

static const AtlasBreaks *
get_breaks (AtlasSceneLayer *scene)
{
  const AtlasClassGrid *grid = atlas_scene_layer_get_grid (scene);

  return grid ? grid->rows : atlas_scene_layer_get_breaks (scene);
}

static void
add_n_missing (GPtrArray *facts, gsize n_missing, gsize n)
{
  g_autofree char *missing = atlas_locale_format_count (n_missing);
  g_autofree char *all = atlas_locale_format_count (n);

  add (facts, _ ("Without a value"), g_strdup_printf (_ ("%s of %s"), missing, all));
}

/**
 * atlas_facts_collect_shown:
 * @layer: of the feature
 * @row: its row
 *
 * Returns: (transfer full) (element-type AtlasFact): what the map shows of the feature: the number, its class, its
 *   year, how it was worked out, and how many features have none; nothing where the layer shows no number
 */
GPtrArray *
atlas_facts_collect_shown (AtlasLayer *layer, gsize row)
{
  GPtrArray *facts = new_facts ();
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;
  const AtlasBreaks *breaks = scene ? get_breaks (scene) : NULL;
  const AtlasStyle *style = scene ? atlas_scene_layer_get_style (scene) : NULL;
  g_autofree char *title = atlas_layer_dup_measure (layer);

  if (!values || row >= values->n || !title)
    return facts;
  add (facts, title, atlas_feature_dup_number (layer, row))->is_missing = isnan (values->values[row]);
  if (breaks && breaks->n_classes > 0 && !isnan (values->values[row]))
    add_class (facts, breaks, values->values[row]);
  add_year (facts, atlas_layer_get_table (layer), style->field, row);
  add_reckoning (facts, atlas_layer_get_table (layer), style);
  add_second (facts, layer, scene, row);
  add_n_missing (facts, atlas_scene_layer_count_missing (scene), values->n);
  return facts;
}

typedef struct {
  double sum;
  double min;
  double max;
  gsize n;
} Summary;

static Summary
summarise (const AtlasValues *values, const guint32 *rows, gsize n)
{
  Summary summary = { .min = G_MAXDOUBLE, .max = -G_MAXDOUBLE };

  for (gsize i = 0; i < n; i++) {
    double value = values->values[rows[i]];

    if (isnan (value))
      continue;
    summary.sum += value;
    summary.min = MIN (summary.min, value);
    summary.max = MAX (summary.max, value);
    summary.n++;
  }
  return summary;
}

static void
add_figures (GPtrArray *facts, const Summary *summary, const AtlasValues *values, gboolean has_sum)
{
  const char *unit = values->unit;

  if (has_sum)
    add (facts, _ ("Sum"), atlas_number_dup_with_unit (summary->sum, values->integer, unit));
  add (facts, _ ("Mean"), atlas_number_dup_with_unit (summary->sum / (double) summary->n, FALSE, unit));
  add (facts, _ ("Least"), atlas_number_dup_with_unit (summary->min, values->integer, unit));
  add (facts, _ ("Most"), atlas_number_dup_with_unit (summary->max, values->integer, unit));
}

/**
 * atlas_facts_collect_summary:
 * @layer: of the features
 * @rows: (array length=n): their rows
 * @n: how many
 *
 * Returns: (transfer full) (element-type AtlasFact): sum (of plain figures only: rates do not add up), mean, least,
 *   most and how many have no value
 */
GPtrArray *
atlas_facts_collect_summary (AtlasLayer *layer, const guint32 *rows, gsize n)
{
  GPtrArray *facts = new_facts ();
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;
  Summary summary;
  g_autofree char *title = atlas_layer_dup_measure (layer);

  if (!values || !title)
    return facts;
  summary = summarise (values, rows, n);
  add (facts, _ ("Shown"), g_steal_pointer (&title));
  if (summary.n > 0)
    add_figures (facts, &summary, values, atlas_scene_layer_get_style (scene)->per == ATLAS_PER_NOTHING);
  add_n_missing (facts, n - summary.n, n);
  return facts;
}
