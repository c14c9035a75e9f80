// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-survey.h"

#include "atlas-geometry-measure.h"

#include <math.h>

/* Anchors are found to this part of a feature's box: finer than anyone sees, coarse enough to be quick. */
#define ANCHOR_PRECISION (1 / 200.0)

static void
survey_kinds (AtlasLayerSurvey *self)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (self->table);

  for (gsize i = 0; i < geometry->n_parts; i++)
    self->has_kind[geometry->kinds[i]] = TRUE;
}

static double
measure_side (const AtlasGeometry *geometry)
{
  double sum = 0;
  gsize n = 0;

  for (gsize i = 0; i < geometry->n_features; i++) {
    if (atlas_extent_is_empty (geometry->boxes[i]))
      continue;
    sum += (atlas_extent_width (geometry->boxes[i]) + atlas_extent_height (geometry->boxes[i])) / 2;
    n++;
  }
  return n ? sum / (double) n : 0;
}

/**
 * atlas_layer_survey_new:
 * @table: the features
 *
 * Returns: (transfer full): what can be told of them at once
 */
AtlasLayerSurvey *
atlas_layer_survey_new (AtlasTable *table)
{
  AtlasLayerSurvey *self = g_new0 (AtlasLayerSurvey, 1);

  g_atomic_ref_count_init (&self->refs);
  self->table = atlas_table_ref (table);
  self->index = self->anchors = (GOnce) G_ONCE_INIT;
  self->side = measure_side (atlas_table_get_geometry (table));
  survey_kinds (self);
  return self;
}

/**
 * atlas_layer_survey_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
AtlasLayerSurvey *
atlas_layer_survey_ref (AtlasLayerSurvey *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_layer_survey_unref:
 * @self: (transfer full): a survey no longer needed
 */
void
atlas_layer_survey_unref (AtlasLayerSurvey *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  if (self->index.status == G_ONCE_STATUS_READY)
    atlas_spatial_index_free (self->index.retval);
  if (self->anchors.status == G_ONCE_STATUS_READY)
    g_free (self->anchors.retval);
  atlas_table_unref (self->table);
  g_free (self);
}

static gpointer
build_index_cb (gpointer self)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (((AtlasLayerSurvey *) self)->table);

  return atlas_spatial_index_new (geometry->boxes, geometry->n_features);
}

/**
 * atlas_layer_survey_get_index:
 *
 * Returns: (transfer none): the boxes of the features, sorted in space; building it takes a while for a million
 */
const AtlasSpatialIndex *
atlas_layer_survey_get_index (AtlasLayerSurvey *self)
{
  return g_once (&self->index, build_index_cb, self);
}

static AtlasAnchor
find_anchor (const AtlasGeometry *geometry, gsize row)
{
  AtlasExtent box = geometry->boxes[row];
  double side = MIN (atlas_extent_width (box), atlas_extent_height (box));
  AtlasAnchor anchor = { { NAN, NAN }, 0 };

  if (!atlas_geometry_anchor (geometry, row, MAX (side * ANCHOR_PRECISION, G_MINDOUBLE), &anchor.at, &anchor.clearance))
    anchor.at = ATLAS_POINT_INIT (NAN, NAN);
  return anchor;
}

static gpointer
find_anchors_cb (gpointer self)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (((AtlasLayerSurvey *) self)->table);
  AtlasAnchor *anchors = g_new (AtlasAnchor, MAX (geometry->n_features, 1));

  for (gsize i = 0; i < geometry->n_features; i++)
    anchors[i] = find_anchor (geometry, i);
  return anchors;
}

/**
 * atlas_layer_survey_get_anchors:
 *
 * Returns: (transfer none): where a label or a symbol of each feature belongs; finding them takes a second or so for a
 *   million areas
 */
const AtlasAnchor *
atlas_layer_survey_get_anchors (AtlasLayerSurvey *self)
{
  return g_once (&self->anchors, find_anchors_cb, self);
}
