// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-secret.h"
#include "fixture.h"
#include "server.h"

#include <cpl_conv.h>
#include <string.h>

static const char capabilities[] =
    "<?xml version=\"1.0\"?><wfs:WFS_Capabilities version=\"1.1.0\" xmlns:wfs=\"http://www.opengis.net/wfs\""
    " xmlns:ows=\"http://www.opengis.net/ows\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:a=\"http://a.test\">"
    "<ows:OperationsMetadata><ows:Operation name=\"GetFeature\"><ows:DCP><ows:HTTP>"
    "<ows:Get xlink:href=\"http://127.0.0.1:%u/wfs\"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>"
    "<wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>a:lamp</wfs:Name><wfs:DefaultSRS>urn:ogc:def:crs:EPSG::2178"
    "</wfs:DefaultSRS></wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>";

static const char schema[] =
    "<?xml version=\"1.0\"?><xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:a=\"http://a.test\""
    " xmlns:gml=\"http://www.opengis.net/gml\" targetNamespace=\"http://a.test\">"
    "<xsd:complexType name=\"lampType\"><xsd:complexContent><xsd:extension base=\"gml:AbstractFeatureType\">"
    "<xsd:sequence><xsd:element name=\"watts\" type=\"xsd:int\"/><xsd:element name=\"geom\""
    " type=\"gml:PointPropertyType\"/></xsd:sequence></xsd:extension></xsd:complexContent></xsd:complexType>"
    "<xsd:element name=\"lamp\" substitutionGroup=\"gml:_Feature\" type=\"a:lampType\"/></xsd:schema>";

/* Northing comes first, as EPSG:2178 officially has it. */
static const char features[] =
    "<?xml version=\"1.0\"?><wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs\""
    " xmlns:gml=\"http://www.opengis.net/gml\" xmlns:a=\"http://a.test\" numberOfFeatures=\"2\">"
    "<gml:featureMember><a:lamp gml:id=\"lamp.1\"><a:watts>60</a:watts><a:geom><gml:Point"
    " srsName=\"urn:ogc:def:crs:EPSG::2178\"><gml:pos>5637000 7473000</gml:pos></gml:Point></a:geom></a:lamp>"
    "</gml:featureMember><gml:featureMember><a:lamp gml:id=\"lamp.2\"><a:watts>75</a:watts><a:geom><gml:Point"
    " srsName=\"urn:ogc:def:crs:EPSG::2178\"><gml:pos>5637100 7473200</gml:pos></gml:Point></a:geom></a:lamp>"
    "</gml:featureMember></wfs:FeatureCollection>";

static char *
answer_wfs_cb (const char *target, guint port)
{
  g_autofree char *lower = g_ascii_strdown (target, -1);

  if (strstr (lower, "getcapabilities"))
    return g_strdup_printf (capabilities, port);
  return g_strdup (strstr (lower, "describefeaturetype") ? schema : features);
}

static char *
answer_api_cb (const char *target, guint port)
{
  if (strstr (target, "/items"))
    return g_strdup ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"properties\":"
                     "{\"watts\":60},\"geometry\":{\"type\":\"Point\",\"coordinates\":[20.6,50.8]}}]}");
  if (strstr (target, "/collections"))
    return g_strdup_printf ("{\"collections\":[{\"id\":\"lamp\",\"title\":\"Lamps\",\"extent\":{\"spatial\":{\"bbox\":"
                            "[[20,50,21,51]]}},\"links\":[{\"rel\":\"items\",\"type\":\"application/geo+json\","
                            "\"href\":\"http://127.0.0.1:%u/collections/lamp/items\"}]}]}",
                            port);
  return g_strdup ("{\"openapi\":\"3.0.0\",\"links\":[]}");
}

static char *
answer_garbage_cb (const char *target, guint port)
{
  return g_strdup ("<html><body>It works!</body></html>");
}

static char *
answer_never_cb (const char *target, guint port)
{
  return NULL;
}

static char *
make_text (const char *prefix, Server *server, const char *rest)
{
  return g_strdup_printf ("%shttp://127.0.0.1:%u%s", prefix, server_get_port (server), rest);
}

static void
test_wfs (void)
{
  Server *server = server_new (answer_wfs_cb);
  g_autofree char *text = make_text ("WFS:", server, "/wfs#a:lamp");
  g_autoptr (AtlasSource) source = atlas_source_parse (text, NULL, NULL);
  g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
  g_autoptr (AtlasTable) table = fixture_must_read (text);
  const AtlasGeometry *g = atlas_table_get_geometry (table);

  g_assert_nonnull (info);
  g_assert_cmpstr (info->driver, ==, "WFS");
  g_assert_cmpint (g->n_features, ==, 2);
  g_assert_cmpfloat (g->points[1].x, ==, 7473200);
  g_assert_cmpfloat (g->points[1].y, ==, 5637100);
  g_assert_cmpint (atlas_table_find_column (table, "watts")->integers[1], ==, 75);
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (table)), ==, "EPSG:2178");
  g_assert_cmpuint (server_stop (server), >, 0);
}

