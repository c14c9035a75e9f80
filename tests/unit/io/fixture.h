// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source.h"

/**
 * Fixture:
 *
 * A folder of its own for one test, removed with it, and what tests of reading do over and over.
 */
typedef struct {
  char *folder;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);

char *fixture_path (const Fixture *self, const char *name);
/* Lends the path, which lives as long as the test. */
const char *fixture_write (const Fixture *self, const char *name, const void *bytes, gssize n);
/* A GeoPackage with n squares of 100 m at Kielce in EPSG:2178, fields `number` and `name`. */
const char *fixture_write_geopackage (const Fixture *self, const char *name, int n);
/* The same squares in any of GDAL's formats. */
const char *fixture_write_with (const Fixture *self, const char *name, const char *driver, int epsg, int n);
void fixture_sql (const char *path, const char *sql);
/* Names, sizes, times and contents of everything in the folder, as one text to compare. */
char *fixture_list (const Fixture *self);

AtlasTable *fixture_read (const char *text, GError **error);
/* Reads what must be readable. */
AtlasTable *fixture_must_read (const char *text);
/* Reads what must be refused, with a sentence that holds @words. */
void fixture_must_refuse (const char *text, int code, const char *words);
gboolean fixture_has_note (AtlasTable *table, const char *words);

#define FIXTURE_TEST(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
