// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasScaleBar:
 *
 * A bar as long as a round number of metres on the ground at the middle of the map. Property: `project`.
 */
#define ATLAS_TYPE_SCALE_BAR (atlas_scale_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasScaleBar, atlas_scale_bar, ATLAS, SCALE_BAR, GtkWidget)

GtkWidget *atlas_scale_bar_new (void);
void atlas_scale_bar_set_project (AtlasScaleBar *self, AtlasProject *project);

G_END_DECLS
