// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-recipe.h"

#include "atlas-error.h"

#define FIGURES "figures" /* beside the folder of the recipe */

struct _AtlasCityRecipe {
  char *path;     /* owned */
  GKeyFile *keys; /* owned */
};

/* "city" and "first view" stand alone; other kinds have a name. */
static char *
make_group (const char *kind, const char *name)
{
  return name ? g_strconcat (kind, " ", name, NULL) : g_strdup (kind);
}

static gboolean
parse (GKeyFile *keys, const char *text, const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (g_key_file_load_from_data (keys, text, -1, G_KEY_FILE_KEEP_TRANSLATIONS, &problem))
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, "The recipe “%s” cannot be read: %s", path, problem->message);
  return FALSE;
}

static gboolean
append_file (GString *text, const char *path, GError **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) problem = NULL;

  if (g_file_get_contents (path, &content, NULL, &problem)) {
    g_string_append_printf (text, "%s\n", content);
    return TRUE;
  }
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, "The recipe “%s” cannot be opened: %s", path,
               problem->message);
  return FALSE;
}

/* What several recipes share stands in files of its own, read as if they were part of this one. */
static gboolean
load (AtlasCityRecipe *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_auto (GStrv) includes = NULL;

  if (!append_file (text, self->path, error) || !parse (self->keys, text->str, self->path, error))
    return FALSE;
  includes = atlas_city_recipe_dup_list (self, "city", NULL, "include");
  for (guint i = 0; includes[i]; i++) {
    g_autofree char *path = g_build_filename (folder, includes[i], NULL);

    if (!append_file (text, path, error))
      return FALSE;
  }
  return parse (self->keys, text->str, self->path, error);
}

/**
 * atlas_city_recipe_new:
 * @path: of the recipe
 *
 * Returns: (transfer full) (nullable): the recipe; else %ATLAS_ERROR_NOT_FOUND or %ATLAS_ERROR_BAD_DATA
 */
AtlasCityRecipe *
atlas_city_recipe_new (const char *path, GError **error)
{
  g_autoptr (AtlasCityRecipe) self = g_new0 (AtlasCityRecipe, 1);

  self->path = g_strdup (path);
  self->keys = g_key_file_new ();
  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

void
atlas_city_recipe_free (AtlasCityRecipe *self)
{
  g_free (self->path);
  g_key_file_free (self->keys);
  g_free (self);
}

/**
 * atlas_city_recipe_list:
 * @kind: "layer"
 *
 * Returns: (transfer full): the names of the groups of this kind, in the order of the file
 */
char **
atlas_city_recipe_list (const AtlasCityRecipe *self, const char *kind)
{
  g_autofree char *prefix = g_strconcat (kind, " ", NULL);
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; groups[i]; i++)
    if (g_str_has_prefix (groups[i], prefix))
      g_strv_builder_add (names, groups[i] + strlen (prefix));
  return g_strv_builder_end (names);
}

gboolean
atlas_city_recipe_has (const AtlasCityRecipe *self, const char *kind, const char *name)
{
  g_autofree char *group = make_group (kind, name);

  return g_key_file_has_group (self->keys, group);
}

/**
 * atlas_city_recipe_list_keys:
 *
 * Returns: (transfer full): the keys of a group, in the order of the file
 */
char **
atlas_city_recipe_list_keys (const AtlasCityRecipe *self, const char *kind, const char *name)
{
  g_autofree char *group = make_group (kind, name);
  char **keys = g_key_file_get_keys (self->keys, group, NULL, NULL);

  return keys ? keys : g_new0 (char *, 1);
}

char *
atlas_city_recipe_dup (const AtlasCityRecipe *self, const char *kind, const char *name, const char *key)
{
  g_autofree char *group = make_group (kind, name);

  return g_key_file_get_string (self->keys, group, key, NULL);
}

char *
atlas_city_recipe_dup_translated (const AtlasCityRecipe *self,
                                  const char *kind,
                                  const char *name,
                                  const char *key,
                                  const char *language)
{
  g_autofree char *translated = g_strdup_printf ("%s[%s]", key, language);
  char *value = atlas_city_recipe_dup (self, kind, name, translated);

  return value ? value : atlas_city_recipe_dup (self, kind, name, key);
}

/**
 * atlas_city_recipe_dup_list:
 *
 * Returns: (transfer full): the values of a key, none when it is not there
 */
char **
atlas_city_recipe_dup_list (const AtlasCityRecipe *self, const char *kind, const char *name, const char *key)
{
  g_autofree char *group = make_group (kind, name);
  char **values = g_key_file_get_string_list (self->keys, group, key, NULL, NULL);

  return values ? values : g_new0 (char *, 1);
}

/**
 * atlas_city_recipe_require:
 *
 * Returns: (transfer full) (nullable): a value; else %ATLAS_ERROR_BAD_DATA
 */
char *
atlas_city_recipe_require (const AtlasCityRecipe *self,
                           const char *kind,
                           const char *name,
                           const char *key,
                           GError **error)
{
  g_autofree char *group = make_group (kind, name);
  char *value = g_key_file_get_string (self->keys, group, key, NULL);

  if (!value)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, "The recipe “%s” has no “%s” in its group “%s”", self->path,
                 key, group);
  return value;
}

/**
 * atlas_city_recipe_dup_figure_path:
 * @file: as a recipe names it
 *
 * Returns: (transfer full): where the figures lie, beside the folder of the recipe
 */
char *
atlas_city_recipe_dup_figure_path (const AtlasCityRecipe *self, const char *file)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "..", FIGURES, file, NULL);

  return g_canonicalize_filename (path, NULL);
}
