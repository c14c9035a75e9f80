// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-class-grid.h"
#include "atlas-layer-survey.h"
#include "atlas-scene.h"
#include "atlas-symbol.h"

G_BEGIN_DECLS

/* Between the files that work layers out and those that draw them. */

/* The three ways in which a value can be missing have classes of their own, so that each is hatched and counted. */
#define ATLAS_N_MISSING_STATES 3

struct _AtlasSceneLayer {
  gatomicrefcount refs;
  char *title;                /* owned */
  AtlasTable *table;          /* owned; NULL for a picture */
  AtlasPicture *picture;      /* owned; NULL for features */
  AtlasStyle *style;          /* owned */
  const AtlasSymbol *symbol;  /* static; NULL for a picture */
  AtlasValues *values;        /* owned, nullable */
  AtlasBreaks *breaks;        /* owned, nullable */
  AtlasValues *second_values; /* owned; NULL unless two numbers are shown */
  AtlasClassGrid *grid;       /* owned, in place of @breaks where two numbers are shown */
  GBytes *class_bytes;        /* owned, nullable: holds @classes, and may be shared with another layer */
  const guint8 *classes;      /* nullable: class or cell of each feature */
  AtlasColour *colours;       /* owned, nullable: one for each class or cell */
  guint n_colours;
  gsize missing[ATLAS_N_MISSING_STATES];     /* features in each state */
  double largest;                            /* greatest |value| */
  double side;                               /* of a usual feature's box, in map units */
  AtlasLayerSurvey *survey;                  /* owned; NULL for a picture */
  const AtlasAnchor *anchors;                /* of @survey, nullable: one for each feature */
  gboolean has_kind[ATLAS_PART_POLYGON + 1]; /* which kinds of part there are */
};

/* Works out values, classes and colours; what comes out as it did for @last, which is nullable, is shared with it. */
gboolean
_atlas_scene_layer_classify (AtlasSceneLayer *self, const AtlasSceneLayer *last, const double *areas, GError **error);

/* The boxes of the features, sorted in space. Building it takes a while for a million. */
const AtlasSpatialIndex *_atlas_scene_layer_get_index (const AtlasSceneLayer *self);

/* The missing state of a feature as an index into @missing, or -1 when it has a value. */
int _atlas_scene_layer_get_missing (const AtlasSceneLayer *self, gsize row);
double _atlas_scene_layer_get_size (const AtlasSceneLayer *self);

/* How far, in millimetres, symbols reach beyond the box of their feature; 0 for areas, lines and pictures. */
double _atlas_scene_layer_get_reach (const AtlasSceneLayer *self);
gboolean _atlas_scene_layer_leaves_no_mark (const AtlasSceneLayer *self);

G_END_DECLS
