// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/**
 * AtlasSelection:
 *
 * The one selection of a project: features of one layer, and the one under the pointer. Map, table and
 * charts show the same. Emits `changed` and `hover-changed`. Observable: `layer`, `n-rows`.
 */
#define ATLAS_TYPE_SELECTION (atlas_selection_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSelection, atlas_selection, ATLAS, SELECTION, GObject)

typedef enum {
  ATLAS_SELECT_REPLACE,
  ATLAS_SELECT_ADD,
  ATLAS_SELECT_SUBTRACT,
  ATLAS_SELECT_INTERSECT,
} AtlasSelectMode;

AtlasSelection *atlas_selection_new (void);
AtlasLayer *atlas_selection_get_layer (AtlasSelection *self);             /* nullable */
const guint32 *atlas_selection_get_rows (AtlasSelection *self, gsize *n); /* ascending */
gboolean atlas_selection_contains (AtlasSelection *self, guint32 row);
void
atlas_selection_select (AtlasSelection *self, AtlasLayer *layer, const guint32 *rows, gsize n, AtlasSelectMode mode);
void atlas_selection_clear (AtlasSelection *self);
void atlas_selection_forget_layer (AtlasSelection *self, AtlasLayer *layer);
void atlas_selection_set_hover (AtlasSelection *self, AtlasLayer *layer, gsize row); /* G_MAXSIZE for none */
AtlasLayer *atlas_selection_get_hover (AtlasSelection *self, gsize *row);

G_END_DECLS
