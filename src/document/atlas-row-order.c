// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-row-order.h"

#include "atlas-collation.h"
#include "atlas-row-filter.h"
#include "atlas-workers.h"

/* How many rows pass between two looks at the cancellable. */
#define POLL_INTERVAL 4096

typedef struct {
  AtlasRowOrder order; /* first, so that one is the other */
  gatomicrefcount refs;
  guint32 *rows; /* owned */
} Order;

/* A row with what it is sorted by. Whole numbers keep all their 64 bits; texts are replaced by their place among all
 * texts of the column. */
typedef struct {
  gint64 whole;
  double real;
  guint32 row;
  gboolean missing;
} Key;

typedef struct {
  char *key;
  guint32 text;
} KeyedText;

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const KeyedText *) a)->key, ((const KeyedText *) b)->key);
}

/* The place of each of the @n texts in the order of the language; frees their keys. */
static guint32 *
ranks_of (KeyedText *texts, gsize n)
{
  guint32 *ranks = g_new (guint32, n);

  if (n > 0)
    qsort (texts, n, sizeof (KeyedText), compare_texts_cb);
  for (gsize i = 0; i < n; i++) {
    ranks[texts[i].text] = (guint32) i;
    g_free (texts[i].key);
  }
  return ranks;
}

/* Ranks the interned texts. A million keys take seconds; given up, it ranks those that it had got to. */
static guint32 *
rank_texts (const AtlasColumn *column, GCancellable *cancellable)
{
  g_autofree KeyedText *texts = g_new (KeyedText, column->n_strings);
  gsize n = 0;

  for (; n < column->n_strings && !g_cancellable_is_cancelled (cancellable); n++)
    texts[n] = (KeyedText){ atlas_collation_key (column->strings + column->string_offsets[n]), (guint32) n };
  return ranks_of (texts, n);
}

static void
fill_keys (Key *keys, gsize n, const AtlasColumn *column, const guint32 *ranks)
{
  for (gsize i = 0; i < n; i++) {
    guint32 row = keys[i].row;

    keys[i].missing = !atlas_column_is_present (column, row);
    if (keys[i].missing)
      continue;
    if (ranks)
      keys[i].whole = ranks[column->texts[row]];
    else if (column->integers)
      keys[i].whole = column->integers[row];
    else
      keys[i].real = column->reals[row];
  }
}

static int
compare_values (const Key *a, const Key *b)
{
  if (a->whole != b->whole)
    return a->whole < b->whole ? -1 : 1;
  return (a->real > b->real) - (a->real < b->real);
}

static int
compare_keys_cb (gconstpointer left, gconstpointer right, gpointer user_data)
{
  const Key *a = left;
  const Key *b = right;
  gboolean descending = GPOINTER_TO_INT (user_data);
  int order;

  if (a->missing != b->missing)
    return a->missing ? 1 : -1;
  order = a->missing ? 0 : compare_values (a, b);
  if (order != 0)
    return descending ? -order : order;
  return (a->row > b->row) - (a->row < b->row);
}

static gboolean
sort_keys (Key *keys,
           gsize n,
           const AtlasColumn *column,
           gboolean descending,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree guint32 *ranks = column->type == ATLAS_COLUMN_TEXT ? rank_texts (column, cancellable) : NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  fill_keys (keys, n, column, ranks);
  g_qsort_with_data (keys, (int) n, sizeof (Key), compare_keys_cb, GINT_TO_POINTER (descending));
  return TRUE;
}

