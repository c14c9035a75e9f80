// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sheet.h"
#include "notebook.h"
#include "town.h"

#include <math.h>

/* A sheet of millimetres seldom ends with a pixel; its last row and column are opaque all the same. */
static void
test_edges (void)
{
  for (int i = 0; i < 50; i++) {
    AtlasLayout layout = ATLAS_LAYOUT_INIT;
    g_autoptr (GError) error = NULL;
    cairo_surface_t *image;

    layout.kind = i % 2 ? ATLAS_LAYOUT_PAGE : ATLAS_LAYOUT_BARE;
    layout.extent = (AtlasExtent){ 0, 0, 1000, 1000 };
    layout.width = g_test_rand_double_range (20, 60);
    layout.height = g_test_rand_double_range (20, 60);
    image = atlas_layout_draw_image (&layout, 50, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmphex (
        town_get_pixel (image, cairo_image_surface_get_width (image) - 1, cairo_image_surface_get_height (image) - 1),
        ==, 0xffffffff);
    cairo_surface_destroy (image);
  }
}

/* The number beside a page's bar is round, true on paper, and shows all that was ordered. */
static void
test_page_has_a_round_scale (void)
{
  for (int i = 0; i < 200; i++) {
    double side = pow (10, g_test_rand_double_range (2, 6));
    AtlasLayout layout = ATLAS_LAYOUT_INIT;
    AtlasSheet sheet;
    double step;

    layout.kind = ATLAS_LAYOUT_PAGE;
    layout.extent = (AtlasExtent){ 500, 700, 500 + side, 700 + side };
    layout.metres_per_unit = 0.5;
    layout.width = 297;
    layout.height = 210;
    atlas_sheet_init (&sheet, &layout);
    step = pow (10, floor (log10 (sheet.scale_rule.denominator) + 1e-9) - 1);
    g_assert_cmpfloat_with_epsilon (fmod (sheet.scale_rule.denominator / step + 0.5, 1), 0.5, 1e-6);
    g_assert_cmpfloat_with_epsilon (1000 * 0.5 / sheet.transform.scale / sheet.scale_rule.denominator, 1, 1e-3);
    g_assert_true (atlas_extent_contains_point (
        sheet.frame, atlas_transform_to_device (sheet.transform, ATLAS_POINT_INIT (500, 700))));
    g_assert_true (atlas_extent_contains_point (
        sheet.frame, atlas_transform_to_device (sheet.transform, ATLAS_POINT_INIT (500 + side, 700 + side))));
    atlas_sheet_clear (&sheet);
  }
}

/* A circle whose middle is on the edge of the extent is within the frame. */
static void
test_symbols_have_room (void)
{
  g_autoptr (AtlasTable) table = town_new_points (30);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "", "symbol", "proportional", "field", "value", "size",
                                                      "40", NULL);
  AtlasLayout layout = ATLAS_LAYOUT_INIT;
  AtlasSheet sheet;
  AtlasPoint corner;

  layout.kind = ATLAS_LAYOUT_MAP;
  layout.extent = (AtlasExtent){ 0, 0, 100, 100 };
  layout.layers = &layer;
  layout.n_layers = 1;
  layout.width = 297;
  layout.height = 210;
  atlas_sheet_init (&sheet, &layout);
  corner = atlas_transform_to_device (sheet.transform, ATLAS_POINT_INIT (0, 0));
  g_assert_true (atlas_extent_contains (
      sheet.frame, atlas_extent_grow ((AtlasExtent){ corner.x, corner.y, corner.x, corner.y }, 20)));
  atlas_sheet_clear (&sheet);
}

/* The legend lies where the map is empty: a town of which one corner is missing. */
static void
test_corners (void)
{
  /* districts of three rows of three, from the lower left; which of them are left out, and where the panel is */
  static const struct {
    guint32 without;
    gboolean right;
    gboolean upper;
  } corners[] = { { 0, FALSE, FALSE }, { 2, TRUE, FALSE }, { 6, FALSE, TRUE }, { 8, TRUE, TRUE } };
  g_autoptr (AtlasTable) whole = town_new_districts (3, 3);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++) {
    guint32 rows[8];
    g_autoptr (AtlasTable) table = NULL;
    g_autoptr (AtlasSceneLayer) layer = NULL;
    AtlasLayout layout;
    AtlasSheet sheet;
    AtlasPoint panel;

    for (guint32 row = 0, n = 0; row < 9; row++)
      if (row != corners[i].without)
        rows[n++] = row;
    table = atlas_table_select (whole, rows, G_N_ELEMENTS (rows));
    layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "people", "n-classes", "2", NULL);
    layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
    layout.width = layout.height = 300;
    layout.extent = atlas_table_get_extent (whole);
    atlas_sheet_init (&sheet, &layout);
    g_assert_true (sheet.legend_on_map);
    panel = atlas_extent_centre (atlas_sheet_get_panel (&sheet));
    g_assert_cmpint (panel.x > 150, ==, corners[i].right);
    g_assert_cmpint (panel.y < 150, ==, corners[i].upper);
    g_assert_true (atlas_extent_contains (sheet.frame, atlas_sheet_get_panel (&sheet)));
    atlas_sheet_clear (&sheet);
  }
}

