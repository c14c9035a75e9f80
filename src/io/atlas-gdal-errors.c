// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-gdal-errors.h"

#include "atlas-foreign-text.h"
#include "atlas-secret.h"

#include <cpl_error.h>
#include <string.h>

#define LONGEST_DETAIL 300 /* characters of GDAL's words that a sentence carries */

/* GDAL repeats connection strings, passwords included. */
static char *
make_detail (const char *message)
{
  g_autofree char *clean = atlas_foreign_text_clean (message);
  g_autofree char *safe = atlas_secret_hide (clean);

  return g_utf8_strlen (safe, -1) > LONGEST_DETAIL ? g_utf8_substring (safe, 0, LONGEST_DETAIL)
                                                   : g_steal_pointer (&safe);
}

/**
 * atlas_gdal_log_add:
 * @message: (nullable): of a failure that GDAL tells of in another way
 */
void
atlas_gdal_log_add (AtlasGdalLog *self, const char *message)
{
  self->n_failures++;
  if (!self->first && message)
    self->first = make_detail (message);
}

static void
message_cb (CPLErr level, CPLErrorNum number, const char *message)
{
  if (level >= CE_Failure)
    atlas_gdal_log_add (CPLGetErrorHandlerUserData (), message);
}

static void
silent_cb (CPLErr level, CPLErrorNum number, const char *message)
{
  g_debug ("GDAL: %s", message);
}

/**
 * atlas_gdal_log_silence:
 *
 * Keeps what GDAL says outside of any log, and on threads of its own, off the terminal for the rest of the process.
 */
void
atlas_gdal_log_silence (void)
{
  CPLSetErrorHandler (silent_cb);
}

/**
 * atlas_gdal_log_begin:
 * @self: (out caller-allocates): a log
 *
 * Collects what GDAL says on this thread until [func@GdalLog.end]; logs nest.
 */
void
atlas_gdal_log_begin (AtlasGdalLog *self)
{
  *self = (AtlasGdalLog){ 0 };
  CPLPushErrorHandlerEx (message_cb, self);
}

/**
 * atlas_gdal_log_clear:
 *
 * Forgets what was said: it has been dealt with.
 */
void
atlas_gdal_log_clear (AtlasGdalLog *self)
{
  self->n_failures = 0;
  g_clear_pointer (&self->first, g_free);
}

void
atlas_gdal_log_end (AtlasGdalLog *self)
{
  CPLPopErrorHandler ();
  atlas_gdal_log_clear (self);
}

/**
 * atlas_gdal_log_explain:
 * @sentence: translated, for the user
 *
 * Returns: (transfer full): @sentence with what GDAL said first, in brackets, where it said anything
 */
char *
atlas_gdal_log_explain (const AtlasGdalLog *self, const char *sentence)
{
  return self->first ? g_strdup_printf ("%s (%s)", sentence, self->first) : g_strdup (sentence);
}

/**
 * atlas_gdal_log_set_error:
 * @code: what the user can do
 * @sentence: translated, for the user
 */
void
atlas_gdal_log_set_error (const AtlasGdalLog *self, GError **error, AtlasError code, const char *sentence)
{
  g_autofree char *message = atlas_gdal_log_explain (self, sentence);

  g_set_error_literal (error, ATLAS_ERROR, code, message);
}
