// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gdal.h>
#include <glib.h>

G_BEGIN_DECLS

/* What people call the fields of a GeoPackage, so that other programs show it too. */
gboolean atlas_gpkg_titles_write (GDALDatasetH dataset, GHashTable *titles);

G_END_DECLS
