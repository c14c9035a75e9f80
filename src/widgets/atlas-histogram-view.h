// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasHistogramView:
 *
 * How the values of a layer are spread, in the colours of their classes, with breaks that are dragged by the
 * pointer or moved by the arrow keys. Property: `layer`.
 * Signals: `break-moved` (guint index, double value) while a break moves; `breaks-changed` when it has been let go.
 */
#define ATLAS_TYPE_HISTOGRAM_VIEW (atlas_histogram_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHistogramView, atlas_histogram_view, ATLAS, HISTOGRAM_VIEW, GtkWidget)

GtkWidget *atlas_histogram_view_new (void);
void atlas_histogram_view_set_layer (AtlasHistogramView *self, AtlasLayer *layer);
/* Upper bounds as they stand, moved ones included: what a style's "bounds" becomes. Lent until the next move. */
const double *atlas_histogram_view_get_bounds (AtlasHistogramView *self, guint *n_bounds);

G_END_DECLS
