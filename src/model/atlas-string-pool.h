// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasStringPool:
 * @strings: every different text once, each closed by NUL
 * @offsets: of guint32: where each begins, and the end of the last
 * @slots: (array length=n_slots): open-addressing table of text numbers + 1; 0 is free
 *
 * Numbers different texts as they come, for a column of text.
 */
typedef struct {
  GByteArray *strings;
  GArray *offsets;
  guint32 *slots;
  gsize n_slots;
} AtlasStringPool;

void atlas_string_pool_init (AtlasStringPool *self);
void atlas_string_pool_clear (AtlasStringPool *self);
guint32 atlas_string_pool_intern (AtlasStringPool *self, const char *text, gsize length);
gsize atlas_string_pool_get_n_strings (const AtlasStringPool *self);

G_END_DECLS
