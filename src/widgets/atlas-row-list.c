// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-row-list.h"

#include "atlas-row.h"

struct _AtlasRowList {
  GObject parent_instance;

  /* owned */
  AtlasLayer *layer;
  AtlasSelection *selection;
  AtlasRowOrder *order; /* nullable: nothing is shown yet */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRowList,
                               atlas_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
atlas_row_list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ROW;
}

static guint
count_rows (AtlasRowList *self)
{
  return self->order ? (guint) self->order->n_rows : 0;
}

static guint
atlas_row_list_get_n_items (GListModel *model)
{
  return count_rows (ATLAS_ROW_LIST (model));
}

static gpointer
atlas_row_list_get_item (GListModel *model, guint position)
{
  AtlasRowList *self = ATLAS_ROW_LIST (model);

  return position < count_rows (self) ? atlas_row_new (self->order->rows[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_row_list_get_item_type;
  iface->get_n_items = atlas_row_list_get_n_items;
  iface->get_item = atlas_row_list_get_item;
}

static gboolean
atlas_row_list_is_selected (GtkSelectionModel *model, guint position)
{
  AtlasRowList *self = ATLAS_ROW_LIST (model);

  return position < count_rows (self) && atlas_selection_get_layer (self->selection) == self->layer &&
         atlas_selection_contains (self->selection, self->order->rows[position]);
}

static GtkBitset *
atlas_row_list_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *selected = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n_items; i++)
    if (atlas_row_list_is_selected (model, i))
      gtk_bitset_add (selected, i);
  return selected;
}

/* The rows at @positions, by their numbers in the table. */
static GArray *
collect_rows (AtlasRowList *self, const GtkBitset *positions)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (position < count_rows (self))
      g_array_append_val (rows, self->order->rows[position]);
  return rows;
}

static void
select_positions (AtlasRowList *self, const GtkBitset *positions, AtlasSelectMode mode)
{
  g_autoptr (GArray) rows = collect_rows (self, positions);

  if (rows->len > 0 || mode == ATLAS_SELECT_REPLACE)
    atlas_selection_select (self->selection, self->layer, (const guint32 *) rows->data, rows->len, mode);
}

/* Where the mask covers all, the new rows replace the old, those that are filtered out included. */
static gboolean
atlas_row_list_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  AtlasRowList *self = ATLAS_ROW_LIST (model);
  g_autoptr (GtkBitset) in = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) out = gtk_bitset_copy (mask);

  gtk_bitset_intersect (in, mask);
  gtk_bitset_subtract (out, selected);
  if (gtk_bitset_get_size (mask) >= count_rows (self)) {
    select_positions (self, in, ATLAS_SELECT_REPLACE);
    return TRUE;
  }
  select_positions (self, out, ATLAS_SELECT_SUBTRACT);
  select_positions (self, in, ATLAS_SELECT_ADD);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = atlas_row_list_is_selected;
  iface->get_selection_in_range = atlas_row_list_get_selection_in_range;
  iface->set_selection = atlas_row_list_set_selection;
}

static void
selection_changed_cb (AtlasRowList *self)
{
  if (count_rows (self) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, count_rows (self));
}

/**
 * atlas_row_list_new:
 * @layer: whose rows
 * @selection: of the project
 *
 * Returns: a list that shows no rows until it is given their order
 */
AtlasRowList *
atlas_row_list_new (AtlasLayer *layer, AtlasSelection *selection)
{
  AtlasRowList *self = g_object_new (ATLAS_TYPE_ROW_LIST, NULL);

  self->layer = g_object_ref (layer);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
clear_order (AtlasRowList *self)
{
  guint before = count_rows (self);

  g_clear_pointer (&self->order, atlas_row_order_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
}

/**
 * atlas_row_list_set_order:
 * @self: the list
 * @order: which rows it shows from now on, and in which order
 *
 * Sorts and filters the list. It is emptied first: where rows change places, a view looks for those that it showed
 * among all the new ones, item by item, and a million take it half a second.
 */
void
atlas_row_list_set_order (AtlasRowList *self, AtlasRowOrder *order)
{
  g_return_if_fail (ATLAS_IS_ROW_LIST (self));

  atlas_row_order_ref (order);
  clear_order (self);
  self->order = order;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, count_rows (self));
}

/**
 * atlas_row_list_find:
 * @self: the list
 * @row: number of a row in the table
 *
 * Returns: where it is shown; %G_MAXSIZE when it is not
 */
gsize
atlas_row_list_find (AtlasRowList *self, guint32 row)
{
  return self->order ? atlas_row_order_find (self->order, row) : G_MAXSIZE;
}

static void
atlas_row_list_finalize (GObject *object)
{
  AtlasRowList *self = ATLAS_ROW_LIST (object);

  g_object_unref (self->layer);
  g_object_unref (self->selection);
  g_clear_pointer (&self->order, atlas_row_order_unref);

  G_OBJECT_CLASS (atlas_row_list_parent_class)->finalize (object);
}

static void
atlas_row_list_class_init (AtlasRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_row_list_finalize;
}

static void
atlas_row_list_init (AtlasRowList *self)
{
}
