// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source.h"

#include "atlas-city-file.h"
#include "atlas-error.h"
#include "atlas-foreign-text.h"
#include "atlas-source-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How a connection begins; anything else that looks like one of GDAL's names is only a file that is not there. */
static const char *const connections[] = { "PG:", "postgresql://", "WFS:", "OAPIF:", "WMS:", "WMTS:" };

static gboolean
is_connection (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (connections); i++)
    if (g_ascii_strncasecmp (text, connections[i], strlen (connections[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Takes "#LAYER" off the end of @text. */
static char *
split_layer (const char *text, char **layer)
{
  const char *hash = strrchr (text, '#');

  if (!hash || !hash[1])
    return g_strndup (text, hash ? (gsize) (hash - text) : strlen (text));
  *layer = g_strdup (hash + 1);
  return g_strndup (text, (gsize) (hash - text));
}

/* A '#' may belong to the file's own name. */
static gboolean
parse_path (AtlasSource *self, const char *text, GError **error)
{
  g_autofree char *name = NULL;

  if (g_file_test (text, G_FILE_TEST_EXISTS))
    name = g_strdup (text);
  else
    name = split_layer (text, &self->layer);
  self->path = atlas_source_gate_resolve (name, error);
  return self->path != NULL;
}

/* A '#' may also be part of a password. */
static gboolean
parse_connection (AtlasSource *self, const char *text)
{
  const char *hash = strrchr (text, '#');

  self->connection = TRUE;
  self->path = hash && strpbrk (hash, "'=@") ? g_strdup (text) : split_layer (text, &self->layer);
  return TRUE;
}

static gboolean
parse_city_layer (AtlasSource *self, const char *name, const char *city, GError **error)
{
  if (!city) {
    g_autofree char *clean = atlas_foreign_text_clean (name);

    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, _ ("“city:%s” needs a city; choose one."), clean);
    return FALSE;
  }
  self->connection = is_connection (city);
  self->path = self->connection ? g_strdup (city) : atlas_source_gate_resolve (city, error);
  self->layer = self->path ? atlas_city_file_find_table (city, name, error) : NULL;
  return self->layer != NULL;
}

/**
 * atlas_source_parse:
 * @text: as in the command line: a path, `PATH#LAYER`, `city:LAYER`, `city:district/LEVEL`, or a connection
 * @city: (nullable): the city file that `city:…` means
 *
 * Returns: (transfer full): the source, or %NULL with `ATLAS_ERROR_NOT_FOUND` when there is no such file
 */
AtlasSource *
atlas_source_parse (const char *text, const char *city, GError **error)
{
  g_autoptr (AtlasSource) self = g_new0 (AtlasSource, 1);
  gboolean fine;

  if (g_str_has_prefix (text, "city:"))
    fine = parse_city_layer (self, text + strlen ("city:"), city, error);
  else if (is_connection (text))
    fine = parse_connection (self, text);
  else
    fine = parse_path (self, text, error);
  return fine ? g_steal_pointer (&self) : NULL;
}

/**
 * atlas_source_copy:
 *
 * Returns: (transfer full): the same source, for another thread
 */
AtlasSource *
atlas_source_copy (const AtlasSource *self)
{
  AtlasSource *copy = g_new0 (AtlasSource, 1);

  copy->path = g_strdup (self->path);
  copy->layer = g_strdup (self->layer);
  copy->where = g_strdup (self->where);
  copy->crs_override = self->crs_override ? atlas_crs_ref (self->crs_override) : NULL;
  copy->connection = self->connection;
  copy->swap_axes = self->swap_axes;
  return copy;
}

/**
 * atlas_source_free:
 * @self: (transfer full): a source no longer needed
 */
void
atlas_source_free (AtlasSource *self)
{
  g_free (self->path);
  g_free (self->layer);
  g_free (self->where);
  g_clear_pointer (&self->crs_override, atlas_crs_unref);
  g_free (self);
}
