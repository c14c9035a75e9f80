// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-colour.h"

#include <math.h>

static AtlasColour
colour (const char *text)
{
  AtlasColour parsed = { 0 };

  g_assert_true (atlas_colour_parse (text, &parsed));
  return parsed;
}

static AtlasColour
random_colour (void)
{
  return ATLAS_COLOUR_RGB ((guint32) g_test_rand_int ());
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    const char *normal; /* NULL: no colour */
  } cases[] = {
    { "#fff", "#ffffff" },
    { "#1aB", "#11aabb" },
    { "#e34a33", "#e34a33" },
    { "#E34A3380", "#e34a3380" },
    { "#E34A33FF", "#e34a33" },
    { "#00000000", "#00000000" },
    { "", NULL },
    { "#", NULL },
    { "e34a33", NULL },
    { "#e34a3", NULL },
    { "#e34a33 ", NULL },
    { "#ggg", NULL },
    { "#-12", NULL },
    { "red", NULL },
    { "#12345", NULL },
    { "#1234567890", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasColour parsed = ATLAS_COLOUR_RGB (0x010203);
    gboolean is_colour = atlas_colour_parse (cases[i].text, &parsed);
    g_autofree char *text = atlas_colour_to_string (parsed);

    g_assert_cmpstr (text, ==, cases[i].normal ? cases[i].normal : "#010203");
    g_assert_cmpint (is_colour, ==, cases[i].normal != NULL);
  }
}

