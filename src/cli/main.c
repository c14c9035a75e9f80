// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-interruption.h"
#include "atlas-io.h"
#include "atlas-language.h"
#include "atlas-verb.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PROGRAM "kielce-atlas-cli"

enum {
  EXIT_DONE = 0,
  EXIT_FAILED = 1,
  EXIT_WRONG_USAGE = 2,
  EXIT_SIGNALLED = 128, /* and the number of the signal */
};

/* The value of `--lang`, wherever it stands: needed before the options are parsed, since their help is translated. */
static const char *
find_language (int argc, char **argv)
{
  for (int i = 1; i < argc; i++) {
    const char *value = NULL;

    if (g_str_equal (argv[i], "--lang") && i + 1 < argc)
      value = argv[i + 1];
    else if (g_str_has_prefix (argv[i], "--lang="))
      value = argv[i] + strlen ("--lang=");
    if (value && (g_str_equal (value, "pl") || g_str_equal (value, "en")))
      return value;
  }
  return NULL;
}

static int
complain (const char *message, int status)
{
  fprintf (stderr, "%s: %s\n", PROGRAM, message);
  return status;
}

static void
print_help (void)
{
  printf (_ ("Usage: %s VERB [OPTION…]\n\nDraws maps of a city and works out its figures, without a display.\n\n"),
          PROGRAM);
  for (const AtlasVerb *const *verb = atlas_verb_list (); *verb; verb++)
    printf ("  %-12s %s\n", (*verb)->name, _ ((*verb)->summary));
  printf (_ ("\n“%s VERB --help” tells more of each; “--version” tells which version this is.\n"), PROGRAM);
}

static int
complain_of_usage (const char *message, const AtlasVerb *verb)
{
  complain (message, EXIT_WRONG_USAGE);
  if (verb)
    fprintf (stderr, _ ("Usage: %s %s [OPTION…] %s; “%s %s --help” lists the options\n"), PROGRAM, verb->name,
             _ (verb->arguments), PROGRAM, verb->name);
  else
    fprintf (stderr, _ ("Usage: %s VERB [OPTION…]; “%s --help” lists the verbs\n"), PROGRAM, PROGRAM);
  return EXIT_WRONG_USAGE;
}

/* What GLib says of bytes that are no text names neither the option nor a remedy. */
static gboolean
parse_words (GOptionContext *context, int *argc, char ***argv, GError **error)
{
  g_autoptr (GError) reason = NULL;
  const char *charset;

  if (g_option_context_parse (context, argc, argv, &reason))
    return TRUE;
  g_get_charset (&charset);
  if (reason->domain == G_CONVERT_ERROR)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("The text of an option is not in the encoding %s, in which this terminal writes."), charset);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
parse (const AtlasVerb *verb, AtlasInvocation *invocation, int argc, char **argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ (verb->arguments));
  g_autofree char *name = g_strdup_printf ("%s %s", PROGRAM, verb->name);
  guint n_words;

  g_set_prgname (name);
  g_option_context_set_summary (context, _ (verb->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, atlas_invocation_new_option_group (invocation));
  if (verb->options)
    g_option_context_add_main_entries (context, verb->options, GETTEXT_PACKAGE);
  if (!parse_words (context, &argc, &argv, error))
    return FALSE;

  n_words = invocation->words ? g_strv_length (invocation->words) : 0;
  if (n_words >= verb->least && n_words <= verb->most)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               n_words < verb->least ? _ ("“%s” needs more words: %s.") : _ ("“%s” takes fewer words: %s."), verb->name,
               _ (verb->arguments));
  return FALSE;
}

static int
complain_of_failure (const GError *error, const AtlasVerb *verb)
{
  int number = atlas_interruption_get_signal ();

  if (number)
    return complain (_ ("Stopped; nothing was changed."), EXIT_SIGNALLED + number);
  if (error->domain == G_OPTION_ERROR)
    return complain_of_usage (error->message, verb);
  complain (error->message, EXIT_FAILED);
  if (g_error_matches (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS))
    fprintf (stderr, _ ("Add “--crs EPSG:N” with the number of its system.\n"));
  return EXIT_FAILED;
}

static int
run (const AtlasVerb *verb, const char *language, int argc, char **argv)
{
  g_auto (AtlasInvocation) invocation = { .language = language, .cancellable = g_cancellable_new () };
  g_autoptr (GError) error = NULL;

  invocation.number_form = atlas_number_form_for_language (language);
  atlas_interruption_watch (invocation.cancellable);
  atlas_io_init ();
  if (parse (verb, &invocation, argc, argv, &error) && verb->run (&invocation, &error))
    return EXIT_DONE;
  return complain_of_failure (error, verb);
}

/* Options that serve with every verb may stand before it, too. */
static int
find_verb_word (int argc, char **argv)
{
  int i = 1;

  while (i < argc && argv[i][0] == '-')
    i += atlas_invocation_takes_value (argv[i]) ? 2 : 1;
  return i;
}

static gboolean
is_told_first (int verb_word, char **argv, const char *option)
{
  for (int i = 1; i < verb_word && argv[i]; i++)
    if (g_str_equal (argv[i], option))
      return TRUE;
  return FALSE;
}

/* The verb becomes the program's name, as it were; what stood before it stands after it. */
static int
run_named (int verb_word, const char *language, int argc, char **argv)
{
  const AtlasVerb *verb = atlas_verb_find (argv[verb_word]);
  g_autofree char *message = NULL;

  if (!verb) {
    message = g_strdup_printf (_ ("There is no verb “%s”."), argv[verb_word]);
    return complain_of_usage (message, NULL);
  }
  for (int i = verb_word; i > 1; i--)
    argv[i] = argv[i - 1];
  argv[1] = argv[0];
  return run (verb, language, argc - 1, argv + 1);
}

static int
dispatch (const char *language, int argc, char **argv)
{
  int verb_word = find_verb_word (argc, argv);

  if (is_told_first (verb_word, argv, "--help") || is_told_first (verb_word, argv, "-h")) {
    print_help ();
    return EXIT_DONE;
  }
  if (is_told_first (verb_word, argv, "--version")) {
    printf ("%s %s\n", PROGRAM, ATLAS_VERSION);
    return EXIT_DONE;
  }
  if (verb_word >= argc)
    return complain_of_usage (_ ("Say what to do."), NULL);
  return run_named (verb_word, language, argc, argv);
}

/* Numbers keep their decimal point for machines; for people they are formed by AtlasNumberForm. */
int
main (int argc, char **argv)
{
  const char *language = atlas_language_init (find_language (argc, argv));
  int status;

  setlocale (LC_NUMERIC, "C");
  status = dispatch (language, argc, argv);
  if (fflush (stdout) != 0 || ferror (stdout))
    status = complain (_ ("The output could not be written whole."), EXIT_FAILED);
  if (atlas_interruption_get_signal ())
    _exit (status); /* a thread that still waits for a server must not see the libraries go */
  return status;
}
