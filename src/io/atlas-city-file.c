// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-file.h"

#include "atlas-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VARIABLE     "KIELCE_ATLAS_CITIES"
#define ENDING       ".gpkg"
#define DEFAULT_CITY "kielce"
#define DISTRICT     "district"

static const char *const connections[] = { "PG:", "postgresql://" };

/* Where the shipped city files are; the environment goes first. */
static const char *
get_directory (void)
{
  const char *directory = g_getenv (VARIABLE);

  return directory && *directory ? directory : ATLAS_CITY_DIRECTORY;
}

static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  int by_default = g_str_equal (second, DEFAULT_CITY) - g_str_equal (first, DEFAULT_CITY);

  return by_default ? by_default : strcmp (first, second);
}

/**
 * atlas_city_file_list:
 *
 * Returns: (transfer full): ids of the shipped cities, the default first
 */
char **
atlas_city_file_list (void)
{
  g_autoptr (GDir) directory = g_dir_open (get_directory (), 0, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory && (name = g_dir_read_name (directory)))
    if (g_str_has_suffix (name, ENDING) && name[0] != '.')
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (ENDING)));
  g_ptr_array_sort (ids, compare_ids_cb);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static gboolean
is_connection (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    if (g_str_has_prefix (text, connections[i]))
      return TRUE;
  return FALSE;
}

static char *
find_shipped (const char *id)
{
  g_autofree char *name = g_strconcat (id, ENDING, NULL);
  g_autofree char *path = g_build_filename (get_directory (), name, NULL);

  return !strchr (id, G_DIR_SEPARATOR) && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/**
 * atlas_city_file_resolve:
 * @city: id of a shipped city, a path, or a connection
 *
 * Returns: (transfer full) (nullable): the path or connection; else %ATLAS_ERROR_NOT_FOUND, which lists the ids
 */
char *
atlas_city_file_resolve (const char *city, GError **error)
{
  char *shipped = find_shipped (city);
  g_auto (GStrv) ids = NULL;
  g_autofree char *list = NULL;

  if (shipped)
    return shipped;
  if (is_connection (city))
    return g_strdup (city);
  if (g_file_test (city, G_FILE_TEST_IS_REGULAR))
    return g_canonicalize_filename (city, NULL);
  ids = atlas_city_file_list ();
  list = g_strjoinv (", ", ids);
  if (*list == '\0')
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND,
                 _ ("There is no city “%s”, and no cities are installed beside the program; name a city file."), city);
  else
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, _ ("There is no city “%s”; name a city file or one of: %s"),
                 city, list);
  return NULL;
}

/* --- What a city file says of itself --- */

static AtlasTable *
read_register (const char *path, const char *table, GError **error)
{
  g_autofree char *text = g_strconcat ("city:", table, NULL);
  g_autoptr (AtlasSource) source = atlas_source_parse (text, path, error);

  return source ? atlas_source_read (source, NULL, NULL, NULL, error) : NULL;
}

static const char *
find_meta (AtlasTable *meta, const char *key)
{
  const AtlasColumn *keys = atlas_table_find_column (meta, "key");
  const AtlasColumn *values = atlas_table_find_column (meta, "value");

  for (gsize row = 0; keys && values && row < keys->n_rows; row++)
    if (g_strcmp0 (atlas_column_get_text (keys, row), key) == 0)
      return atlas_column_get_text (values, row);
  return NULL;
}

static const char *
find_translated_meta (AtlasTable *meta, const char *key)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i]; i++) {
    g_autofree char *translated = g_strdup_printf ("%s[%s]", key, languages[i]);
    const char *value = find_meta (meta, translated);

    if (value)
      return value;
  }
  return find_meta (meta, key);
}

static int
find_number (AtlasTable *meta, const char *key)
{
  const char *text = find_meta (meta, key);

  return text ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

static AtlasCity *
make_city (AtlasTable *meta, char **levels)
{
  AtlasCity *city = g_new0 (AtlasCity, 1);

  city->id = g_strdup (find_meta (meta, "id"));
  city->name = g_strdup (find_meta (meta, "name"));
  city->country = g_strdup (find_meta (meta, "country"));
  city->epsg = find_number (meta, "epsg");
  city->district_level = g_strdup (levels[0]);
  city->first_field = g_strdup (find_meta (meta, "first_field"));
  city->first_per = g_strdup (find_meta (meta, "first_per"));
  city->first_method = g_strdup (find_meta (meta, "first_method"));
  city->first_classes = (guint) find_number (meta, "first_classes");
  city->first_palette = g_strdup (find_meta (meta, "first_palette"));
  city->first_title = g_strdup (find_translated_meta (meta, "first_title"));
  return city;
}

/**
 * atlas_city_file_read_city:
 * @path: of a city file, or a connection
 *
 * Returns: (transfer full) (nullable): what its table `meta` says; else an error of the readers, or
 *   %ATLAS_ERROR_BAD_DATA when it is no city file
 */
AtlasCity *
atlas_city_file_read_city (const char *path, GError **error)
{
  g_autoptr (AtlasTable) meta = read_register (path, "meta", error);
  g_auto (GStrv) levels = meta ? atlas_city_file_list_levels (path, error) : NULL;
  g_autofree char *name = NULL;

  if (!levels)
    return NULL;
  if (find_meta (meta, "id") && find_meta (meta, "name") && find_number (meta, "epsg"))
    return make_city (meta, levels);
  name = g_path_get_basename (path);
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
               _ ("“%s” does not say which city it is of; choose a city file"), name);
  return NULL;
}

/**
 * atlas_city_file_list_levels:
 * @path: of a city file, or a connection
 *
 * Returns: (transfer full) (nullable): levels of districts, the finest first; else an error of the readers
 */
char **
atlas_city_file_list_levels (const char *path, GError **error)
{
  g_autoptr (AtlasTable) layers = read_register (path, "layer", error);
  const AtlasColumn *levels = layers ? atlas_table_require_column (layers, "level", error) : NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (!levels)
    return NULL;
  for (gsize row = 0; row < levels->n_rows; row++)
    if (atlas_column_is_present (levels, row))
      g_strv_builder_add (names, atlas_column_get_text (levels, row));
  return g_strv_builder_end (names);
}

static gboolean
check_level (const char *path, const char *level, gboolean *finest, GError **error)
{
  g_auto (GStrv) levels = atlas_city_file_list_levels (path, error);
  g_autofree char *list = levels ? g_strjoinv (", ", levels) : NULL;

  if (!levels)
    return FALSE;
  *finest = g_strcmp0 (levels[0], level) == 0;
  if (g_strv_contains ((const char *const *) levels, level))
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, _ ("The city has no districts “%s”; it has: %s"), level,
               list);
  return FALSE;
}

/**
 * atlas_city_file_find_table:
 * @path: of a city file, or a connection
 * @layer: as after `city:` in the command line
 *
 * Returns: (transfer full) (nullable): the table that is meant: `district/LEVEL` is one of its own unless the
 *   level is the finest; else %ATLAS_ERROR_NOT_FOUND, which lists the levels
 */
char *
atlas_city_file_find_table (const char *path, const char *layer, GError **error)
{
  const char *level = g_str_has_prefix (layer, DISTRICT "/") ? layer + strlen (DISTRICT "/") : NULL;
  gboolean finest;

  if (!level)
    return g_strdup (layer);
  if (!check_level (path, level, &finest, error))
    return NULL;
  return finest ? g_strdup (DISTRICT) : g_strconcat (DISTRICT "_", level, NULL);
}
