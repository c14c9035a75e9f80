// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-guard.h"

#include <string.h>

/* XML has no U+FFFE and U+FFFF, so that a workbook with them would not open. */
static const char *const no_letters[] = { "\xef\xbf\xbe", "\xef\xbf\xbf" };

static gboolean
holds_no_letters (const char *text)
{
  return strstr (text, no_letters[0]) || strstr (text, no_letters[1]);
}

static char *
mend (const char *text, gboolean runs)
{
  GString *mended = g_string_new (runs ? "'" : NULL);

  g_string_append (mended, text);
  for (gsize i = 0; i < G_N_ELEMENTS (no_letters); i++)
    g_string_replace (mended, no_letters[i], "\xef\xbf\xbd", 0);
  return g_string_free (mended, FALSE);
}

static gboolean
would_run (const char *text)
{
  char *end = NULL;

  if (!*text || !strchr ("=+-@\t\r", *text))
    return FALSE;
  g_ascii_strtod (text, &end);
  return end == text || *end;
}

/**
 * atlas_text_guard:
 * @text: a cell
 * @guarded: (out): owned: the changed text, where it had to be changed
 *
 * Spreadsheets run cells that begin with `=`, `+`, `-`, `@` or a tab. Plain numbers stay as they are. What is no letter
 * at all becomes “�”.
 *
 * Returns: (transfer none): @text, or @guarded
 */
const char *
atlas_text_guard (const char *text, char **guarded)
{
  gboolean runs = would_run (text);

  if (!runs && !holds_no_letters (text))
    return text;
  g_free (*guarded);
  *guarded = mend (text, runs);
  return *guarded;
}
