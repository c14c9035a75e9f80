// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/* Between the files of the layer: the object, the working out of its scene, its reading. */

struct _AtlasLayer {
  GObject parent_instance;

  char *id;
  char *title;
  char *own_title; /* what the layer was first called */
  char *source_text;
  AtlasSource *source;   /* owned, nullable */
  AtlasTable *table;     /* owned, nullable */
  AtlasPicture *picture; /* owned, nullable: what a raster shows at present */
  gboolean raster;
  AtlasExtent raster_extent; /* in the project's system; empty unless a raster */
  AtlasStyle *style;         /* owned */
  gboolean awaits_style;     /* the style that suits its features comes when they are read */
  gboolean visible;
  gboolean context;

  AtlasSceneLayer *scene_layer; /* owned, nullable */
  GBytes *areas;                /* owned, nullable: of double, m² of each feature, once measured */
  AtlasNameIndex *names;        /* owned, nullable: for the search */
  gboolean working;             /* a thread works the scene layer out */
  gboolean stale;               /* something changed since that thread began */

  GCancellable *picturing; /* owned, nullable: while a thread reads what a raster shows */
  GCancellable *reading;   /* owned, nullable: while a thread reads the source */
  double progress;
  GError *error; /* owned, nullable */
};

typedef enum {
  ATLAS_LAYER_LOADING,
  ATLAS_LAYER_PROGRESS,
  ATLAS_LAYER_SCENE,
} AtlasLayerNews;

void _atlas_layer_notify (AtlasLayer *self, AtlasLayerNews news);
void _atlas_layer_update_scene (AtlasLayer *self);
void _atlas_layer_update_names (AtlasLayer *self);
void _atlas_layer_set_raster (AtlasLayer *self, AtlasExtent extent);

G_END_DECLS
