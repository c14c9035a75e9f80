// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source.h"

G_BEGIN_DECLS

AtlasLayerInfo *atlas_layer_info_new (const char *name);
AtlasLayerInfo *atlas_layer_info_new_from_table (AtlasTable *table);
void atlas_layer_info_free (AtlasLayerInfo *self);
void atlas_layer_info_add_field (AtlasLayerInfo *self, const char *name, AtlasColumnType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLayerInfo, atlas_layer_info_free)

G_END_DECLS
