// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"

G_BEGIN_DECLS

/**
 * AtlasSvgCanvas:
 * @out: borrowed: text of the document
 * @depth: groups open
 * @n_clips: frames so far, which have ids
 * @in_feature: whether a feature is being drawn
 *
 * Draws as SVG in which layers, features, names and writing stay what they are. Units are millimetres.
 */
typedef struct {
  AtlasCanvas parent;
  GString *out;
  guint depth;
  guint n_clips;
  guint n_layers;
} AtlasSvgCanvas;

void atlas_svg_canvas_init (AtlasSvgCanvas *self, GString *out);

void atlas_svg_append_text (GString *out, const char *text);

/* What the document must define before anything is drawn: the hatches. */
void atlas_svg_canvas_write_definitions (GString *out);

G_END_DECLS
