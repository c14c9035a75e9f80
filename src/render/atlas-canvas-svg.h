// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"

G_BEGIN_DECLS

/**
 * AtlasSvgCanvas:
 * @out: borrowed: text of the document
 * @n_clips: frames so far, which have ids
 * @n_layers: layers so far, which have ids
 * @named: (owned) (element-type gint64): the features of the layer that have their id
 *
 * Draws as SVG in which layers, features, names and writing stay what they are. Units are millimetres.
 */
typedef struct {
  AtlasCanvas parent;
  GString *out;
  guint n_clips;
  guint n_layers;
  GHashTable *named;
} AtlasSvgCanvas;

void atlas_svg_canvas_init (AtlasSvgCanvas *self, GString *out);
void atlas_svg_canvas_clear (AtlasSvgCanvas *self);

void atlas_svg_append_text (GString *out, const char *text);

/* What the document must define before anything is drawn: the hatches. */
void atlas_svg_canvas_write_definitions (GString *out);

G_END_DECLS
