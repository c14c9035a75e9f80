// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasStylePanel:
 *
 * The style of one layer: what it shows, how it is classed, its colours, labels and limits. Every change is one
 * undoable step of the project.
 */
#define ATLAS_TYPE_STYLE_PANEL (atlas_style_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStylePanel, atlas_style_panel, ATLAS, STYLE_PANEL, GtkWidget)

void atlas_style_panel_set_project (AtlasStylePanel *self, AtlasProject *project);
void atlas_style_panel_set_layer (AtlasStylePanel *self, AtlasLayer *layer);
void atlas_style_panel_choose_method (AtlasStylePanel *self, const char *method, guint n_classes);

G_END_DECLS
