// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What an invocation reads: the city, and sources as they were typed. */

#include "atlas-city-file.h"
#include "atlas-error.h"
#include "atlas-invocation.h"
#include "atlas-projection.h"
#include "atlas-usage.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define DEFAULT_CITY "kielce"

/**
 * atlas_invocation_names_city:
 *
 * Returns: whether @text is a layer of the city file
 */
gboolean
atlas_invocation_names_city (const char *text)
{
  return g_str_has_prefix (text, "city:");
}

/**
 * atlas_invocation_resolve_city:
 *
 * Returns: (transfer full): the city file told with `--city`, or that of Kielce; %NULL with @error set
 */
char *
atlas_invocation_resolve_city (const AtlasInvocation *self, GError **error)
{
  return atlas_city_file_resolve (self->city ? self->city : DEFAULT_CITY, error);
}

static gboolean
apply_common_options (const AtlasInvocation *self, AtlasSource *source, GError **error)
{
  source->where = g_strdup (self->where);
  if (!self->crs)
    return TRUE;
  g_clear_pointer (&source->crs_override, atlas_crs_unref);
  source->crs_override = atlas_usage_read_crs (self->crs, error);
  return source->crs_override != NULL;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/* What is written replaces the whole file, with every other layer in it. */
static gboolean
check_kept (const AtlasInvocation *self, const AtlasSource *source, GError **error)
{
  g_autofree char *name = NULL;

  if (!self->output || source->connection || !is_same_file (self->output, source->path))
    return TRUE;
  name = g_filename_display_basename (self->output);
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE,
               _ ("“%s” is what is read, so it is not written over; choose another name."), name);
  return FALSE;
}

/**
 * atlas_invocation_parse_source:
 * @text: a source as it was typed
 *
 * `--where` and `--crs` go with every source.
 *
 * Returns: (transfer full): the source, or %NULL with @error set
 */
AtlasSource *
atlas_invocation_parse_source (const AtlasInvocation *self, const char *text, GError **error)
{
  g_autoptr (AtlasSource) source = NULL;
  g_autofree char *city = NULL;

  if (atlas_invocation_names_city (text)) {
    city = atlas_invocation_resolve_city (self, error);
    if (!city)
      return NULL;
  }
  source = atlas_source_parse (text, city, error);
  if (!source || !check_kept (self, source, error) || !apply_common_options (self, source, error))
    return NULL;
  return g_steal_pointer (&source);
}

/**
 * atlas_invocation_describe_system_option:
 * @name: of a layer that does not say which system it is in
 * @id: (nullable): of the one that it is probably in
 *
 * Returns: (transfer full): how to say it
 */
char *
atlas_invocation_describe_system_option (const char *name, const char *id)
{
  return g_strdup_printf (_ ("The coordinate system of “%s” is told by “--crs %s”."), name, id ? id : "EPSG:N");
}

static void
progress_cb (double fraction, gsize n_features, gpointer user_data)
{
  if (fraction >= 0)
    fprintf (stderr, "\r%3.0f %%", fraction * 100);
  else
    fprintf (stderr, "\r%" G_GSIZE_FORMAT, n_features);
  fflush (stderr);
}

/**
 * atlas_invocation_describe_filter:
 * @name: of a layer
 * @n_features: how many of its features were found
 *
 * A filter that nothing passes is more often mistyped than meant.
 *
 * Returns: (transfer full) (nullable): that nothing passes it, where that is so
 */
char *
atlas_invocation_describe_filter (const AtlasInvocation *self, const char *name, gsize n_features)
{
  return self->where && n_features == 0
             ? g_strdup_printf (_ ("No feature of “%s” matches the condition “%s”."), name, self->where)
             : NULL;
}

static void
remark_on_filter (AtlasInvocation *self, AtlasTable *table)
{
  g_autofree char *note = atlas_invocation_describe_filter (self, atlas_table_get_name (table),
                                                            atlas_table_get_n_features (table));

  if (note)
    atlas_invocation_note (self, note);
}

/* In the window the same is chosen from a list. */
static void
remark_on_system (AtlasInvocation *self, AtlasTable *table)
{
  g_autoptr (AtlasCrs) likely = NULL;
  const char *id;
  g_autofree char *note = NULL;

  if (atlas_table_get_crs (table) || atlas_extent_is_empty (atlas_table_get_extent (table)))
    return;
  likely = atlas_table_guess_likely_crs (table);
  id = likely ? atlas_crs_get_id (likely) : NULL;
  note = atlas_invocation_describe_system_option (atlas_table_get_name (table), id);
  atlas_invocation_note (self, note);
}

/**
 * atlas_invocation_dup_city_system:
 *
 * Returns: (transfer full) (nullable): the system of the city, from which it is judged where sources should lie
 */
AtlasCrs *
atlas_invocation_dup_city_system (const AtlasInvocation *self)
{
  g_autofree char *path = atlas_invocation_resolve_city (self, NULL);
  g_autoptr (AtlasCity) city = path ? atlas_city_file_read_city (path, NULL) : NULL;

  return city ? atlas_crs_new_from_epsg (city->epsg, NULL) : NULL;
}

/**
 * atlas_invocation_describe_swapped_axes:
 * @name: of a layer whose positions make sense only the other way round
 *
 * Returns: (transfer full): what can be done about it
 */
char *
atlas_invocation_describe_swapped_axes (const char *name)
{
  return g_strdup_printf (_ ("The axes of “%s” seem to be exchanged: add “--swap-axes”."), name);
}

/* Positions that make sense only the other way round, seen from the city. */
static void
remark_on_axes (AtlasInvocation *self, const char *text, AtlasTable *table)
{
  g_autoptr (AtlasCrs) crs = atlas_invocation_names_city (text) ? NULL : atlas_invocation_dup_city_system (self);
  g_autofree char *note = atlas_invocation_describe_swapped_axes (atlas_table_get_name (table));

  if (crs && atlas_table_guess_axes (table, crs) == ATLAS_AXES_SWAPPED)
    atlas_invocation_note (self, note);
}

/* The city's own layers lie as they should. */
static AtlasTable *
arrange_axes (AtlasInvocation *self, const char *text, AtlasTable *table)
{
  AtlasTable *swapped;

  if (!self->swap_axes || atlas_invocation_names_city (text)) {
    remark_on_axes (self, text, table);
    return table;
  }
  swapped = atlas_table_swap_axes (table);
  atlas_table_unref (table);
  return swapped;
}

/**
 * atlas_invocation_read:
 * @text: a source as it was typed
 *
 * Reads a source whole, with progress on standard error when that is a terminal, and notes what
 * the reader had to repair.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 */
AtlasTable *
atlas_invocation_read (AtlasInvocation *self, const char *text, GError **error)
{
  g_autoptr (AtlasSource) source = atlas_invocation_parse_source (self, text, error);
  gboolean shown = !self->quiet && isatty (STDERR_FILENO);
  AtlasTable *table;

  if (!source)
    return NULL;
  table = atlas_source_read (source, shown ? progress_cb : NULL, NULL, self->cancellable, error);
  if (shown)
    fputs ("\r      \r", stderr);
  if (!table)
    return NULL;
  for (const char *const *note = atlas_table_get_notes (table); note && *note; note++)
    atlas_invocation_note (self, *note);
  remark_on_filter (self, table);
  remark_on_system (self, table);
  return arrange_axes (self, text, table);
}
