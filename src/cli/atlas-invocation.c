// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-invocation.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * atlas_invocation_clear:
 *
 * Frees what @self owns.
 */
void
atlas_invocation_clear (AtlasInvocation *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->city, g_free);
  g_clear_pointer (&self->where, g_free);
  g_clear_pointer (&self->crs, g_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

static GPtrArray *
ensure_notes (AtlasInvocation *self)
{
  if (!self->notes)
    self->notes = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  return self->notes;
}

/**
 * atlas_invocation_note:
 * @note: a translated sentence
 *
 * Remarks on something that does not stop the work: on standard error, and in the JSON document. Each is told once.
 */
void
atlas_invocation_note (AtlasInvocation *self, const char *note)
{
  if (g_ptr_array_find_with_equal_func (ensure_notes (self), note, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->notes, g_strdup (note));
  fprintf (stderr, _ ("Note: %s\n"), note);
}

/**
 * atlas_invocation_get_notes:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): what was remarked on so far
 */
const char *const *
atlas_invocation_get_notes (const AtlasInvocation *self)
{
  return self->notes ? (const char *const *) self->notes->pdata : NULL;
}

/**
 * atlas_invocation_takes_value:
 * @option: as it was typed
 *
 * Returns: whether @option serves with every verb and the word after it is its value
 */
gboolean
atlas_invocation_takes_value (const char *option)
{
  static const char *const options[] = { "--lang", "--city", "--where", "--crs", NULL };

  return g_strv_contains (options, option);
}

/* Looked at before anything is parsed, because the help itself is translated; here only checked. */
static gboolean
language_cb (const char *option, const char *value, gpointer data, GError **error)
{
  if (g_str_equal (value, "pl") || g_str_equal (value, "en"))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("There is no language “%s”: it is “pl” or “en”."),
               value);
  return FALSE;
}

/**
 * atlas_invocation_new_option_group:
 * @self: receives what is parsed
 *
 * Returns: (transfer full): the options that every verb has
 */
GOptionGroup *
atlas_invocation_new_option_group (AtlasInvocation *self)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print one JSON document"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_CALLBACK, language_cb, N_ ("Language: pl or en"), "pl|en" },
    { "city", 0, 0, G_OPTION_ARG_STRING, &self->city, N_ ("A city file, a PG: connection, or a city’s name"),
      N_ ("CITY") },
    { "where", 0, 0, G_OPTION_ARG_STRING, &self->where, N_ ("Only features that match this OGR filter"),
      N_ ("FILTER") },
    { "crs", 0, 0, G_OPTION_ARG_STRING, &self->crs, N_ ("System of a source that does not say its own"), "EPSG:N" },
    { "swap-axes", 0, 0, G_OPTION_ARG_NONE, &self->swap_axes, N_ ("Exchange the axes of the sources"), NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("Show no progress"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, self, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  return group;
}

/**
 * atlas_invocation_format:
 *
 * Returns: (transfer full): @value as people who speak the invocation's language write it
 */
char *
atlas_invocation_format (const AtlasInvocation *self, double value, int decimals)
{
  return atlas_number_format (value, decimals, self->number_form);
}
