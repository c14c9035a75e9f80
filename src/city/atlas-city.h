// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCity:
 * @id: as in the command line and the file's name: "kielce"
 * @name: as its people write it
 * @country: ISO 3166 two letters
 * @epsg: projected system in which it is measured and drawn
 * @district_level: the finest level of districts, "polling"
 * @first_field: what its districts show at first, "places"
 * @first_per: (nullable): "area", a field, or nothing
 * @first_method: the classifier that suits it, "fisher"
 * @first_classes: into how many classes
 * @first_palette: in which colours
 * @first_title: what it is called, in the user's language: "Public places per km²"
 *
 * A city that ships with the program. Which there are is data: an `.ini` file each in `data/cities/`, built into a city
 * file.
 */
typedef struct {
  char *id;
  char *name;
  char *country;
  int epsg;
  char *district_level;
  char *first_field;
  char *first_per;
  char *first_method;
  guint first_classes;
  char *first_palette;
  char *first_title;
} AtlasCity;

void atlas_city_free (AtlasCity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCity, atlas_city_free)

G_END_DECLS
