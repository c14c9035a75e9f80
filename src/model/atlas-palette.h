// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasPalette:
 *
 * Colours for classes, in order. Immutable and atomically refcounted.
 */
typedef struct _AtlasPalette AtlasPalette;

typedef enum {
  ATLAS_PALETTE_SEQUENTIAL,
  ATLAS_PALETTE_DIVERGING,
  ATLAS_PALETTE_QUALITATIVE,
} AtlasPaletteKind;

/**
 * AtlasPaletteSafety:
 * @least_normal: smallest CIEDE2000 difference between two classes, seen with normal vision
 * @least_protan: the same under Machado's full protanopia
 * @least_deutan: the same under deuteranopia
 * @least_tritan: the same under tritanopia
 * @least_grey: smallest difference of lightness L* between neighbouring classes on a photocopy
 * @colour_blind: whether all of the first four reach 10, or the grey steps reach it
 * @print: whether the classes stay apart in print (every normal difference reaches 10, lightest at most L* 98)
 * @photocopy: whether each step of grey reaches 12 and the order of lightness is kept
 *
 * Computed, never asserted.
 */
typedef struct {
  double least_normal;
  double least_protan;
  double least_deutan;
  double least_tritan;
  double least_grey;
  gboolean colour_blind;
  gboolean print;
  gboolean photocopy;
} AtlasPaletteSafety;

/* Of the sequential palettes, the one whose five classes everybody tells apart best, on paper and on a photocopy too.
 */
#define ATLAS_PALETTE_DEFAULT "BuPu"

AtlasPalette *atlas_palette_ref (AtlasPalette *self);
void atlas_palette_unref (AtlasPalette *self);

AtlasPalette *atlas_palette_lookup (const char *name, GError **error);
const char *const *atlas_palette_list_names (void);

const char *atlas_palette_get_name (const AtlasPalette *self);
AtlasPaletteKind atlas_palette_get_kind (const AtlasPalette *self);
AtlasColour *atlas_palette_dup_colours (const AtlasPalette *self, guint n, gboolean reverse);
AtlasColour *atlas_palette_dup_diverging (const AtlasPalette *self, guint n_below, guint n_above, gboolean reverse);
AtlasPaletteSafety atlas_palette_safety (const AtlasColour *colours, guint n, gboolean ordered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPalette, atlas_palette_unref)

G_END_DECLS
