// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasRowQuery:
 * @sort_column: (nullable): name of the column to sort by; %NULL for the order of the table
 * @descending: whether the largest comes first
 * @filter: (nullable): which rows, as [struct@RowFilter] reads it; %NULL or empty for all
 */
typedef struct {
  const char *sort_column;
  gboolean descending;
  const char *filter;
} AtlasRowQuery;

/**
 * AtlasRowOrder:
 * @n_rows: how many rows are shown
 * @rows: (array length=n_rows): their numbers in the table, in the order shown
 *
 * The rows of a table sorted and filtered, for a list that shows them. Rows that are the same stay in the order of
 * the table; missing values come last whichever way it is sorted. Immutable and atomically refcounted.
 */
typedef struct {
  gsize n_rows;
  const guint32 *rows;
} AtlasRowOrder;

AtlasRowOrder *
atlas_row_order_new (AtlasTable *table, const AtlasRowQuery *query, GCancellable *cancellable, GError **error);
/* The same on a thread. */
void atlas_row_order_new_async (AtlasTable *table,
                                const AtlasRowQuery *query,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AtlasRowOrder *atlas_row_order_new_finish (GAsyncResult *result, GError **error);
AtlasRowOrder *atlas_row_order_ref (AtlasRowOrder *self);
void atlas_row_order_unref (AtlasRowOrder *self);
/* Where a row of the table is shown; G_MAXSIZE when it is filtered out. */
gsize atlas_row_order_find (const AtlasRowOrder *self, guint32 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowOrder, atlas_row_order_unref)

G_END_DECLS
