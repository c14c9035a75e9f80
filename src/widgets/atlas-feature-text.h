// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/* A feature in words, the same beside the pointer, in the table and for a screen reader. */
gboolean atlas_column_holds_years (const AtlasColumn *column);
const char *atlas_missing_get_title (AtlasMissing reason);
char *atlas_feature_dup_name (AtlasLayer *layer, gsize row);
char *atlas_layer_dup_measure (AtlasLayer *layer);
char *atlas_layer_dup_second_measure (AtlasLayer *layer);
char *atlas_values_dup_number (const AtlasValues *values, gsize row);
char *atlas_number_dup_with_unit (double value, gboolean integer, const char *unit);
char *atlas_feature_dup_number (AtlasLayer *layer, gsize row);
char *atlas_feature_dup_value (AtlasLayer *layer, gsize row);
char *atlas_feature_dup_description (AtlasLayer *layer, gsize row);

G_END_DECLS
