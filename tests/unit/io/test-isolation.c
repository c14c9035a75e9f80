// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-io.h"
#include "atlas-network-gate.h"
#include "atlas-projection.h"
#include "atlas-raster.h"
#include "fixture.h"
#include "server.h"

#include <cpl_http.h>
#include <string.h>

/* Files that name a server which really listens, and a file that must stay unread. PORT and SECRET are filled in. */
static const struct {
  const char *name;
  const char *text;
} files[] = {
  { "link.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":"
                    "\"http://127.0.0.1:PORT/crs\",\"type\":\"ogcwkt\"}},\"features\":[{\"type\":\"Feature\","
                    "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[20.6,50.8]}}]}" },
  { "name.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                    "\"http://127.0.0.1:PORT/crs\"}},\"features\":[{\"type\":\"Feature\","
                    "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[20.6,50.8]}}]}" },
  { "schema.gml",
    "<?xml version=\"1.0\"?><wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs\""
    " xmlns:gml=\"http://www.opengis.net/gml\" xmlns:a=\"http://a\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://a http://127.0.0.1:PORT/wfs?"
    "SERVICE=WFS&amp;VERSION=1.1.0&amp;REQUEST=DescribeFeatureType&amp;TYPENAME=a:a\"><gml:featureMember>"
    "<a:a fid=\"a.0\"><a:geom><gml:Point srsName=\"http://127.0.0.1:PORT/srs\"><gml:pos>20.6 50.8</gml:pos>"
    "</gml:Point></a:geom><a:n>1</a:n></a:a></gml:featureMember></wfs:FeatureCollection>" },
  { "entity.gml", "<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"http://127.0.0.1:PORT/a.dtd\" ["
                  "<!ENTITY x SYSTEM \"http://127.0.0.1:PORT/x\"><!ENTITY y SYSTEM \"file://SECRET\">]>"
                  "<ogr:FeatureCollection xmlns:ogr=\"http://ogr.maptools.org/\""
                  " xmlns:gml=\"http://www.opengis.net/gml\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
                  "<gml:featureMember><ogr:a fid=\"a.0\"><ogr:n>&x;&y;</ogr:n>"
                  "<ogr:p xlink:href=\"http://127.0.0.1:PORT/p\"/></ogr:a></gml:featureMember>"
                  "</ogr:FeatureCollection>" },
  { "beside.gml", "<?xml version=\"1.0\"?><ogr:FeatureCollection xmlns:ogr=\"http://ogr.maptools.org/\""
                  " xmlns:gml=\"http://www.opengis.net/gml\"><gml:featureMember><ogr:a fid=\"a.0\"><ogr:n>1</ogr:n>"
                  "</ogr:a></gml:featureMember></ogr:FeatureCollection>" },
  { "beside.xsd", "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"><include schemaLocation="
                  "\"http://127.0.0.1:PORT/a.xsd\"/><include schemaLocation=\"SECRET\"/></schema>" },
  { "link.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>"
                "http://127.0.0.1:PORT/a.kml</href></Link></NetworkLink><Style id=\"s\"><IconStyle><Icon><href>"
                "http://127.0.0.1:PORT/a.png</href></Icon></IconStyle></Style><Placemark><styleUrl>"
                "http://127.0.0.1:PORT/s.kml#s</styleUrl><Point><coordinates>20.6,50.8</coordinates></Point>"
                "</Placemark></Document></kml>" },
  { "vector.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>CSV:SECRET</SrcDataSource>"
                  "</OGRVRTLayer><OGRVRTLayer name=\"a\"><SrcDataSource>http://127.0.0.1:PORT/a.geojson"
                  "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>" },
  { "vector.csv", "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/vsicurl/http://127.0.0.1:PORT/a.csv"
                  "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>" },
  { "raster.tif", "<VRTDataset rasterXSize=\"9\" rasterYSize=\"9\"><VRTRasterBand dataType=\"Byte\" band=\"1\">"
                  "<SimpleSource><SourceFilename>/vsicurl/http://127.0.0.1:PORT/a.tif</SourceFilename>"
                  "</SimpleSource></VRTRasterBand></VRTDataset>" },
  { "server.tif", "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>http://127.0.0.1:PORT/${z}/${x}/${y}.png</ServerUrl>"
                  "</Service></GDAL_WMS>" },
  { "server.xml", "<OGRWFSDataSource><URL>http://127.0.0.1:PORT/wfs</URL></OGRWFSDataSource>" },
  { "server.json", "{\"type\":\"FeatureCollection\",\"links\":[{\"rel\":\"next\",\"href\":"
                   "\"http://127.0.0.1:PORT/next\"}],\"next\":\"http://127.0.0.1:PORT/next\",\"features\":[]}" },
  { "projection.asc", "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n" },
  { "projection.prj", "http://127.0.0.1:PORT/prj" },
};

