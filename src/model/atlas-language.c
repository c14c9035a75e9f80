// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* Where the translations are; the environment goes first, for a program that is not installed. */
static const char *
get_directory (void)
{
  const char *uninstalled = g_getenv ("KIELCE_ATLAS_LOCALE");

  return uninstalled ? uninstalled : ATLAS_LOCALEDIR;
}

static gboolean
is_untranslated (const char *locale)
{
  return g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0;
}

/**
 * atlas_language_init:
 * @language: (nullable): "pl" or "en", the user's wish; %NULL for the language of the session
 *
 * Sets the process's locale and the directory of its translations, once and before any thread.
 * Text is UTF-8 whatever the locale says, and a wished language is spoken even where the system has
 * no locale for it.
 *
 * Returns: "pl" or "en": what is spoken from now on
 */
const char *
atlas_language_init (const char *language)
{
  if (language)
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  if (language && is_untranslated (setlocale (LC_MESSAGES, NULL)))
    setlocale (LC_MESSAGES, "C.UTF-8");
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, get_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return atlas_language_get ();
}

/**
 * atlas_language_get:
 *
 * Returns: "pl" or "en", the first of the two that the session asks for; English when it asks for neither
 */
const char *
atlas_language_get (void)
{
  for (const char *const *name = g_get_language_names (); *name; name++) {
    if (g_str_has_prefix (*name, "pl"))
      return "pl";
    if (g_str_has_prefix (*name, "en"))
      return "en";
  }
  return "en";
}
