// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-path.h"

/* One of the four edges of a box: the side on which sign * (coordinate - at) <= 0 is kept. */
typedef struct {
  gboolean vertical;
  double at;
  double sign;
} Edge;

static inline double
beyond (const Edge *edge, AtlasPoint p)
{
  return edge->sign * ((edge->vertical ? p.x : p.y) - edge->at);
}

static AtlasPoint
cross (const Edge *edge, AtlasPoint a, AtlasPoint b)
{
  double da = beyond (edge, a);
  double t = da / (da - beyond (edge, b));
  AtlasPoint p = { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };

  if (edge->vertical)
    p.x = edge->at;
  else
    p.y = edge->at;
  return p;
}

static void
clip_at_edge (const GArray *ring, GArray *kept, const Edge *edge)
{
  const AtlasPoint *p = (const AtlasPoint *) ring->data;

  g_array_set_size (kept, 0);
  for (guint i = 0; i < ring->len; i++) {
    AtlasPoint before = p[i ? i - 1 : ring->len - 1];
    gboolean was_in = beyond (edge, before) <= 0;
    gboolean is_in = beyond (edge, p[i]) <= 0;

    if (was_in != is_in) {
      AtlasPoint crossing = cross (edge, before, p[i]);

      g_array_append_val (kept, crossing);
    }
    if (is_in)
      g_array_append_val (kept, p[i]);
  }
}

/* Sutherland and Hodgman's: what is left of @ring within @box. Pieces that fall apart stay joined along
 * the edges of the box, which lie outside of what is seen. */
void
_atlas_path_clip_ring (GArray *ring, GArray *scratch, AtlasExtent box)
{
  const Edge edges[] = {
    { TRUE, box.xmin, -1 }, { TRUE, box.xmax, 1 }, { FALSE, box.ymin, -1 }, { FALSE, box.ymax, 1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i += 2) {
    clip_at_edge (ring, scratch, &edges[i]);
    clip_at_edge (scratch, ring, &edges[i + 1]);
  }
}

/* Narrows [*enter, *leave] to where a coordinate that goes from @start by @step is at most @most. */
static gboolean
narrow (double start, double step, double most, double *enter, double *leave)
{
  double t = (most - start) / step;

  if (step == 0)
    return start <= most;
  if (step > 0)
    *leave = MIN (*leave, t);
  else
    *enter = MAX (*enter, t);
  return *enter <= *leave;
}

/* Liang and Barsky's: shortens a segment to its piece within @box; FALSE when there is none. */
gboolean
_atlas_path_clip_segment (AtlasPoint *from, AtlasPoint *to, AtlasExtent box)
{
  AtlasPoint a = *from;
  AtlasPoint d = { to->x - a.x, to->y - a.y };
  double enter = 0;
  double leave = 1;

  if (!narrow (a.x, d.x, box.xmax, &enter, &leave) || !narrow (-a.x, -d.x, -box.xmin, &enter, &leave) ||
      !narrow (a.y, d.y, box.ymax, &enter, &leave) || !narrow (-a.y, -d.y, -box.ymin, &enter, &leave))
    return FALSE;
  if (enter > 0)
    *from = ATLAS_POINT_INIT (a.x + enter * d.x, a.y + enter * d.y);
  if (leave < 1)
    *to = ATLAS_POINT_INIT (a.x + leave * d.x, a.y + leave * d.y);
  return TRUE;
}
