// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-replace-question.h"

#include <glib/gi18n-lib.h>

static char *
list_names (const char *const *paths)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; paths[i]; i++) {
    g_autofree char *base = g_path_get_basename (paths[i]);
    g_autofree char *name = g_filename_display_name (base);
    g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), name);

    g_strv_builder_add (names, quoted);
  }
  all = g_strv_builder_end (names);
  return g_strjoinv (", ", all);
}

/**
 * atlas_replace_question_new:
 * @parent: over which it is asked
 * @paths: closed by %NULL: of files that are there already
 *
 * Returns: (transfer none): a question to be presented
 */
AdwMessageDialog *
atlas_replace_question_new (GtkWindow *parent, const char *const *paths)
{
  guint n = g_strv_length ((char **) paths);
  g_autofree char *names = list_names (paths);
  g_autofree char *body = g_strdup_printf (ngettext ("There is a file %s already; what it holds would be lost.",
                                                     "There are files %s already; what they hold would be lost.", n),
                                           names);
  GtkWidget *self = adw_message_dialog_new (parent, ngettext ("Replace the File?", "Replace the Files?", n), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _ ("_Cancel"), ATLAS_REPLACE_RESPONSE,
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), ATLAS_REPLACE_RESPONSE,
                                              ADW_RESPONSE_DESTRUCTIVE);
  return ADW_MESSAGE_DIALOG (self);
}
