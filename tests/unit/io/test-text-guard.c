// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-guard.h"

/* What a cell holds, and what a spreadsheet is given. */
static const char *const cells[][2] = {
  { "", "" },
  { "Ślichowice", "Ślichowice" },
  { "3 - 2", "3 - 2" },
  { "-5", "-5" },
  { "+5", "+5" },
  { "-1.5e3", "-1.5e3" },
  { "=1+1", "'=1+1" },
  { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
  { "+48 41 36 76 000", "'+48 41 36 76 000" },
  { "-", "'-" },
  { "-2+3", "'-2+3" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "\tx", "'\tx" },
  { "\rx", "'\rx" },
  { "Rynek\uffff 1\ufffe", "Rynek\xef\xbf\xbd 1\xef\xbf\xbd" }, /* which XML cannot hold */
  { "=\uffff", "'=\xef\xbf\xbd" },
};

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *guarded = NULL;
    const char *safe = atlas_text_guard (cells[i][0], &guarded);

    g_assert_cmpstr (safe, ==, cells[i][1]);
    g_assert_true (guarded == NULL || safe == guarded);
  }
}

/* One variable may serve many cells. */
static void
test_reuse (void)
{
  g_autofree char *guarded = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (atlas_text_guard (cells[i][0], &guarded), ==, cells[i][1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-guard/cells", test_cells);
  g_test_add_func ("/text-guard/reuse", test_reuse);
  return g_test_run ();
}
