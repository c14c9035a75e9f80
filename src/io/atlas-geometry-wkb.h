// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <ogr_api.h>

G_BEGIN_DECLS

/* Features as well-known binary, the form in which OGR takes them fastest. */

OGRwkbGeometryType atlas_geometry_find_type (const AtlasGeometry *geometry);
void atlas_geometry_to_wkb (const AtlasGeometry *geometry, gsize feature, OGRwkbGeometryType type, GByteArray *wkb);

G_END_DECLS
