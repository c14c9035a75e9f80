// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static const struct {
  const char *session; /* as LANGUAGE has it */
  const char *spoken;
} sessions[] = {
  { "pl", "pl" },       { "pl_PL:en", "pl" }, { "en_GB:pl", "en" }, { "de:pl", "pl" },
  { "de:en_US", "en" }, { "de:fr", "en" },    { "", "en" },
};

static void
test_first_known (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++) {
    g_setenv ("LANGUAGE", sessions[i].session, TRUE);
    g_assert_cmpstr (atlas_language_get (), ==, sessions[i].spoken);
  }
}

/* The wish of the user is stronger than the session. */
static void
test_wish (void)
{
  g_setenv ("LANGUAGE", "de", TRUE);
  g_assert_cmpstr (atlas_language_init ("pl"), ==, "pl");
  g_assert_cmpstr (atlas_language_init ("en"), ==, "en");
}

/* Polish is spoken even where the system knows the locale C only. */
static void
test_translation (void)
{
  g_setenv ("LC_ALL", "C", TRUE);
  atlas_language_init ("pl");
  if (g_str_equal (_ ("City atlas"), "City atlas"))
    g_test_skip ("the translations are not built");
  else
    g_assert_cmpstr (_ ("City atlas"), ==, "Atlas miasta");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/first-known", test_first_known);
  g_test_add_func ("/language/wish", test_wish);
  g_test_add_func ("/language/translation", test_translation);
  return g_test_run ();
}