static void
test_api (void)
{
  Server *server = server_new (answer_api_cb);
  g_autofree char *text = make_text ("OAPIF:", server, "/");
  g_autoptr (AtlasTable) table = fixture_must_read (text);

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 1);
  g_assert_cmpint (atlas_table_find_column (table, "watts")->integers[0], ==, 60);
  g_assert_cmpuint (server_stop (server), >, 0);
}

/* A server that talks nonsense, or never answers, costs one sentence and a bounded time. */
static void
assert_refused (const char *prefix, ServerAnswer answer)
{
  Server *server = server_new (answer);
  g_autofree char *text = make_text (prefix, server, "/");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = fixture_read (text, &error);

  g_test_message ("%s: %s", prefix, error ? error->message : "read");
  g_assert_null (table);
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (server_stop (server), >, 0);
}

static void
test_garbage (void)
{
  assert_refused ("WFS:", answer_garbage_cb);
  assert_refused ("OAPIF:", answer_garbage_cb);
}

static void
test_silence (void)
{
  CPLSetConfigOption ("GDAL_HTTP_TIMEOUT", "1");
  CPLSetConfigOption ("GDAL_HTTP_MAX_RETRY", "0");
  assert_refused ("WFS:", answer_never_cb);
  assert_refused ("OAPIF:", answer_never_cb);
}

static gpointer
cancel_cb (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
never_cb (double fraction, gsize n_features, gpointer user_data)
{
  g_assert_not_reached ();
}

/* Nobody has to wait for a server that does not answer: whoever cancels is free, while the question is still out. */
static void
test_cancelled (void)
{
  const char *const prefixes[] = { "WFS:", "OAPIF:", "WMS:", "WMTS:" };

  CPLSetConfigOption ("GDAL_HTTP_TIMEOUT", "5");
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++) {
    Server *server = server_new (answer_never_cb);
    g_autofree char *text = make_text (prefixes[i], server, "/");
    g_autoptr (AtlasSource) source = atlas_source_parse (text, NULL, NULL);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    GThread *thread = g_thread_new ("cancel", cancel_cb, cancellable);

    g_assert_null (atlas_source_inspect (source, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    g_assert_null (atlas_source_read (source, never_cb, NULL, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_thread_join (thread);
    server_stop (server);
  }
}

/* What people see of a connection, and what must not be in it. */
static const struct {
  const char *text;
  const char *shown;
} secrets[] = {
  { "PG:host=a password=swordfish user=b", "PG:host=a password=… user=b" },
  { "PG:host=a password='sword fish' user=b", "PG:host=a password=… user=b" },
  { "PG:password = 'sword\\'fish' user=b", "PG:password = … user=b" },
  { "PG:password=sword\\ fish user=b", "PG:password=… user=b" },
  { "PG:user=b password='sword fish", "PG:user=b password=…" },
  { "postgresql://b:swordfish@host/db", "postgresql://b:…@host/db" },
  { "postgresql://b:sword@fish@host/db", "postgresql://b:…@host/db" },
  { "postgresql://host/db?user=b&password=swordfish&x=1", "postgresql://host/db?user=b&password=…&x=1" },
  { "WFS:http://a.test/wfs?token=swordfish", "WFS:http://a.test/wfs?token=…" },
  { "WFS:http://a.test/wfs?apikey=swordfish", "WFS:http://a.test/wfs?apikey=…" },
  { "WFS:http://a.test:80/wfs", "WFS:http://a.test:80/wfs" },
};

static void
test_secrets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++) {
    g_autofree char *shown = atlas_secret_hide (secrets[i].text);

    g_assert_cmpstr (shown, ==, secrets[i].shown);
  }
}

/* Port 1 refuses at once; libpq and GDAL repeat what they were given. */
static void
test_password_in_error (void)
{
  const char *const texts[] = { "PG:host=127.0.0.1 port=1 user=b password='sword\\'fish' bogus=swordfish#lamp",
                                "PG:host=127.0.0.1 port=1 user=b password='sword#fish'",
                                "PG:host=127.0.0.1 port=1 password='swordfish",
                                "postgresql://b:sword#fish@127.0.0.1:1/db" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (fixture_read (texts[i], &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
    g_test_message ("%s", error->message);
    g_assert_null (strstr (error->message, "sword"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("no_proxy", "127.0.0.1", TRUE);
  atlas_io_init ();
  g_test_add_func ("/connection/wfs", test_wfs);
  g_test_add_func ("/connection/api", test_api);
  g_test_add_func ("/connection/garbage", test_garbage);
  g_test_add_func ("/connection/silence", test_silence);
  g_test_add_func ("/connection/cancelled", test_cancelled);
  g_test_add_func ("/connection/secrets", test_secrets);
  g_test_add_func ("/connection/password-in-error", test_password_in_error);
  return g_test_run ();
}
