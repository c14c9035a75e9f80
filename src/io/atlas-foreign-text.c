// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-foreign-text.h"

#define LONGEST 2000 /* characters of a name or a message that are shown */

/* Marks that turn the direction of writing could make a name look like another. */
static gboolean
is_direction_mark (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * atlas_foreign_text_clean:
 * @text: a name or message of foreign origin
 *
 * Returns: (transfer full): @text as valid UTF-8 of at most 2000 characters, without marks of direction or control
 */
char *
atlas_foreign_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p && n < LONGEST; p = g_utf8_next_char (p), n++) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_iscntrl (c))
      g_string_append_c (clean, ' ');
    else if (!is_direction_mark (c))
      g_string_append_unichar (clean, c);
  }
  return g_string_free (clean, FALSE);
}

/**
 * atlas_foreign_text_display_name:
 * @path: of a file, in the encoding of file names
 *
 * Returns: (transfer full): its last component, for a sentence
 */
char *
atlas_foreign_text_display_name (const char *path)
{
  g_autofree char *name = *path ? g_filename_display_basename (path) : g_strdup (path);

  return atlas_foreign_text_clean (name);
}

/**
 * atlas_foreign_text_insert:
 * @sentence: translated, with one `%s`
 * @name: what it is about
 *
 * Returns: (transfer full): the sentence with the name in its place, whatever the name holds
 */
char *
atlas_foreign_text_insert (const char *sentence, const char *name)
{
  g_auto (GStrv) around = g_strsplit (sentence, "%s", 2);

  return g_strjoinv (name, around);
}
