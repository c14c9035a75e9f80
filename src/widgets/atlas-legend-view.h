// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasLegendView:
 *
 * What the colours and sizes of a layer mean: a swatch, a label and a count for each class, and for the
 * features without a value. Property: `layer`.
 */
#define ATLAS_TYPE_LEGEND_VIEW (atlas_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLegendView, atlas_legend_view, ATLAS, LEGEND_VIEW, GtkWidget)

GtkWidget *atlas_legend_view_new (void);
void atlas_legend_view_set_layer (AtlasLegendView *self, AtlasLayer *layer);

G_END_DECLS
