// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasMapTool:
 * @ATLAS_MAP_TOOL_PAN: dragging moves the map, Shift and dragging selects by rectangle
 * @ATLAS_MAP_TOOL_RECTANGLE: dragging selects by rectangle
 * @ATLAS_MAP_TOOL_LASSO: dragging selects by a free outline
 */
typedef enum {
  ATLAS_MAP_TOOL_PAN,
  ATLAS_MAP_TOOL_RECTANGLE,
  ATLAS_MAP_TOOL_LASSO,
} AtlasMapTool;

#define ATLAS_TYPE_MAP_TOOL (atlas_map_tool_get_type ())
GType atlas_map_tool_get_type (void);

/**
 * AtlasMapView:
 *
 * The map of a project: drawn on other threads, moved and scaled at once, asked by pointer and keyboard.
 *
 * Properties: `project`, `tool`, `active-layer` (nullable: the layer that rectangle, lasso and Tab work on; by
 * default the topmost one that shows values), `scale-denominator` (read only), `pointer-text` (read only, nullable:
 * longitude, latitude and projected position under the pointer).
 * Signals: `feature-activated` (AtlasLayer, guint64 row): clicked, or Enter on the focused feature.
 */
#define ATLAS_TYPE_MAP_VIEW (atlas_map_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapView, atlas_map_view, ATLAS, MAP_VIEW, GtkWidget)

GtkWidget *atlas_map_view_new (void);
void atlas_map_view_set_project (AtlasMapView *self, AtlasProject *project);
AtlasMapTool atlas_map_view_get_tool (AtlasMapView *self);
void atlas_map_view_set_tool (AtlasMapView *self, AtlasMapTool tool);
void atlas_map_view_set_active_layer (AtlasMapView *self, AtlasLayer *layer);
double atlas_map_view_get_scale_denominator (AtlasMapView *self);
const char *atlas_map_view_get_pointer_text (AtlasMapView *self);

void atlas_map_view_zoom (AtlasMapView *self, double factor);
void atlas_map_view_show_all (AtlasMapView *self);
void atlas_map_view_show_layer (AtlasMapView *self, AtlasLayer *layer);
void atlas_map_view_show_selection (AtlasMapView *self);

G_END_DECLS
