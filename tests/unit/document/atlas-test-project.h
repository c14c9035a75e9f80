// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"
#include "atlas-table-builder.h"

G_BEGIN_DECLS

/* What several tests of this folder stand on. */

/* Adds a part to the feature that is built: a square at (@x, 0). */
void atlas_test_add_square (AtlasTableBuilder *builder, double x, double side);
/* A row of @n squares of growing size side by side, with `name` (from @names, nullable) and `value` (0, 1, 4, 9 …). */
AtlasTable *atlas_test_squares (guint n, const char *const *names);
AtlasLayer *atlas_test_layer (const char *title, guint n);
/* A project that shows Kielce; its layers may still be working. */
AtlasProject *atlas_test_kielce (void);
/* Lends the layer with that id. */
AtlasLayer *atlas_test_find_layer (AtlasProject *project, const char *id);
/* The layer that the file at @path becomes, added as a user adds it. */
AtlasLayer *atlas_test_add_file (AtlasProject *project, const char *path);
/* Iterates the main context until the layer rests. */
void atlas_test_wait_for_layer (AtlasLayer *layer);
void atlas_test_wait_for_layers (AtlasProject *project);
void atlas_test_take_result_cb (GObject *source, GAsyncResult *result, gpointer place);
GAsyncResult *atlas_test_wait_for_result (GAsyncResult **place);

G_END_DECLS