static void
replace_all (char **text, const char *word, const char *by)
{
  g_auto (GStrv) pieces = g_strsplit (*text, word, -1);

  g_free (*text);
  *text = g_strjoinv (by, pieces);
}

static void
write_files (Fixture *fixture, guint port, const char *secret)
{
  g_autofree char *number = g_strdup_printf ("%u", port);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *text = g_strdup (files[i].text);

    replace_all (&text, "PORT", number);
    replace_all (&text, "SECRET", secret);
    fixture_write (fixture, files[i].name, text, -1);
  }
}

static gboolean
row_tells (AtlasTable *table, gsize row)
{
  for (guint c = 0; c < atlas_table_get_n_columns (table); c++) {
    g_autofree char *cell = atlas_column_dup_cell (atlas_table_get_column (table, c), row);

    if (cell && strstr (cell, "swordfish"))
      return TRUE;
  }
  return FALSE;
}

/* Everything that the program can do with a file: list it, read it, draw it. */
static void
look_at (const char *path)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
  g_autoptr (AtlasTable) table = atlas_source_read (source, NULL, NULL, NULL, NULL);
  g_autoptr (AtlasPicture) picture = NULL;

  source->crs_override = atlas_crs_new_from_epsg (2178, NULL);
  picture = atlas_raster_read (source, source->crs_override, (AtlasExtent){ 0, 0, 9, 9 }, 9, 9, NULL, NULL);
  for (gsize row = 0; table && row < atlas_table_get_n_features (table); row++)
    g_assert_false (row_tells (table, row));
}

static char *
greet_cb (const char *target, guint port)
{
  return g_strdup ("<hello/>");
}

/* No file, whatever it holds and is called, makes the program call a server or read another file. */
static void
test_nothing_leaves (Fixture *fixture, gconstpointer data)
{
  Server *server = server_new (greet_cb);
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *secret = g_build_filename (folder, "secret.csv", NULL);

  g_assert_true (g_file_set_contents (secret, "user,word\nroot,swordfish\n", -1, NULL));
  write_files (fixture, server_get_port (server), secret);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = fixture_path (fixture, files[i].name);

    look_at (path);
  }
  g_assert_cmpuint (server_stop (server), ==, 0);
}

/* The listener would notice: with the gate open for this thread, and only for it, GDAL's calls arrive. */
static void
test_gate (void)
{
  Server *server = server_new (greet_cb);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", server_get_port (server));

  for (int open = 0; open < 2; open++) {
    CPLHTTPResult *result;

    atlas_network_gate_allow (open);
    result = CPLHTTPFetch (url, NULL);
    g_assert_cmpint (result->nStatus == 0, ==, open);
    CPLHTTPDestroyResult (result);
  }
  atlas_network_gate_allow (FALSE);
  g_assert_cmpuint (server_stop (server), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("no_proxy", "127.0.0.1", TRUE);
  atlas_io_init ();
  FIXTURE_TEST ("/isolation/nothing-leaves", test_nothing_leaves);
  g_test_add_func ("/isolation/gate", test_gate);
  return g_test_run ();
}
