// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasAttributeTable:
 *
 * The rows of a layer with all their attributes, sorted and filtered, sharing the project's selection with the map.
 * Properties: `project`, `layer`.
 * Signal: `row-activated` (AtlasLayer, guint64 row): double clicked, or Enter: to be shown on the map.
 */
#define ATLAS_TYPE_ATTRIBUTE_TABLE (atlas_attribute_table_get_type ())
G_DECLARE_FINAL_TYPE (AtlasAttributeTable, atlas_attribute_table, ATLAS, ATTRIBUTE_TABLE, GtkWidget)

GtkWidget *atlas_attribute_table_new (void);
void atlas_attribute_table_set_project (AtlasAttributeTable *self, AtlasProject *project);
void atlas_attribute_table_set_layer (AtlasAttributeTable *self, AtlasLayer *layer);

G_END_DECLS
