// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"

G_BEGIN_DECLS

/* Between the palette and its data; no other file includes this. */

#define FEWEST_BUILT_IN 3

/* A designed palette: its colours for 3 classes, then for 4, … up to n_most, each 0xRRGGBB. */
typedef struct {
  const char *name;
  AtlasPaletteKind kind;
  guint n_most;
  const guint32 *colours;
} BuiltInPalette;

/* Closed by a palette without a name. */
extern const BuiltInPalette _atlas_palette_colorbrewer[];

G_END_DECLS
