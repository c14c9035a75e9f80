// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-attribute-table.h"
#include "atlas-row-list.h"

G_BEGIN_DECLS

struct _AtlasAttributeTable {
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *bar;
  GtkEditable *filter;
  GtkSpinner *spinner;
  GtkLabel *status;
  GtkWidget *overlay;
  GtkWidget *nothing; /* shown where the filter leaves no row */
  GtkLabel *nothing_label;
  GtkColumnView *view;

  /* owned */
  AtlasProject *project;
  AtlasLayer *layer;
  AtlasTable *table; /* what the columns are of */
  AtlasRowList *rows;
  GSignalGroup *layer_signals;
  GSignalGroup *selection_signals;
  GCancellable *ordering; /* nullable: the sorting under way */

  guint scroll_id;    /* until rows just filled in have their places; 0 for none */
  const char *probed; /* name of the column that the header was last found to sort by; lent by @table */
};

/* atlas-attribute-table-sort.c */
void atlas_attribute_table_add_columns (AtlasAttributeTable *self);
void atlas_attribute_table_remove_columns (AtlasAttributeTable *self);
const char *atlas_attribute_table_get_sort (AtlasAttributeTable *self, gboolean *descending);

G_END_DECLS
