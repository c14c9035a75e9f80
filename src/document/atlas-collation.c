// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-collation.h"

/* Weights are single bytes, smaller first: the end of a text, spaces, other signs, numbers, letters, other scripts. */
#define WEIGHT_TIE    '\x01'
#define WEIGHT_SPACE  '\x02'
#define WEIGHT_SIGN   '\x03'
#define WEIGHT_NUMBER '\x10'
#define WEIGHT_A      0x20
#define WEIGHT_OTHER  '\x7f'

/* Room for the letters that follow one of the Latin alphabet: z, ź, ż. */
#define WEIGHTS_PER_LETTER 3

static const struct {
  gunichar letter;
  char base;
  guint after;
} polish_letters[] = {
  { 0x0105, 'a', 1 }, { 0x0107, 'c', 1 }, { 0x0119, 'e', 1 }, { 0x0142, 'l', 1 }, { 0x0144, 'n', 1 },
  { 0x00f3, 'o', 1 }, { 0x015b, 's', 1 }, { 0x017a, 'z', 1 }, { 0x017c, 'z', 2 },
};

static char
weight_of (char base, guint after)
{
  return (char) (WEIGHT_A + WEIGHTS_PER_LETTER * (base - 'a') + (int) after);
}

static gboolean
append_polish (GString *key, gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (polish_letters); i++)
    if (polish_letters[i].letter == letter) {
      g_string_append_c (key, weight_of (polish_letters[i].base, polish_letters[i].after));
      return TRUE;
    }
  return FALSE;
}

/* Letters of other languages stand with their plain form: é with e, ü with u. */
static void
append_letter (GString *key, gunichar c)
{
  gunichar letter = g_unichar_tolower (c);
  gunichar plain = letter;

  if (append_polish (key, letter))
    return;
  g_unichar_fully_decompose (letter, FALSE, &plain, 1);
  if (plain >= 'a' && plain <= 'z') {
    g_string_append_c (key, weight_of ((char) plain, 0));
    return;
  }
  g_string_append_c (key, WEIGHT_OTHER);
  g_string_append_unichar (key, letter);
}

/* A number sorts by its value: how many digits, then which. */
static const char *
append_number (GString *key, const char *digits)
{
  gsize n;

  while (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    digits++;
  for (n = 0; g_ascii_isdigit (digits[n]);)
    n++;
  g_string_append_c (key, WEIGHT_NUMBER);
  g_string_append_c (key, (char) MIN (n, G_MAXINT8));
  g_string_append_len (key, digits, (gssize) n);
  return digits + n;
}

/**
 * atlas_collation_key:
 * @text: any text
 *
 * Polish letters follow their own (a, ą, b; z, ź, ż), case decides only between texts that are otherwise the same,
 * and numbers within a text sort by value: "obwód 9" before "obwód 10".
 *
 * Returns: (transfer full): a key to be compared by bytes
 */
char *
atlas_collation_key (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *key = g_string_new (NULL);

  for (const char *p = composed ? composed : ""; *p;) {
    gunichar c = g_utf8_get_char (p);

    if (g_ascii_isdigit (*p)) {
      p = append_number (key, p);
      continue;
    }
    if (g_unichar_isalpha (c))
      append_letter (key, c);
    else
      g_string_append_c (key, g_unichar_isspace (c) ? WEIGHT_SPACE : WEIGHT_SIGN);
    p = g_utf8_next_char (p);
  }
  g_string_append_c (key, WEIGHT_TIE);
  g_string_append (key, text);
  return g_string_free (key, FALSE);
}
