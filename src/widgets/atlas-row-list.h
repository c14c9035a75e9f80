// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-row-order.h"
#include "atlas-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasRowList:
 *
 * Rows of a layer in the order they are shown: a list model of [class@Row], and at the same time its selection
 * model, which is nothing but a look at the project's selection.
 */
#define ATLAS_TYPE_ROW_LIST (atlas_row_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRowList, atlas_row_list, ATLAS, ROW_LIST, GObject)

AtlasRowList *atlas_row_list_new (AtlasLayer *layer, AtlasSelection *selection);
void atlas_row_list_set_order (AtlasRowList *self, AtlasRowOrder *order);
/* Where a row of the table is shown; G_MAXSIZE when it is not. */
gsize atlas_row_list_find (AtlasRowList *self, guint32 row);

G_END_DECLS
