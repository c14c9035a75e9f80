// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-projection.h"

#include "atlas-crs-database.h"
#include "atlas-error.h"

#include <glib/gi18n-lib.h>

#define CHUNK             65536 /* positions between two looks at the cancellable */
#define FARTHEST          1e9   /* no place on the earth has a coordinate beyond it, in metres or feet */
#define POINTS_ALONG_EDGE 21    /* of a box, when its image is looked for */

static gboolean
has_place (AtlasPoint p)
{
  return fabs (p.x) <= FARTHEST && fabs (p.y) <= FARTHEST;
}

/* Positions without a place in the target become NaN, never a wrong number. */
static void
transform_chunk (PJ *pipeline, AtlasPoint *points, gsize n)
{
  const gsize step = sizeof (AtlasPoint);

  proj_trans_generic (pipeline, PJ_FWD, &points[0].x, step, n, &points[0].y, step, n, NULL, 0, 0, NULL, 0, 0);
  for (gsize i = 0; i < n; i++)
    if (!has_place (points[i]))
      points[i] = ATLAS_POINT_INIT (NAN, NAN);
}

static gboolean
transform_all (PJ *pipeline, AtlasPoint *points, gsize n, GCancellable *cancellable, GError **error)
{
  for (gsize i = 0; i < n; i += CHUNK) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    transform_chunk (pipeline, points + i, MIN (CHUNK, n - i));
  }
  return TRUE;
}

static gboolean
transform_points (AtlasCrs *from, AtlasCrs *to, AtlasPoint *points, gsize n, GCancellable *cancellable, GError **error)
{
  g_autoptr (PJ_CONTEXT) context = NULL;
  g_autoptr (PJ) pipeline = NULL;

  if (atlas_crs_equal (from, to))
    return TRUE;
  context = _atlas_proj_context_new ();
  pipeline = _atlas_crs_pipeline (from, to, context, error);
  return pipeline && transform_all (pipeline, points, n, cancellable, error);
}

/**
 * atlas_crs_transform_points:
 * @from: what the positions are in
 * @to: what they are wanted in
 * @points: (array length=n) (inout): positions, east first in both systems whatever their official order; one that has
 *   no place in @to becomes NaN
 *
 * Returns: whether there is a way from one system to the other
 */
gboolean
atlas_crs_transform_points (AtlasCrs *from, AtlasCrs *to, AtlasPoint *points, gsize n, GError **error)
{
  return transform_points (from, to, points, n, NULL, error);
}

/* Positions along the four sides of a box, and inside it, for straight lines become curves. */
static gsize
sample_box (AtlasExtent e, AtlasPoint *samples)
{
  gsize n = 0;

  for (int i = 0; i < POINTS_ALONG_EDGE; i++)
    for (int j = 0; j < POINTS_ALONG_EDGE; j++)
      samples[n++] = ATLAS_POINT_INIT (e.xmin + atlas_extent_width (e) * i / (POINTS_ALONG_EDGE - 1),
                                       e.ymin + atlas_extent_height (e) * j / (POINTS_ALONG_EDGE - 1));
  return n;
}

/**
 * atlas_crs_transform_extent:
 * @extent: a box in @from
 *
 * Returns: the box in @to that holds its image, or the empty extent with @error set
 */
AtlasExtent
atlas_crs_transform_extent (AtlasCrs *from, AtlasCrs *to, AtlasExtent extent, GError **error)
{
  AtlasPoint samples[POINTS_ALONG_EDGE * POINTS_ALONG_EDGE];
  AtlasExtent image = ATLAS_EXTENT_EMPTY;
  gsize n;

  if (atlas_extent_is_empty (extent))
    return extent;
  n = sample_box (extent, samples);
  if (!atlas_crs_transform_points (from, to, samples, n, error))
    return image;
  for (gsize i = 0; i < n; i++)
    if (atlas_point_is_finite (samples[i]))
      image = atlas_extent_add_point (image, samples[i]);
  return image;
}

static gboolean
ring_is_finite (const AtlasGeometry *g, gsize ring)
{
  for (guint32 i = g->rings[ring]; i < g->rings[ring + 1]; i++)
    if (!atlas_point_is_finite (g->points[i]))
      return FALSE;
  return TRUE;
}

/* Leaves out the rings that have no place in the target, and says how many. */
static AtlasTable *
without_lost_rings (AtlasTable *moved)
{
  const AtlasGeometry *g = atlas_table_get_geometry (moved);
  g_autofree guint8 *kept = g_malloc (g->n_rings + 1);
  g_autofree char *note = NULL;
  AtlasTable *pruned;
  gsize n_lost = 0;

  for (gsize ring = 0; ring < g->n_rings; ring++)
    n_lost += !(kept[ring] = ring_is_finite (g, ring));
  if (n_lost == 0)
    return moved;
  note = g_strdup_printf (ngettext ("%zu outline has no place in “%s” and is not shown.",
                                    "%zu outlines have no place in “%s” and are not shown.", n_lost),
                          n_lost, atlas_crs_get_id (atlas_table_get_crs (moved)));
  pruned = atlas_table_prune (moved, kept, note);
  atlas_table_unref (moved);
  return pruned;
}

/**
 * atlas_table_reproject:
 * @self: features in a system that the table names
 * @target: the system wanted
 *
 * Converts every position once, by the most exact way that PROJ has without asking the network. A ring with a position
 * that has no place in @target is left out and counted in a note. Everything but the positions is shared with @self,
 * and a table without any stays as it is.
 *
 * Returns: (transfer full): the features in @target, or %NULL with `ATLAS_ERROR_NO_CRS` when nobody says what @self is
 *   in, `ATLAS_ERROR_UNSUPPORTED` when there is no way, or `G_IO_ERROR_CANCELLED`
 */
AtlasTable *
atlas_table_reproject (AtlasTable *self, AtlasCrs *target, GCancellable *cancellable, GError **error)
{
  const AtlasGeometry *g = atlas_table_get_geometry (self);
  AtlasCrs *crs = atlas_table_get_crs (self);
  gsize size = g->n_points * sizeof (AtlasPoint);
  g_autofree AtlasPoint *points = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g->n_points == 0)
    return atlas_table_ref (self);
  if (!crs) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS,
                 _ ("“%s” does not say which coordinate system it is in; choose one."), atlas_table_get_name (self));
    return NULL;
  }
  if (atlas_crs_equal (crs, target))
    return atlas_table_ref (self);
  points = g_memdup2 (g->points, size);
  if (!transform_points (crs, target, points, g->n_points, cancellable, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&points), size);
  return without_lost_rings (atlas_table_with_points (self, bytes, target));
}
