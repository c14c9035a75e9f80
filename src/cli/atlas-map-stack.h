// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-invocation.h"
#include "atlas-scene.h"

G_BEGIN_DECLS

/**
 * AtlasMapStack:
 * @crs: (nullable): system of the map; %NULL when no source says its own
 * @tables: (element-type AtlasTable): from below to above, all in @crs
 * @layers: (element-type AtlasSceneLayer): one for each table
 * @theme: index of the layer that the style is of
 * @credit: (nullable): who the data are from
 *
 * The sources of one map, laid one over another. Owns what it holds.
 */
typedef struct {
  AtlasCrs *crs;
  GPtrArray *tables;
  GPtrArray *layers;
  guint theme;
  char *credit;
} AtlasMapStack;

/**
 * AtlasMapStackOptions:
 * @words: (array zero-terminated=1): sources as they were typed, the lowest first
 * @style: of the theme; its symbol is replaced by what suits the geometry unless @symbol_told
 * @title: (nullable): what the theme is called; the field's name when there is none
 * @map_crs: (nullable): as it was typed
 * @keep_degrees: whether positions in degrees stay so when no system is told
 */
typedef struct {
  char **words;
  AtlasStyle *style;
  gboolean symbol_told;
  const char *title;
  const char *map_crs;
  gboolean keep_degrees;
} AtlasMapStackOptions;

AtlasMapStack *
atlas_map_stack_new (const AtlasInvocation *invocation, const AtlasMapStackOptions *options, GError **error);
void atlas_map_stack_free (AtlasMapStack *self);
AtlasExtent atlas_map_stack_get_extent (const AtlasMapStack *self);
AtlasSceneLayer *atlas_map_stack_get_theme (const AtlasMapStack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapStack, atlas_map_stack_free)

G_END_DECLS
