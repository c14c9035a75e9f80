// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-feature-facts.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* More decimals than these tell noise. */
#define MOST_DECIMALS 3

static void
fact_free (gpointer data)
{
  AtlasFact *fact = data;

  g_free (fact->title);
  g_free (fact->value);
  g_free (fact);
}

static GPtrArray *
new_facts (void)
{
  return g_ptr_array_new_with_free_func (fact_free);
}

static void
add (GPtrArray *facts, const char *title, char *value, gboolean is_missing)
{
  AtlasFact *fact = g_new (AtlasFact, 1);

  *fact = (AtlasFact){ g_strdup (title), value, is_missing };
  g_ptr_array_add (facts, fact);
}

static const char *
missing_word (AtlasMissing missing)
{
  switch (missing) {
  case ATLAS_NOT_APPLICABLE:
    return _ ("not applicable");
  case ATLAS_SUPPRESSED:
    return _ ("withheld");
  default:
    return _ ("no data");
  }
}

static char *
format_number (double value, const char *unit, AtlasNumberForm form)
{
  g_autofree char *number = atlas_number_format (value, atlas_number_decimals (&value, 1, MOST_DECIMALS), form);

  return unit ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

static char *
format_cell (const AtlasColumn *column, gsize row, AtlasNumberForm form)
{
  if (atlas_column_is_number (column))
    return format_number (atlas_column_get_real (column, row), column->unit, form);
  return atlas_column_dup_cell (column, row);
}

/**
 * atlas_facts_dup_name:
 * @table: of the feature
 * @row: its row
 *
 * Returns: (transfer full): what people call the feature: its name, or else its number
 */
char *
atlas_facts_dup_name (AtlasTable *table, gsize row)
{
  const AtlasColumn *names = atlas_table_guess_name_column (table);

  if (names && atlas_column_is_present (names, row))
    return atlas_column_dup_cell (names, row);
  return g_strdup_printf (_ ("Feature %" PRId64), atlas_table_get_geometry (table)->fids[row]);
}

/**
 * atlas_facts_collect:
 * @table: of the feature
 * @row: its row
 * @form: how numbers are written
 *
 * Returns: (transfer full) (element-type AtlasFact): every attribute in the order of the table; one without a value
 *   says why
 */
GPtrArray *
atlas_facts_collect (AtlasTable *table, gsize row, AtlasNumberForm form)
{
  GPtrArray *facts = new_facts ();

  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);

    if (atlas_column_is_present (column, row))
      add (facts, atlas_column_get_title (column), format_cell (column, row, form), FALSE);
    else
      add (facts, atlas_column_get_title (column), g_strdup (missing_word (atlas_column_get_missing (column, row))),
           TRUE);
  }
  return facts;
}

static const char *
get_title (AtlasTable *table, const char *field)
{
  const AtlasColumn *column = atlas_table_find_column (table, field);

  return column ? atlas_column_get_title (column) : field;
}

static char *
describe_shown (const AtlasSceneLayer *scene)
{
  AtlasTable *table = atlas_scene_layer_get_table (scene);
  const AtlasStyle *style = atlas_scene_layer_get_style (scene);
  const char *field = get_title (table, style->field);

  switch (style->per) {
  case ATLAS_PER_AREA:
    return g_strdup_printf (_ ("%s per km²"), field);
  case ATLAS_PER_FIELD:
    return g_strdup_printf (_ ("%s per %s"), field, get_title (table, style->per_field));
  default:
    return g_strdup (field);
  }
}

static void
add_class (GPtrArray *facts, const AtlasBreaks *breaks, double value, AtlasNumberForm form)
{
  guint index = atlas_breaks_find (breaks, value);
  g_autofree char *label = atlas_breaks_dup_label (breaks, index, form);

  add (facts, _ ("Class"), g_strdup_printf (_ ("%u of %u (%s)"), index + 1, breaks->n_classes, label), FALSE);
}

/**
 * atlas_facts_collect_shown:
 * @layer: of the feature
 * @row: its row
 * @form: how numbers are written
 *
 * Returns: (transfer full) (element-type AtlasFact): what the map shows of the feature: the number, worked out as the
 *   style tells, and its class; nothing where the layer shows no number
 */
GPtrArray *
atlas_facts_collect_shown (AtlasLayer *layer, gsize row, AtlasNumberForm form)
{
  GPtrArray *facts = new_facts ();
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;
  AtlasBreaks *breaks = scene ? atlas_scene_layer_get_breaks (scene) : NULL;
  g_autofree char *title = NULL;

  if (!values || row >= values->n)
    return facts;
  title = describe_shown (scene);
  if (isnan (values->values[row])) {
    add (facts, title, g_strdup (missing_word (values->missing ? values->missing[row] : ATLAS_NO_DATA)), TRUE);
    return facts;
  }
  add (facts, title, format_number (values->values[row], values->unit, form), FALSE);
  if (breaks && breaks->n_classes > 0)
    add_class (facts, breaks, values->values[row], form);
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

/**
 * atlas_facts_collect_summary:
 * @layer: of the features
 * @rows: (array length=n): their rows
 * @n: how many
 * @form: how numbers are written
 *
 * Returns: (transfer full) (element-type AtlasFact): sum (of plain figures only: rates do not add up), mean, least,
 *   most and how many have no value
 */
GPtrArray *
atlas_facts_collect_summary (AtlasLayer *layer, const guint32 *rows, gsize n, AtlasNumberForm form)
{
  GPtrArray *facts = new_facts ();
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;
  Summary summary;
  g_autofree char *title = NULL;

  if (!values)
    return facts;
  summary = summarise (values, rows, n);
  title = describe_shown (scene);
  add (facts, _ ("Shown"), g_steal_pointer (&title), FALSE);
  if (summary.n > 0 && atlas_scene_layer_get_style (scene)->per == ATLAS_PER_NOTHING)
    add (facts, _ ("Sum"), format_number (summary.sum, values->unit, form), FALSE);
  if (summary.n > 0) {
    add (facts, _ ("Mean"), format_number (summary.sum / (double) summary.n, values->unit, form), FALSE);
    add (facts, _ ("Least"), format_number (summary.min, values->unit, form), FALSE);
    add (facts, _ ("Most"), format_number (summary.max, values->unit, form), FALSE);
  }
  if (summary.n < n)
    add (facts, _ ("Without a value"), format_number ((double) (n - summary.n), NULL, form), FALSE);
  return facts;
}
