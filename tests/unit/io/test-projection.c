// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-table-builder.h"

#include <string.h>

/* Each was computed twice, by the Krüger series by hand and by PROJ; to one millimetre. */
static const struct {
  const char *place;
  AtlasPoint lonlat;
  int epsg;
  AtlasPoint expected;
} places[] = {
  { "Kielce centre", { 20.6286, 50.8703 }, 2180, { 614559.0011, 334973.7532 } },
  { "Kielce centre", { 20.6286, 50.8703 }, 2178, { 7473858.0134, 5637288.6081 } },
  { "Kielce centre", { 20.6286, 50.8703 }, 3857, { 2296365.2478, 6598383.2822 } },
  { "east of Kielce", { 20.75, 50.95 }, 2180, { 622887.9142, 344028.4080 } },
  { "east of Kielce", { 20.75, 50.95 }, 2178, { 7482433.0897, 5646118.3134 } },
  { "east of Kielce", { 20.75, 50.95 }, 3857, { 2309879.4340, 6612454.0627 } },
  { "meridian of PL-1992", { 19, 52 }, 2180, { 500000.0000, 459309.2094 } },
  { "meridian of PL-1992", { 19, 52 }, 2178, { 7362661.2703, 5764788.9830 } },
  { "meridian of zone 7", { 21, 50.87 }, 2178, { 7500000.0000, 5637189.5113 } },
  { "meridian of zone 7", { 21, 50.87 }, 2180, { 640682.9763, 335582.2993 } },
  { "meridian of PL-1992", { 19, 52 }, 3857, { 2115070.3251, 6800125.4544 } },
  { "meridian of zone 7", { 21, 50.87 }, 3857, { 2337709.3067, 6598330.3636 } },
};

static AtlasCrs *
epsg (int code)
{
  g_autoptr (GError) error = NULL;
  AtlasCrs *crs = atlas_crs_new_from_epsg (code, &error);

  g_assert_no_error (error);
  return crs;
}

static AtlasTable *
square (AtlasCrs *crs, AtlasPoint corner, double side)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("square");
  const AtlasPoint ring[] = {
    corner, { corner.x + side, corner.y }, { corner.x + side, corner.y + side }, { corner.x, corner.y + side }, corner
  };

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  memcpy (atlas_table_builder_add_ring (builder, 5), ring, sizeof ring);
  return atlas_table_builder_end (builder);
}

static void
test_reference (void)
{
  g_autoptr (AtlasCrs) lonlat = epsg (4326);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (AtlasCrs) target = epsg (places[i].epsg);
    AtlasPoint p = places[i].lonlat;

    g_test_message ("%s in EPSG:%d", places[i].place, places[i].epsg);
    g_assert_true (atlas_crs_transform_points (lonlat, target, &p, 1, NULL));
    g_assert_cmpfloat_with_epsilon (p.x, places[i].expected.x, 0.001);
    g_assert_cmpfloat_with_epsilon (p.y, places[i].expected.y, 0.001);
  }
}

static void
test_there_and_back (void)
{
  g_autoptr (AtlasCrs) lonlat = epsg (4326);
  const int systems[] = { 2176, 2177, 2178, 2179, 2180, 3857, 28992, 3763, 26917 };

  for (gsize i = 0; i < G_N_ELEMENTS (systems); i++) {
    g_autoptr (AtlasCrs) crs = epsg (systems[i]);
    AtlasPoint p = { g_test_rand_double_range (-20, 30), g_test_rand_double_range (35, 60) };
    AtlasPoint q = p;

    g_assert_true (atlas_crs_transform_points (lonlat, crs, &q, 1, NULL));
    if (!atlas_point_is_finite (q))
      continue;
    g_assert_true (atlas_crs_transform_points (crs, lonlat, &q, 1, NULL));
    g_assert_cmpfloat_with_epsilon (q.x, p.x, 1e-6);
    g_assert_cmpfloat_with_epsilon (q.y, p.y, 1e-6);
  }
}

static void
test_describe (void)
{
  g_autoptr (AtlasCrs) poland = epsg (2178);
  g_autoptr (AtlasCrs) lonlat = epsg (4326);
  g_autoptr (AtlasCrs) again = atlas_crs_new_from_text (atlas_crs_get_wkt (poland), NULL);
  g_autoptr (AtlasCrs) short_text = atlas_crs_new_from_text (" 2178 ", NULL);

  g_assert_cmpint (atlas_crs_get_kind (poland), ==, ATLAS_CRS_PROJECTED);
  g_assert_cmpfloat (atlas_crs_get_metres_per_unit (poland), ==, 1);
  g_assert_cmpstr (atlas_crs_get_id (poland), ==, "EPSG:2178");
  g_assert_cmpint (atlas_crs_get_kind (lonlat), ==, ATLAS_CRS_GEOGRAPHIC);
  g_assert_true (atlas_crs_equal (poland, again));
  g_assert_true (atlas_crs_equal (poland, short_text));
  g_assert_false (atlas_crs_equal (poland, lonlat));
}

