// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-outline-bands.h"

#define EDGES_PER_BAND 2
#define MOST_BANDS     4096u /* of one part */

/* How a part is cut into bands. */
typedef struct {
  double ymin;
  double ymax;
  double per_unit; /* bands in one unit of height */
  guint32 n;       /* bands; 0 for what is no area */
  guint32 first;   /* of its bands in `offsets` */
} Cut;

struct _AtlasOutlineBands {
  const AtlasGeometry *geometry; /* borrowed */
  Cut *cuts;                     /* owned: one for each part */
  GArray *offsets;               /* owned, of guint32: where the edges of each band begin, and the end of the last */
  GArray *edges;                 /* owned, of guint32: the first point of each edge */
};

static guint32
find_band (const Cut *cut, double y)
{
  double band = (y - cut->ymin) * cut->per_unit;

  return band <= 0 ? 0 : (guint32) MIN (band, (double) (cut->n - 1));
}

static Cut
make_cut (const AtlasGeometry *g, guint32 part)
{
  guint32 first = g->rings[g->parts[part]];
  guint32 end = g->rings[g->parts[part + 1]];
  Cut cut = { .ymin = INFINITY, .ymax = -INFINITY };

  if (g->kinds[part] != ATLAS_PART_POLYGON)
    return cut;
  for (guint32 i = first; i < end; i++) {
    cut.ymin = MIN (cut.ymin, g->points[i].y);
    cut.ymax = MAX (cut.ymax, g->points[i].y);
  }
  cut.n = CLAMP ((end - first) / EDGES_PER_BAND, 1, MOST_BANDS);
  cut.per_unit = cut.ymax > cut.ymin ? cut.n / (cut.ymax - cut.ymin) : 0;
  return cut;
}

typedef void (*EdgeFunc) (guint32 *slot, guint32 edge, GArray *edges);

static void
count_edge (guint32 *slot, guint32 edge, GArray *edges)
{
  (*slot)++;
}

static void
put_edge (guint32 *slot, guint32 edge, GArray *edges)
{
  g_array_index (edges, guint32, (*slot)++) = edge;
}

/* Calls @func for each edge of a part, with the slot of each band that it passes through. */
static void
visit_edges (const AtlasGeometry *g, guint32 part, const Cut *cut, guint32 *slots, EdgeFunc func, GArray *edges)
{
  for (guint32 ring = g->parts[part]; ring < g->parts[part + 1]; ring++)
    for (guint32 i = g->rings[ring]; i + 1 < g->rings[ring + 1]; i++) {
      guint32 a = find_band (cut, g->points[i].y);
      guint32 b = find_band (cut, g->points[i + 1].y);

      for (guint32 band = MIN (a, b); band <= MAX (a, b); band++)
        func (&slots[band], i, edges);
    }
}

/* Edges are counted first, then laid into their bands one after another. */
static void
add_part (AtlasOutlineBands *self, guint32 part)
{
  Cut *cut = &self->cuts[part];
  g_autofree guint32 *slots = g_new0 (guint32, cut->n + 1);
  guint32 next = self->edges->len;

  cut->first = self->offsets->len;
  visit_edges (self->geometry, part, cut, slots, count_edge, NULL);
  for (guint32 band = 0; band < cut->n; band++) {
    guint32 count = slots[band];

    slots[band] = next;
    g_array_append_val (self->offsets, next);
    next += count;
  }
  g_array_append_val (self->offsets, next);
  g_array_set_size (self->edges, next);
  visit_edges (self->geometry, part, cut, slots, put_edge, self->edges);
}

/**
 * atlas_outline_bands_new:
 * @geometry: arrays of a table; must outlive the bands
 *
 * Returns: (transfer full): the edges of its areas in bands
 */
AtlasOutlineBands *
atlas_outline_bands_new (const AtlasGeometry *geometry)
{
  AtlasOutlineBands *self = g_new0 (AtlasOutlineBands, 1);

  self->geometry = geometry;
  self->cuts = g_new0 (Cut, geometry->n_parts);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 part = 0; part < geometry->n_parts; part++) {
    self->cuts[part] = make_cut (geometry, part);
    if (self->cuts[part].n > 0)
      add_part (self, part);
  }
  return self;
}

void
atlas_outline_bands_free (AtlasOutlineBands *self)
{
  g_free (self->cuts);
  g_array_unref (self->offsets);
  g_array_unref (self->edges);
  g_free (self);
}

static gboolean
part_contains (const AtlasOutlineBands *self, guint32 part, AtlasPoint p)
{
  const Cut *cut = &self->cuts[part];
  const guint32 *offsets;
  gboolean inside = FALSE;

  if (cut->n == 0 || !(p.y >= cut->ymin && p.y <= cut->ymax))
    return FALSE;
  offsets = &g_array_index (self->offsets, guint32, cut->first + find_band (cut, p.y));
  for (guint32 i = offsets[0]; i < offsets[1]; i++) {
    const AtlasPoint *edge = &self->geometry->points[g_array_index (self->edges, guint32, i)];

    if (atlas_edge_holds (edge[0], edge[1], p))
      return TRUE;
    inside ^= atlas_edge_is_crossed (edge[0], edge[1], p);
  }
  return inside;
}

/**
 * atlas_outline_bands_contain:
 *
 * The same answer as [func@geometry_contains], in less time: a point on the edge counts as inside.
 *
 * Returns: whether @point lies in one of the feature's areas
 */
gboolean
atlas_outline_bands_contain (const AtlasOutlineBands *self, gsize feature, AtlasPoint point)
{
  const AtlasGeometry *geometry = self->geometry;

  if (!atlas_extent_contains_point (geometry->boxes[feature], point))
    return FALSE;
  for (guint32 part = geometry->features[feature]; part < geometry->features[feature + 1]; part++)
    if (part_contains (self, part, point))
      return TRUE;
  return FALSE;
}
