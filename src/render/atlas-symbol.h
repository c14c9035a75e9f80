// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-style.h"

G_BEGIN_DECLS

typedef struct _AtlasRenderScope AtlasRenderScope;

/**
 * AtlasSymbol:
 * @kind: which it is
 * @classifies: whether colours go by class when there is a field
 * @needs_field: whether it cannot do without a field
 * @needs_anchor: whether it is drawn at one place of each feature
 * @size: in millimetres, where the style leaves it open
 * @reach: how far beyond a feature's box it draws, as a share of the size
 * @draw: draws the features in the scope; FALSE when cancelled
 *
 * A way to draw features: one file each, and one line in the registry.
 */
typedef struct {
  AtlasSymbolKind kind;
  gboolean classifies;
  gboolean needs_field;
  gboolean needs_anchor;
  double size;
  double reach;
  gboolean (*draw) (const AtlasRenderScope *scope);
} AtlasSymbol;

const AtlasSymbol *atlas_symbol_get (AtlasSymbolKind kind);

extern const AtlasSymbol atlas_symbol_plain;
extern const AtlasSymbol atlas_symbol_choropleth;
extern const AtlasSymbol atlas_symbol_proportional;
extern const AtlasSymbol atlas_symbol_dots;
extern const AtlasSymbol atlas_symbol_lines;
extern const AtlasSymbol atlas_symbol_bivariate;

G_END_DECLS
