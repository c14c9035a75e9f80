// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette-chooser.h"
#include "atlas-palette-row.h"
#include "hands.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_finalises (void)
{
  GtkWidget *chooser = g_object_ref_sink (atlas_palette_chooser_new ());

  g_assert_finalize_object (chooser);
}

static void
test_choosing_notifies_once (void)
{
  GtkWidget *widget = g_object_ref_sink (atlas_palette_chooser_new ());
  AtlasPaletteChooser *chooser = ATLAS_PALETTE_CHOOSER (widget);
  GtkListBox *list = GTK_LIST_BOX (hands_find (widget, GTK_TYPE_LIST_BOX));
  guint n = 0;

  g_signal_connect_swapped (widget, "notify::palette", G_CALLBACK (count_cb), &n);
  atlas_palette_chooser_set_palette (chooser, "BrBG");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (atlas_palette_chooser_get_palette (chooser), ==, "BrBG");
  g_assert_nonnull (gtk_list_box_get_selected_row (list));

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (widget);
}

/* RdYlGn confuses red and green; the marks are computed from the very colours that are shown. */
static void
test_marks_are_computed (void)
{
  g_autoptr (AtlasPalette) palette = atlas_palette_lookup ("RdYlGn", NULL);
  GtkWidget *row = g_object_ref_sink (atlas_palette_row_new (palette));

  atlas_palette_row_show (ATLAS_PALETTE_ROW (row), 9, FALSE);
  g_assert_false (atlas_palette_row_get_safety (ATLAS_PALETTE_ROW (row)).colour_blind);
  g_assert_finalize_object (row);
}

static const char *
find_tip (GtkWidget *widget, const char *start)
{
  const char *tip = gtk_widget_get_tooltip_text (widget);

  if (tip && g_str_has_prefix (tip, start))
    return tip;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if ((tip = find_tip (child, start)))
      return tip;
  return NULL;
}

/* The hues of BuGn are close to each other, and its lightness tells them apart: the number said is the one that counts.
 */
static void
test_marks_say_what_counts (void)
{
  g_autoptr (AtlasPalette) palette = atlas_palette_lookup ("BuGn", NULL);
  GtkWidget *row = g_object_ref_sink (atlas_palette_row_new (palette));
  const char *tip;

  atlas_palette_row_show (ATLAS_PALETTE_ROW (row), 5, FALSE);
  tip = find_tip (row, "Safe for colour-blind readers");
  g_assert_nonnull (tip);
  g_assert_cmpfloat (g_ascii_strtod (strrchr (tip, ' ') + 1, NULL), >=, 10);
  g_assert_finalize_object (row);
}

static guint
count_shown (GtkWidget *widget)
{
  GtkListBox *list = GTK_LIST_BOX (hands_find (widget, GTK_TYPE_LIST_BOX));
  guint n = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (list, i); i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, i)));
  return n;
}

static void
test_kind_filters (void)
{
  GtkWidget *widget = atlas_palette_chooser_new ();
  GtkWidget *window = hands_show (widget, 320, 400);
  guint n_sequential = count_shown (widget);

  atlas_palette_chooser_set_palette (ATLAS_PALETTE_CHOOSER (widget), "BrBG");
  g_assert_cmpuint (count_shown (widget), >, 0);
  g_assert_cmpuint (count_shown (widget), !=, n_sequential);
  hands_close (window, widget);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette-chooser/finalises", test_finalises);
  g_test_add_func ("/palette-chooser/choosing-notifies-once", test_choosing_notifies_once);
  g_test_add_func ("/palette-chooser/marks-are-computed", test_marks_are_computed);
  g_test_add_func ("/palette-chooser/marks-say-what-counts", test_marks_say_what_counts);
  g_test_add_func ("/palette-chooser/kind-filters", test_kind_filters);
  return g_test_run ();
}
