// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/**
 * AtlasInspection:
 * @info: what is in the source
 * @systems: (element-type GPtrArray): for each layer the systems it could be in, best first, where it does not say
 *   (empty where it does)
 * @swapped: (element-type gboolean): for each layer whether it lies near the city only with x and y exchanged
 *
 * What a source holds, and what the user has to be asked about it, found out on another thread.
 */
typedef struct {
  AtlasSourceInfo *info;
  GPtrArray *systems;
  GArray *swapped;
} AtlasInspection;

void atlas_inspection_free (AtlasInspection *self);
void atlas_inspection_run_async (const AtlasSource *source,
                                 AtlasProject *project,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AtlasInspection *atlas_inspection_run_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasInspection, atlas_inspection_free)

G_END_DECLS
