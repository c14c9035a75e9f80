// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-city.h"
#include "atlas-journal.h"
#include "atlas-layer.h"
#include "atlas-selection.h"
#include "atlas-viewport.h"

G_BEGIN_DECLS

/**
 * AtlasProject:
 *
 * What a window shows: a list model of [class@Layer] from above to below, the city, the viewport, the
 * selection and the undo journal. Its system is the city's projected one, and every layer's table is in it.
 *
 * Emits `changed` whenever its layers, their order, visibility, titles, styles or scene layers change: what a map or
 * a session has to follow. Observable: `city-id`, `city-name`, `current-layer`.
 */
#define ATLAS_TYPE_PROJECT (atlas_project_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProject, atlas_project, ATLAS, PROJECT, GObject)

#define ATLAS_NO_POSITION G_MAXUINT

AtlasProject *atlas_project_new (void);
AtlasViewport *atlas_project_get_viewport (AtlasProject *self);
AtlasSelection *atlas_project_get_selection (AtlasProject *self);
AtlasJournal *atlas_project_get_journal (AtlasProject *self);
AtlasLayer *atlas_project_get_current_layer (AtlasProject *self);
void atlas_project_set_current_layer (AtlasProject *self, AtlasLayer *layer);
AtlasCity *atlas_project_get_city (AtlasProject *self); /* nullable before the first city */
const char *atlas_project_get_city_path (AtlasProject *self);
AtlasCrs *atlas_project_get_crs (AtlasProject *self);
AtlasExtent atlas_project_get_extent (AtlasProject *self); /* of all layers that are visible, without the context */

guint atlas_project_find_layer (AtlasProject *self, AtlasLayer *layer); /* ATLAS_NO_POSITION when not in it */

/* Opens a shipped city, with the layers and styles of its first view, in a thread. */
void atlas_project_open_city_async (AtlasProject *self,
                                    const char *city,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean atlas_project_open_city_finish (AtlasProject *self, GAsyncResult *result, GError **error);
/* Reads a source into a new layer at the top, in a thread, as one undoable step. */
void atlas_project_add_source_async (AtlasProject *self,
                                     AtlasSource *source,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
AtlasLayer *atlas_project_add_source_finish (AtlasProject *self, GAsyncResult *result, GError **error);
void atlas_project_reread_layer (AtlasProject *self, AtlasLayer *layer);

/* Scene layers from below to above, of the layers visible at this scale: what the render queue and exports draw. */
GPtrArray *atlas_project_collect_scene_layers (AtlasProject *self, double scale_denominator);

G_END_DECLS
