// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-paper.h"

static const struct {
  AtlasPaperWords words;
  AtlasLayoutKind kind;
  int width; /* in pixels; 0 when the words are no paper */
  int height;
} sheets[] = {
  { { NULL, NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 1600, 1200 },
  { { "2000x2000", NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 2000, 2000 },
  { { "33x7", NULL, "map", "250" }, ATLAS_LAYOUT_MAP, 33, 7 },
  { { NULL, "a4", NULL, NULL }, ATLAS_LAYOUT_PAGE, 3508, 2480 },
  { { NULL, "a3", "bare", "72" }, ATLAS_LAYOUT_BARE, 1191, 842 },
  { { NULL, "slide", NULL, "144" }, ATLAS_LAYOUT_PAGE, 1920, 1080 },
  { { "100x100", "a4", NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { "100", NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { "x100", NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { "0x100", NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { "100x-1", NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { "100x100x", NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { "1000000x1", NULL, NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { NULL, "a5", NULL, NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { NULL, NULL, "poster", NULL }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { NULL, NULL, NULL, "-5" }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { NULL, NULL, NULL, "0" }, ATLAS_LAYOUT_BARE, 0, 0 },
  { { NULL, NULL, NULL, "96dpi" }, ATLAS_LAYOUT_BARE, 0, 0 },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++) {
    g_autoptr (GError) error = NULL;
    AtlasPaper paper;

    g_test_message ("row %zu", i);
    if (!atlas_paper_parse (&sheets[i].words, &paper, &error)) {
      g_assert_cmpint (sheets[i].width, ==, 0);
      g_assert_true (error->domain == G_OPTION_ERROR);
      continue;
    }
    g_assert_cmpint (paper.kind, ==, sheets[i].kind);
    g_assert_cmpint (atlas_paper_get_pixel_width (&paper), ==, sheets[i].width);
    g_assert_cmpint (atlas_paper_get_pixel_height (&paper), ==, sheets[i].height);
  }
}

/* Whatever size and resolution are told, the pixels come back as they were told. */
static void
test_pixels_survive (void)
{
  for (int i = 0; i < 2000; i++) {
    int width = g_test_rand_int_range (1, 40000);
    int height = g_test_rand_int_range (1, 40000);
    g_autofree char *size = g_strdup_printf ("%dx%d", width, height);
    g_autofree char *dpi = g_strdup_printf ("%d", g_test_rand_int_range (1, 1200));
    AtlasPaperWords words = { .size = size, .dpi = dpi };
    AtlasPaper paper;

    g_assert_true (atlas_paper_parse (&words, &paper, NULL));
    g_assert_cmpint (atlas_paper_get_pixel_width (&paper), ==, width);
    g_assert_cmpint (atlas_paper_get_pixel_height (&paper), ==, height);
  }
}

static void
test_extent (void)
{
  static const char *const wrong[] = {
    "", "1,2,3", "1,2,3,4,5", "3,2,1,4", "1,4,3,2", "1,2,1,4", "a,2,3,4", "1,2,inf,4"
  };
  AtlasExtent extent;

  g_assert_true (atlas_paper_parse_extent ("-1.5, 2,3e2,4", &extent, NULL));
  g_assert_cmpfloat (extent.xmin, ==, -1.5);
  g_assert_cmpfloat (extent.xmax, ==, 300);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (atlas_paper_parse_extent (wrong[i], &extent, NULL));
}

/* The extent that fills a paper holds what must be seen, about the same middle, in the paper's proportions. */
static void
test_fill (void)
{
  for (int i = 0; i < 1000; i++) {
    AtlasPaper paper = { .width = g_test_rand_double_range (10, 500), .height = g_test_rand_double_range (10, 500) };
    AtlasPoint corner = { g_test_rand_double_range (-1e6, 1e6), g_test_rand_double_range (-1e6, 1e6) };
    AtlasExtent seen = { corner.x, corner.y, corner.x + g_test_rand_double_range (1, 1e5),
                         corner.y + g_test_rand_double_range (1, 1e5) };
    AtlasExtent filled = atlas_paper_fill (&paper, seen);

    g_assert_true (atlas_extent_contains (atlas_extent_grow (filled, 1e-6), seen));
    g_assert_cmpfloat_with_epsilon (atlas_extent_centre (filled).x, atlas_extent_centre (seen).x, 1e-6);
    g_assert_cmpfloat_with_epsilon (atlas_extent_width (filled) / atlas_extent_height (filled),
                                    paper.width / paper.height, 1e-6);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/words", test_words);
  g_test_add_func ("/paper/pixels-survive", test_pixels_survive);
  g_test_add_func ("/paper/extent", test_extent);
  g_test_add_func ("/paper/fill", test_fill);
  return g_test_run ();
}
