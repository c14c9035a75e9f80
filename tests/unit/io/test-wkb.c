// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-wkb.h"

#include <string.h>

/* Well-known binary as hexadecimal digits, with blanks where a reader wants them. */
static GBytes *
from_hex (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  for (const char *p = hex; *p;) {
    guint8 byte;

    if (*p == ' ') {
      p++;
      continue;
    }
    byte = (guint8) (g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]));
    g_byte_array_append (bytes, &byte, 1);
    p += 2;
  }
  return g_byte_array_free_to_bytes (bytes);
}

static AtlasTable *
decode (const char *hex, AtlasWkbResult expected, AtlasWkbLoss *loss)
{
  g_autoptr (GBytes) bytes = from_hex (hex);
  AtlasTableBuilder *builder = atlas_table_builder_new ("wkb");
  gsize n;
  const guint8 *data = g_bytes_get_data (bytes, &n);

  atlas_table_builder_begin_feature (builder, 1);
  g_assert_cmpint (atlas_wkb_decode (data, n, builder, loss), ==, expected);
  return atlas_table_builder_end (builder);
}

#define ONE_LE   "000000000000F03F"
#define TWO_LE   "0000000000000040"
#define THREE_LE "0000000000000840"
#define ZERO     "0000000000000000"
#define NAN_LE   "000000000000F87F"
#define VAST_LE  "A0C8EB85F3CCE17F" /* 1e308: twice as much is no number */
#define ONE_BE   "3FF0000000000000"
#define TWO_BE   "4000000000000000"

static const struct {
  const char *what;
  const char *hex;
  AtlasWkbResult result;
  gsize n_parts;
  gsize n_points;
} cases[] = {
  { "point", "01 01000000" ONE_LE TWO_LE, ATLAS_WKB_FINE, 1, 1 },
  { "point, big-endian", "00 00000001" ONE_BE TWO_BE, ATLAS_WKB_FINE, 1, 1 },
  { "point Z of ISO", "01 E9030000" ONE_LE TWO_LE THREE_LE, ATLAS_WKB_FINE, 1, 1 },
  { "point ZM of ISO", "01 B90B0000" ONE_LE TWO_LE THREE_LE ZERO, ATLAS_WKB_FINE, 1, 1 },
  { "point Z of PostGIS", "01 01000080" ONE_LE TWO_LE THREE_LE, ATLAS_WKB_FINE, 1, 1 },
  { "point with SRID", "01 01000020 82080000" ONE_LE TWO_LE, ATLAS_WKB_FINE, 1, 1 },
  { "empty point", "01 01000000" NAN_LE NAN_LE, ATLAS_WKB_EMPTY, 0, 0 },
  { "line", "01 02000000 02000000" ZERO ZERO ONE_LE ONE_LE, ATLAS_WKB_FINE, 1, 2 },
  { "empty line", "01 02000000 00000000", ATLAS_WKB_EMPTY, 0, 0 },
  { "line of one point", "01 02000000 01000000" ZERO ZERO, ATLAS_WKB_EMPTY, 0, 0 },
  { "triangle", "01 03000000 01000000 04000000" ZERO ZERO ONE_LE ZERO ONE_LE ONE_LE ZERO ZERO, ATLAS_WKB_FINE, 1, 4 },
  { "open ring", "01 03000000 01000000 03000000" ZERO ZERO ONE_LE ZERO ONE_LE ONE_LE, ATLAS_WKB_FINE, 1, 4 },
  { "empty polygon", "01 03000000 00000000", ATLAS_WKB_EMPTY, 0, 0 },
  { "two points", "01 04000000 02000000 01 01000000" ONE_LE TWO_LE "01 01000000" TWO_LE ONE_LE, ATLAS_WKB_FINE, 2, 2 },
  { "collection", "01 07000000 02000000 01 01000000" ONE_LE TWO_LE "01 02000000 02000000" ZERO ZERO ONE_LE ONE_LE,
    ATLAS_WKB_FINE, 2, 3 },
  { "TIN", "01 10000000 01000000 01 11000000 01000000 04000000" ZERO ZERO ONE_LE ZERO ONE_LE ONE_LE ZERO ZERO,
    ATLAS_WKB_FINE, 1, 4 },
  { "arc", "01 08000000 00000000", ATLAS_WKB_CURVED, 0, 0 },
  { "arc in a collection", "01 07000000 01000000 01 09000000 00000000", ATLAS_WKB_CURVED, 0, 0 },
  { "nothing", "", ATLAS_WKB_BROKEN, 0, 0 },
  { "unknown byte order", "02 01000000" ONE_LE TWO_LE, ATLAS_WKB_BROKEN, 0, 0 },
  { "unknown type", "01 63000000", ATLAS_WKB_BROKEN, 0, 0 },
  { "point cut short", "01 01000000" ONE_LE, ATLAS_WKB_BROKEN, 0, 0 },
  { "more points than bytes", "01 02000000 FFFFFF7F" ZERO ZERO, ATLAS_WKB_BROKEN, 0, 0 },
  { "more rings than bytes", "01 03000000 FFFFFFFF", ATLAS_WKB_BROKEN, 0, 0 },
  { "more members than bytes", "01 07000000 FFFFFFFF", ATLAS_WKB_BROKEN, 0, 0 },
  { "second member broken", "01 04000000 02000000 01 01000000" ONE_LE TWO_LE "01 01000000", ATLAS_WKB_BROKEN, 0, 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasWkbLoss loss = { 0 };
    g_autoptr (AtlasTable) table = NULL;

    g_test_message ("%s", cases[i].what);
    table = decode (cases[i].hex, cases[i].result, &loss);
    g_assert_cmpuint (atlas_table_get_geometry (table)->n_parts, ==, cases[i].n_parts);
    g_assert_cmpuint (atlas_table_get_geometry (table)->n_points, ==, cases[i].n_points);
  }
}

