// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <ogr_srs_api.h>

G_BEGIN_DECLS

AtlasCrs *atlas_layer_crs_describe (OGRSpatialReferenceH reference);
AtlasTable *atlas_layer_crs_settle (AtlasTable *table, AtlasCrs *crs_override);

G_END_DECLS
