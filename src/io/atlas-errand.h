// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-read-private.h"

G_BEGIN_DECLS

/**
 * AtlasErrandFunc:
 * @source: where to
 * @wish: what is wanted there
 * @options: progress and cancellable
 *
 * Returns: (transfer full): the result, or %NULL with @error set
 */
typedef gpointer (*AtlasErrandFunc) (const AtlasSource *source,
                                     gconstpointer wish,
                                     const AtlasReadOptions *options,
                                     GError **error);

/**
 * AtlasErrand:
 * @run: what is done
 * @wish: (nullable): for @run; owned by the errand from the call on
 * @free_wish: (nullable): frees @wish
 * @free_result: frees what nobody waits for any more
 *
 * What is to be asked of a source, which may be a server.
 */
typedef struct {
  AtlasErrandFunc run;
  gpointer wish;
  GDestroyNotify free_wish;
  GDestroyNotify free_result;
} AtlasErrand;

gpointer
atlas_errand_run (const AtlasErrand *self, const AtlasSource *source, const AtlasReadOptions *options, GError **error);

G_END_DECLS
