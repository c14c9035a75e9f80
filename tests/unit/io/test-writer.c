// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-writer.h"

#include "../temp-folder.h"
#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "atlas-source.h"
#include "atlas-table-builder.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct {
  TempFolder *folder; /* owned */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = temp_folder_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  temp_folder_free (fixture->folder);
}

static void
add_ring (AtlasTableBuilder *builder, double x, double y, double size)
{
  const AtlasPoint corners[] = { { x, y }, { x + size, y }, { x + size, y + size }, { x, y + size }, { x, y } };
  AtlasPoint *ring = atlas_table_builder_add_ring (builder, G_N_ELEMENTS (corners));

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    ring[i] = corners[i];
}

enum { NAME, COUNT, SHARE, DAY, TIME, YES };

static AtlasTableBuilder *
begin_table (int epsg)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("places");
  g_autoptr (AtlasCrs) crs = epsg ? atlas_crs_new_from_epsg (epsg, NULL) : NULL;

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_set_credit (builder, "City of Kielce");
  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "count", ATLAS_COLUMN_INTEGER, NULL);
  atlas_table_builder_add_column (builder, "share", ATLAS_COLUMN_REAL, NULL);
  atlas_table_builder_add_column (builder, "day", ATLAS_COLUMN_DATE, NULL);
  atlas_table_builder_add_column (builder, "time", ATLAS_COLUMN_INSTANT, NULL);
  atlas_table_builder_add_column (builder, "yes", ATLAS_COLUMN_BOOLEAN, NULL);
  return builder;
}

static void
set_cells (AtlasTableBuilder *builder, const char *name)
{
  atlas_table_builder_set_text (builder, NAME, name, -1);
  atlas_table_builder_set_integer (builder, COUNT, G_GINT64_CONSTANT (9007199254740993));
  atlas_table_builder_set_real (builder, SHARE, 0.1);
  atlas_table_builder_set_integer (builder, DAY, 16801);                                 /* 2016-01-01 */
  atlas_table_builder_set_integer (builder, TIME, G_GINT64_CONSTANT (1451602799500000)); /* 2015-12-31T22:59:59.5 */
  atlas_table_builder_set_integer (builder, YES, TRUE);
}

/* An area with a hole, one of two parts, and a row of missing cells without geometry. */
static AtlasTable *
make_areas (void)
{
  AtlasTableBuilder *builder = begin_table (2178);

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  add_ring (builder, 7470000, 5630000, 100);
  add_ring (builder, 7470010, 5630010, 10);
  set_cells (builder, "Ślichowice");
  atlas_table_builder_begin_feature (builder, 2);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  add_ring (builder, 7471000, 5630000, 100);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  add_ring (builder, 7472000, 5630000, 100);
  set_cells (builder, "Barwinek, \"Baranówek\"");
  atlas_table_builder_begin_feature (builder, 3);
  return atlas_table_builder_end (builder);
}

static AtlasTable *
make_points (const char *const *names)
{
  AtlasTableBuilder *builder = begin_table (4326);

  for (guint i = 0; names[i]; i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
    *atlas_table_builder_add_ring (builder, 1) = ATLAS_POINT_INIT (20.5 + i, 50.25);
    set_cells (builder, names[i]);
  }
  return atlas_table_builder_end (builder);
}

