// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Compares folded texts, as atlas_search_fold() gives them. */

#define ATLAS_MATCH_NONE G_MAXUINT

/**
 * AtlasMatcher:
 * @words: (array zero-terminated=1): of what is looked for
 * @query: the whole of it
 * @n_errors: letters that may be wrong: none below five, one below nine, then two
 * @letters: for each byte, a bit where @query has it
 *
 * What is looked for, prepared once for hundreds of thousands of texts.
 */
typedef struct {
  char **words;
  char *query;
  gsize length;
  guint n_errors;
  guint64 letters[256];
} AtlasMatcher;

void atlas_matcher_init (AtlasMatcher *self, const char *folded_query);
void atlas_matcher_clear (AtlasMatcher *self);
/* How far @text is from what is looked for: 0 is the same, ATLAS_MATCH_NONE is not found. */
guint atlas_matcher_rank (const AtlasMatcher *self, const char *text, gsize length);

G_END_DECLS
