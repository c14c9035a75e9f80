// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFeaturePanel:
 *
 * What is chosen: every attribute of one feature, or a summary of several.
 */
#define ATLAS_TYPE_FEATURE_PANEL (atlas_feature_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFeaturePanel, atlas_feature_panel, ATLAS, FEATURE_PANEL, GtkWidget)

void atlas_feature_panel_set_project (AtlasFeaturePanel *self, AtlasProject *project);

G_END_DECLS
