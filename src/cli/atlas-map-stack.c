// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stack.h"

#include "atlas-credit.h"
#include "atlas-error.h"
#include "atlas-map-source.h"
#include "atlas-map-style.h"
#include "atlas-map-system.h"
#include "atlas-projection.h"
#include "atlas-raster.h"
#include "atlas-usage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM_PER_INCH 25.4

void
atlas_map_stack_free (AtlasMapStack *self)
{
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->layers);
  g_free (self->credit);
  g_free (self);
}

static AtlasMapSource *
get_source (const AtlasMapStack *self, guint index)
{
  return g_ptr_array_index (self->sources, index);
}

static gboolean
read_sources (AtlasMapStack *self, AtlasInvocation *invocation, GError **error)
{
  for (char **word = invocation->words; *word; word++) {
    AtlasMapSource *source = atlas_map_source_new (invocation, *word, error);

    if (!source)
      return FALSE;
    g_ptr_array_add (self->sources, source);
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
  const AtlasMapSource *lowest = get_source (self, 0);

  if (options->map_crs)
    self->crs = atlas_usage_read_crs (options->map_crs, error);
  else if (atlas_invocation_names_city (invocation->words[0]))
    self->crs = atlas_map_system_of_city (invocation, error);
  else if (!lowest->crs)
    return TRUE;
  else
    self->crs = options->keep_degrees ? atlas_crs_ref (lowest->crs)
                                      : atlas_map_system_local (lowest->crs, lowest->extent, error);
  return self->crs != NULL;
}

/* The topmost source that has the field; the lowest with features when no field is shown; else the lowest raster. */
static guint
find_theme (const AtlasMapStack *self, const char *field)
{
  for (guint i = self->sources->len; field && i > 0; i--)
    if (get_source (self, i - 1)->table && atlas_table_find_column (get_source (self, i - 1)->table, field))
      return i - 1;
  for (guint i = 0; i < self->sources->len; i++)
    if (get_source (self, i)->table)
      return i;
  return 0;
}

/* Only what is on the ground has an area, so it is measured before the map's projection stretches it. */
static gboolean
measure_areas (AtlasMapStack *self, const AtlasStyleChoices *choices, GError **error)
{
  AtlasMapSource *theme = get_source (self, self->theme);

  if (!atlas_style_choices_need_areas (choices) || !theme->table)
    return TRUE;
  theme->areas = atlas_table_measure_areas (theme->table, NULL, error);
  return theme->areas != NULL;
}

static gboolean
project_sources (AtlasMapStack *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->sources->len; i++) {
    AtlasMapSource *source = get_source (self, i);

    if (!self->crs && source->raster) {
      g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS,
                   _ ("“%s” does not say which coordinate system it is in; choose one."), source->name);
      return FALSE;
    }
    if (self->crs && !atlas_map_source_project (source, self->crs, cancellable, error))
      return FALSE;
  }
  return TRUE;
}

static const char *
choose_title (const AtlasMapStack *self, guint index, const AtlasMapStackOptions *options)
{
  const AtlasMapSource *source = get_source (self, index);
  gboolean one = index == self->theme && !atlas_style_choices_show_two (options->choices);
  const char *field = one ? options->choices->field : NULL;
  const AtlasColumn *column = field ? atlas_table_find_column (source->table, field) : NULL;

  if (index == self->theme && options->title)
    return options->title;
  return column ? atlas_column_get_title (column) : source->name;
}

/* Above a raster areas of which nothing is told are drawn as borders, too. */
static AtlasStyle *
choose_style (const AtlasMapStack *self, guint index, const AtlasMapStackOptions *options, GError **error)
{
  AtlasTable *table = get_source (self, index)->table;
  gboolean told = options->choices->field || options->choices->symbol || index == 0;
  g_autoptr (AtlasStyle) style = index == self->theme && told
                                     ? atlas_map_style_new_theme (table, index, options->choices, error)
                                     : atlas_map_style_new_companion (table, index, index >= self->theme);

  if (!style || options->labelled)
    return g_steal_pointer (&style);
  return atlas_style_with (style, "label-field", "", error);
}

/* A raster is stood in for by one clear pixel that lies where it does, until it is known what is shown of it. */
static AtlasSceneLayer *
new_placeholder (const AtlasMapSource *source)
{
  static const guint32 clear = 0;
  g_autoptr (GBytes) pixels = g_bytes_new_static (&clear, sizeof clear);
  g_autoptr (AtlasPicture) picture = atlas_picture_new (pixels, 1, 1, sizeof clear, source->extent);

  return atlas_scene_layer_new_picture (picture, 1, source->name);
}

