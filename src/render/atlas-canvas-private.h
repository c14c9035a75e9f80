// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"

G_BEGIN_DECLS

/* Between the files of the cairo canvas: what it can do on pixels only. */

void
_atlas_cairo_canvas_begin_mosaic (AtlasCanvas *canvas, AtlasTransform transform, guint n_coats, AtlasMosaic *mosaic);
void _atlas_cairo_canvas_hatch_coat (AtlasCanvas *canvas, AtlasMosaic *mosaic, guint coat, AtlasHatch hatch);
void _atlas_cairo_canvas_draw_mosaic (AtlasCanvas *canvas, AtlasMosaic *mosaic);

G_END_DECLS
