// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes a table by the name's end (.gpkg .geojson .csv .xlsx); the old file stays until the new one is whole. */
gboolean atlas_table_write (AtlasTable *self, const char *path, GCancellable *cancellable, GError **error);

/* Writes pixels (premultiplied ARGB32 of cairo) as a GeoTIFF. */
gboolean atlas_geotiff_write (const guint8 *pixels,
                              int width,
                              int height,
                              int stride,
                              AtlasExtent extent,
                              AtlasCrs *crs,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
