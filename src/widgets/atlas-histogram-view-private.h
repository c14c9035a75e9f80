// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-histogram-axis.h"
#include "atlas-histogram-view.h"

G_BEGIN_DECLS

#define ATLAS_HISTOGRAM_BINS 60

struct _AtlasHistogramView {
  GtkWidget parent_instance;

  /* owned */
  AtlasLayer *layer;
  GSignalGroup *layer_signals;
  AtlasSceneLayer *scene; /* what the counts below are of */
  AtlasBreaks *breaks;    /* as the layer has them, or as they have been moved here */
  AtlasHistogram *histogram;

  AtlasHistogramAxis axis; /* of @histogram */

  int chosen;        /* break that the keyboard moves or the pointer drags; -1 for none */
  gboolean dragging; /* by the pointer */
  double drag_start; /* in logical pixels */
};

/* Breaks that can be moved: all upper bounds but the last. */
static inline guint
atlas_histogram_view_get_n_movable (AtlasHistogramView *self)
{
  return self->breaks && self->breaks->n_classes > 0 ? self->breaks->n_classes - 1 : 0;
}

/* atlas-histogram-view.c */
double atlas_histogram_view_get_step (AtlasHistogramView *self);
void atlas_histogram_view_move_break (AtlasHistogramView *self, guint index, double value);
void atlas_histogram_view_choose_break (AtlasHistogramView *self, int index);

/* atlas-histogram-view-draw.c */
double atlas_histogram_view_value_to_x (AtlasHistogramView *self, double value);
double atlas_histogram_view_x_to_value (AtlasHistogramView *self, double x);
void atlas_histogram_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* atlas-histogram-view-input.c */
void atlas_histogram_view_add_controllers (AtlasHistogramView *self);
void atlas_histogram_view_class_add_keys (GtkWidgetClass *klass);

G_END_DECLS