/* Without a number, under names of their own: known by what they say. */
static void
test_nameless_definition (void)
{
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_text (
      "PROJCS[\"ETRS89 / Poland CS2000 zone "
      "7\",GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\","
      "SPHEROID[\"GRS 1980\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
      "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",21],"
      "PARAMETER[\"scale_factor\",0.999923],PARAMETER[\"false_easting\",7500000],PARAMETER[\"false_northing\",0],"
      "UNIT[\"metre\",1]]",
      NULL);
  g_autoptr (AtlasCrs) lonlat = epsg (4326);
  AtlasPoint p = { 20.6286, 50.8703 };

  g_assert_nonnull (crs);
  g_assert_true (atlas_crs_transform_points (lonlat, crs, &p, 1, NULL));
  g_assert_cmpfloat_with_epsilon (p.x, 7473858.0134, 0.001);
  g_assert_cmpfloat_with_epsilon (p.y, 5637288.6081, 0.001);
}

/* Of the datum no more is told than its ellipsoid. */
static AtlasCrs *
read_without_datum (const char *scale, const char *flattening)
{
  g_autofree char *wkt = g_strdup_printf (
      "PROJCS[\"ETRS89 / Poland CS2000 zone 7\",GEOGCS[\"unnamed\",DATUM[\"unnamed\",SPHEROID[\"GRS "
      "1980\",6378137,%s]],"
      "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
      "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",21],PARAMETER[\"scale_factor\",%s],"
      "PARAMETER[\"false_easting\",7500000],PARAMETER[\"false_northing\",0],UNIT[\"METER\",1]]",
      flattening, scale);

  return atlas_crs_new_from_text (wkt, NULL);
}

/* The name says zone 7 each time; what counts is what the definition says. */
static void
test_nameless_datum (void)
{
  g_autoptr (AtlasCrs) right = read_without_datum ("0.999923", "298.257222101");
  g_autoptr (AtlasCrs) other_scale = read_without_datum ("0.9993", "298.257222101");
  g_autoptr (AtlasCrs) other_ellipsoid = read_without_datum ("0.999923", "299.1528128");

  g_assert_cmpint (atlas_crs_get_code (right), ==, 2178);
  g_assert_cmpint (atlas_crs_get_code (other_scale), ==, 0);
  g_assert_cmpint (atlas_crs_get_code (other_ellipsoid), ==, 0);
}

static void
test_refused_text (void)
{
  const char *const texts[] = {
    "",
    "EPSG:",
    "EPSG:0",
    "EPSG:999999",
    "-1",
    "http://example.org/crs",
    "/etc/passwd",
    "+proj=longlat",
    "Kielce",
    "GEOGCS[",
    "urn:ogc:def:crs:EPSG::2178",
    "EPSG:2178; DROP",
    "PROJCS[\"x\"]",
    "\xff\xfe[",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (atlas_crs_new_from_text (texts[i], &error));
    g_assert_nonnull (error);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  }
}

static void
test_areas (void)
{
  g_autoptr (AtlasCrs) poland = epsg (2178);
  g_autoptr (AtlasCrs) web = epsg (3857);
  AtlasPoint corner = { 7473858.0134, 5637288.6081 };
  g_autoptr (AtlasTable) hectare = square (poland, corner, 100);
  g_autoptr (AtlasTable) on_web = atlas_table_reproject (hectare, web, NULL, NULL);
  g_autofree double *plane = atlas_table_measure_areas (hectare, poland, NULL);
  g_autofree double *ellipsoid = atlas_table_measure_areas (hectare, NULL, NULL);
  g_autofree double *back = atlas_table_measure_areas (on_web, poland, NULL);
  g_autofree double *inflated = atlas_table_measure_areas (on_web, web, NULL);

  g_assert_cmpfloat_with_epsilon (plane[0], 10000, 1e-6);
  /* The point scale there is 0.999931, so the ground is larger by its square. */
  g_assert_cmpfloat_with_epsilon (ellipsoid[0], 10000 / (0.999931 * 0.999931), 0.02);
  g_assert_cmpfloat_with_epsilon (back[0], 10000, 0.01);
  /* 1 / cos² of the latitude on the sphere, a little less on the ellipsoid. */
  g_assert_cmpfloat_with_epsilon (inflated[0] / ellipsoid[0], 2.510926, 0.004);
}

