// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-gml-schema.h"

#include <string.h>

#define LARGEST ((gsize) 1 << 20)

static gboolean
leads_elsewhere (const char *schema)
{
  return strstr (schema, "include") || strstr (schema, "redefine") || strstr (schema, "override") ||
         strstr (schema, "<!ENTITY") || strstr (schema, "<!DOCTYPE");
}

static gboolean
is_safe_schema (const char *path)
{
  g_autofree char *text = NULL;
  gsize size = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents (path, &text, &size, NULL))
    return FALSE;
  return size <= LARGEST && strlen (text) == size && !leads_elsewhere (text);
}

/**
 * atlas_gml_schema_is_safe:
 * @path: of a GML file
 *
 * GDAL takes the schema beside a GML file on trust and follows what it includes, to the network and to any file.
 *
 * Returns: whether the schema beside @path, if there is one, keeps to itself
 */
gboolean
atlas_gml_schema_is_safe (const char *path)
{
  const char *dot = strrchr (path, '.');
  gsize stem = dot && !strchr (dot, '/') ? (gsize) (dot - path) : strlen (path);
  g_autofree char *lower = g_strdup_printf ("%.*s.xsd", (int) stem, path);
  g_autofree char *upper = g_strdup_printf ("%.*s.XSD", (int) stem, path);

  return is_safe_schema (lower) && is_safe_schema (upper);
}
