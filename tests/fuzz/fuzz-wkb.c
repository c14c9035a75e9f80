// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-wkb.h"

/* Whatever the bytes, the table that comes of them is sound: offsets rise, rings are closed, positions are finite. */
static void
check (AtlasTable *table)
{
  const AtlasGeometry *g = atlas_table_get_geometry (table);

  for (gsize ring = 0; ring < g->n_rings; ring++)
    g_assert_cmpuint (g->rings[ring], <, g->rings[ring + 1]);
  for (gsize part = 0; part < g->n_parts; part++)
    g_assert_cmpuint (g->parts[part], <, g->parts[part + 1]);
  for (gsize i = 0; i < g->n_points; i++)
    g_assert_true (atlas_point_is_finite (g->points[i]));
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t n)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("fuzz");
  g_autoptr (AtlasTable) table = NULL;
  AtlasWkbLoss loss = { 0 };

  atlas_table_builder_begin_feature (builder, 1);
  atlas_wkb_decode (bytes, n, builder, &loss);
  table = atlas_table_builder_end (builder);
  check (table);
  return 0;
}
