// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-geometry-feed.h"

#define STEP 256 /* features between two looks at the cancellable */

static void
take_feature (AtlasReading *self, OGRFeatureH feature, gboolean has_geometry)
{
  atlas_table_builder_begin_feature (self->builder, OGR_F_GetFID (feature));
  atlas_field_plan_take (self->plan, feature, self->builder, &self->tally);
  if (has_geometry)
    atlas_geometry_feed (OGR_F_GetGeometryRef (feature), self->builder, &self->tally, self->scratch);
}

/**
 * _atlas_read_feature:
 * @fid: (out): its number
 *
 * Reads the next feature of the layer, which every driver can.
 *
 * Returns: whether there was one
 */
gboolean
_atlas_read_feature (AtlasReading *self, gint64 *fid)
{
  guint failures = self->dataset->log.n_failures;
  OGRFeatureH feature = OGR_L_GetNextFeature (self->layer);

  if (!feature)
    return FALSE;
  atlas_sqlite_guard_feed ();
  *fid = OGR_F_GetFID (feature);
  take_feature (self, feature, OGR_L_GetGeomType (self->layer) != wkbNone);
  self->tally.n_broken += self->dataset->log.n_failures != failures;
  OGR_F_Destroy (feature);
  return TRUE;
}

/* A count is for the bar that shows progress, and for nothing else: headers say anything. */
static double
fraction_done (const AtlasReading *self, gint64 expected)
{
  gsize n = atlas_table_builder_get_n_features (self->builder);

  return expected > 0 ? MIN (1, (double) n / (double) expected) : -1;
}

/**
 * _atlas_read_features:
 *
 * Reads a layer feature by feature. What fails on the way is in the log and the tally.
 *
 * Returns: whether it came to the end
 */
gboolean
_atlas_read_features (AtlasReading *self, GError **error)
{
  gint64 expected = self->options.progress ? OGR_L_GetFeatureCount (self->layer, FALSE) : -1;
  gint64 fid;

  OGR_L_ResetReading (self->layer);
  while (_atlas_read_feature (self, &fid))
    if (atlas_table_builder_get_n_features (self->builder) % STEP == 0 &&
        !_atlas_reading_step (self, fraction_done (self, expected), error))
      return FALSE;
  return TRUE;
}
