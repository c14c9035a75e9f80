// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasLayerInfoRow:
 *
 * A layer of a file that may be opened: its kind, count, system and first rows, and what it needs to be told.
 * Signal: `changed`: chosen or not, or told.
 */
#define ATLAS_TYPE_LAYER_INFO_ROW (atlas_layer_info_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLayerInfoRow, atlas_layer_info_row, ATLAS, LAYER_INFO_ROW, AdwExpanderRow)

AtlasLayerInfoRow *atlas_layer_info_row_new (const AtlasSource *source, const AtlasLayerInfo *info, GPtrArray *systems);
void atlas_layer_info_row_offer_swap (AtlasLayerInfoRow *self);
void atlas_layer_info_row_set_chosen (AtlasLayerInfoRow *self, gboolean chosen);
gboolean atlas_layer_info_row_get_chosen (AtlasLayerInfoRow *self);
gboolean atlas_layer_info_row_is_ready (AtlasLayerInfoRow *self);
AtlasSource *atlas_layer_info_row_dup_source (AtlasLayerInfoRow *self);

G_END_DECLS
