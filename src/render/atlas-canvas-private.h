// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"

G_BEGIN_DECLS

/* Between the files of the cairo canvas: what it can do on pixels only. */

void _atlas_cairo_canvas_begin_mosaic (AtlasCanvas *canvas, AtlasTransform transform, AtlasMosaic *mosaic);
void
_atlas_cairo_canvas_lay_hatch (AtlasCanvas *canvas, AtlasMosaic *mosaic, AtlasCoverage *coverage, AtlasHatch hatch);
void _atlas_cairo_canvas_draw_mosaic (AtlasCanvas *canvas, const AtlasMosaic *mosaic);

G_END_DECLS
