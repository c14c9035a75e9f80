// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/**
 * AtlasAttic:
 *
 * The layers that were removed and may come back, held by the journal. Their features are kept as long as there is
 * room for them; those of the layers that were removed first are let go of, and read again when their layer comes back.
 * Lives on the main thread.
 */
typedef struct _AtlasAttic AtlasAttic;

AtlasAttic *atlas_attic_new (gsize room);
void atlas_attic_free (AtlasAttic *self);
void atlas_attic_put (AtlasAttic *self, AtlasLayer *layer);
gboolean atlas_attic_take (AtlasAttic *self, AtlasLayer *layer); /* whether its features have to be read again */

G_END_DECLS
