// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tally.h"

#include <ogr_api.h>

G_BEGIN_DECLS

typedef struct _AtlasField AtlasField;

/**
 * AtlasField:
 * @index: of the field in the layer
 * @column: of the table
 * @type: of the column
 * @take: carries the field's value, which is set, from a feature into the last row
 */
struct _AtlasField {
  int index;
  guint column;
  AtlasColumnType type;
  void (*take) (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally);
};

GArray *atlas_field_plan_new (OGRFeatureDefnH layer, AtlasTableBuilder *builder, AtlasTally *tally);
void atlas_field_plan_take (const GArray *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally);
gboolean atlas_field_plan_is_plain (const GArray *self);

gboolean atlas_field_get_type (OGRFieldDefnH field, AtlasColumnType *type);
void atlas_field_take_text (AtlasTableBuilder *builder, guint column, const char *text, gssize n, AtlasTally *tally);
gint64 atlas_days_from_civil (int year, int month, int day);

G_END_DECLS
