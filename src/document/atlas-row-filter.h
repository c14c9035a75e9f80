// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasRowFilter:
 *
 * Which rows of a table a user wants to see, told in a line: either a text that any cell may contain, without case
 * and diacritics, or conditions "COLUMN = VALUE" with one of `=`, `!=`, `<`, `<=`, `>`, `>=` and `~` (contains),
 * joined by `&`. An empty VALUE means a missing one. Made and used by one thread.
 */
typedef struct _AtlasRowFilter AtlasRowFilter;

AtlasRowFilter *atlas_row_filter_new (AtlasTable *table, const char *text, GCancellable *cancellable);
void atlas_row_filter_free (AtlasRowFilter *self);
gboolean atlas_row_filter_keeps (const AtlasRowFilter *self, gsize row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowFilter, atlas_row_filter_free)

G_END_DECLS
