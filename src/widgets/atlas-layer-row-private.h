// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer-row.h"
#include "atlas-legend-view.h"

G_BEGIN_DECLS

struct _AtlasLayerRow {
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkWidget *handle;
  GtkToggleButton *eye;
  GtkStack *name;
  GtkLabel *title;
  GtkEditable *entry;
  GtkSpinner *spinner;
  GtkWidget *warning;
  GtkLabel *problem;
  GtkMenuButton *menu_button;
  GtkProgressBar *progress;
  AtlasLegendView *legend;
  GtkAdjustment *opacity;

  /* owned */
  AtlasProject *project;
  AtlasLayer *layer;
  GSignalGroup *layer_signals;
};

/* atlas-layer-row-drag.c */
void atlas_layer_row_add_drag (AtlasLayerRow *self);

/* atlas-layer-row-rename.c */
void atlas_layer_row_start_renaming (AtlasLayerRow *self);
void atlas_layer_row_stop_renaming (AtlasLayerRow *self, gboolean commit);

G_END_DECLS