static void
test_scale (void)
{
  g_autoptr (AtlasCrs) poland = epsg (2178);
  g_autoptr (AtlasCrs) pl1992 = epsg (2180);
  g_autoptr (AtlasCrs) web = epsg (3857);
  g_autoptr (AtlasCrs) lonlat = epsg (4326);

  g_assert_cmpfloat_with_epsilon (atlas_crs_metres_at (poland, ATLAS_POINT_INIT (7473858, 5637288)), 1 / 0.999931,
                                  2e-6);
  g_assert_cmpfloat_with_epsilon (atlas_crs_metres_at (pl1992, ATLAS_POINT_INIT (614559, 334973)), 1 / 0.999461, 2e-6);
  g_assert_cmpfloat_with_epsilon (atlas_crs_metres_at (web, ATLAS_POINT_INIT (2296365, 6598383)), 1 / 1.58459, 2e-3);
  g_assert_cmpfloat_with_epsilon (atlas_crs_metres_at (lonlat, ATLAS_POINT_INIT (20.6286, 50.8703)), 70396, 30);
}

static void
test_lost_rings (void)
{
  g_autoptr (AtlasCrs) lonlat = epsg (4326);
  g_autoptr (AtlasCrs) poland = epsg (2178);
  g_autoptr (AtlasTable) beyond_pole = square (lonlat, ATLAS_POINT_INIT (10, 88), 5);
  g_autoptr (AtlasTable) moved = atlas_table_reproject (beyond_pole, poland, NULL, NULL);

  g_assert_cmpuint (atlas_table_get_n_features (moved), ==, 1);
  g_assert_cmpuint (atlas_table_count_without_geometry (moved), ==, 1);
  g_assert_cmpuint (g_strv_length ((char **) atlas_table_get_notes (moved)), ==, 1);
  g_assert_true (atlas_extent_is_empty (atlas_table_get_extent (moved)));
}

