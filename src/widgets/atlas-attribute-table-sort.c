// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-attribute-table-private.h"

#include "atlas-language.h"
#include "atlas-row.h"
#include "atlas-table-column.h"

/*
 * The view's header chooses column and direction, but GTK 4.8 does not tell which: it only compares two items by them.
 * So each column's sorter answers "smaller" to any two items and leaves its name; two items are compared, and the
 * answer tells the direction. The rows themselves are sorted elsewhere, on a thread.
 */

/**
 * ColumnProbe:
 * @table: (owned): keeps @name alive
 * @name: of the column
 * @found: where the name is left
 */
typedef struct {
  AtlasTable *table;
  const char *name;
  const char **found;
} ColumnProbe;

static int
probe_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ColumnProbe *probe = user_data;

  *probe->found = probe->name;
  return -1;
}

static void
column_probe_free (gpointer data)
{
  ColumnProbe *self = data;

  atlas_table_unref (self->table);
  g_free (self);
}

static GtkSorter *
sorter_new (AtlasAttributeTable *self, const char *name)
{
  ColumnProbe *probe = g_new0 (ColumnProbe, 1);

  probe->table = atlas_table_ref (self->table);
  probe->name = name;
  probe->found = &self->probed;
  return GTK_SORTER (gtk_custom_sorter_new (probe_cb, probe, column_probe_free));
}

/*
 * atlas_attribute_table_get_sort:
 * @descending: (out): whether the largest comes first
 *
 * Returns: (nullable): the column chosen in the header; %NULL for none
 */
const char *
atlas_attribute_table_get_sort (AtlasAttributeTable *self, gboolean *descending)
{
  g_autoptr (AtlasRow) a = atlas_row_new (0);
  g_autoptr (AtlasRow) b = atlas_row_new (1);

  self->probed = NULL;
  *descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), a, b) == GTK_ORDERING_LARGER;
  return self->probed;
}

static void
add_column (AtlasAttributeTable *self, guint index)
{
  g_autoptr (GtkColumnViewColumn) column = atlas_table_column_new (self->table, index);
  g_autoptr (GtkSorter) sorter = sorter_new (self, atlas_table_get_column (self->table, index)->name);

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->view, column);
}

static void
add_columns (AtlasAttributeTable *self, gboolean records)
{
  const char *language = atlas_language_get ();

  for (guint i = 0; i < atlas_table_get_n_columns (self->table); i++)
    if (atlas_table_is_record (self->table, atlas_table_get_column (self->table, i), language) == records)
      add_column (self, i);
}

/*
 * atlas_attribute_table_add_columns:
 *
 * Shows every column of the table; codes, and what is said in another language, come last.
 */
void
atlas_attribute_table_add_columns (AtlasAttributeTable *self)
{
  add_columns (self, FALSE);
  add_columns (self, TRUE);
}

void
atlas_attribute_table_remove_columns (AtlasAttributeTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

    gtk_column_view_remove_column (self->view, column);
  }
}
