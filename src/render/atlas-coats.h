// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-render-scope.h"

G_BEGIN_DECLS

/* What several symbols draw alike: features painted coat by coat. Each gives FALSE when cancelled. */

/* Areas, lines and points, each kind over the one before. */
gboolean atlas_coats_draw (const AtlasRenderScope *scope);
/* The outlines of areas and nothing within them. */
gboolean atlas_coats_draw_borders (const AtlasRenderScope *scope);
/* One dot for each feature. */
gboolean atlas_coats_draw_anchors (const AtlasRenderScope *scope);

G_END_DECLS
