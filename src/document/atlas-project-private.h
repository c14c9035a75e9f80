// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-attic.h"
#include "atlas-project.h"

G_BEGIN_DECLS

/* Between the project, its commands and what fills it; a window changes layers through the commands. */

/* Does nothing when the layer is there already. */
/* What a layer of this source is called until someone gives it another name. */
char *_atlas_project_title_source (const AtlasSource *source);
void _atlas_project_insert_layer (AtlasProject *self, AtlasLayer *layer, guint position);
/* Returns where it was; does nothing when it is not there. */
guint _atlas_project_take_out_layer (AtlasProject *self, AtlasLayer *layer);
/* The layers that were taken out and may come back. */
AtlasAttic *_atlas_project_get_attic (AtlasProject *self);
/* For good: what is still being read is given up. */
void _atlas_project_clear_layers (AtlasProject *self);
/* What takes the place of all that is shown, when it is ready; whatever was being opened before is given up. */
void _atlas_project_set_opening (AtlasProject *self, GCancellable *opening);
void _atlas_project_set_crs (AtlasProject *self, AtlasCrs *crs, double metres_per_unit);
/* Reads the layer's source in the project's system, which the first layer decides when there is none.
 * @cancellable: (nullable): gives it up. @callback ends it with atlas_layer_load_finish(). */
void _atlas_project_load_layer (AtlasProject *self,
                                AtlasLayer *layer,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
void _atlas_project_take_city (AtlasProject *self, AtlasCity *city, const char *path);

G_END_DECLS