static Key *
filter_rows (AtlasTable *table, const char *text, gsize *n_kept, GCancellable *cancellable, GError **error)
{
  g_autoptr (AtlasRowFilter) filter = atlas_row_filter_new (table, text ? text : "", cancellable);
  gsize n = atlas_table_get_n_features (table), kept = 0;
  g_autofree Key *keys = g_new0 (Key, MAX (n, 1)); /* NULL would say that something went wrong */

  for (gsize row = 0; row < n; row++) {
    if (row % POLL_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    if (atlas_row_filter_keeps (filter, row))
      keys[kept++].row = (guint32) row;
  }
  *n_kept = kept;
  return g_steal_pointer (&keys);
}

static AtlasRowOrder *
order_of (const Key *keys, gsize n)
{
  Order *self = g_new0 (Order, 1);

  g_atomic_ref_count_init (&self->refs);
  self->rows = g_new (guint32, n);
  for (gsize i = 0; i < n; i++)
    self->rows[i] = keys[i].row;
  self->order = (AtlasRowOrder){ n, self->rows };
  return &self->order;
}

/**
 * atlas_row_order_new:
 * @table: whose rows
 * @query: how to sort and which rows to show
 * @cancellable: (nullable): polled
 *
 * Sorting a million rows takes a second: to be called off the main thread.
 *
 * Returns: (nullable) (transfer full): the rows; %NULL with %ATLAS_ERROR_NO_FIELD when there is no such column, or
 *   when cancelled
 */
AtlasRowOrder *
atlas_row_order_new (AtlasTable *table, const AtlasRowQuery *query, GCancellable *cancellable, GError **error)
{
  const AtlasColumn *column = NULL;
  g_autofree Key *keys = NULL;
  gsize n = 0;

  if (query->sort_column && !(column = atlas_table_require_column (table, query->sort_column, error)))
    return NULL;
  if (!(keys = filter_rows (table, query->filter, &n, cancellable, error)))
    return NULL;
  if (column && !sort_keys (keys, n, column, query->descending, cancellable, error))
    return NULL;
  return order_of (keys, n);
}

typedef struct {
  GTask *task; /* owned, touched on the main thread only */
  AtlasTable *table;
  char *sort_column;
  char *filter;
  gboolean descending;
  GCancellable *cancellable; /* owned by the main thread, polled by the other */
  AtlasRowOrder *order;
  GError *error;
} OrderWork;

static void
run_cb (gpointer data)
{
  OrderWork *work = data;
  AtlasRowQuery query = { work->sort_column, work->descending, work->filter };

  work->order = atlas_row_order_new (work->table, &query, work->cancellable, &work->error);
}

static void
finish_cb (gpointer data)
{
  OrderWork *work = data;

  if (work->order)
    g_task_return_pointer (work->task, work->order, (GDestroyNotify) atlas_row_order_unref);
  else
    g_task_return_error (work->task, work->error);
  g_object_unref (work->task);
  g_clear_object (&work->cancellable);
  atlas_table_unref (work->table);
  g_free (work->sort_column);
  g_free (work->filter);
  g_free (work);
}

/**
 * atlas_row_order_new_async:
 * @table: whose rows
 * @query: how to sort and which rows to show; copied
 * @cancellable: (nullable): to give up, for instance because the user types on
 * @callback: called on the main thread
 *
 * Does what [func@RowOrder.new] does, on a thread.
 */
void
atlas_row_order_new_async (AtlasTable *table,
                           const AtlasRowQuery *query,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  OrderWork *work = g_new0 (OrderWork, 1);

  work->task = g_task_new (NULL, cancellable, callback, user_data);
  work->table = atlas_table_ref (table);
  work->sort_column = g_strdup (query->sort_column);
  work->filter = g_strdup (query->filter);
  work->descending = query->descending;
  g_set_object (&work->cancellable, cancellable);
  atlas_workers_push (atlas_workers_get_shared (), run_cb, finish_cb, work);
}

/**
 * atlas_row_order_new_finish:
 *
 * Returns: (nullable) (transfer full): the rows
 */
AtlasRowOrder *
atlas_row_order_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

AtlasRowOrder *
atlas_row_order_ref (AtlasRowOrder *self)
{
  g_atomic_ref_count_inc (&((Order *) self)->refs);
  return self;
}

void
atlas_row_order_unref (AtlasRowOrder *self)
{
  Order *order = (Order *) self;

  if (!g_atomic_ref_count_dec (&order->refs))
    return;
  g_free (order->rows);
  g_free (order);
}

/**
 * atlas_row_order_find:
 * @row: of the table
 *
 * Returns: where the row is shown, or %G_MAXSIZE when it is filtered out
 */
gsize
atlas_row_order_find (const AtlasRowOrder *self, guint32 row)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->rows[i] == row)
      return i;
  return G_MAXSIZE;
}