static void
test_values (void)
{
  AtlasWkbLoss loss = { 0 };
  g_autoptr (AtlasTable) table = decode ("00 000003E9" ONE_BE TWO_BE ONE_BE, ATLAS_WKB_FINE, &loss);

  g_assert_cmpfloat (atlas_table_get_geometry (table)->points[0].x, ==, 1);
  g_assert_cmpfloat (atlas_table_get_geometry (table)->points[0].y, ==, 2);
  g_assert_cmpuint (loss.n_heights, ==, 1);
}

static void
test_not_finite (void)
{
  AtlasWkbLoss loss = { 0 };
  g_autoptr (AtlasTable) table = decode ("01 02000000 03000000" ZERO ZERO NAN_LE ONE_LE ONE_LE ONE_LE, ATLAS_WKB_FINE,
                                         &loss);

  g_assert_cmpuint (atlas_table_get_geometry (table)->n_points, ==, 2);
  g_assert_cmpuint (loss.n_points, ==, 1);
}

static void
test_beyond_any_map (void)
{
  AtlasWkbLoss loss = { 0 };
  g_autoptr (AtlasTable) table = decode ("01 02000000 03000000" ZERO ZERO VAST_LE ONE_LE ONE_LE ONE_LE, ATLAS_WKB_FINE,
                                         &loss);

  g_assert_cmpuint (atlas_table_get_geometry (table)->n_points, ==, 2);
  g_assert_cmpuint (loss.n_points, ==, 1);
}

/* With the outline lost, its holes must not become areas. */
static void
test_outline_lost (void)
{
  AtlasWkbLoss loss = { 0 };
  g_autoptr (AtlasTable) table = decode ("01 03000000 02000000 02000000" ZERO ZERO ONE_LE ONE_LE
                                         "04000000" ZERO ZERO ONE_LE ZERO ONE_LE ONE_LE ZERO ZERO,
                                         ATLAS_WKB_EMPTY, &loss);

  g_assert_cmpuint (atlas_table_get_geometry (table)->n_parts, ==, 0);
  g_assert_cmpuint (loss.n_rings, ==, 1);
}

static void
test_too_deep (void)
{
  g_autoptr (GString) hex = g_string_new (NULL);
  AtlasWkbLoss loss = { 0 };

  for (guint i = 0; i < 100000; i++)
    g_string_append (hex, "0107000000"
                          "01000000");
  atlas_table_unref (decode (hex->str, ATLAS_WKB_BROKEN, &loss));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wkb/cases", test_cases);
  g_test_add_func ("/wkb/values", test_values);
  g_test_add_func ("/wkb/not-finite", test_not_finite);
  g_test_add_func ("/wkb/beyond-any-map", test_beyond_any_map);
  g_test_add_func ("/wkb/outline-lost", test_outline_lost);
  g_test_add_func ("/wkb/too-deep", test_too_deep);
  return g_test_run ();
}