static AtlasSceneLayer *
new_layer (const AtlasMapStack *self, guint index, const AtlasMapStackOptions *options, GError **error)
{
  const AtlasMapSource *source = get_source (self, index);
  g_autoptr (AtlasStyle) style = source->table ? choose_style (self, index, options, error) : NULL;

  if (!source->table)
    return new_placeholder (source);
  if (!style)
    return NULL;
  return atlas_scene_layer_new (source->table, style, source->areas, choose_title (self, index, options), error);
}

static gboolean
add_layers (AtlasMapStack *self, const AtlasMapStackOptions *options, GError **error)
{
  for (guint i = 0; i < self->sources->len; i++) {
    AtlasSceneLayer *layer = new_layer (self, i, options, error);

    if (!layer)
      return FALSE;
    g_ptr_array_add (self->layers, layer);
  }
  return TRUE;
}

/* A raster has no field to be coloured by. */
static gboolean
check_theme (const AtlasMapStack *self, const AtlasStyleChoices *choices, GError **error)
{
  const AtlasMapSource *theme = get_source (self, self->theme);

  if (theme->table || !choices->field)
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, _ ("“%s” is a raster and has no fields: leave out “--field”."),
               theme->name);
  return FALSE;
}

/* Each source once, in the order of the layers. */
static char *
collect_credits (const AtlasMapStack *self)
{
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();

  for (guint i = 0; i < self->sources->len; i++) {
    AtlasTable *table = get_source (self, i)->table;
    const char *credit = table ? atlas_table_get_credit (table) : NULL;

    if (credit)
      g_ptr_array_add (credits, (gpointer) credit);
  }
  g_ptr_array_add (credits, NULL);
  return atlas_credit_join ((const char *const *) credits->pdata);
}

/**
 * atlas_map_stack_new:
 * @options: how the theme looks
 * @error: return location for an error
 *
 * Reads every source, takes all to one system and works their layers out. The style is that of one
 * theme: the topmost source that has the field, or the lowest when no field is shown. Sources below it are drawn
 * plain, areas above it as borders.
 *
 * Returns: (transfer full): the layers of a map, or %NULL with @error set
 */
AtlasMapStack *
atlas_map_stack_new (AtlasInvocation *invocation, const AtlasMapStackOptions *options, GError **error)
{
  g_autoptr (AtlasMapStack) self = g_new0 (AtlasMapStack, 1);

  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_map_source_free);
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_scene_layer_unref);
  if (!read_sources (self, invocation, error) || !choose_system (self, invocation, options, error))
    return NULL;
  self->theme = find_theme (self, options->choices->field);
  if (!check_theme (self, options->choices, error) || !measure_areas (self, options->choices, error) ||
      !project_sources (self, invocation->cancellable, error) || !add_layers (self, options, error))
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

  for (guint i = 0; i < self->sources->len; i++)
    all = atlas_extent_union (all, get_source (self, i)->extent);
  return all;
}

AtlasSceneLayer *
atlas_map_stack_get_theme (const AtlasMapStack *self)
{
  return g_ptr_array_index (self->layers, self->theme);
}

/**
 * atlas_map_stack_count_features:
 *
 * Returns: how many features all sources have together
 */
gsize
atlas_map_stack_count_features (const AtlasMapStack *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->sources->len; i++)
    n += get_source (self, i)->table ? atlas_table_get_n_features (get_source (self, i)->table) : 0;
  return n;
}

/**
 * atlas_map_stack_read_rasters:
 * @layout: with the layers of the stack
 * @dpi: pixels per inch of what is drawn
 * @cancellable: (nullable): polled
 *
 * Reads of each raster what the sheet shows, pixel for pixel.
 *
 * Returns: whether all could be read; else @error is set
 */
gboolean
atlas_map_stack_read_rasters (AtlasMapStack *self,
                              const AtlasLayout *layout,
                              double dpi,
                              GCancellable *cancellable,
                              GError **error)
{
  AtlasMapFrame frame = atlas_layout_find_frame (layout);
  int width = MAX (1, (int) lround (frame.width * dpi / MM_PER_INCH));
  int height = MAX (1, (int) lround (frame.height * dpi / MM_PER_INCH));

  for (guint i = 0; i < self->sources->len; i++) {
    const AtlasMapSource *source = get_source (self, i);
    g_autoptr (AtlasPicture) picture = NULL;

    if (!source->raster)
      continue;
    picture = atlas_raster_read (source->raster, self->crs, frame.extent, width, height, cancellable, error);
    if (!picture)
      return FALSE;
    atlas_scene_layer_unref (self->layers->pdata[i]);
    self->layers->pdata[i] = atlas_scene_layer_new_picture (picture, 1, source->name);
  }
  return TRUE;
}
