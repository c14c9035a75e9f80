// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-crs.h"
#include "atlas-extent.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of a JSON document that json-glib has no words for: what is missing is null, never NaN. */

void atlas_json_add_integer (JsonBuilder *builder, const char *name, gint64 value);
void atlas_json_add_real (JsonBuilder *builder, const char *name, double value);
void atlas_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void atlas_json_add_crs (JsonBuilder *builder, const char *name, const AtlasCrs *crs);
void atlas_json_add_extent (JsonBuilder *builder, const char *name, AtlasExtent extent);
void atlas_json_add_texts (JsonBuilder *builder, const char *name, const char *const *texts);
void atlas_json_print (JsonBuilder *builder);

G_END_DECLS
