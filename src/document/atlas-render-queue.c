// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-render-queue.h"

#include "atlas-workers.h"

struct _AtlasRenderQueue {
  GObject parent_instance;

  AtlasWorkers *workers; /* owned: one picture at a time, each drawn in bands on all cores */
  GCancellable *newest;  /* owned, nullable: of the request that still counts */
};

typedef struct {
  GTask *task; /* owned, touched on the main thread only; it holds the queue */
  AtlasScene *scene;
  GCancellable *cancellable; /* owned by the main thread, polled by the drawing one */
  cairo_surface_t *surface;
  GError *error;
} Request;

G_DEFINE_FINAL_TYPE (AtlasRenderQueue, atlas_render_queue, G_TYPE_OBJECT)

static void
request_free (Request *request)
{
  g_object_unref (request->task);
  g_object_unref (request->cancellable);
  atlas_scene_unref (request->scene);
  g_clear_pointer (&request->surface, cairo_surface_destroy);
  g_clear_error (&request->error);
  g_free (request);
}

static void
draw_cb (gpointer data)
{
  Request *request = data;

  if (g_cancellable_set_error_if_cancelled (request->cancellable, &request->error))
    return;
  request->surface = atlas_scene_draw_image (request->scene, 0, request->cancellable, &request->error);
}

/* The surface's own memory becomes the picture's: nothing is copied. */
static AtlasPicture *
picture_of (Request *request)
{
  const AtlasSceneOptions *options = atlas_scene_get_options (request->scene);
  cairo_surface_t *surface = g_steal_pointer (&request->surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                          (gsize) stride * (gsize) height,
                                                          (GDestroyNotify) cairo_surface_destroy, surface);

  return atlas_picture_new (pixels, cairo_image_surface_get_width (surface), height, stride,
                            atlas_transform_visible (options->transform, options->width, options->height));
}

static void
finish_cb (gpointer data)
{
  Request *request = data;

  if (request->surface && !g_cancellable_set_error_if_cancelled (request->cancellable, &request->error))
    g_task_return_pointer (request->task, picture_of (request), (GDestroyNotify) atlas_picture_unref);
  else
    g_task_return_error (request->task, g_steal_pointer (&request->error));
  request_free (request);
}

/**
 * atlas_render_queue_draw_async:
 * @scene: what to draw
 * @callback: called on the main thread when the picture is finished, or dropped for a newer one
 *
 * Draws @scene on threads. Every request made before and not yet finished is dropped.
 */
void
atlas_render_queue_draw_async (AtlasRenderQueue *self,
                               AtlasScene *scene,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  if (self->newest)
    g_cancellable_cancel (self->newest);
  request->cancellable = g_cancellable_new ();
  g_set_object (&self->newest, request->cancellable);
  request->scene = atlas_scene_ref (scene);
  request->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (request->task, atlas_render_queue_draw_async);
  atlas_workers_push (self->workers, draw_cb, finish_cb, request);
}

/**
 * atlas_render_queue_draw_finish:
 *
 * Returns: (nullable) (transfer full): the picture; %NULL with %G_IO_ERROR_CANCELLED when a newer request came
 */
AtlasPicture *
atlas_render_queue_draw_finish (AtlasRenderQueue *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atlas_render_queue_cancel:
 *
 * Drops the request under way: nobody looks any more.
 */
void
atlas_render_queue_cancel (AtlasRenderQueue *self)
{
  if (self->newest)
    g_cancellable_cancel (self->newest);
}

/**
 * atlas_render_queue_new:
 *
 * Returns: (transfer full): a queue with threads of its own
 */
AtlasRenderQueue *
atlas_render_queue_new (void)
{
  return g_object_new (ATLAS_TYPE_RENDER_QUEUE, NULL);
}

static void
atlas_render_queue_finalize (GObject *object)
{
  AtlasRenderQueue *self = ATLAS_RENDER_QUEUE (object);

  atlas_workers_free (self->workers);
  g_clear_object (&self->newest);
  G_OBJECT_CLASS (atlas_render_queue_parent_class)->finalize (object);
}

static void
atlas_render_queue_class_init (AtlasRenderQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_render_queue_finalize;
}

static void
atlas_render_queue_init (AtlasRenderQueue *self)
{
  self->workers = atlas_workers_new (1, TRUE);
}
