// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-match.h"

#include <string.h>

/* The kinds of finding, best first. Within a kind, the text with less beside what was looked for is better. */
enum {
  SAME,
  BEGINS,
  WORD_BEGINS,
  WORDS_BEGIN,
  CONTAINS,
  MISSPELT,
};

#define KIND_STEP   1024
#define MAX_LETTERS 64

static guint
rank_of (guint kind, gsize rest)
{
  return kind * KIND_STEP + (guint) MIN (rest, KIND_STEP - 1);
}

/**
 * atlas_matcher_init:
 * @folded_query: what is looked for, as atlas_search_fold() gives it
 */
void
atlas_matcher_init (AtlasMatcher *self, const char *folded_query)
{
  *self = (AtlasMatcher){ .query = g_strdup (folded_query),
                          .length = strlen (folded_query),
                          .words = g_strsplit (folded_query, " ", -1) };
  if (self->length > MAX_LETTERS)
    return;
  self->n_errors = self->length < 5 ? 0 : self->length < 9 ? 1 : 2;
  for (gsize i = 0; i < self->length; i++)
    self->letters[(guchar) folded_query[i]] |= G_GUINT64_CONSTANT (1) << i;
}

void
atlas_matcher_clear (AtlasMatcher *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->query, g_free);
}

static gboolean
starts_word (const char *text, const char *at)
{
  return at == text || at[-1] == ' ';
}

static gboolean
has_word_beginning (const char *text, const char *beginning)
{
  for (const char *at = strstr (text, beginning); at; at = strstr (at + 1, beginning))
    if (starts_word (text, at))
      return TRUE;
  return FALSE;
}

static gboolean
has_all_words (const AtlasMatcher *self, const char *text)
{
  for (guint i = 0; self->words[i]; i++)
    if (!has_word_beginning (text, self->words[i]))
      return FALSE;
  return TRUE;
}

/* Fewest letters to be changed, left out or put in for the query to stand somewhere in @text: Myers, "A fast
 * bit-vector algorithm for approximate string matching", J. ACM 46 (1999), for patterns of at most 64 letters. */
static guint
count_errors (const AtlasMatcher *self, const char *text, gsize length)
{
  guint64 last = G_GUINT64_CONSTANT (1) << (self->length - 1);
  guint64 more = ~G_GUINT64_CONSTANT (0), less = 0;
  guint errors = (guint) self->length, least = errors;

  for (gsize i = 0; i < length; i++) {
    guint64 equal = self->letters[(guchar) text[i]];
    guint64 vertical = equal | less;
    guint64 diagonal = (((equal & more) + more) ^ more) | equal;
    guint64 up = less | ~(diagonal | more);
    guint64 down = more & diagonal;

    errors += (up & last) != 0;
    errors -= (down & last) != 0;
    least = MIN (least, errors);
    up <<= 1;
    more = (down << 1) | ~(vertical | up);
    less = up & vertical;
  }
  return least;
}

static guint
rank_misspelt (const AtlasMatcher *self, const char *text, gsize length)
{
  guint errors;

  if (self->n_errors == 0)
    return ATLAS_MATCH_NONE;
  errors = count_errors (self, text, length);
  if (errors > self->n_errors)
    return ATLAS_MATCH_NONE;
  return rank_of (MISSPELT + errors, length > self->length ? length - self->length : 0);
}

/**
 * atlas_matcher_rank:
 * @text: folded, closed by NUL
 * @length: of @text in bytes
 *
 * Returns: 0 for the same text, more the farther it is from what is looked for, or %ATLAS_MATCH_NONE
 */
guint
atlas_matcher_rank (const AtlasMatcher *self, const char *text, gsize length)
{
  gsize rest = length - MIN (self->length, length);
  const char *at;

  if (self->length == 0)
    return ATLAS_MATCH_NONE;
  at = strstr (text, self->query);
  if (at == text)
    return rank_of (rest == 0 ? SAME : BEGINS, rest);
  if (at && has_word_beginning (text, self->query))
    return rank_of (WORD_BEGINS, rest);
  if (self->words[1] && has_all_words (self, text))
    return rank_of (WORDS_BEGIN, rest);
  if (at)
    return rank_of (CONTAINS, rest);
  return rank_misspelt (self, text, length);
}
