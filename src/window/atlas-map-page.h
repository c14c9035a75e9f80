// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-view.h"
#include "atlas-project.h"

G_BEGIN_DECLS

/**
 * AtlasMapPage:
 *
 * The map with the layers at its left, the details at its right and the drawer below.
 * Properties: `show-panes`, `show-table`, `current-layer` (read only, nullable: what the details are about).
 */
#define ATLAS_TYPE_MAP_PAGE (atlas_map_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapPage, atlas_map_page, ATLAS, MAP_PAGE, GtkWidget)

void atlas_map_page_set_project (AtlasMapPage *self, AtlasProject *project);
AtlasMapView *atlas_map_page_get_map (AtlasMapPage *self);
AtlasLayer *atlas_map_page_get_current_layer (AtlasMapPage *self);
void atlas_map_page_set_current_layer (AtlasMapPage *self, AtlasLayer *layer);
void atlas_map_page_show_style (AtlasMapPage *self, AtlasLayer *layer);
void atlas_map_page_activate_layer (AtlasMapPage *self, const char *action, GVariant *parameter);
void atlas_map_page_choose_first_layer (AtlasMapPage *self);
void atlas_map_page_recall_table (AtlasMapPage *self);
void atlas_map_page_show_feature (AtlasMapPage *self, AtlasLayer *layer, gsize row);
void atlas_map_page_choose_method (AtlasMapPage *self, const char *method, guint n_classes);

G_END_DECLS
