// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-render-scope.h"
#include "atlas-symbol-size.h"

static void
draw_line (const AtlasRenderScope *scope, guint32 row, AtlasColour colour, double width)
{
  atlas_path_reset (scope->path, FALSE);
  atlas_render_scope_add_lines (scope, row);
  if (atlas_path_is_empty (scope->path))
    return;
  atlas_render_scope_begin_feature (scope, row);
  scope->canvas->klass->stroke (scope->canvas, scope->path, colour, width * scope->canvas->mm);
  atlas_render_scope_end_feature (scope);
}

static void
draw_missing (const AtlasRenderScope *scope)
{
  for (guint i = 0; i < scope->rows->len; i++) {
    guint32 row = g_array_index (scope->rows, guint32, i);
    int state = _atlas_scene_layer_get_missing (scope->layer, row);

    if (state >= 0)
      draw_line (scope, row, atlas_symbol_get_missing_shade (state), atlas_symbol_get_line_width (scope->layer, 0));
  }
}

/* Lines whose width is the value, the widest first. */
static gboolean
draw (const AtlasRenderScope *scope)
{
  g_autoptr (GArray) rows = atlas_render_scope_sort_rows (scope);

  draw_missing (scope);
  for (guint i = 0; i < rows->len; i++) {
    guint32 row = g_array_index (rows, guint32, i);

    if (!atlas_render_scope_go_on (scope, i, rows->len))
      return FALSE;
    draw_line (scope, row, scope->layer->style->fill,
               atlas_symbol_get_line_width (scope->layer, scope->layer->values->values[row]));
  }
  return TRUE;
}

const AtlasSymbol atlas_symbol_lines = {
  .kind = ATLAS_SYMBOL_LINES,
  .needs_field = TRUE,
  .size = 3,
  .reach = 0.5,
  .draw = draw,
};
