// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The few words that a sheet prints. A sheet is in the language that it was ordered in, which need not be the
 * session's: a Polish office prints an English map. gettext translates into one language for the whole process,
 * so these words have a table of their own. */
typedef enum {
  ATLAS_WORD_NO_DATA,
  ATLAS_WORD_NOT_APPLICABLE,
  ATLAS_WORD_SUPPRESSED,
  ATLAS_WORD_COUNT,
  ATLAS_WORD_SOURCE,
  ATLAS_WORD_PER,
  ATLAS_WORD_NORTH,
  ATLAS_WORD_BELOW_ZERO,
} AtlasWord;

const char *atlas_word_get (AtlasWord self, const char *language);

G_END_DECLS
