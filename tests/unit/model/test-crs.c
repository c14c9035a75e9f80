// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-crs.h"

static AtlasCrs *
projected (const char *authority, int code, const char *name, const char *wkt)
{
  return atlas_crs_new (ATLAS_CRS_PROJECTED, authority, code, name, wkt, 1);
}

static void
test_id (void)
{
  g_autoptr (AtlasCrs) zone = projected ("EPSG", 2178, "ETRF2000-PL / CS2000/21", NULL);
  g_autoptr (AtlasCrs) own = projected (NULL, 0, "Kielce 1965", "LOCAL_CS[…]");
  g_autoptr (AtlasCrs) uncoded = projected ("EPSG", 0, "odd", NULL);
  g_autoptr (AtlasCrs) nameless = projected (NULL, 0, NULL, NULL);

  g_assert_cmpstr (atlas_crs_get_id (zone), ==, "EPSG:2178");
  g_assert_cmpstr (atlas_crs_get_id (own), ==, "Kielce 1965");
  g_assert_cmpstr (atlas_crs_get_id (uncoded), ==, "odd");
  g_assert_null (atlas_crs_get_authority (uncoded));
  g_assert_cmpstr (atlas_crs_get_name (nameless), ==, "");
}

/* Databases rename systems between versions, so with a code on both sides the name counts for nothing. */
static void
test_equal (void)
{
  g_autoptr (AtlasCrs) old = projected ("EPSG", 2178, "ETRF2000-PL / CS2000/21", "A");
  g_autoptr (AtlasCrs) renamed = projected ("EPSG", 2178, "ETRS89-POL [PL-ETRF2000] / CS2000/21", "B");
  g_autoptr (AtlasCrs) other = projected ("EPSG", 2177, "ETRF2000-PL / CS2000/21", "A");
  g_autoptr (AtlasCrs) esri = projected ("ESRI", 2178, "ETRF2000-PL / CS2000/21", "A");
  g_autoptr (AtlasCrs) plain = projected (NULL, 0, "x", "A");
  g_autoptr (AtlasCrs) alike = projected (NULL, 0, "y", "A");
  g_autoptr (AtlasCrs) unknown = projected (NULL, 0, "x", NULL);
  g_autoptr (AtlasCrs) unknown_too = projected (NULL, 0, "x", NULL);

  g_assert_true (atlas_crs_equal (old, renamed));
  g_assert_false (atlas_crs_equal (old, other));
  g_assert_false (atlas_crs_equal (old, esri));
  g_assert_true (atlas_crs_equal (plain, alike));
  g_assert_false (atlas_crs_equal (unknown, unknown_too));
  g_assert_true (atlas_crs_equal (unknown, unknown));
  g_assert_true (atlas_crs_equal (NULL, NULL));
  g_assert_false (atlas_crs_equal (old, NULL));
}

static void
test_kept (void)
{
  g_autoptr (AtlasCrs) feet = atlas_crs_new (ATLAS_CRS_LOCAL, "EPSG", 5800, "feet", "WKT", 0.3048);
  g_autoptr (AtlasCrs) held = atlas_crs_ref (feet);

  g_assert_cmpint (atlas_crs_get_kind (held), ==, ATLAS_CRS_LOCAL);
  g_assert_cmpint (atlas_crs_get_code (held), ==, 5800);
  g_assert_cmpstr (atlas_crs_get_wkt (held), ==, "WKT");
  g_assert_cmpfloat (atlas_crs_get_metres_per_unit (held), ==, 0.3048);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crs/id", test_id);
  g_test_add_func ("/crs/equal", test_equal);
  g_test_add_func ("/crs/kept", test_kept);
  return g_test_run ();
}
