// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-scene-layer-private.h"

G_BEGIN_DECLS

/* How large a value is drawn, and what stands for one that is missing: the same on the map and in its legend. */
AtlasDisc atlas_symbol_make_circle (const AtlasSceneLayer *layer, double value, double mm);
AtlasDisc atlas_symbol_make_rim (AtlasDisc circle, double mm);
AtlasDisc atlas_symbol_make_missing_dot (int state, double mm);
AtlasColour atlas_symbol_get_missing_shade (int state);
double atlas_symbol_get_radius (const AtlasSceneLayer *layer, guint32 row);
double atlas_symbol_get_line_width (const AtlasSceneLayer *layer, double value);
double atlas_symbol_get_stroke_width (const AtlasSceneLayer *layer);

G_END_DECLS
