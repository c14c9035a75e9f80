// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-secret.h"

/* A value of libpq's, in quotes, which may never be closed, or not, with what is escaped; and what stands before the
 * last "@" of an address, since passwords may hold one. */
#define VALUE      "('(?:\\\\.|[^'\\\\])*'?|(?:\\\\.|[^\\s&])+)"
#define ASSIGNMENT "(\\b(?:password|passwd|pwd|token|access_token|api_?key)\\s*=\\s*)" VALUE
#define ADDRESS    "(://[^:/@\\s]*:)\\S*@"

/**
 * atlas_secret_hide:
 * @text: a connection, or a message that repeats one
 *
 * Returns: (transfer full): @text with an ellipsis for every password and key in it
 */
char *
atlas_secret_hide (const char *text)
{
  g_autoptr (GRegex) assignment = g_regex_new (ASSIGNMENT, G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) address = g_regex_new (ADDRESS, 0, 0, NULL);
  g_autofree char *without_values = g_regex_replace (assignment, text, -1, 0, "\\1…", 0, NULL);

  return g_regex_replace (address, without_values, -1, 0, "\\1…@", 0, NULL);
}
