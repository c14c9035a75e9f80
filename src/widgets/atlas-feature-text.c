// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-feature-text.h"

#include "atlas-locale.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * atlas_missing_get_title:
 * @reason: why there is no value
 *
 * Returns: the reason in words, in the user's language
 */
const char *
atlas_missing_get_title (AtlasMissing reason)
{
  switch (reason) {
  case ATLAS_NOT_APPLICABLE:
    return _ ("not applicable");
  case ATLAS_SUPPRESSED:
    return _ ("withheld");
  case ATLAS_NO_DATA:
  case ATLAS_PRESENT:
  default:
    return _ ("no data");
  }
}

/**
 * atlas_column_holds_years:
 * @column: a column
 *
 * Returns: whether its numbers are years, as its name says, which are read without thousands: 2011, not 2,011
 */
gboolean
atlas_column_holds_years (const AtlasColumn *column)
{
  static const char *const names[] = { "year", "rok", NULL };
  g_autofree char *name = g_ascii_strdown (column->name, -1);

  return column->type == ATLAS_COLUMN_INTEGER &&
         (g_strv_contains (names, name) || g_str_has_suffix (name, "_year") || g_str_has_prefix (name, "rok_"));
}

static const AtlasColumn *
find_name_column (AtlasLayer *layer)
{
  AtlasTable *table = atlas_layer_get_table (layer);
  AtlasStyle *style = atlas_layer_get_style (layer);
  const AtlasColumn *column = NULL;

  if (style && style->label_field)
    column = atlas_table_find_column (table, style->label_field);
  return column ? column : atlas_table_guess_name_column (table);
}

/**
 * atlas_feature_dup_name:
 * @layer: a layer with a table
 * @row: one of its features
 *
 * What people call the feature: the label's field, or the column that looks most like a name, or its number.
 *
 * Returns: (transfer full): the name
 */
char *
atlas_feature_dup_name (AtlasLayer *layer, gsize row)
{
  const AtlasColumn *column = find_name_column (layer);
  AtlasTable *table = atlas_layer_get_table (layer);

  if (column && atlas_column_is_present (column, row))
    return atlas_column_dup_cell (column, row);
  return g_strdup_printf (_ ("Feature %" PRId64), atlas_table_get_geometry (table)->fids[row]);
}

static const char *
get_field_title (AtlasTable *table, const char *field)
{
  const AtlasColumn *column = atlas_table_find_column (table, field);

  return column ? atlas_column_get_title (column) : field;
}

static char *
dup_measure (AtlasTable *table, const char *field, AtlasPer per, const char *per_field)
{
  const char *title = get_field_title (table, field);

  switch (per) {
  case ATLAS_PER_AREA:
    return g_strdup_printf (_ ("%s per km²"), title);
  case ATLAS_PER_FIELD:
    return g_strdup_printf (_ ("%s per %s"), title, get_field_title (table, per_field));
  case ATLAS_PER_NOTHING:
  default:
    return g_strdup (title);
  }
}

/**
 * atlas_layer_dup_measure:
 * @layer: a layer with a table
 *
 * What the numbers of the layer are, as “Public places per km²”.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when the layer shows no number
 */
char *
atlas_layer_dup_measure (AtlasLayer *layer)
{
  AtlasTable *table = atlas_layer_get_table (layer);
  const AtlasStyle *style = atlas_layer_get_style (layer);

  return table && style->field ? dup_measure (table, style->field, style->per, style->per_field) : NULL;
}

/**
 * atlas_layer_dup_second_measure:
 * @layer: a layer with a table
 *
 * Returns: (transfer full) (nullable): the same of the other number of a map of two; %NULL when there is none
 */
char *
atlas_layer_dup_second_measure (AtlasLayer *layer)
{
  AtlasTable *table = atlas_layer_get_table (layer);
  const AtlasStyle *style = atlas_layer_get_style (layer);

  if (!table || style->symbol != ATLAS_SYMBOL_BIVARIATE || !style->second_field)
    return NULL;
  return dup_measure (table, style->second_field, style->second_per, style->second_per_field);
}

