// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasJsonShape:
 * @depth: of the deepest nesting
 * @n_values: objects and arrays that stand one after another, not within each other
 *
 * What brackets tell of JSON before a parser may look at it.
 */
typedef struct {
  guint depth;
  guint n_values;
} AtlasJsonShape;

AtlasJsonShape atlas_json_shape_measure (const char *text, gsize n);

G_END_DECLS
