// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-crs.h"

#include <ogr_srs_api.h>

G_BEGIN_DECLS

OGRSpatialReferenceH atlas_crs_to_ogr (const AtlasCrs *crs);

G_END_DECLS
