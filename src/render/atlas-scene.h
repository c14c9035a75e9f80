// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-class-grid.h"
#include "atlas-picture.h"
#include "atlas-style.h"
#include "atlas-transform.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasSceneLayer:
 *
 * One layer as it is drawn: features (already in the map's system) or a picture, style, values,
 * breaks, class of each feature and colours of the classes, all worked out. Immutable and atomically
 * refcounted; kept by a document layer while neither data nor style change, so that a redraw on
 * pan or zoom works nothing out again.
 */
typedef struct _AtlasSceneLayer AtlasSceneLayer;

#define ATLAS_TYPE_SCENE_LAYER (atlas_scene_layer_get_type ())
GType atlas_scene_layer_get_type (void);

/* @areas in m² of each feature, nullable unless the style divides by area. Classifies: to be called off the main thread
 * for large tables. */
AtlasSceneLayer *
atlas_scene_layer_new (AtlasTable *table, AtlasStyle *style, const double *areas, const char *title, GError **error);
/* The same features in another style; shares what stays the same. */
AtlasSceneLayer *atlas_scene_layer_restyle (const AtlasSceneLayer *self,
                                            AtlasStyle *style,
                                            const double *areas,
                                            const char *title,
                                            GError **error);
AtlasSceneLayer *atlas_scene_layer_new_picture (AtlasPicture *picture, double opacity, const char *title);
AtlasSceneLayer *atlas_scene_layer_ref (AtlasSceneLayer *self);
void atlas_scene_layer_unref (AtlasSceneLayer *self);

AtlasTable *atlas_scene_layer_get_table (const AtlasSceneLayer *self); /* nullable */
AtlasStyle *atlas_scene_layer_get_style (const AtlasSceneLayer *self);
AtlasValues *atlas_scene_layer_get_values (const AtlasSceneLayer *self);        /* nullable */
AtlasBreaks *atlas_scene_layer_get_breaks (const AtlasSceneLayer *self);        /* nullable */
AtlasValues *atlas_scene_layer_get_second_values (const AtlasSceneLayer *self); /* nullable */
const AtlasClassGrid *atlas_scene_layer_get_grid (const AtlasSceneLayer *self); /* nullable */
gsize atlas_scene_layer_count_missing (const AtlasSceneLayer *self);
const guint8 *
atlas_scene_layer_get_classes (const AtlasSceneLayer *self); /* nullable; ATLAS_CLASS_NONE where missing */
const AtlasColour *atlas_scene_layer_get_colours (const AtlasSceneLayer *self, guint *n);
const char *atlas_scene_layer_get_title (const AtlasSceneLayer *self);
gboolean atlas_scene_layer_has_signs (const AtlasSceneLayer *self);
gboolean atlas_scene_layer_has_borders (const AtlasSceneLayer *self);
double atlas_scene_layer_get_sign_size (const AtlasSceneLayer *self);
char *atlas_scene_layer_dup_heading (const AtlasSceneLayer *self, const char *language);
char *atlas_scene_layer_dup_second_heading (const AtlasSceneLayer *self, const char *language);
/* Feature under a point of the map within @tolerance (map units), topmost first: G_MAXSIZE when none. Under a
 * millisecond for a million. */
void atlas_scene_layer_prepare (AtlasSceneLayer *self);
gsize atlas_scene_layer_hit (const AtlasSceneLayer *self, AtlasPoint point, double tolerance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSceneLayer, atlas_scene_layer_unref)

/* What is selected looks alike wherever it is shown: an outline with a light halo, never a fill. */
#define ATLAS_SELECTION_COLOUR ATLAS_COLOUR_RGB (0xd6006c)
#define ATLAS_SELECTION_HALO   ATLAS_COLOUR_RGB (0xffffff)

/**
 * AtlasScene:
 *
 * All that one picture of the map needs, and nothing that can change: layers from below to above,
 * transform, size, device units per millimetre. The same scene with other units gives the screen, PNG, SVG and PDF.
 */
typedef struct _AtlasScene AtlasScene;

/**
 * AtlasSceneOptions:
 * @transform: from the map to device units
 * @width: of the picture in device units
 * @height: of the picture
 * @units_per_mm: device units in a millimetre: 96 / 25.4 on a plain screen, 72 / 25.4 in a PDF
 * @metres_per_unit: metres on the ground for one map unit at the middle: the scale
 * @background: colour below all
 * @number_form: how numbers are written
 * @select: (nullable): the layer whose @selected features get an outline with a halo
 */
typedef struct {
  AtlasTransform transform;
  double width;
  double height;
  double units_per_mm;
  double metres_per_unit;
  AtlasColour background;
  AtlasNumberForm number_form;
  AtlasSceneLayer *select;
  const guint32 *selected; /* (array length=n_selected), copied */
  gsize n_selected;
} AtlasSceneOptions;

#define ATLAS_SCENE_OPTIONS_INIT                                                                                       \
  {                                                                                                                    \
    .units_per_mm = 96 / 25.4, .metres_per_unit = 1, .background = { 255, 255, 255, 255 }                              \
  }

AtlasScene *atlas_scene_new (AtlasSceneLayer *const *layers, guint n_layers, const AtlasSceneOptions *options);
AtlasScene *atlas_scene_ref (AtlasScene *self);
void atlas_scene_unref (AtlasScene *self);
const AtlasSceneOptions *atlas_scene_get_options (const AtlasScene *self);
double atlas_scene_get_scale_denominator (const AtlasScene *self);
gboolean atlas_scene_shows_same (const AtlasScene *a, const AtlasScene *b);

/* Draws all layers onto any cairo target whose units are the scene's. For PDF and SVG and the reference. FALSE when
 * cancelled. */
/* Draws into an image (ARGB32), bands over @n_threads (0: all cores). NULL with G_IO_ERROR_CANCELLED when cancelled. */
cairo_surface_t *atlas_scene_draw_image (AtlasScene *self, guint n_threads, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasScene, atlas_scene_unref)

G_END_DECLS
