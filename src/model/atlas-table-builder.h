// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasTableBuilder:
 *
 * Collects features one after another and ends in an [struct@Table]. Used by one thread.
 *
 * Columns are added first; then, for each feature, `begin_feature`, any number of parts and rings,
 * and the cells that have a value. A cell never set is missing.
 */
typedef struct _AtlasTableBuilder AtlasTableBuilder;

AtlasTableBuilder *atlas_table_builder_new (const char *name);
void atlas_table_builder_free (AtlasTableBuilder *self);

void atlas_table_builder_set_crs (AtlasTableBuilder *self, AtlasCrs *crs);
void atlas_table_builder_set_layer_title (AtlasTableBuilder *self, const char *title);
void atlas_table_builder_set_credit (AtlasTableBuilder *self, const char *credit);
void atlas_table_builder_take_note (AtlasTableBuilder *self, char *note);
guint
atlas_table_builder_add_column (AtlasTableBuilder *self, const char *name, AtlasColumnType type, const char *unit);
void atlas_table_builder_set_title (AtlasTableBuilder *self, guint column, const char *title, const char *unit);

void atlas_table_builder_begin_feature (AtlasTableBuilder *self, gint64 fid);
void atlas_table_builder_begin_part (AtlasTableBuilder *self, AtlasPartKind kind);
AtlasPoint *atlas_table_builder_add_ring (AtlasTableBuilder *self, gsize n_points);
void atlas_table_builder_trim_ring (AtlasTableBuilder *self, gsize n_points);
void atlas_table_builder_set_integer (AtlasTableBuilder *self, guint column, gint64 value);
void atlas_table_builder_set_real (AtlasTableBuilder *self, guint column, double value);
void atlas_table_builder_set_text (AtlasTableBuilder *self, guint column, const char *text, gssize length);
void atlas_table_builder_set_missing (AtlasTableBuilder *self, guint column, AtlasMissing reason);
gsize atlas_table_builder_get_n_features (const AtlasTableBuilder *self);
gsize atlas_table_builder_get_size (const AtlasTableBuilder *self);

AtlasTable *atlas_table_builder_end (AtlasTableBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableBuilder, atlas_table_builder_free)

G_END_DECLS
