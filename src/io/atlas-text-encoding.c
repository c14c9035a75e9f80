// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-encoding.h"

#include <string.h>

#define MOST_WIDE 4096 /* bytes by which it is judged whether letters have two */

/* Code pages that towns of Poland and the west of Europe have left in their files. */
static const struct {
  const char *name;
  const char *letters; /* those that its texts are full of */
} pages[] = {
  { "CP1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–" },
  { "ISO-8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ" },
  { "CP852", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ" },
  { "CP1252", "àáâãäåæçèéêëìíîïñòóôõöøùúûüßÀÁÂÃÄÅÆÇÈÉÊËÍÎÏÑÓÔÕÖØÚÛÜ–’" },
};

static int
weigh_byte (gsize page, guint8 byte)
{
  const char in[] = { (char) byte, '\0' };
  g_autofree char *letter = g_convert (in, 1, "UTF-8", pages[page].name, NULL, NULL, NULL);

  if (!letter)
    return -4;
  if (strstr (pages[page].letters, letter))
    return 2;
  return g_unichar_isalpha (g_utf8_get_char (letter)) ? -1 : -2;
}

static gint64
weigh_page (gsize page, const gsize *counts)
{
  gint64 weight = 0;

  for (guint byte = 128; byte < 256; byte++)
    if (counts[byte] > 0)
      weight += (gint64) counts[byte] * weigh_byte (page, (guint8) byte);
  return weight;
}

static const char *
guess_page (const guint8 *bytes, gsize n)
{
  gsize counts[256] = { 0 };
  gsize best = 0;
  gint64 most = G_MININT64;

  for (gsize i = 0; i < n; i++)
    counts[bytes[i]]++;
  for (gsize page = 0; page < G_N_ELEMENTS (pages); page++) {
    gint64 weight = weigh_page (page, counts);

    if (weight > most) {
      most = weight;
      best = page;
    }
  }
  return pages[best].name;
}

/* Texts cut in the middle of a letter are still UTF-8 when nearly all their letters are whole. */
static gboolean
is_mostly_utf8 (const char *text, gsize n)
{
  const char *end = text + n;
  gsize n_whole = 0;
  gsize n_broken = 0;

  for (const char *p = text; p < end;) {
    gunichar c;

    if ((guint8) *p < 128) {
      p++;
      continue;
    }
    c = g_utf8_get_char_validated (p, end - p);
    n_whole += c < (gunichar) -2;
    n_broken += c >= (gunichar) -2;
    p += c < (gunichar) -2 ? g_unichar_to_utf8 (c, NULL) : 1;
  }
  return n_broken * 10 <= n_whole;
}

static gboolean
begins (const guint8 *bytes, gsize n, const char *mark)
{
  return n >= strlen (mark) && memcmp (bytes, mark, strlen (mark)) == 0;
}

/* Text in two bytes a letter has a zero in every second byte, on one side only: few letters of Europe lie beyond the
 * first 256, and other encodings have no zeros at all. */
static const char *
guess_wide (const guint8 *bytes, gsize n)
{
  gsize looked_at = MIN (n, MOST_WIDE) / 2 * 2;
  gsize n_zeros[2] = { 0 };

  for (gsize i = 0; i < looked_at; i++)
    n_zeros[i % 2] += bytes[i] == 0;
  if (n_zeros[0] == 0 && n_zeros[1] * 4 > looked_at)
    return "UTF-16LE";
  return n_zeros[1] == 0 && n_zeros[0] * 4 > looked_at ? "UTF-16BE" : NULL;
}

/**
 * atlas_text_encoding_guess:
 * @bytes: (array length=n): text of unknown encoding
 *
 * A mark at the beginning decides; else a zero in every second byte; else whole letters of UTF-8; else the code page
 * under which the bytes are most of all letters such as ą, ć, ę, ł, ń, ó, ś, ź, ż.
 *
 * Returns: (transfer none): a name for iconv; plain ASCII counts as UTF-8
 */
const char *
atlas_text_encoding_guess (const guint8 *bytes, gsize n)
{
  const char *wide = guess_wide (bytes, n);

  if (begins (bytes, n, "\xff\xfe"))
    return "UTF-16LE";
  if (begins (bytes, n, "\xfe\xff"))
    return "UTF-16BE";
  if (wide)
    return wide;
  if (begins (bytes, n, "\xef\xbb\xbf") || is_mostly_utf8 ((const char *) bytes, n))
    return "UTF-8";
  return guess_page (bytes, n);
}

/**
 * atlas_text_encoding_convert:
 * @bytes: (array length=n): text
 * @encoding: what [func@text_encoding_guess] said
 * @length: (out): bytes of the result
 *
 * Returns: (transfer full): the same text as valid UTF-8, without a mark, closed by NUL; what cannot be a letter is
 *   shown as “�”
 */
char *
atlas_text_encoding_convert (const guint8 *bytes, gsize n, const char *encoding, gsize *length)
{
  g_autofree char *converted = NULL;
  gsize n_converted = 0;
  char *valid;

  if (!g_str_equal (encoding, "UTF-8"))
    converted = g_convert_with_fallback ((const char *) bytes, (gssize) n, "UTF-8", encoding, "\xef\xbf\xbd", NULL,
                                         &n_converted, NULL);
  valid = converted ? g_utf8_make_valid (converted, (gssize) n_converted)
                    : g_utf8_make_valid ((const char *) bytes, (gssize) n);
  *length = strlen (valid);
  if (begins ((const guint8 *) valid, *length, "\xef\xbb\xbf")) {
    *length -= 3;
    memmove (valid, valid + 3, *length + 1);
  }
  return valid;
}
