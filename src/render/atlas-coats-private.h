// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-coats.h"

G_BEGIN_DECLS

/* Between the files of the coats. */

/* What a coat paints with; for hatched ones the colour of lines and points that stand in for the hatch. */
AtlasColour _atlas_coats_get_colour (const AtlasCoats *self, const AtlasSceneLayer *layer, guint coat);
gboolean _atlas_coats_draw_mosaic (const AtlasCoats *self, const AtlasRenderScope *scope, double border_width);

G_END_DECLS
