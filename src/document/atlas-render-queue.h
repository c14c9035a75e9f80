// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-scene.h"

G_BEGIN_DECLS

/**
 * AtlasRenderQueue:
 *
 * Draws scenes on threads of its own, newest first: a request not yet begun is dropped when a newer one comes,
 * one under way is cancelled. Hands finished pictures back to the main thread, which alone completes tasks.
 */
#define ATLAS_TYPE_RENDER_QUEUE (atlas_render_queue_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRenderQueue, atlas_render_queue, ATLAS, RENDER_QUEUE, GObject)

AtlasRenderQueue *atlas_render_queue_new (void);
void atlas_render_queue_draw_async (AtlasRenderQueue *self,
                                    AtlasScene *scene,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void atlas_render_queue_cancel (AtlasRenderQueue *self); /* drops what is under way */
/* The picture as pixels ready for GdkMemoryTexture (premultiplied BGRA), NULL with G_IO_ERROR_CANCELLED when a newer
 * request came. */
AtlasPicture *atlas_render_queue_draw_finish (AtlasRenderQueue *self, GAsyncResult *result, GError **error);

G_END_DECLS