static AtlasTable *
read_back (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, &error);
  AtlasTable *table;

  g_assert_no_error (error);
  table = atlas_source_read (source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static AtlasTable *
write_and_read (const Fixture *fixture, AtlasTable *table, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_write (table, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (temp_folder_count (fixture->folder), ==, 1);
  return read_back (path);
}

static void
assert_same_cells (AtlasTable *a, AtlasTable *b)
{
  g_assert_cmpuint (atlas_table_get_n_features (a), ==, atlas_table_get_n_features (b));
  for (guint i = 0; i < atlas_table_get_n_columns (a); i++) {
    const AtlasColumn *was = atlas_table_get_column (a, i);
    const AtlasColumn *is = atlas_table_find_column (b, was->name);

    g_assert_nonnull (is);
    g_test_message ("%s", was->name);
    g_assert_cmpint (is->type, ==, was->type);
    for (gsize row = 0; row < was->n_rows; row++) {
      g_autofree char *before = atlas_column_dup_cell (was, row);
      g_autofree char *after = atlas_column_dup_cell (is, row);

      g_assert_cmpstr (after, ==, before);
    }
  }
}

static void
assert_same_geometry (AtlasTable *a, AtlasTable *b)
{
  const AtlasGeometry *was = atlas_table_get_geometry (a);
  const AtlasGeometry *is = atlas_table_get_geometry (b);

  g_assert_cmpmem (is->features, (is->n_features + 1) * sizeof (guint32), was->features,
                   (was->n_features + 1) * sizeof (guint32));
  g_assert_cmpmem (is->parts, (is->n_parts + 1) * sizeof (guint32), was->parts, (was->n_parts + 1) * sizeof (guint32));
  g_assert_cmpmem (is->rings, (is->n_rings + 1) * sizeof (guint32), was->rings, (was->n_rings + 1) * sizeof (guint32));
  g_assert_cmpmem (is->points, is->n_points * sizeof (AtlasPoint), was->points, was->n_points * sizeof (AtlasPoint));
}

/* What is written to a GeoPackage comes back the same, to the last bit, with its source. */
static void
test_gpkg (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autoptr (AtlasTable) back = write_and_read (fixture, table, "areas.gpkg");

  assert_same_cells (table, back);
  assert_same_geometry (table, back);
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (back)), ==, "EPSG:2178");
  g_assert_cmpstr (atlas_table_get_credit (back), ==, "City of Kielce");
}

static void
add_line (AtlasTableBuilder *builder, double x, gsize n)
{
  AtlasPoint *points;

  atlas_table_builder_begin_part (builder, ATLAS_PART_LINE);
  points = atlas_table_builder_add_ring (builder, n);
  for (gsize i = 0; i < n; i++)
    points[i] = ATLAS_POINT_INIT (x + (double) i, 5630000 + (double) (i * i));
}

static void
add_point (AtlasTableBuilder *builder, double x)
{
  atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
  *atlas_table_builder_add_ring (builder, 1) = ATLAS_POINT_INIT (x, 5630000);
}

typedef enum {
  LINES = 1 << 0,
  SEVERAL = 1 << 1,
  POINTS = 1 << 2,
  AREAS = 1 << 3,
} Kinds;

/* One feature of each kind asked for, and one of several parts of all kinds together. */
static AtlasTable *
make_kinds (Kinds kinds)
{
  AtlasTableBuilder *builder = begin_table (2178);

  for (gint64 fid = 1; fid <= ((kinds & SEVERAL) ? 2 : 1); fid++) {
    atlas_table_builder_begin_feature (builder, fid);
    for (gint64 part = 0; part < fid; part++) {
      if (kinds & LINES)
        add_line (builder, 7470000 + (double) part, 5);
      if (kinds & POINTS)
        add_point (builder, 7470000 + (double) part);
      if (kinds & AREAS) {
        atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
        add_ring (builder, 7470000 + 1000 * (double) part, 5630000, 10);
      }
    }
  }
  return atlas_table_builder_end (builder);
}

static gsize
count_of_kind (AtlasTable *table, AtlasPartKind kind)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);
  gsize n = 0;

  for (gsize i = 0; i < geometry->n_parts; i++)
    n += geometry->kinds[i] == kind;
  return n;
}

