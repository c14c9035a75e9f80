// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-layer-info.h"

G_BEGIN_DECLS

AtlasExtent atlas_raster_measure (GDALDatasetH handle);
AtlasLayerInfo *atlas_raster_info_new (AtlasDataset *dataset);

G_END_DECLS
