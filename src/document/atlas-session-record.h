// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AtlasSourceKind:
 * @ATLAS_SOURCE_CITY: a layer of the city file
 * @ATLAS_SOURCE_FILE: a layer of a file
 * @ATLAS_SOURCE_CONNECTION: a connection, whose text a session does not keep
 */
typedef enum {
  ATLAS_SOURCE_CITY,
  ATLAS_SOURCE_FILE,
  ATLAS_SOURCE_CONNECTION,
} AtlasSourceKind;

/* As a session writes them, in the order of the kinds, closed by NULL. */
extern const char *const atlas_source_kind_names[];

/**
 * AtlasLayerRecord:
 * @path: (nullable): of a file, absolute
 * @layer: (nullable): of the file or the city file
 * @where: (nullable): attribute filter
 * @crs: (nullable): what the positions are in where the file does not say
 * @swap_axes: whether x and y of the file stand the other way round
 * @awaits_style: whether the features were not read yet, so that @style is only what was changed by hand
 * @rest: all members of the layer, with those that this program does not know
 *
 * A layer as a session tells it.
 */
typedef struct {
  char *id;
  char *title;
  AtlasSourceKind kind;
  char *path;
  char *layer;
  char *where;
  char *crs;
  gboolean swap_axes;
  gboolean visible;
  gboolean context;
  AtlasStyle *style;
  gboolean awaits_style;
  JsonObject *rest;
} AtlasLayerRecord;

/**
 * AtlasSessionRecord:
 * @city: (nullable): id of a shipped city, or path of a city file
 * @scale_denominator: of the view; 0 when the session has none
 * @current: (nullable): id of the layer that the details were about
 * @layers: (element-type AtlasLayerRecord): from above to below
 * @rest: all members, with those that this program does not know
 *
 * What a session tells, checked but not yet opened.
 */
typedef struct {
  char *city;
  AtlasPoint centre;
  double scale_denominator;
  char *current;
  GPtrArray *layers;
  JsonObject *rest;
} AtlasSessionRecord;

#define ATLAS_SESSION_VERSION 1

AtlasSessionRecord *atlas_session_record_parse (const char *json, gssize length, GError **error);
char *atlas_session_record_to_json (const AtlasSessionRecord *self);
void atlas_session_record_free (AtlasSessionRecord *self);
gboolean atlas_layer_record_recall_source (AtlasLayerRecord *self);
void atlas_layer_record_free (AtlasLayerRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSessionRecord, atlas_session_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLayerRecord, atlas_layer_record_free)

G_END_DECLS
