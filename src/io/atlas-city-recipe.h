// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCityRecipe:
 *
 * How a city file is made, as `data/cities` tells: which figures become which layers, under which
 * names, and who is to be named for them. A key file whose groups are called "KIND NAME".
 */
typedef struct _AtlasCityRecipe AtlasCityRecipe;

AtlasCityRecipe *atlas_city_recipe_new (const char *path, GError **error);
void atlas_city_recipe_free (AtlasCityRecipe *self);

/* Names of the groups of one kind, in the order of the file. */
char **atlas_city_recipe_list (const AtlasCityRecipe *self, const char *kind);
gboolean atlas_city_recipe_has (const AtlasCityRecipe *self, const char *kind, const char *name);
char **atlas_city_recipe_list_keys (const AtlasCityRecipe *self, const char *kind, const char *name);

/* A value, or NULL when there is none; with the English one where @language has none. */
char *atlas_city_recipe_dup (const AtlasCityRecipe *self, const char *kind, const char *name, const char *key);
char *atlas_city_recipe_dup_translated (const AtlasCityRecipe *self,
                                        const char *kind,
                                        const char *name,
                                        const char *key,
                                        const char *language);
char **atlas_city_recipe_dup_list (const AtlasCityRecipe *self, const char *kind, const char *name, const char *key);
char *atlas_city_recipe_require (const AtlasCityRecipe *self,
                                 const char *kind,
                                 const char *name,
                                 const char *key,
                                 GError **error);
char *atlas_city_recipe_dup_figure_path (const AtlasCityRecipe *self, const char *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCityRecipe, atlas_city_recipe_free)

G_END_DECLS
