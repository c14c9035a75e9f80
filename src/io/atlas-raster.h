// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-picture.h"
#include "atlas-source.h"

G_BEGIN_DECLS

/* Where a raster lies in the system @crs; FALSE with UNSUPPORTED when @source holds no raster. */
gboolean atlas_raster_find_extent (const AtlasSource *source,
                                   AtlasCrs *crs,
                                   AtlasExtent *extent,
                                   GCancellable *cancellable,
                                   GError **error);

/* Reads the part of a raster that @extent (in the system @crs) shows, warped to @width by @height pixels. */
AtlasPicture *atlas_raster_read (const AtlasSource *source,
                                 AtlasCrs *crs,
                                 AtlasExtent extent,
                                 int width,
                                 int height,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
