// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-picture.h"

typedef struct {
  AtlasPicture parent; /* what callers see; first, so that both share an address */
  gatomicrefcount refs;
  GBytes *memory; /* owned */
} OwnedPicture;

/**
 * atlas_picture_new:
 * @pixels: at least @stride times @height bytes of premultiplied ARGB
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row
 * @extent: what the picture covers, to its outer edges
 *
 * Returns: (transfer full): a picture that holds @pixels
 */
AtlasPicture *
atlas_picture_new (GBytes *pixels, int width, int height, int stride, AtlasExtent extent)
{
  OwnedPicture *self;

  g_return_val_if_fail (width > 0 && height > 0 && stride >= width * 4, NULL);
  g_return_val_if_fail (g_bytes_get_size (pixels) >= (gsize) stride * height, NULL);

  self = g_new0 (OwnedPicture, 1);
  g_atomic_ref_count_init (&self->refs);
  self->memory = g_bytes_ref (pixels);
  self->parent = (AtlasPicture){ width, height, stride, g_bytes_get_data (pixels, NULL), extent };
  return &self->parent;
}

/**
 * atlas_picture_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
AtlasPicture *
atlas_picture_ref (AtlasPicture *self)
{
  g_atomic_ref_count_inc (&((OwnedPicture *) self)->refs);
  return self;
}

/**
 * atlas_picture_unref:
 * @self: (transfer full): a picture no longer needed
 */
void
atlas_picture_unref (AtlasPicture *self)
{
  OwnedPicture *owned = (OwnedPicture *) self;

  if (!g_atomic_ref_count_dec (&owned->refs))
    return;
  g_bytes_unref (owned->memory);
  g_free (owned);
}