/* Every mixture of kinds, of one part and of several, keeps its parts, kinds and positions. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  for (guint kinds = 1; kinds < 16; kinds++) {
    g_autofree char *name = g_strdup_printf ("%u.gpkg", kinds);
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_autoptr (AtlasTable) table = make_kinds (kinds);
    g_autoptr (AtlasTable) back = write_and_read (fixture, table, name);

    g_assert_cmpuint (atlas_table_get_geometry (back)->n_points, ==, atlas_table_get_geometry (table)->n_points);
    g_assert_cmpuint (count_of_kind (back, ATLAS_PART_LINE), ==, count_of_kind (table, ATLAS_PART_LINE));
    g_assert_cmpuint (count_of_kind (back, ATLAS_PART_POLYGON), ==, count_of_kind (table, ATLAS_PART_POLYGON));
    g_assert_cmpmem (atlas_table_get_geometry (back)->boxes, atlas_table_get_n_features (back) * sizeof (AtlasExtent),
                     atlas_table_get_geometry (table)->boxes,
                     atlas_table_get_n_features (table) * sizeof (AtlasExtent));
    g_unlink (path);
  }
}

/* Columns that call themselves as the format calls its own. */
static void
test_reserved_names (Fixture *fixture, gconstpointer data)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("places");
  g_autoptr (AtlasTable) table = NULL, back = NULL;

  atlas_table_builder_add_column (builder, "FID", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "geom", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_begin_feature (builder, 7);
  atlas_table_builder_set_text (builder, 0, "seven", -1);
  table = atlas_table_builder_end (builder);
  back = write_and_read (fixture, table, "reserved.gpkg");
  assert_same_cells (table, back);
}

/* GeoJSON is in degrees, whatever the table was in. */
static void
test_geojson (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autoptr (AtlasTable) back = write_and_read (fixture, table, "areas.geojson");
  g_autoptr (AtlasTable) home = NULL;
  const AtlasGeometry *is;

  g_assert_cmpint (atlas_crs_get_kind (atlas_table_get_crs (back)), ==, ATLAS_CRS_GEOGRAPHIC);
  home = atlas_table_reproject (back, atlas_table_get_crs (table), NULL, NULL);
  is = atlas_table_get_geometry (home);
  g_assert_cmpuint (is->n_points, ==, atlas_table_get_geometry (table)->n_points);
  g_assert_cmpfloat_with_epsilon (atlas_table_get_extent (home).xmax, 7472100, 0.02);
  g_assert_cmpfloat_with_epsilon (atlas_table_get_extent (home).ymin, 5630000, 0.02);
  g_assert_cmpint (atlas_table_count_without_geometry (home), ==, 1);
}

static void
test_geojson_without_crs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autoptr (AtlasTable) bare = atlas_table_with_crs (table, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "bare.geojson", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_table_write (bare, path, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS);
  g_assert_cmpuint (temp_folder_count (fixture->folder), ==, 0);
}

/* The very bytes: quoting, points, and what a spreadsheet would run. */
static void
test_csv (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "plain", "a,b", "say \"no\"", "=1+1", "+48 41 344",
                                       "-5",    "-5%", "@here",      "-",    NULL };
  g_autoptr (AtlasTable) table = make_points (names);
  g_autofree char *path = g_build_filename (fixture->folder, "points.csv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (atlas_table_write (table, path, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_cmpstr (lines[0], ==, "name,count,share,day,time,yes,lon,lat");
  g_assert_cmpstr (lines[1], ==, "plain,9007199254740993,0.1,2016-01-01,2015-12-31T22:59:59Z,true,20.5,50.25");
  g_assert_true (g_str_has_prefix (lines[2], "\"a,b\",9"));
  g_assert_true (g_str_has_prefix (lines[3], "\"say \"\"no\"\"\",9"));
  g_assert_true (g_str_has_prefix (lines[4], "'=1+1,9"));
  g_assert_true (g_str_has_prefix (lines[5], "'+48 41 344,9"));
  g_assert_true (g_str_has_prefix (lines[6], "-5,9"));
  g_assert_true (g_str_has_prefix (lines[7], "'-5%,9"));
  g_assert_true (g_str_has_prefix (lines[8], "'@here,9"));
  g_assert_true (g_str_has_prefix (lines[9], "'-,9"));
  g_assert_cmpstr (lines[10], ==, "");
}

static void
test_csv_of_areas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autoptr (AtlasTable) back = write_and_read (fixture, table, "areas.csv");

  g_assert_cmpuint (atlas_table_get_n_features (back), ==, 3);
  g_assert_null (atlas_table_find_column (back, "x"));
  g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (back, "name"), 1), ==, "Barwinek, \"Baranówek\"");
}

