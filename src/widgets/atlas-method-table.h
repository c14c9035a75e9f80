// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasMethodTable:
 *
 * Methods and numbers of classes set beside each other for the values of a layer, with how well each fits and
 * which one is recommended. Property: `layer`.
 * Signal: `method-chosen` (const char *method, guint n_classes).
 */
#define ATLAS_TYPE_METHOD_TABLE (atlas_method_table_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMethodTable, atlas_method_table, ATLAS, METHOD_TABLE, GtkWidget)

GtkWidget *atlas_method_table_new (void);
void atlas_method_table_set_layer (AtlasMethodTable *self, AtlasLayer *layer);

G_END_DECLS
