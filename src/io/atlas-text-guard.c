// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-guard.h"

#include <string.h>

/**
 * atlas_text_guard:
 * @text: a cell
 * @guarded: (out): owned: the changed text, where it had to be changed
 *
 * Spreadsheets run cells that begin with `=`, `+`, `-`, `@` or a tab. Plain numbers stay as they are.
 *
 * Returns: (transfer none): @text, or @guarded
 */
const char *
atlas_text_guard (const char *text, char **guarded)
{
  char *end = NULL;

  if (!*text || !strchr ("=+-@\t\r", *text))
    return text;
  g_ascii_strtod (text, &end);
  if (end != text && !*end)
    return text;
  g_free (*guarded);
  *guarded = g_strconcat ("'", text, NULL);
  return *guarded;
}
