// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stack.h"

#include "atlas-map-system.h"
#include "atlas-projection.h"

void
atlas_map_stack_free (AtlasMapStack *self)
{
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->layers);
  g_free (self->credit);
  g_free (self);
}

static gboolean
read_tables (AtlasMapStack *self, const AtlasInvocation *invocation, char **words, GError **error)
{
  for (char **word = words; *word; word++) {
    AtlasTable *table = atlas_invocation_read (invocation, *word, error);

    if (!table)
      return FALSE;
    g_ptr_array_add (self->tables, table);
  }
  return TRUE;
}

/* What was told; else the city's system for its layers; else that of the lowest source, made plane. */
static gboolean
choose_system (AtlasMapStack *self,
               const AtlasInvocation *invocation,
               const AtlasMapStackOptions *options,
               GError **error)
{
  AtlasTable *lowest = g_ptr_array_index (self->tables, 0);
  AtlasCrs *own = atlas_table_get_crs (lowest);

  if (options->map_crs)
    self->crs = atlas_crs_new_from_text (options->map_crs, error);
  else if (atlas_invocation_names_city (options->words[0]))
    self->crs = atlas_map_system_of_city (invocation, error);
  else if (!own)
    return TRUE;
  else
    self->crs = options->keep_degrees ? atlas_crs_ref (own) : atlas_map_system_local (lowest, error);
  return self->crs != NULL;
}

static gboolean
project_tables (AtlasMapStack *self, GError **error)
{
  for (guint i = 0; self->crs && i < self->tables->len; i++) {
    AtlasTable *table = g_ptr_array_index (self->tables, i);
    AtlasTable *projected = atlas_table_reproject (table, self->crs, NULL, error);

    if (!projected)
      return FALSE;
    self->tables->pdata[i] = projected;
    atlas_table_unref (table);
  }
  return TRUE;
}

/* The topmost source that has the field; the topmost of all when no field is shown, or when none has it. */
static guint
find_theme (const AtlasMapStack *self, const char *field)
{
  guint topmost = self->tables->len - 1;

  for (guint i = self->tables->len; field && i > 0; i--)
    if (atlas_table_find_column (g_ptr_array_index (self->tables, i - 1), field))
      return i - 1;
  return topmost;
}

static AtlasPartKind
guess_kind (AtlasTable *table)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);

  return geometry->n_parts > 0 ? geometry->kinds[0] : ATLAS_PART_POLYGON;
}

static const char *
suitable_symbol (AtlasTable *table, gboolean has_field)
{
  if (guess_kind (table) == ATLAS_PART_POINT)
    return "dots";
  return has_field ? "choropleth" : "plain";
}

static AtlasStyle *
style_theme (AtlasTable *table, const AtlasMapStackOptions *options, GError **error)
{
  if (options->symbol_told)
    return atlas_style_ref (options->style);
  return atlas_style_with (options->style, "symbol", suitable_symbol (table, options->style->field != NULL), error);
}

/* Areas above the theme would hide it, so only their borders are drawn. */
static AtlasStyle *
style_companion (AtlasTable *table, gboolean above, GError **error)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (AtlasStyle) drawn = atlas_style_with (plain, "symbol", suitable_symbol (table, FALSE), error);
  g_autoptr (AtlasStyle) outlined = drawn ? atlas_style_with (drawn, "outline", "#3d3846", error) : NULL;
  gboolean hides = above && guess_kind (table) == ATLAS_PART_POLYGON;

  if (!outlined || !hides)
    return g_steal_pointer (&outlined);
  return atlas_style_with (outlined, "fill", "#00000000", error);
}

static gboolean
measure_areas (AtlasTable *table, const AtlasStyle *style, double **areas, GError **error)
{
  if (style->per != ATLAS_PER_AREA)
    return TRUE;
  *areas = atlas_table_measure_areas (table, NULL, error);
  return *areas != NULL;
}

static const char *
choose_title (const AtlasMapStack *self, guint index, const AtlasMapStackOptions *options)
{
  AtlasTable *table = g_ptr_array_index (self->tables, index);
  const char *field = index == self->theme ? options->style->field : NULL;
  const AtlasColumn *column = field ? atlas_table_find_column (table, field) : NULL;

  if (index == self->theme && options->title)
    return options->title;
  return column ? atlas_column_get_title (column) : atlas_table_get_name (table);
}

static gboolean
add_layer (AtlasMapStack *self, guint index, const AtlasMapStackOptions *options, GError **error)
{
  AtlasTable *table = g_ptr_array_index (self->tables, index);
  g_autoptr (AtlasStyle) style = index == self->theme ? style_theme (table, options, error)
                                                      : style_companion (table, index > self->theme, error);
  g_autofree double *areas = NULL;
  AtlasSceneLayer *layer;

  if (!style || !measure_areas (table, style, &areas, error))
    return FALSE;
  layer = atlas_scene_layer_new (table, style, areas, choose_title (self, index, options), error);
  if (!layer)
    return FALSE;
  g_ptr_array_add (self->layers, layer);
  return TRUE;
}

static gboolean
add_layers (AtlasMapStack *self, const AtlasMapStackOptions *options, GError **error)
{
  self->theme = find_theme (self, options->style->field);
  for (guint i = 0; i < self->tables->len; i++)
    if (!add_layer (self, i, options, error))
      return FALSE;
  return TRUE;
}

/* Each source once, in the order of the layers. */
static char *
collect_credits (const AtlasMapStack *self)
{
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();

  for (guint i = 0; i < self->tables->len; i++) {
    const char *credit = atlas_table_get_credit (g_ptr_array_index (self->tables, i));

    if (credit && !g_ptr_array_find_with_equal_func (credits, credit, g_str_equal, NULL))
      g_ptr_array_add (credits, (gpointer) credit);
  }
  g_ptr_array_add (credits, NULL);
  return credits->len > 1 ? g_strjoinv ("; ", (char **) credits->pdata) : NULL;
}

/**
 * atlas_map_stack_new:
 * @options: what is laid, and how the theme looks
 * @error: return location for an error
 *
 * Reads every source, takes all to one system and works their layers out. The style is that of one
 * theme: the topmost source that has the field. Sources below it are drawn plain, areas above it as borders.
 *
 * Returns: (transfer full): the layers of a map, or %NULL with @error set
 */
AtlasMapStack *
atlas_map_stack_new (const AtlasInvocation *invocation, const AtlasMapStackOptions *options, GError **error)
{
  g_autoptr (AtlasMapStack) self = g_new0 (AtlasMapStack, 1);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_scene_layer_unref);
  if (!read_tables (self, invocation, options->words, error) || !choose_system (self, invocation, options, error) ||
      !project_tables (self, error) || !add_layers (self, options, error))
    return NULL;
  self->credit = collect_credits (self);
  return g_steal_pointer (&self);
}

/**
 * atlas_map_stack_get_extent:
 *
 * Returns: the extent of all sources together
 */
AtlasExtent
atlas_map_stack_get_extent (const AtlasMapStack *self)
{
  AtlasExtent all = ATLAS_EXTENT_EMPTY;

  for (guint i = 0; i < self->tables->len; i++)
    all = atlas_extent_union (all, atlas_table_get_extent (g_ptr_array_index (self->tables, i)));
  return all;
}

AtlasSceneLayer *
atlas_map_stack_get_theme (const AtlasMapStack *self)
{
  return g_ptr_array_index (self->layers, self->theme);
}
