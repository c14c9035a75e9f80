// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/* Between the project, its commands and what fills it; a window changes layers through the commands. */

/* Does nothing when the layer is there already. */
void _atlas_project_insert_layer (AtlasProject *self, AtlasLayer *layer, guint position);
/* Returns where it was; does nothing when it is not there. */
guint _atlas_project_take_out_layer (AtlasProject *self, AtlasLayer *layer);
void _atlas_project_clear_layers (AtlasProject *self);
void _atlas_project_set_crs (AtlasProject *self, AtlasCrs *crs, double metres_per_unit);
void _atlas_project_take_city (AtlasProject *self, AtlasCity *city, const char *path);

G_END_DECLS
