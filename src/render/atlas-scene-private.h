// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-scene-layer-private.h"

G_BEGIN_DECLS

/* Between the files that make scenes and those that draw them. */

struct _AtlasScene {
  gatomicrefcount refs;
  AtlasSceneLayer **layers; /* owned, of owned: from below to above */
  guint n_layers;
  AtlasSceneOptions options; /* @select and @selected owned */
  AtlasExtent *obstacles;    /* owned: where no label may be, in millimetres */
  guint n_obstacles;
  GOnce labels; /* owned: a GPtrArray of AtlasLabel, placed when first drawn, off the main thread */
};

GPtrArray *_atlas_scene_get_labels (AtlasScene *self);

/* A scene whose labels keep out of @obstacles (millimetres): legends laid over the map. */
AtlasScene *_atlas_scene_new_with_obstacles (AtlasSceneLayer *const *layers,
                                             guint n_layers,
                                             const AtlasSceneOptions *options,
                                             const AtlasExtent *obstacles,
                                             guint n_obstacles);
gboolean _atlas_scene_layer_is_visible (const AtlasSceneLayer *layer, double scale_denominator);

/* Everything but the background: layers, selection and, when asked, labels. FALSE when cancelled. */
gboolean _atlas_scene_draw_layers (AtlasScene *self, AtlasCanvas *canvas, AtlasExtent clip, GCancellable *cancellable);
gboolean _atlas_scene_draw_canvas (AtlasScene *self, AtlasCanvas *canvas, GCancellable *cancellable);
/* Draws the part of the scene whose upper left pixel is (@x, @y) over the whole of @image, which shows the background.
 */
gboolean _atlas_scene_draw_window (AtlasScene *self,
                                   cairo_surface_t *image,
                                   int x,
                                   int y,
                                   guint n_threads,
                                   GCancellable *cancellable);

G_END_DECLS
