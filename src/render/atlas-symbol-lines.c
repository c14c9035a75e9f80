// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-render-scope.h"
#include "atlas-symbol-size.h"

#define BATCH_ROWS 500

static void
draw_line (const AtlasRenderScope *scope, guint32 row)
{
  double width = atlas_symbol_get_line_width (scope->layer, scope->layer->values->values[row]);

  atlas_path_reset (scope->path, FALSE);
  atlas_render_scope_add_lines (scope, row);
  if (atlas_path_is_empty (scope->path))
    return;
  atlas_render_scope_begin_feature (scope, row);
  scope->canvas->klass->stroke (scope->canvas, scope->path, scope->layer->style->fill, width * scope->canvas->mm);
  atlas_render_scope_end_feature (scope);
}

/* Lines whose width is the value, the widest first. */
static gboolean
draw (const AtlasRenderScope *scope)
{
  g_autoptr (GArray) rows = atlas_render_scope_sort_rows (scope);

  for (guint i = 0; i < rows->len; i++) {
    if (i % BATCH_ROWS == 0 && atlas_render_scope_is_cancelled (scope))
      return FALSE;
    draw_line (scope, g_array_index (rows, guint32, i));
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
