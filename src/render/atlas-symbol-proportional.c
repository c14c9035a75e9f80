// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats.h"
#include "atlas-symbol-size.h"

static void
draw_circle (const AtlasRenderScope *scope, guint32 row)
{
  AtlasDisc disc = atlas_symbol_make_circle (scope->layer, scope->layer->values->values[row], scope->canvas->mm);
  AtlasDisc rim = atlas_symbol_make_rim (disc, scope->canvas->mm);

  if (disc.radius <= 0)
    return;
  atlas_render_scope_begin_feature (scope, row);
  atlas_render_scope_draw_disc (scope, scope->layer->anchors[row].at, &rim);
  atlas_render_scope_draw_disc (scope, scope->layer->anchors[row].at, &disc);
  atlas_render_scope_end_feature (scope);
}

static void
draw_missing (const AtlasRenderScope *scope)
{
  for (guint i = 0; i < scope->rows->len; i++) {
    guint32 row = g_array_index (scope->rows, guint32, i);
    int state = _atlas_scene_layer_get_missing (scope->layer, row);
    AtlasDisc dot;

    if (state < 0)
      continue;
    dot = atlas_symbol_make_missing_dot (state, scope->canvas->mm);
    atlas_render_scope_begin_feature (scope, row);
    atlas_render_scope_draw_disc (scope, scope->layer->anchors[row].at, &dot);
    atlas_render_scope_end_feature (scope);
  }
}

/* Where a circle belongs to an area, one sees which. */
static gboolean
draw_borders (const AtlasRenderScope *scope)
{
  return !scope->layer->has_kind[ATLAS_PART_POLYGON] || atlas_coats_draw_borders (scope);
}

/* Circles whose area is the value, the largest first, so that none hides a smaller one. */
static gboolean
draw (const AtlasRenderScope *scope)
{
  g_autoptr (GArray) rows = atlas_render_scope_sort_rows (scope);

  if (!draw_borders (scope))
    return FALSE;
  draw_missing (scope);
  for (guint i = 0; i < rows->len; i++) {
    if (!atlas_render_scope_go_on (scope, i, rows->len))
      return FALSE;
    draw_circle (scope, g_array_index (rows, guint32, i));
  }
  return TRUE;
}

const AtlasSymbol atlas_symbol_proportional = {
  .kind = ATLAS_SYMBOL_PROPORTIONAL,
  .needs_field = TRUE,
  .needs_anchor = TRUE,
  .size = 12,
  .reach = 0.5,
  .draw = draw,
};
