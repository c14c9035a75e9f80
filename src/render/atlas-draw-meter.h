// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasDrawnFunc:
 * @fraction: how much is drawn, 0…1
 * @data: given with the function
 *
 * Told of progress, on the thread that draws.
 */
typedef void (*AtlasDrawnFunc) (double fraction, gpointer data);

/**
 * AtlasDrawMeter:
 * @func: (nullable): whom to tell
 * @data: for @func
 * @n_total: pieces to be drawn: features, or rows of pixels
 * @n_done: of them
 *
 * Counts what is drawn of one picture, on the stack of the thread that draws it.
 */
typedef struct {
  AtlasDrawnFunc func;
  gpointer data;
  gsize n_total;
  gsize n_done;
} AtlasDrawMeter;

static inline void
atlas_draw_meter_add (AtlasDrawMeter *self, gsize n)
{
  self->n_done = MIN (self->n_done + n, self->n_total);
  if (self->func && self->n_total > 0)
    self->func ((double) self->n_done / (double) self->n_total, self->data);
}

G_END_DECLS
