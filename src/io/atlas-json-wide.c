// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-wide.h"

#include <string.h>

/* Readers of JSON cut whole numbers that do not fit in 64 bits to the largest that does, without a word. Such long ones
 * are not counts but names: of parcels, accounts, meters. */

#define DIGITS 19 /* of the largest number of 64 bits; one with fewer always fits */

static const char *const largest[] = { "9223372036854775807", "9223372036854775808" }; /* the latter below zero */

/* Just behind the digits at @i. */
static gsize
skip_digits (const char *text, gsize n, gsize i)
{
  while (i < n && g_ascii_isdigit (text[i]))
    i++;
  return i;
}

/* Whether the digits from @start to @end are a whole number that is too large; those of decimals are not. */
static gboolean
is_wide (const char *text, gsize n, gsize start, gsize end)
{
  gboolean negative = start > 0 && text[start - 1] == '-';

  if (end - start < DIGITS || (end < n && strchr (".eE", text[end])) || (start > 0 && strchr (".eE+", text[start - 1])))
    return FALSE;
  return end - start > DIGITS || memcmp (text + start, largest[negative], DIGITS) > 0;
}

/* Looks at every nineteenth letter only, so it costs little; what it finds may stand in a text. */
static gboolean
may_have_wide (const char *text, gsize n)
{
  for (gsize i = DIGITS - 1; i < n; i += DIGITS) {
    gsize start = i;
    gsize end;

    if (!g_ascii_isdigit (text[i]))
      continue;
    while (start > 0 && g_ascii_isdigit (text[start - 1]))
      start--;
    end = skip_digits (text, n, i);
    if (is_wide (text, n, start, end))
      return TRUE;
    i = MAX (i, end);
  }
  return FALSE;
}

/* The end of the text in quotes that begins at @i. */
static gsize
skip_quoted (const char *text, gsize n, gsize i)
{
  for (i++; i < n && text[i] != '"'; i++)
    i += text[i] == '\\';
  return MIN (i + 1, n);
}

static void
quote (GString *out, const char *digits, gsize n)
{
  gboolean negative = out->len > 0 && out->str[out->len - 1] == '-';

  g_string_insert_c (out, (gssize) out->len - negative, '"');
  g_string_append_len (out, digits, (gssize) n);
  g_string_append_c (out, '"');
}

/**
 * atlas_json_wide_quote:
 * @text: (array length=n): JSON, or what claims to be
 * @length: (out): bytes of the result
 *
 * Returns: (transfer full) (nullable): the same with whole numbers beyond 64 bits as texts, or %NULL when it has none
 */
char *
atlas_json_wide_quote (const char *text, gsize n, gsize *length)
{
  g_autoptr (GString) out = NULL;
  gboolean found = FALSE;

  if (!may_have_wide (text, n))
    return NULL;
  out = g_string_sized_new (n + 64);
  for (gsize i = 0; i < n;) {
    gsize end = text[i] == '"' ? skip_quoted (text, n, i) : skip_digits (text, n, i);
    gboolean wide = text[i] != '"' && is_wide (text, n, i, end);

    end = MAX (end, i + 1);
    if (wide)
      quote (out, text + i, end - i);
    else
      g_string_append_len (out, text + i, (gssize) (end - i));
    found |= wide;
    i = end;
  }
  *length = out->len;
  return found ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
