// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-city.h"
#include "atlas-source.h"

G_BEGIN_DECLS

/* City files: the GeoPackages that ship with the program, or the user's own. */

/* Directory of the shipped city files; the environment variable KIELCE_ATLAS_CITIES goes first (tests, running
 * uninstalled). */
/* Ids of the shipped cities, the default first. */
char **atlas_city_file_list (void);
/* "kielce" → its path; a path or PG: connection as it is. NOT_FOUND lists the ids. */
char *atlas_city_file_resolve (const char *city, GError **error);
/* What the file says of its city (its `meta` table). */
AtlasCity *atlas_city_file_read_city (const char *path, GError **error);
/* Levels of districts in the file, finest first: "polling", "council", "gmina". */
char **atlas_city_file_list_levels (const char *path, GError **error);
/* The table that `city:LAYER` means: "district/council" → "district_council", the finest level → "district". */
char *atlas_city_file_find_table (const char *path, const char *layer, GError **error);

G_END_DECLS
