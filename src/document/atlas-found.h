// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_FOUND_FEATURE,
  ATLAS_FOUND_LAYER,
  ATLAS_FOUND_COMMAND,
} AtlasFoundKind;

/**
 * AtlasFound:
 *
 * One thing found; an object for lists, with `title` and `subtitle`.
 */
#define ATLAS_TYPE_FOUND (atlas_found_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFound, atlas_found, ATLAS, FOUND, GObject)

AtlasFound *atlas_found_new_feature (AtlasLayer *layer, gsize row, const char *name);
AtlasFound *atlas_found_new_layer (AtlasLayer *layer);
AtlasFound *atlas_found_new_command (const char *command, const char *title);

AtlasFoundKind atlas_found_get_kind (AtlasFound *self);
const char *atlas_found_get_title (AtlasFound *self);
const char *atlas_found_get_subtitle (AtlasFound *self);
AtlasLayer *atlas_found_get_layer (AtlasFound *self);   /* nullable */
gsize atlas_found_get_row (AtlasFound *self);           /* of a feature */
const char *atlas_found_get_command (AtlasFound *self); /* detailed action name, nullable */

G_END_DECLS
