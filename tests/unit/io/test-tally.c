// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tally.h"

static AtlasTable *
make_table (const AtlasTally *tally)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("noted");

  atlas_tally_take_notes (tally, builder);
  return atlas_table_builder_end (builder);
}

/* Every count has its sentence, for one and for several; what did not happen is not told. */
static void
test_sentences (void)
{
  static const struct {
    AtlasTally tally;
    const char *note;
  } cases[] = {
    { { .n_null = 1 }, "1 feature has no geometry; it is listed, but not drawn." },
    { { .n_null = 2 }, "2 features have no geometry; they are listed, but not drawn." },
    { { .n_empty = 1 }, "1 feature has an empty geometry; it is listed, but not drawn." },
    { { .n_curved = 5 }, "The curves of 5 features are drawn as short straight lines." },
    { { .loss.n_heights = 3 }, "Heights or measures of 3 features were left out." },
    { { .loss.n_points = 1 }, "1 position that is not a number or lies beyond any map was left out." },
    { { .loss.n_rings = 4 }, "4 outlines or lines with too few positions were left out." },
    { { .n_bad_texts = 2 }, "2 texts hold damaged letters, shown as “�”." },
    { { .n_naive_times = 1 }, "1 time says no time zone and was read as UTC." },
    { { .n_long_integers = 7 }, "7 whole numbers have more than 15 digits; maps and sums round them." },
    { { .n_skipped_fields = 1 }, "1 field of binary data was left out." },
    { { .n_skipped_fields = 0 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasTable) table = make_table (&cases[i].tally);
    const char *const *notes = atlas_table_get_notes (table);

    g_assert_cmpstr (notes[0], ==, cases[i].note);
    g_assert_true (!notes[0] || !notes[1]);
  }
}

static void
test_all_at_once (void)
{
  const AtlasTally tally = { { 1, 1, 1 }, 1, 1, 1, 1, 1, 1, 1, 1 };
  g_autoptr (AtlasTable) table = make_table (&tally);

  g_assert_cmpuint (g_strv_length ((GStrv) atlas_table_get_notes (table)), ==, 10);
}

/* 2⁵³ is the last whole number that has its neighbours. */
static void
test_integers (void)
{
  static const struct {
    gint64 value;
    gboolean rounded;
  } cases[] = {
    { 0, FALSE },
    { ATLAS_TALLY_LARGEST_EXACT, FALSE },
    { ATLAS_TALLY_LARGEST_EXACT + 1, TRUE },
    { -ATLAS_TALLY_LARGEST_EXACT, FALSE },
    { -ATLAS_TALLY_LARGEST_EXACT - 1, TRUE },
    { G_MAXINT64, TRUE },
    { G_MININT64, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasTally tally = { 0 };

    atlas_tally_judge_integer (&tally, cases[i].value);
    g_assert_cmpuint (tally.n_long_integers, ==, cases[i].rounded);
  }
  g_assert_cmpint ((gint64) (double) ATLAS_TALLY_LARGEST_EXACT, ==, ATLAS_TALLY_LARGEST_EXACT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/sentences", test_sentences);
  g_test_add_func ("/tally/all-at-once", test_all_at_once);
  g_test_add_func ("/tally/integers", test_integers);
  return g_test_run ();
}
