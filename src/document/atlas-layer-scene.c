// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-private.h"
#include "atlas-projection.h"
#include "atlas-workers.h"

/* How a layer's scene layer is worked out: values, classes and colours of a million features take a second, so a
 * thread does it. One thread at a time works for a layer; whatever changes meanwhile is taken up when it is done, so
 * that the newest always wins and a dragged slider never queues. */

typedef struct {
  AtlasLayer *layer; /* owned, touched on the main thread only */
  AtlasTable *table;
  AtlasSceneLayer *last; /* nullable: of the same table, in the style before */
  AtlasStyle *style;
  char *title;
  GBytes *areas; /* nullable */
  AtlasSceneLayer *scene_layer;
  GError *error;
} SceneWork;

/* Areas in the plane of a projected system, as a city measures; on the ellipsoid otherwise. */
static gboolean
measure_areas (SceneWork *work)
{
  AtlasCrs *crs = atlas_table_get_crs (work->table);
  gboolean projected = crs && atlas_crs_get_kind (crs) == ATLAS_CRS_PROJECTED;
  double *areas = atlas_table_measure_areas (work->table, projected ? crs : NULL, &work->error);

  if (!areas)
    return FALSE;
  work->areas = g_bytes_new_take (areas, atlas_table_get_n_features (work->table) * sizeof (double));
  return TRUE;
}

static gboolean
needs_areas (const AtlasStyle *style)
{
  return style->per == ATLAS_PER_AREA || (style->second_field && style->second_per == ATLAS_PER_AREA);
}

static void
run_cb (gpointer data)
{
  SceneWork *work = data;
  const double *areas;

  if (needs_areas (work->style) && !work->areas && !measure_areas (work))
    return;
  areas = work->areas ? g_bytes_get_data (work->areas, NULL) : NULL;
  if (work->last)
    work->scene_layer = atlas_scene_layer_restyle (work->last, work->style, areas, work->title, &work->error);
  else
    work->scene_layer = atlas_scene_layer_new (work->table, work->style, areas, work->title, &work->error);
  if (work->scene_layer)
    atlas_scene_layer_prepare (work->scene_layer);
}

static void
scene_work_free (SceneWork *work)
{
  g_object_unref (work->layer);
  atlas_table_unref (work->table);
  g_clear_pointer (&work->last, atlas_scene_layer_unref);
  atlas_style_unref (work->style);
  g_free (work->title);
  g_clear_pointer (&work->areas, g_bytes_unref);
  g_clear_pointer (&work->scene_layer, atlas_scene_layer_unref);
  g_clear_error (&work->error);
  g_free (work);
}

static void
take_result (AtlasLayer *self, SceneWork *work)
{
  if (work->table != self->table)
    return;
  if (work->areas && !self->areas)
    self->areas = g_bytes_ref (work->areas);
  if (work->scene_layer) {
    g_clear_pointer (&self->scene_layer, atlas_scene_layer_unref);
    self->scene_layer = g_steal_pointer (&work->scene_layer);
  }
  atlas_layer_take_error (self, g_steal_pointer (&work->error));
}

static void
finish_cb (gpointer data)
{
  SceneWork *work = data;
  AtlasLayer *self = work->layer;

  self->working = FALSE;
  take_result (self, work);
  if (self->stale)
    _atlas_layer_update_scene (self);
  _atlas_layer_notify (self, ATLAS_LAYER_LOADING);
  _atlas_layer_notify (self, ATLAS_LAYER_SCENE);
  scene_work_free (work);
}

static void
start (AtlasLayer *self)
{
  SceneWork *work = g_new0 (SceneWork, 1);

  work->layer = g_object_ref (self);
  work->table = atlas_table_ref (self->table);
  if (self->scene_layer && atlas_scene_layer_get_table (self->scene_layer) == self->table)
    work->last = atlas_scene_layer_ref (self->scene_layer);
  work->style = atlas_style_ref (self->style);
  work->title = g_strdup (self->title);
  work->areas = self->areas ? g_bytes_ref (self->areas) : NULL;
  atlas_workers_push (atlas_workers_get_shared (), run_cb, finish_cb, work);
}

static void
show_picture (AtlasLayer *self)
{
  g_clear_pointer (&self->scene_layer, atlas_scene_layer_unref);
  self->scene_layer = atlas_scene_layer_new_picture (self->picture, self->style->opacity, self->title);
  _atlas_layer_notify (self, ATLAS_LAYER_SCENE);
}

/* Has the scene layer worked out anew from what the layer is now; the old one stays until then. */
void
_atlas_layer_update_scene (AtlasLayer *self)
{
  if (self->picture) {
    show_picture (self);
    return;
  }
  self->stale = self->working;
  if (!self->table || self->working)
    return;
  self->working = TRUE;
  start (self);
  _atlas_layer_notify (self, ATLAS_LAYER_LOADING);
}
