// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-writer.h"

G_BEGIN_DECLS

/* Between the files that write tables; each writes one form to a path where nothing is yet. */

gboolean _atlas_writer_write_gpkg (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error);
gboolean _atlas_writer_write_geojson (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error);
gboolean _atlas_writer_write_xlsx (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error);
gboolean _atlas_writer_write_csv (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
