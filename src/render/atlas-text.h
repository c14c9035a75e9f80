// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"
#include "atlas-point.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define ATLAS_TEXT_FAMILIES "Cantarell, Inter, DejaVu Sans, sans-serif"

typedef enum {
  ATLAS_TEXT_START,
  ATLAS_TEXT_MIDDLE,
  ATLAS_TEXT_END,
} AtlasTextAnchor;

/**
 * AtlasText:
 * @string: one line
 * @at: on the baseline, where @anchor says
 * @anchor: which end of the line is there
 * @size: of the em, in canvas units
 * @bold: whether it is heavy
 * @colour: of the letters
 * @halo: width of the glow around them; 0 for none
 * @halo_colour: of the glow
 *
 * One line of writing.
 */
typedef struct {
  const char *string;
  AtlasPoint at;
  AtlasTextAnchor anchor;
  double size;
  gboolean bold;
  AtlasColour colour;
  double halo;
  AtlasColour halo_colour;
} AtlasText;

/**
 * AtlasTextSize:
 * @width: of the line
 * @ascent: of the font above the baseline
 * @descent: of the font below it
 */
typedef struct {
  double width;
  double ascent;
  double descent;
} AtlasTextSize;

AtlasTextSize atlas_text_measure (const char *string, double size, gboolean bold);
char **atlas_text_wrap (const char *string, double size, gboolean bold, double width);
PangoLayout *atlas_text_create_layout (const char *string, double size, gboolean bold, double *scale);

G_END_DECLS
