// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-word.h"

static const struct {
  const char *english;
  const char *polish;
} words[] = {
  [ATLAS_WORD_NO_DATA] = { "no data", "brak danych" },
  [ATLAS_WORD_NOT_APPLICABLE] = { "not applicable", "nie dotyczy" },
  [ATLAS_WORD_SUPPRESSED] = { "suppressed", "ukryte" },
  [ATLAS_WORD_COUNT] = { "number", "liczba" },
  [ATLAS_WORD_SOURCE] = { "Source:", "Źródło:" },
  [ATLAS_WORD_PER] = { "per", "na" },
  [ATLAS_WORD_NORTH] = { "N", "N" },
  [ATLAS_WORD_BELOW_ZERO] = { "below zero", "poniżej zera" },
};

/**
 * atlas_word_get:
 * @language: (nullable): "pl" for Polish; anything else is English
 *
 * Returns: (transfer none): the word
 */
const char *
atlas_word_get (AtlasWord self, const char *language)
{
  return language && g_str_has_prefix (language, "pl") ? words[self].polish : words[self].english;
}
