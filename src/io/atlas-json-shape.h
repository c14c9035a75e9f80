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

/**
 * AtlasJsonList:
 * @n_items: whole objects in it
 * @end: where the last of them ends
 * @closed: whether there is no such list, or its object ends before the text does
 *
 * A list that is a member of the outermost object.
 */
typedef struct {
  guint n_items;
  gsize end;
  gboolean closed;
} AtlasJsonList;

gboolean atlas_json_shape_has_member (const char *text, gsize n, const char *name);
AtlasJsonList atlas_json_shape_find_list (const char *text, gsize n, const char *name);
AtlasJsonShape atlas_json_shape_measure (const char *text, gsize n);

G_END_DECLS
