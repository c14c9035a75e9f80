// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-view.h"
#include "atlas-render-queue.h"

G_BEGIN_DECLS

/**
 * AtlasMapDrag: what dragging does until the button is let go.
 */
typedef enum {
  ATLAS_MAP_DRAG_NONE,
  ATLAS_MAP_DRAG_PAN,
  ATLAS_MAP_DRAG_RECTANGLE,
  ATLAS_MAP_DRAG_LASSO,
} AtlasMapDrag;

/**
 * AtlasMapFeature: a feature of the map, or none when @layer is %NULL.
 */
typedef struct {
  AtlasLayer *layer; /* owned */
  gsize row;
} AtlasMapFeature;

struct _AtlasMapView {
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *tip;
  GtkLabel *tip_name;
  GtkLabel *tip_measure;
  GtkLabel *tip_value;

  /* owned: what is shown */
  AtlasProject *project;
  AtlasLayer *active_layer;
  GSignalGroup *project_signals;
  GSignalGroup *viewport_signals;
  GSignalGroup *selection_signals;

  /* owned: the last picture, and where it was drawn, in logical pixels */
  AtlasRenderQueue *queue;
  GdkTexture *picture;
  cairo_surface_t *surface; /* the same pixels, for a window without a graphics card */
  AtlasTransform picture_transform;
  double picture_width;
  double picture_height;
  AtlasScene *asked; /* owned, nullable: what was to be drawn last */
  guint n_drawing;   /* requests under way */
  gboolean stale;    /* the view has moved since the request under way was made */

  /* pointer and gestures */
  AtlasMapTool tool;
  AtlasMapDrag drag;
  AtlasPoint pointer; /* in logical pixels */
  gboolean has_pointer;
  AtlasPoint drag_start;
  AtlasPoint drag_last;
  AtlasPoint pinch_centre;
  double pinch_scale;
  double velocity_x; /* of a fling, in logical pixels a second */
  double velocity_y;
  gint64 fling_time;
  guint fling_id;
  guint hover_id;
  GArray *outline; /* of AtlasPoint: corners of the rectangle or lasso being drawn, in logical pixels */

  /* owned: words and features */
  AtlasCrs *lonlat;
  char *pointer_text;
  AtlasMapFeature focus;

  guint size_source; /* of the main loop, 0 when the viewport knows the size */
};

/* atlas-map-view-picture.c */
void atlas_map_view_request_picture (AtlasMapView *self);
void atlas_map_view_follow_view (AtlasMapView *self);
void atlas_map_view_clear_picture (AtlasMapView *self);
void atlas_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* atlas-map-view-overlay.c */
void atlas_map_view_snapshot_overlay (AtlasMapView *self, GtkSnapshot *snapshot);

/* atlas-map-view-input.c, atlas-map-view-keys.c */
void atlas_map_view_add_controllers (AtlasMapView *self);
void atlas_map_view_class_add_keys (GtkWidgetClass *klass);
void atlas_map_view_update_cursor (AtlasMapView *self);

/* atlas-map-view-fling.c */
void atlas_map_view_fling (AtlasMapView *self, double velocity_x, double velocity_y);
void atlas_map_view_stop_fling (AtlasMapView *self);

/* atlas-map-view-hover.c */
void atlas_map_view_queue_hover (AtlasMapView *self);
void atlas_map_view_stop_hover (AtlasMapView *self);
void atlas_map_view_allocate_tip (AtlasMapView *self, int width, int height);

/* atlas-map-view-select.c */
AtlasLayer *atlas_map_view_find_feature (AtlasMapView *self, AtlasPoint position, gsize *row);
AtlasLayer *atlas_map_view_find_target_layer (AtlasMapView *self);
void atlas_map_view_select_at (AtlasMapView *self, AtlasPoint position, GdkModifierType state);
void atlas_map_view_begin_outline (AtlasMapView *self, AtlasPoint position);
void atlas_map_view_extend_outline (AtlasMapView *self, AtlasPoint position);
void atlas_map_view_end_outline (AtlasMapView *self, GdkModifierType state);
void atlas_map_view_cancel_outline (AtlasMapView *self);
void atlas_map_view_activate (AtlasMapView *self, AtlasLayer *layer, gsize row);

/* atlas-map-view-focus.c */
gboolean atlas_map_view_move_focus (AtlasMapView *self, int direction);
void atlas_map_view_clear_focus (AtlasMapView *self);
void atlas_map_view_describe (AtlasMapView *self);

static inline void
atlas_map_feature_set (AtlasMapFeature *self, AtlasLayer *layer, gsize row)
{
  g_set_object (&self->layer, layer);
  self->row = row;
}

G_END_DECLS
