// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search.h"

/* Letters that Unicode does not take apart, though a keyboard without them would be used so. */
static const struct {
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x0142, "l" },  { 0x00f8, "o" },  { 0x0111, "d" }, { 0x00f0, "d" }, { 0x00fe, "th" },
  { 0x00e6, "ae" }, { 0x0153, "oe" }, { 0x0131, "i" }, { 0x0127, "h" }, { 0x00df, "ss" },
};

static const char *
find_plain (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      return plain_letters[i].plain;
  return NULL;
}

static void
append_folded (GString *folded, gunichar c)
{
  gunichar letter = g_unichar_tolower (c);
  const char *plain = find_plain (letter);

  if (g_unichar_ismark (c))
    return;
  if (plain)
    g_string_append (folded, plain);
  else if (g_unichar_isalnum (letter))
    g_string_append_unichar (folded, letter);
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/**
 * atlas_search_fold:
 * @text: any text
 *
 * Takes away what a hurried reader leaves out: case, diacritics, punctuation and doubled spaces.
 *
 * Returns: (transfer full): "Ślichowice – ul. Łódzka" as "slichowice ul lodzka"
 */
char *
atlas_search_fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_new (NULL);

  for (const char *p = decomposed ? decomposed : ""; *p; p = g_utf8_next_char (p))
    append_folded (folded, g_utf8_get_char (p));
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}