/**
 * atlas_number_dup_with_unit:
 * @value: a finite number
 * @integer: whether it is a whole number
 * @unit: (nullable): of the number
 *
 * Returns: (transfer full): the number as it is read everywhere beside the map, with its unit; a count per something
 *   reads “2.7/km²” and not “2.7 1/km²”
 */
char *
atlas_number_dup_with_unit (double value, gboolean integer, const char *unit)
{
  g_autofree char *number = atlas_locale_format_number (value, integer);

  if (!unit)
    return g_steal_pointer (&number);
  if (g_str_has_prefix (unit, "1/"))
    return g_strconcat (number, unit + 1, NULL);
  return g_strdup_printf ("%s %s", number, unit);
}

/**
 * atlas_values_dup_number:
 * @values: what is shown of the features
 * @row: one of them
 *
 * Returns: (transfer full): the number with its unit, or why there is none
 */
char *
atlas_values_dup_number (const AtlasValues *values, gsize row)
{
  if (isnan (values->values[row]))
    return g_strdup (atlas_missing_get_title (values->missing ? values->missing[row] : ATLAS_NO_DATA));
  return atlas_number_dup_with_unit (values->values[row], values->integer, values->unit);
}

/**
 * atlas_feature_dup_number:
 * @layer: a layer with a table
 * @row: one of its features
 *
 * Returns: (transfer full) (nullable): the number the map shows with its unit, or why there is none; %NULL when the
 *   layer shows no numbers
 */
char *
atlas_feature_dup_number (AtlasLayer *layer, gsize row)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  const AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;

  return values && row < values->n ? atlas_values_dup_number (values, row) : NULL;
}

static char *
dup_classed_number (const AtlasValues *values, const AtlasBreaks *breaks, gsize row)
{
  g_autofree char *number = atlas_values_dup_number (values, row);
  guint index = breaks ? atlas_breaks_find (breaks, values->values[row]) : ATLAS_CLASS_NONE;
  g_autofree char *class_text = NULL;

  if (index == ATLAS_CLASS_NONE)
    return g_steal_pointer (&number);
  class_text = g_strdup_printf (_ ("class %u of %u"), index + 1, breaks->n_classes);
  return g_strdup_printf ("%s, %s", number, class_text);
}

static char *
dup_two_values (AtlasLayer *layer, AtlasSceneLayer *scene, gsize row)
{
  const AtlasClassGrid *grid = atlas_scene_layer_get_grid (scene);
  g_autofree char *first = dup_classed_number (atlas_scene_layer_get_values (scene), grid->rows, row);
  g_autofree char *measure = atlas_layer_dup_second_measure (layer);
  g_autofree char *second = dup_classed_number (atlas_scene_layer_get_second_values (scene), grid->columns, row);

  return measure ? g_strdup_printf ("%s\n%s: %s", first, measure, second) : g_steal_pointer (&first);
}

/**
 * atlas_feature_dup_value:
 * @layer: a layer with a table
 * @row: one of its features
 *
 * The number the map shows for the feature with its unit, and its class, as “31.2/km², class 3 of 5”. Of two numbers
 * the second stands on a line of its own, after what it is.
 *
 * Returns: (transfer full) (nullable): the text; %NULL when the layer shows no values
 */
char *
atlas_feature_dup_value (AtlasLayer *layer, gsize row)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  const AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;

  if (!values || row >= values->n)
    return NULL;
  if (atlas_scene_layer_get_grid (scene))
    return dup_two_values (layer, scene, row);
  return dup_classed_number (values, atlas_scene_layer_get_breaks (scene), row);
}

/**
 * atlas_feature_dup_description:
 * @layer: a layer with a table
 * @row: one of its features
 *
 * Returns: (transfer full): name, value and class in one line, for a screen reader
 */
char *
atlas_feature_dup_description (AtlasLayer *layer, gsize row)
{
  g_autofree char *name = atlas_feature_dup_name (layer, row);
  g_autofree char *value = atlas_feature_dup_value (layer, row);

  return value ? g_strdup_printf ("%s, %s", name, value) : g_steal_pointer (&name);
}
