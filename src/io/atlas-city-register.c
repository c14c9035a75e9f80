// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-register.h"

static AtlasCitySheet *
new_sheet (const char *name, const char *const *columns)
{
  AtlasCitySheet *sheet = atlas_city_sheet_new (name);

  for (guint i = 0; columns[i]; i++)
    atlas_city_sheet_add (sheet, columns[i]);
  return sheet;
}

/* --- meta --- */

static void
add_meta (AtlasCitySheet *meta, const char *prefix, const char *key, const char *value)
{
  g_autofree char *name = g_strconcat (prefix, key, NULL);
  const char *const cells[] = { name, value };

  atlas_city_sheet_add_row (meta, cells, G_N_ELEMENTS (cells));
}

static void
add_group (AtlasCitySheet *meta, const AtlasCityRecipe *recipe, const char *group, const char *prefix)
{
  g_auto (GStrv) keys = atlas_city_recipe_list_keys (recipe, group, NULL);

  for (guint i = 0; keys[i]; i++) {
    g_autofree char *value = atlas_city_recipe_dup (recipe, group, NULL, keys[i]);

    if (!g_str_equal (keys[i], "include"))
      add_meta (meta, prefix, keys[i], value);
  }
}

/**
 * atlas_city_register_meta:
 *
 * Returns: (transfer full): the table `meta`: the version of the schema, what the recipe says of the city,
 *   and what its districts show at first
 */
AtlasCitySheet *
atlas_city_register_meta (const AtlasCityRecipe *recipe)
{
  static const char *const columns[] = { "key", "value", NULL };
  AtlasCitySheet *meta = new_sheet ("meta", columns);
  g_autofree char *version = g_strdup_printf ("%d", ATLAS_CITY_SCHEMA_VERSION);

  add_meta (meta, "", "schema_version", version);
  add_group (meta, recipe, "city", "");
  add_group (meta, recipe, "first view", "first_");
  return meta;
}

/* --- layer --- */

/**
 * atlas_city_register_layers:
 *
 * Returns: (transfer full): the table `layer`: what each is called, and its level when it is one of districts
 */
AtlasCitySheet *
atlas_city_register_layers (const AtlasCityRecipe *recipe)
{
  static const char *const columns[] = { "name", "level", "title_en", "title_pl", "sources", NULL };
  AtlasCitySheet *sheet = new_sheet ("layer", columns);
  g_auto (GStrv) names = atlas_city_recipe_list (recipe, "layer");

  for (guint i = 0; names[i]; i++) {
    g_autofree char *level = atlas_city_recipe_dup (recipe, "layer", names[i], "level");
    g_autofree char *title_en = atlas_city_recipe_dup (recipe, "layer", names[i], "title");
    g_autofree char *title_pl = atlas_city_recipe_dup_translated (recipe, "layer", names[i], "title", "pl");
    g_autofree char *sources = atlas_city_recipe_dup (recipe, "layer", names[i], "sources");
    const char *const cells[] = { names[i], level, title_en, title_pl, sources };

    atlas_city_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells));
  }
  return sheet;
}

/* --- field --- */

static gboolean
is_used (GHashTable *layers, const char *field)
{
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, layers);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    if (atlas_table_find_column (table, field))
      return TRUE;
  return FALSE;
}

/**
 * atlas_city_register_fields:
 * @layers: those made, by name
 *
 * Returns: (transfer full): the table `field`: what the columns of the layers are called, and their units
 */
AtlasCitySheet *
atlas_city_register_fields (const AtlasCityRecipe *recipe, GHashTable *layers)
{
  static const char *const columns[] = { "name", "title_en", "title_pl", "unit", NULL };
  AtlasCitySheet *sheet = new_sheet ("field", columns);
  g_auto (GStrv) names = atlas_city_recipe_list (recipe, "field");

  for (guint i = 0; names[i]; i++) {
    g_autofree char *title_en = atlas_city_recipe_dup (recipe, "field", names[i], "title");
    g_autofree char *title_pl = atlas_city_recipe_dup_translated (recipe, "field", names[i], "title", "pl");
    g_autofree char *unit = atlas_city_recipe_dup (recipe, "field", names[i], "unit");
    const char *const cells[] = { names[i], title_en, title_pl, unit };

    if (is_used (layers, names[i]))
      atlas_city_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells));
  }
  return sheet;
}

/**
 * atlas_city_register_titles:
 *
 * Returns: (transfer full): what people call a field in English, by its name; shown by other programs
 */
GHashTable *
atlas_city_register_titles (const AtlasCityRecipe *recipe)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) names = atlas_city_recipe_list (recipe, "field");

  for (guint i = 0; names[i]; i++)
    g_hash_table_insert (titles, g_strdup (names[i]), atlas_city_recipe_dup (recipe, "field", names[i], "title"));
  return titles;
}

/* --- source --- */

static GHashTable *
list_used_sources (const AtlasCityRecipe *recipe)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) layers = atlas_city_recipe_list (recipe, "layer");

  for (guint i = 0; layers[i]; i++) {
    g_auto (GStrv) sources = atlas_city_recipe_dup_list (recipe, "layer", layers[i], "sources");

    for (guint j = 0; sources[j]; j++)
      g_hash_table_add (used, g_strdup (sources[j]));
  }
  return used;
}

static void
add_source (AtlasCitySheet *sheet, const AtlasCityRecipe *recipe, const char *name)
{
  g_autofree char *title_en = atlas_city_recipe_dup (recipe, "source", name, "title");
  g_autofree char *title_pl = atlas_city_recipe_dup_translated (recipe, "source", name, "title", "pl");
  g_autofree char *credit_en = atlas_city_recipe_dup (recipe, "source", name, "credit");
  g_autofree char *credit_pl = atlas_city_recipe_dup_translated (recipe, "source", name, "credit", "pl");
  g_autofree char *licence_en = atlas_city_recipe_dup (recipe, "source", name, "licence");
  g_autofree char *licence_pl = atlas_city_recipe_dup_translated (recipe, "source", name, "licence", "pl");
  const char *const cells[] = { name, title_en, title_pl, credit_en, credit_pl, licence_en, licence_pl };

  atlas_city_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells));
}

/**
 * atlas_city_register_sources:
 *
 * Returns: (transfer full): the table `source`: who made what the layers show, and on what terms
 */
AtlasCitySheet *
atlas_city_register_sources (const AtlasCityRecipe *recipe)
{
  static const char *const columns[] = { "name",      "title_en",   "title_pl",   "credit_en",
                                         "credit_pl", "licence_en", "licence_pl", NULL };
  AtlasCitySheet *sheet = new_sheet ("source", columns);
  g_auto (GStrv) names = atlas_city_recipe_list (recipe, "source");
  g_autoptr (GHashTable) used = list_used_sources (recipe);

  for (guint i = 0; names[i]; i++)
    if (g_hash_table_contains (used, names[i]))
      add_source (sheet, recipe, names[i]);
  return sheet;
}

/**
 * atlas_city_register_credit:
 * @language: two letters
 *
 * Returns: (transfer full) (nullable): who is to be named for a layer, all its sources in one line
 */
char *
atlas_city_register_credit (const AtlasCityRecipe *recipe, const char *layer, const char *language)
{
  g_auto (GStrv) sources = atlas_city_recipe_dup_list (recipe, "layer", layer, "sources");
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; sources[i]; i++) {
    g_autofree char *credit = atlas_city_recipe_dup_translated (recipe, "source", sources[i], "credit", language);

    if (credit)
      g_string_append_printf (line, "%s%s", line->len ? "; " : "", credit);
  }
  return line->len ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}
