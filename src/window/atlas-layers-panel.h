// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasLayersPanel:
 *
 * The layers of a project from above to below, to be chosen, dragged, shown and hidden.
 * Property: `current` (nullable): the layer that the details are about.
 * Signals: `style-requested`, `table-requested` (AtlasLayer): chosen from a layer's menu.
 */
#define ATLAS_TYPE_LAYERS_PANEL (atlas_layers_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLayersPanel, atlas_layers_panel, ATLAS, LAYERS_PANEL, GtkWidget)

void atlas_layers_panel_set_project (AtlasLayersPanel *self, AtlasProject *project);
AtlasLayer *atlas_layers_panel_get_current (AtlasLayersPanel *self);
void atlas_layers_panel_set_current (AtlasLayersPanel *self, AtlasLayer *layer);
void atlas_layers_panel_activate (AtlasLayersPanel *self, const char *action, GVariant *parameter);

G_END_DECLS
