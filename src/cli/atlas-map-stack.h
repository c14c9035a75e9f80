// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-invocation.h"
#include "atlas-layout.h"
#include "atlas-style-choices.h"

G_BEGIN_DECLS

/**
 * AtlasMapStack:
 * @crs: (nullable): system of the map; %NULL when no source says its own
 * @sources: (element-type AtlasMapSource): from below to above, all in @crs
 * @layers: (element-type AtlasSceneLayer): one for each source
 * @theme: index of the layer that the style is of
 * @credit: (nullable): who the data are from
 *
 * The sources of one map, laid one over another. Owns what it holds.
 */
typedef struct {
  AtlasCrs *crs;
  GPtrArray *sources;
  GPtrArray *layers;
  guint theme;
  char *credit;
} AtlasMapStack;

/**
 * AtlasMapStackOptions:
 * @choices: what was typed of the theme's style
 * @title: (nullable): what the theme is called; the field's name when there is none
 * @map_crs: (nullable): as it was typed
 * @keep_degrees: whether positions in degrees stay so when no system is told
 * @labelled: whether names are written on the features, as the desktop program does at first
 */
typedef struct {
  const AtlasStyleChoices *choices;
  const char *title;
  const char *map_crs;
  gboolean keep_degrees;
  gboolean labelled;
} AtlasMapStackOptions;

AtlasMapStack *atlas_map_stack_new (AtlasInvocation *invocation, const AtlasMapStackOptions *options, GError **error);
void atlas_map_stack_free (AtlasMapStack *self);
AtlasExtent atlas_map_stack_get_extent (const AtlasMapStack *self);
AtlasSceneLayer *atlas_map_stack_get_theme (const AtlasMapStack *self);
gsize atlas_map_stack_count_features (const AtlasMapStack *self);
/* Reads the rasters for what the sheet shows of them; @layout has the layers of the stack. */
gboolean atlas_map_stack_read_rasters (AtlasMapStack *self,
                                       const AtlasLayout *layout,
                                       double dpi,
                                       GCancellable *cancellable,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapStack, atlas_map_stack_free)

G_END_DECLS
