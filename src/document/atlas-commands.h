// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/* The commands of a project; each is one step of its journal. */
void atlas_project_do_add_layer (AtlasProject *project, AtlasLayer *layer, guint position);
void atlas_project_do_remove_layer (AtlasProject *project, AtlasLayer *layer);
void atlas_project_do_move_layer (AtlasProject *project, AtlasLayer *layer, guint position);
void atlas_project_do_rename_layer (AtlasProject *project, AtlasLayer *layer, const char *title);
void atlas_project_do_show_layer (AtlasProject *project, AtlasLayer *layer, gboolean visible);
/* @title of the step: "Change palette". The same title again within a second joins the step: a slider being dragged. */
void atlas_project_do_style_layer (AtlasProject *project, AtlasLayer *layer, AtlasStyle *style, const char *title);
void atlas_project_do_set_opacity (AtlasProject *project, AtlasLayer *layer, double opacity);

G_END_DECLS
