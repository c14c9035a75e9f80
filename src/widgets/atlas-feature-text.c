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

static char *
dup_class (AtlasSceneLayer *scene, gsize row)
{
  const AtlasBreaks *breaks = atlas_scene_layer_get_breaks (scene);
  const guint8 *classes = atlas_scene_layer_get_classes (scene);

  if (!breaks || !classes || classes[row] == ATLAS_CLASS_NONE)
    return NULL;
  return g_strdup_printf (_ ("class %u of %u"), classes[row] + 1u, breaks->n_classes);
}

static char *
dup_number (const AtlasValues *values, gsize row)
{
  g_autofree char *number = NULL;

  if (isnan (values->values[row]))
    return g_strdup (atlas_missing_get_title (values->missing ? values->missing[row] : ATLAS_NO_DATA));
  number = atlas_locale_format_number (values->values[row], values->integer);
  return values->unit ? g_strdup_printf ("%s %s", number, values->unit) : g_steal_pointer (&number);
}

/**
 * atlas_feature_dup_value:
 * @layer: a layer with a table
 * @row: one of its features
 *
 * The number the map shows for the feature with its unit, and its class, as “31.2 1/km², class 3 of 5”.
 *
 * Returns: (transfer full) (nullable): the text; %NULL when the layer shows no values
 */
char *
atlas_feature_dup_value (AtlasLayer *layer, gsize row)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  const AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *class_text = NULL;

  if (!values || row >= values->n)
    return NULL;
  number = dup_number (values, row);
  class_text = dup_class (scene, row);
  return class_text ? g_strdup_printf ("%s, %s", number, class_text) : g_steal_pointer (&number);
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
