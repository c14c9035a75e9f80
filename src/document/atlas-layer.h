// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-name-index.h"
#include "atlas-scene.h"
#include "atlas-source.h"

G_BEGIN_DECLS

/**
 * AtlasLayer:
 *
 * A layer of the project: where it comes from, its table in the project's system, its style and,
 * once worked out on another thread, the scene layer that is drawn. In a project it is changed only through the
 * commands of [class@Journal]. Lives on the main thread.
 *
 * Observable: `title`, `visible`, `context` (a background whose extent does not count), `style`, `table`,
 * `n-features`, `scene-layer`, `loading` (nothing to draw yet, or an old picture still shown), `progress` (0…1, or
 * negative when unknown), `error-message`.
 */
#define ATLAS_TYPE_LAYER (atlas_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLayer, atlas_layer, ATLAS, LAYER, GObject)

AtlasLayer *atlas_layer_new (const char *title, const char *source_text, AtlasTable *table, AtlasStyle *style);
/* A layer that is yet to be read. */
AtlasLayer *atlas_layer_new_for_source (const char *title, const AtlasSource *source, AtlasStyle *style);

const char *atlas_layer_get_id (AtlasLayer *self); /* unique in a project, stable over sessions */
const char *atlas_layer_get_title (AtlasLayer *self);
const char *atlas_layer_get_source_text (AtlasLayer *self);   /* as atlas_source_parse reads it */
const AtlasSource *atlas_layer_get_source (AtlasLayer *self); /* nullable: not read from anywhere */
AtlasTable *atlas_layer_get_table (AtlasLayer *self);         /* nullable while loading, and for a raster */
AtlasStyle *atlas_layer_get_style (AtlasLayer *self);
gboolean atlas_layer_get_visible (AtlasLayer *self);
gboolean atlas_layer_get_context (AtlasLayer *self);
gsize atlas_layer_get_n_features (AtlasLayer *self);
AtlasExtent atlas_layer_get_extent (AtlasLayer *self);
gboolean atlas_layer_is_raster (AtlasLayer *self);               /* a picture, without a table */
AtlasSceneLayer *atlas_layer_get_scene_layer (AtlasLayer *self); /* nullable until worked out */
gboolean atlas_layer_is_seen_at (AtlasLayer *self, double scale_denominator);
AtlasNameIndex *atlas_layer_get_names (AtlasLayer *self); /* nullable until read */
gboolean atlas_layer_get_loading (AtlasLayer *self);
double atlas_layer_get_progress (AtlasLayer *self);
const GError *atlas_layer_get_error (AtlasLayer *self); /* nullable; NO_CRS asks for the system */

/* Reads the source on a thread; the error stays with the layer, too. */
void atlas_layer_load_async (AtlasLayer *self, AtlasCrs *crs, GAsyncReadyCallback callback, gpointer user_data);
gboolean atlas_layer_load_finish (AtlasLayer *self, GAsyncResult *result, GError **error);
void atlas_layer_cancel_loading (AtlasLayer *self);

/* Reads what a raster shows of a part of the map, on a thread; the newest request wins. */
void atlas_layer_read_picture (AtlasLayer *self, AtlasCrs *crs, AtlasExtent extent, int width, int height);

/* For the commands and for loading; a window changes layers through the journal. */
void atlas_layer_set_title (AtlasLayer *self, const char *title);
gboolean atlas_layer_is_renamed (AtlasLayer *self);
void atlas_layer_set_visible (AtlasLayer *self, gboolean visible);
void atlas_layer_set_style (AtlasLayer *self, AtlasStyle *style);
gboolean atlas_layer_awaits_style (AtlasLayer *self); /* until it is read, its style is only what was changed by hand */
void atlas_layer_set_awaits_style (AtlasLayer *self, gboolean awaits);
void atlas_layer_set_source (AtlasLayer *self, const AtlasSource *source);
void atlas_layer_set_table (AtlasLayer *self, AtlasTable *table);
void atlas_layer_set_picture (AtlasLayer *self, AtlasPicture *picture);
void atlas_layer_take_error (AtlasLayer *self, GError *error);

G_END_DECLS