/* L*a*b* of the primaries under D65, as every colour calculator gives them. */
static void
test_lab (void)
{
  static const struct {
    const char *text;
    AtlasLab lab;
  } cases[] = {
    { "#000000", { 0, 0, 0 } },
    { "#ffffff", { 100, 0, 0 } },
    { "#ff0000", { 53.2408, 80.0925, 67.2032 } },
    { "#00ff00", { 87.7347, -86.1827, 83.1793 } },
    { "#0000ff", { 32.2970, 79.1875, -107.8602 } },
    { "#777777", { 50.0344, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasLab lab = atlas_colour_to_lab (colour (cases[i].text));

    g_assert_cmpfloat_with_epsilon (lab.l, cases[i].lab.l, 5e-4);
    g_assert_cmpfloat_with_epsilon (lab.a, cases[i].lab.a, 5e-4);
    g_assert_cmpfloat_with_epsilon (lab.b, cases[i].lab.b, 5e-4);
  }
}

static void
test_lab_and_back (void)
{
  for (int i = 0; i < 5000; i++) {
    AtlasColour c = random_colour ();

    g_assert_true (atlas_colour_equal (atlas_colour_from_lab (atlas_colour_to_lab (c)), c));
  }
}

/* What no screen can show is clipped, not wrapped round. */
static void
test_out_of_gamut (void)
{
  AtlasColour green = atlas_colour_from_lab ((AtlasLab){ 90, -200, 100 });
  AtlasColour white = atlas_colour_from_lab ((AtlasLab){ 130, 0, 0 });

  g_assert_cmpuint (green.r, ==, 0);
  g_assert_cmpuint (green.g, ==, 255);
  g_assert_true (atlas_colour_equal (white, colour ("#fff")));
}

/* The pairs of Sharma, Wu and Dalal: L a b, L a b, difference. */
static void
check_sharma (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);
  double v[7];

  g_assert_cmpuint (g_strv_length (cells), ==, 7);
  for (guint i = 0; i < 7; i++)
    v[i] = g_ascii_strtod (cells[i], NULL);
  g_assert_cmpfloat_with_epsilon (atlas_lab_difference ((AtlasLab){ v[0], v[1], v[2] }, (AtlasLab){ v[3], v[4], v[5] }),
                                  v[6], 5e-5);
  g_assert_cmpfloat_with_epsilon (atlas_lab_difference ((AtlasLab){ v[3], v[4], v[5] }, (AtlasLab){ v[0], v[1], v[2] }),
                                  v[6], 5e-5);
}

/* Those where careless programs go wrong: opposite hues, hues about zero, and one plain pair. */
static void
test_difference (void)
{
  static const char *const traps[] = {
    "50,2.6772,-79.7751,50,0,-82.7485,2.0425",
    "50,2.49,-0.001,50,-2.49,0.0009,7.1792",
    "50,2.49,-0.001,50,-2.49,0.001,7.1792",
    "50,2.49,-0.001,50,-2.49,0.0011,7.2195",
    "50,2.49,-0.001,50,-2.49,0.0012,7.2195",
    "50,-0.001,2.49,50,0.0009,-2.49,4.8045",
    "50,-0.001,2.49,50,0.0011,-2.49,4.7461",
    "50,0,0,50,-1,2,2.3669",
    "50,2.5,0,73,25,-18,27.1492",
    "2.0776,0.0795,-1.1350,0.9033,-0.0636,-0.5514,0.9082",
  };

  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    check_sharma (traps[i]);
}

static void
test_difference_reference (void)
{
  const char *folder = g_getenv ("ATLAS_TEST_SHARED");
  g_autofree char *path = g_build_filename (folder ? folder : "", "reference", "color", "ciede2000_sharma.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL)) {
    g_test_skip ("the pairs of Sharma, Wu and Dalal are not here");
    return;
  }
  lines = g_strsplit (g_strstrip (text), "\n", -1);
  for (guint i = 1; lines[i]; i++, n++)
    check_sharma (g_strstrip (lines[i]));
  g_assert_cmpuint (n, ==, 34);
}

static void
test_vision (void)
{
  for (int i = 0; i < 500; i++) {
    guint8 v = (guint8) g_test_rand_int_range (0, 256);
    AtlasColour grey = { v, v, v, 77 };
    AtlasColour any = random_colour ();
    AtlasColour copy = atlas_colour_seen (any, ATLAS_VISION_GREY);

    for (AtlasVision vision = ATLAS_VISION_NORMAL; vision <= ATLAS_VISION_GREY; vision++)
      g_assert_true (atlas_colour_equal (atlas_colour_seen (grey, vision), grey));
    g_assert_true (copy.r == copy.g && copy.g == copy.b);
    g_assert_true (atlas_colour_equal (atlas_colour_seen (any, ATLAS_VISION_NORMAL), any));
  }
}

/* Red and green of the same lightness are one colour without the middle cone, blue stays another. */
static void
test_red_and_green (void)
{
  AtlasColour red = colour ("#d7191c");
  AtlasColour green = colour ("#1a9641");
  double normal = atlas_colour_difference (red, green);
  double deutan = atlas_colour_difference (atlas_colour_seen (red, ATLAS_VISION_DEUTAN),
                                           atlas_colour_seen (green, ATLAS_VISION_DEUTAN));

  g_assert_cmpfloat (normal, >, 60);
  g_assert_cmpfloat (deutan, <, 25);
}

static void
test_mix (void)
{
  AtlasColour a = colour ("#fdbb8400");
  AtlasColour b = colour ("#4a6fe3");
  AtlasColour half = atlas_colour_mix (a, b, 0.5);
  AtlasLab lab = atlas_colour_to_lab (half);

  g_assert_true (atlas_colour_equal (atlas_colour_mix (a, b, 0), a));
  g_assert_true (atlas_colour_equal (atlas_colour_mix (a, b, 1), b));
  g_assert_true (atlas_colour_equal (atlas_colour_mix (a, b, -3), a));
  g_assert_true (atlas_colour_equal (atlas_colour_mix (a, b, 7), b));
  g_assert_cmpuint (half.a, ==, 128);
  g_assert_cmpfloat_with_epsilon (lab.l, (atlas_colour_to_lab (a).l + atlas_colour_to_lab (b).l) / 2, 0.3);
}

static void
test_contrast (void)
{
  AtlasColour white = colour ("#fff");

  g_assert_cmpfloat_with_epsilon (atlas_colour_contrast (colour ("#000"), white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_colour_contrast (colour ("#767676"), white), 4.5422, 5e-5);
  g_assert_cmpfloat_with_epsilon (atlas_colour_contrast (white, colour ("#777777")), 4.4781, 5e-5);
  g_assert_cmpfloat_with_epsilon (atlas_colour_contrast (colour ("#bdbdbd"), white), 1.8788, 5e-5);
  g_assert_cmpfloat (atlas_colour_contrast (white, white), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/parse", test_parse);
  g_test_add_func ("/colour/lab", test_lab);
  g_test_add_func ("/colour/lab-and-back", test_lab_and_back);
  g_test_add_func ("/colour/out-of-gamut", test_out_of_gamut);
  g_test_add_func ("/colour/difference", test_difference);
  g_test_add_func ("/colour/difference-reference", test_difference_reference);
  g_test_add_func ("/colour/vision", test_vision);
  g_test_add_func ("/colour/red-and-green", test_red_and_green);
  g_test_add_func ("/colour/mix", test_mix);
  g_test_add_func ("/colour/contrast", test_contrast);
  return g_test_run ();
}