/* A table without positions is of no system, and may stand beside any map. */
static void
test_no_positions (void)
{
  g_autoptr (AtlasCrs) web = epsg (3857);
  g_autoptr (AtlasTable) table = atlas_table_builder_end (atlas_table_builder_new ("stations"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) same = atlas_table_reproject (table, web, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (same == table);
}

static void
test_unknown_system (void)
{
  g_autoptr (AtlasCrs) web = epsg (3857);
  g_autoptr (AtlasTable) table = square (NULL, ATLAS_POINT_INIT (0, 0), 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_table_reproject (table, web, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS);
}

static void
test_cancelled (void)
{
  g_autoptr (AtlasCrs) lonlat = epsg (4326);
  g_autoptr (AtlasCrs) web = epsg (3857);
  g_autoptr (AtlasTable) table = square (lonlat, ATLAS_POINT_INIT (0, 0), 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_table_reproject (table, web, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_axes (void)
{
  g_autoptr (AtlasCrs) poland = epsg (2178);
  g_autoptr (AtlasCrs) lonlat = epsg (4326);
  g_autoptr (AtlasTable) right = square (poland, ATLAS_POINT_INIT (7473858, 5637288), 100);
  g_autoptr (AtlasTable) wrong = atlas_table_swap_axes (right);
  g_autoptr (AtlasTable) latitude_first = square (lonlat, ATLAS_POINT_INIT (50.87, 20.63), 0.1);
  g_autoptr (AtlasTable) elsewhere = square (lonlat, ATLAS_POINT_INIT (-79.7, 43.4), 0.1);

  g_assert_cmpint (atlas_table_guess_axes (right, poland), ==, ATLAS_AXES_FINE);
  g_assert_cmpint (atlas_table_guess_axes (wrong, poland), ==, ATLAS_AXES_SWAPPED);
  g_assert_cmpint (atlas_table_guess_axes (latitude_first, poland), ==, ATLAS_AXES_SWAPPED);
  g_assert_cmpint (atlas_table_guess_axes (elsewhere, poland), ==, ATLAS_AXES_UNKNOWN);
}

/* Where features are not read yet, their corners stand for them. */
static void
test_axes_of_extent (void)
{
  g_autoptr (AtlasCrs) poland = epsg (2178);
  g_autoptr (AtlasCrs) lonlat = epsg (4326);
  AtlasExtent right = { 7470000, 5630000, 7480000, 5640000 };
  AtlasExtent wrong = { 5630000, 7470000, 5640000, 7480000 };

  g_assert_cmpint (atlas_extent_guess_axes (right, poland, poland), ==, ATLAS_AXES_FINE);
  g_assert_cmpint (atlas_extent_guess_axes (right, NULL, poland), ==, ATLAS_AXES_FINE);
  g_assert_cmpint (atlas_extent_guess_axes (wrong, NULL, poland), ==, ATLAS_AXES_SWAPPED);
  g_assert_cmpint (atlas_extent_guess_axes ((AtlasExtent){ 50.8, 20.5, 50.9, 20.7 }, lonlat, poland), ==,
                   ATLAS_AXES_SWAPPED);
  g_assert_cmpint (atlas_extent_guess_axes ((AtlasExtent){ -80, 43, -79, 44 }, lonlat, poland), ==, ATLAS_AXES_UNKNOWN);
  g_assert_cmpint (atlas_extent_guess_axes (ATLAS_EXTENT_EMPTY, lonlat, poland), ==, ATLAS_AXES_FINE);
}

static void
test_guess_crs (void)
{
  const struct {
    AtlasPoint lonlat;
    int epsg;
  } cities[] = {
    { { 20.6286, 50.8703 }, 2178 }, { { 20.6286, 50.8703 }, 2180 }, { { 18.53, 54.52 }, 2177 },
    { { 5.478, 51.44 }, 28992 },    { { -8.61, 41.15 }, 3763 },     { { -79.69, 43.45 }, 26917 },
    { { 20.6286, 50.8703 }, 3857 },
  };
  g_autoptr (AtlasCrs) lonlat = epsg (4326);

  for (gsize i = 0; i < G_N_ELEMENTS (cities); i++) {
    g_autoptr (AtlasCrs) crs = epsg (cities[i].epsg);
    AtlasPoint p = cities[i].lonlat;
    g_autoptr (AtlasTable) bare = NULL;
    g_autoptr (GPtrArray) found = NULL;

    g_assert_true (atlas_crs_transform_points (lonlat, crs, &p, 1, NULL));
    bare = square (NULL, p, 500);
    found = atlas_table_guess_crs (bare, cities[i].lonlat);
    g_assert_cmpuint (found->len, >=, 1);
    g_assert_cmpint (atlas_crs_get_code (g_ptr_array_index (found, 0)), ==, cities[i].epsg);
  }
}

/* As surveyors write them: northing 5 635 000 as x, easting 7 472 000 as y. Web Mercator would put that in the Urals.
 */
static void
test_north_first (void)
{
  const AtlasPoint kielce = ATLAS_POINT_INIT (20.6286, 50.8703);
  g_autoptr (AtlasCrs) zone_of_kielce = epsg (2178);
  g_autoptr (AtlasTable) here = square (NULL, ATLAS_POINT_INIT (5635000, 7472000), 500);
  g_autoptr (GPtrArray) near = atlas_table_guess_crs (here, kielce);
  g_autoptr (AtlasTable) placed = NULL;

  for (int zone = 5; zone <= 8; zone++) {
    g_autoptr (AtlasTable) bare = square (NULL, ATLAS_POINT_INIT (5635000, zone * 1e6 + 472000), 500);
    g_autoptr (AtlasCrs) likely = atlas_table_guess_likely_crs (bare);

    g_assert_cmpint (atlas_crs_get_code (likely), ==, 2171 + zone);
  }
  g_assert_cmpuint (near->len, ==, 1);
  g_assert_true (atlas_crs_equal (g_ptr_array_index (near, 0), zone_of_kielce));
  placed = atlas_table_with_crs (here, zone_of_kielce);
  g_assert_cmpint (atlas_table_guess_axes (placed, zone_of_kielce), ==, ATLAS_AXES_SWAPPED);
}

/* Nothing but the system of the whole world is left for places far away. */
static void
test_worldwide (void)
{
  g_autoptr (AtlasTable) bare = square (NULL, ATLAS_POINT_INIT (15500000, 4200000), 500);
  g_autoptr (AtlasCrs) likely = atlas_table_guess_likely_crs (bare);

  g_assert_cmpint (atlas_crs_get_code (likely), ==, 3857);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/projection/reference", test_reference);
  g_test_add_func ("/projection/there-and-back", test_there_and_back);
  g_test_add_func ("/projection/describe", test_describe);
  g_test_add_func ("/projection/nameless-definition", test_nameless_definition);
  g_test_add_func ("/projection/nameless-datum", test_nameless_datum);
  g_test_add_func ("/projection/refused-text", test_refused_text);
  g_test_add_func ("/projection/areas", test_areas);
  g_test_add_func ("/projection/scale", test_scale);
  g_test_add_func ("/projection/lost-rings", test_lost_rings);
  g_test_add_func ("/projection/unknown-system", test_unknown_system);
  g_test_add_func ("/projection/no-positions", test_no_positions);
  g_test_add_func ("/projection/cancelled", test_cancelled);
  g_test_add_func ("/projection/axes", test_axes);
  g_test_add_func ("/projection/axes-of-extent", test_axes_of_extent);
  g_test_add_func ("/projection/guess-crs", test_guess_crs);
  g_test_add_func ("/projection/north-first", test_north_first);
  g_test_add_func ("/projection/worldwide", test_worldwide);
  return g_test_run ();
}
