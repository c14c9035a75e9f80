// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <geos_c.h>

G_BEGIN_DECLS

/* Features as GEOS has them. One context serves one thread. */

GEOSContextHandle_t atlas_geos_begin (void);
int atlas_geometry_dimension (const AtlasGeometry *geometry, gsize feature);
GEOSGeometry *atlas_geos_from_feature (GEOSContextHandle_t geos, const AtlasGeometry *geometry, gsize feature);
double atlas_geos_measure (GEOSContextHandle_t geos, const GEOSGeometry *geometry, int dimension);

G_END_DECLS
