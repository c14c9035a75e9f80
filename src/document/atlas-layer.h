// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-scene.h"
#include "atlas-source.h"

G_BEGIN_DECLS

/**
 * AtlasLayer:
 *
 * A layer of the project: where it comes from, its table in the project's system, its style and,
 * once worked out on another thread, the scene layer that is drawn. Observable: `title`, `visible`,
 * `style`, `loading` (nothing to draw yet, or an old picture still shown), `error`. In a project it is
 * changed only through the commands of [class@Journal]. Lives on the main thread.
 */
#define ATLAS_TYPE_LAYER (atlas_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLayer, atlas_layer, ATLAS, LAYER, GObject)

AtlasLayer *atlas_layer_new (const char *title, const char *source_text, AtlasTable *table, AtlasStyle *style);
const char *atlas_layer_get_id (AtlasLayer *self); /* unique in a project, stable over sessions */
const char *atlas_layer_get_title (AtlasLayer *self);
const char *atlas_layer_get_source_text (AtlasLayer *self); /* as atlas_source_parse reads it */
AtlasTable *atlas_layer_get_table (AtlasLayer *self);       /* nullable while loading, and for a raster */
AtlasStyle *atlas_layer_get_style (AtlasLayer *self);
gboolean atlas_layer_get_visible (AtlasLayer *self);
AtlasSceneLayer *atlas_layer_get_scene_layer (AtlasLayer *self); /* nullable until worked out */

G_END_DECLS