/* Where it would hide the map, it has a place of its own. */
static void
test_no_corner (void)
{
  g_autoptr (AtlasTable) table = town_new_districts (3, 3);
  g_autoptr (AtlasSceneLayer) layer = town_new_layer (table, "Places", "symbol", "choropleth", "field", "people", NULL);
  AtlasLayout layout = town_make_layout (&layer, 1, ATLAS_LAYOUT_MAP);
  AtlasSheet sheet;

  layout.width = layout.height = 300;
  layout.extent = (AtlasExtent){ 0, 0, 300, 300 };
  atlas_sheet_init (&sheet, &layout);
  g_assert_false (sheet.legend_on_map);
  atlas_sheet_clear (&sheet);
}

static AtlasExtent
get_legend_box (const AtlasSheet *sheet)
{
  AtlasPoint at = sheet->legend_at;

  return (AtlasExtent){ at.x, at.y, at.x + sheet->legend->width, at.y + sheet->legend->height };
}

/* Legend and scale bar lie beside one another; a legend that is not on a panel, beside the map. */
static void
assert_boxes_apart (const AtlasSheet *sheet)
{
  AtlasExtent legend = get_legend_box (sheet);
  AtlasExtent panel = atlas_sheet_get_panel (sheet);
  AtlasExtent rule = atlas_sheet_get_scale_rule_box (sheet);

  g_assert_true (sheet->legend_on_map != atlas_extent_is_empty (panel));
  g_assert_false (atlas_extent_intersects (sheet->legend_on_map ? panel : legend, rule));
  if (sheet->legend_on_map)
    g_assert_true (atlas_extent_contains (panel, legend) && atlas_extent_contains (sheet->frame, panel));
  else
    g_assert_false (atlas_extent_intersects (atlas_extent_grow (sheet->frame, -0.01), legend));
}

static gboolean
is_drawn (const Notebook *notebook, NoteKind kind, AtlasExtent box)
{
  for (guint i = 0; i < notebook_count (notebook, kind); i++) {
    AtlasExtent drawn = notebook_find (notebook, kind, i)->box;

    if (atlas_extent_contains (atlas_extent_grow (drawn, 1e-6), box) &&
        atlas_extent_contains (atlas_extent_grow (box, 1e-6), drawn))
      return TRUE;
  }
  return FALSE;
}

static void
assert_sheet (const AtlasLayout *layout)
{
  AtlasExtent paper = { 0, 0, layout->width, layout->height };
  g_auto (Notebook) notebook = { 0 };
  AtlasSheet sheet;

  notebook_init (&notebook);
  atlas_sheet_init (&sheet, layout);
  g_assert_true (atlas_extent_contains (atlas_extent_grow (paper, 1e-6), sheet.frame));
  assert_boxes_apart (&sheet);
  g_assert_true (atlas_sheet_draw (&sheet, &notebook.parent, NULL));
  g_assert_cmpuint (notebook.origins->len, ==, 0);
  notebook_assert_texts_apart (&notebook);
  g_assert_true (is_drawn (&notebook, NOTE_FILL, paper));
  g_assert_true (is_drawn (&notebook, NOTE_STROKE, sheet.frame) == (layout->kind == ATLAS_LAYOUT_PAGE));
  for (guint i = 0; i < notebook_count (&notebook, NOTE_TEXT); i++)
    g_assert_true (atlas_extent_contains (paper, notebook_find (&notebook, NOTE_TEXT, i)->box));
  atlas_sheet_clear (&sheet);
}

/* On papers from A5 to A0, upright or not, with whatever belongs on them: all writing is on the paper, and none of it
 * lies over another, names on the map included. */
static void
test_furniture (void)
{
  static const char *const titles[] = { NULL, "Town",
                                        "Public places on each square kilometre of the districts of a "
                                        "town that has a great many of them, counted in spring" };
  static const char *const credits[] = { NULL, "Town hall",
                                         "Town hall, 2024; places: contributors of a map that all "
                                         "may use, under its licence; borders: the state’s office" };
  g_autoptr (AtlasTable) table = town_new_districts (6, 4);
  g_autoptr (AtlasSceneLayer) classes = town_new_layer (table, "Places", "symbol", "choropleth", "field", "value",
                                                        "label-field", "name", NULL);
  g_autoptr (AtlasSceneLayer) circles = town_new_layer (table, "People", "symbol", "proportional", "field", "people",
                                                        "label-field", "name", NULL);
  AtlasSceneLayer *layers[] = { classes, circles };

  for (guint i = 0; i < 48; i++) {
    double shorter = 148 * pow (2, g_test_rand_double_range (0, 2.5));
    AtlasLayout layout = ATLAS_LAYOUT_INIT;

    layout.kind = i % 2 ? ATLAS_LAYOUT_PAGE : ATLAS_LAYOUT_MAP;
    layout.width = i % 4 < 2 ? shorter : shorter * G_SQRT2;
    layout.height = i % 4 < 2 ? shorter * G_SQRT2 : shorter;
    layout.layers = layers;
    layout.n_layers = (guint) g_test_rand_int_range (1, 3);
    layout.extent = atlas_table_get_extent (table);
    layout.title = titles[g_test_rand_int_range (0, 3)];
    layout.credit = credits[g_test_rand_int_range (0, 3)];
    layout.language = g_test_rand_bit () ? "pl" : "en";
    assert_sheet (&layout);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/edges", test_edges);
  g_test_add_func ("/sheet/page-has-a-round-scale", test_page_has_a_round_scale);
  g_test_add_func ("/sheet/symbols-have-room", test_symbols_have_room);
  g_test_add_func ("/sheet/corners", test_corners);
  g_test_add_func ("/sheet/no-corner", test_no_corner);
  g_test_add_func ("/sheet/furniture", test_furniture);
  return g_test_run ();
}
