// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scene-private.h"

#include "atlas-word.h"

/* A field as people call it, with its unit, if it has one: "Length of streets [km]". */
static char *
dup_field (const AtlasSceneLayer *self, const char *field)
{
  const AtlasColumn *column = atlas_table_find_column (self->table, field);

  if (!column)
    return g_strdup (field);
  if (!column->unit || !*column->unit)
    return g_strdup (atlas_column_get_title (column));
  return g_strdup_printf ("%s [%s]", atlas_column_get_title (column), column->unit);
}

static char *
dup_measure (const AtlasSceneLayer *self, const char *field, AtlasPer per, const char *per_field, const char *language)
{
  g_autofree char *above = dup_field (self, field);
  g_autofree char *below = NULL;

  if (per == ATLAS_PER_NOTHING)
    return g_steal_pointer (&above);
  below = per == ATLAS_PER_AREA ? g_strdup ("km²") : dup_field (self, per_field);
  return g_strdup_printf ("%s %s %s", above, atlas_word_get (ATLAS_WORD_PER, language), below);
}

/**
 * atlas_scene_layer_dup_heading:
 * @language: (nullable): "pl" or "en"
 *
 * What stands over the classes in a legend: what the numbers are, and their unit once.
 *
 * Returns: (transfer full) (nullable): "Public places per km²", or %NULL when the layer shows no numbers
 */
char *
atlas_scene_layer_dup_heading (const AtlasSceneLayer *self, const char *language)
{
  const AtlasStyle *style = self->style;

  if (!self->values)
    return NULL;
  return dup_measure (self, style->field, style->per, style->per_field, language);
}

/**
 * atlas_scene_layer_dup_second_heading:
 * @language: (nullable): "pl" or "en"
 *
 * Returns: (transfer full) (nullable): the same of the other number of a map of two; %NULL where there is none
 */
char *
atlas_scene_layer_dup_second_heading (const AtlasSceneLayer *self, const char *language)
{
  const AtlasStyle *style = self->style;

  if (!self->second_values)
    return NULL;
  return dup_measure (self, style->second_field, style->second_per, style->second_per_field, language);
}