static void
test_xlsx (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ślichowice", "=HYPERLINK(\"x\")", NULL };
  g_autoptr (AtlasTable) table = make_points (names);
  g_autoptr (AtlasTable) back = write_and_read (fixture, table, "points.xlsx");
  const AtlasColumn *name = atlas_table_find_column (back, "name");

  g_assert_cmpuint (atlas_table_get_n_features (back), ==, 2);
  g_assert_cmpstr (atlas_column_get_text (name, 0), ==, "Ślichowice");
  g_assert_cmpstr (atlas_column_get_text (name, 1), ==, "'=HYPERLINK(\"x\")");
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static const char *const names_of_formats[] = { "old.gpkg", "old.geojson", "old.csv", "old.xlsx" };

/* A disk that fills up: the old file is as it was, and nothing lies about. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTableBuilder) builder = NULL;
  g_autoptr (AtlasTable) table = NULL;
  struct rlimit before, tight;

  builder = begin_table (2178);
  for (int i = 0; i < 5000; i++) {
    atlas_table_builder_begin_feature (builder, i);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
    add_ring (builder, 7470000 + i, 5630000, g_test_rand_double_range (1, 100));
    set_cells (builder, "name");
  }
  table = atlas_table_builder_end (g_steal_pointer (&builder));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  tight = (struct rlimit){ .rlim_cur = 50000, .rlim_max = before.rlim_max };
  for (guint i = 0; i < G_N_ELEMENTS (names_of_formats); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names_of_formats[i], NULL);
    g_autoptr (GError) error = NULL;
    gboolean done;

    g_test_message ("%s", names_of_formats[i]);
    g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    setrlimit (RLIMIT_FSIZE, &tight);
    done = atlas_table_write (table, path, NULL, &error);
    setrlimit (RLIMIT_FSIZE, &before);
    g_assert_false (done);
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
    assert_content (path, "old");
    g_assert_cmpuint (temp_folder_count (fixture->folder), ==, i + 1);
  }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (names_of_formats); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names_of_formats[i], NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (atlas_table_write (table, path, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_assert_cmpuint (temp_folder_count (fixture->folder), ==, 0);
}

static void
test_no_such_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "a.csv", NULL);
  g_autofree char *strange = g_build_filename (fixture->folder, "a.shp", NULL);
  g_autoptr (GError) no_folder = NULL, no_format = NULL, is_folder = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "b.csv", NULL);

  g_assert_false (atlas_table_write (table, nowhere, NULL, &no_folder));
  g_assert_error (no_folder, ATLAS_ERROR, ATLAS_ERROR_WRITE);
  g_assert_false (atlas_table_write (table, strange, NULL, &no_format));
  g_assert_error (no_format, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED);
  g_mkdir (folder, 0755);
  g_assert_false (atlas_table_write (table, folder, NULL, &is_folder));
  g_assert_error (is_folder, ATLAS_ERROR, ATLAS_ERROR_WRITE);
}

/* Nobody but root may write where nobody may. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autofree char *path = g_build_filename (fixture->folder, "a.gpkg", NULL);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0) {
    g_test_skip ("root may write everywhere");
    return;
  }
  g_chmod (fixture->folder, 0555);
  g_assert_false (atlas_table_write (table, path, NULL, &error));
  g_chmod (fixture->folder, 0755);
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
}

/* A link keeps pointing where it did; what it points to is replaced. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = make_areas ();
  g_autoptr (AtlasTable) back = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "file.csv", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.csv", NULL);

  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_assert_cmpint (symlink (file, link), ==, 0);
  g_assert_true (atlas_table_write (table, link, NULL, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (temp_folder_count (fixture->folder), ==, 2);
  g_unlink (link);
  back = read_back (file);
  g_assert_cmpuint (atlas_table_get_n_features (back), ==, 3);
}

#define ADD(name, func) g_test_add ("/writer/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  ADD ("gpkg", test_gpkg);
  ADD ("kinds", test_kinds);
  ADD ("reserved-names", test_reserved_names);
  ADD ("geojson", test_geojson);
  ADD ("geojson-without-crs", test_geojson_without_crs);
  ADD ("csv", test_csv);
  ADD ("csv-of-areas", test_csv_of_areas);
  ADD ("xlsx", test_xlsx);
  ADD ("full-disk", test_full_disk);
  ADD ("cancelled", test_cancelled);
  ADD ("no-such-place", test_no_such_place);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("link", test_link);
  return g_test_run ();
}
