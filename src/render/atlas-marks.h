// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-scene.h"

G_BEGIN_DECLS

/**
 * AtlasMarks:
 *
 * Where symbols stand that no name may hide. Immutable.
 */
typedef struct _AtlasMarks AtlasMarks;

AtlasMarks *atlas_marks_new (AtlasScene *scene, AtlasTransform transform, AtlasExtent frame);
void atlas_marks_free (AtlasMarks *self);
gboolean atlas_marks_meet (const AtlasMarks *self, AtlasExtent box, const AtlasSceneLayer *own_layer, guint32 own_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMarks, atlas_marks_free)

G_END_DECLS
