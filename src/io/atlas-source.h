// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasSource:
 * @path: an absolute real path, or the text of a connection that the user added
 * @layer: (nullable): one of its layers; %NULL for the only or first one
 * @where: (nullable): OGR attribute filter
 * @crs_override: (nullable): what the positions are in where the source does not say
 *
 * Where features come from, as a user names it: a path, `PATH#LAYER`, or `city:LAYER`. Owned by one thread.
 */
typedef struct {
  char *path;
  char *layer;
  char *where;
  AtlasCrs *crs_override;
  gboolean connection; /* a connection the user added: PG:, WFS:, OAPIF:, WMS: … */
  gboolean swap_axes;  /* x and y stand the other way round, as the user said */
} AtlasSource;

/* @text as in the command line; @city the city file that `city:…` means, nullable. */
AtlasSource *atlas_source_parse (const char *text, const char *city, GError **error);
AtlasSource *atlas_source_copy (const AtlasSource *self);
void atlas_source_free (AtlasSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSource, atlas_source_free)

/**
 * AtlasFieldInfo: a field of a layer, before anything is read.
 */
typedef struct {
  char *name;
  char *type; /* "integer", "real", "text", "date", "instant", "boolean" */
} AtlasFieldInfo;

/**
 * AtlasLayerInfo:
 * @geometry: "Point", "MultiPolygon", "Mixed", "None", "Raster" …
 * @n_features: true count: features that can be read, not what a header claims; -1 where counting would take too long
 * @first_rows: (element-type GStrv): the first few rows as text, in the order of @fields
 *
 * What a layer holds, for choosing before loading.
 */
typedef struct {
  char *name;
  char *geometry;
  gint64 n_features;
  AtlasCrs *crs;      /* nullable */
  AtlasExtent extent; /* from the features */
  GPtrArray *fields;  /* of AtlasFieldInfo */
  GPtrArray *first_rows;
  gboolean raster;
  int width;  /* of a raster, in pixels */
  int height; /* of a raster, in pixels */
  int n_bands;
} AtlasLayerInfo;

/**
 * AtlasSourceInfo:
 * @path: what was looked at, for people: of a connection without its password
 *
 * What a source holds.
 */
typedef struct {
  char *path;
  char *driver;      /* GDAL's long-standing short name: "GPKG" */
  GPtrArray *layers; /* of AtlasLayerInfo */
  char **notes;
} AtlasSourceInfo;

void atlas_source_info_free (AtlasSourceInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSourceInfo, atlas_source_info_free)

/* What is in a source; nothing is loaded. To be called off the main thread. */
AtlasSourceInfo *atlas_source_inspect (const AtlasSource *self, GCancellable *cancellable, GError **error);

/* Progress: @fraction in 0…1, or negative when unknown. Never called after the reading function has returned. */
typedef void (*AtlasProgressFunc) (double fraction, gsize n_features, gpointer user_data);

/* Reads one layer whole into a table, in its own coordinate system. */
AtlasTable *atlas_source_read (const AtlasSource *self,
                               AtlasProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
