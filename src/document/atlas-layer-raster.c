// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-private.h"

#include "atlas-raster.h"
#include "atlas-workers.h"

/* What a raster shows: only the part of the map that is seen, read for its pixels on a thread. The picture before
 * stays until the next is ready. */

typedef struct {
  AtlasLayer *layer; /* owned, touched on the main thread only */
  AtlasSource *source;
  AtlasCrs *crs;
  AtlasExtent extent;
  int width;
  int height;
  GCancellable *cancellable; /* owned by the main thread, polled by the other */
  AtlasPicture *picture;
  GError *error;
} PictureWork;

static void
run_cb (gpointer data)
{
  PictureWork *work = data;

  work->picture = atlas_raster_read (work->source, work->crs, work->extent, work->width, work->height,
                                     work->cancellable, &work->error);
}

static void
picture_work_free (PictureWork *work)
{
  g_object_unref (work->layer);
  g_object_unref (work->cancellable);
  atlas_source_free (work->source);
  atlas_crs_unref (work->crs);
  g_clear_pointer (&work->picture, atlas_picture_unref);
  g_clear_error (&work->error);
  g_free (work);
}

static void
finish_cb (gpointer data)
{
  PictureWork *work = data;
  AtlasLayer *self = work->layer;

  if (self->picturing == work->cancellable) {
    g_clear_object (&self->picturing);
    if (!g_error_matches (work->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      atlas_layer_take_error (self, g_steal_pointer (&work->error));
    if (work->picture)
      atlas_layer_set_picture (self, work->picture);
    _atlas_layer_notify (self, ATLAS_LAYER_LOADING);
  }
  picture_work_free (work);
}

/**
 * atlas_layer_read_picture:
 * @crs: the project's system
 * @extent: what the map shows
 * @width: of the map in pixels
 * @height: of the map in pixels
 *
 * Reads what a raster shows there. A reading under way is given up.
 */
void
atlas_layer_read_picture (AtlasLayer *self, AtlasCrs *crs, AtlasExtent extent, int width, int height)
{
  PictureWork *work;

  g_return_if_fail (self->raster && self->source);

  if (self->picturing)
    g_cancellable_cancel (self->picturing);
  work = g_new0 (PictureWork, 1);
  *work = (PictureWork){ .layer = g_object_ref (self),
                         .source = atlas_source_copy (self->source),
                         .crs = atlas_crs_ref (crs),
                         .extent = extent,
                         .width = width,
                         .height = height,
                         .cancellable = g_cancellable_new () };
  g_set_object (&self->picturing, work->cancellable);
  _atlas_layer_notify (self, ATLAS_LAYER_LOADING);
  atlas_workers_push (atlas_workers_get_shared (), run_cb, finish_cb, work);
}

/* The source has turned out to be a raster that lies there; whoever shows it has its picture read. */
void
_atlas_layer_set_raster (AtlasLayer *self, AtlasExtent extent)
{
  self->raster = TRUE;
  self->raster_extent = extent;
  _atlas_layer_notify (self, ATLAS_LAYER_SCENE);
}

/**
 * atlas_layer_is_raster:
 *
 * Returns: whether the layer is a picture and has no features
 */
gboolean
atlas_layer_is_raster (AtlasLayer *self)
{
  return self->raster;
}
