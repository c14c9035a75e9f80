// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-hatch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSwatchKind:
 * @ATLAS_SWATCH_AREA: a filled box
 * @ATLAS_SWATCH_DOT: a filled circle
 * @ATLAS_SWATCH_LINE: a stroke
 * @ATLAS_SWATCH_HATCH: a hatched box: no value
 */
typedef enum {
  ATLAS_SWATCH_AREA,
  ATLAS_SWATCH_DOT,
  ATLAS_SWATCH_LINE,
  ATLAS_SWATCH_HATCH,
} AtlasSwatchKind;

/**
 * AtlasSwatch:
 *
 * A small sample of how features are drawn, for legends. Says nothing to a screen reader: the label beside it does.
 */
#define ATLAS_TYPE_SWATCH (atlas_swatch_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSwatch, atlas_swatch, ATLAS, SWATCH, GtkWidget)

/* @size: diameter of a dot or width of a line, in logical pixels. */
GtkWidget *atlas_swatch_new (AtlasSwatchKind kind, AtlasColour fill, AtlasColour outline, double size);
GtkWidget *atlas_swatch_new_hatch (AtlasHatch hatch, AtlasColour outline);

G_END_DECLS
