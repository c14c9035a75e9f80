// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search.h"

/* What is written, and what is looked for. */
static const struct {
  const char *text;
  const char *folded;
} cases[] = {
  { "Ślichowice", "slichowice" },
  { "ŚLICHOWICE", "slichowice" },
  { "Łódź", "lodz" },
  { "Zażółć gęślą jaźń", "zazolc gesla jazn" },
  { "S\xcc\x81lichowice", "slichowice" }, /* taken apart already: S and an acute accent */
  { "ul. Sienkiewicza 12/3", "ul sienkiewicza 12 3" },
  { "Białogon – Pakosz", "bialogon pakosz" },
  { "  Ostra   Górka ", "ostra gorka" },
  { "Straße", "strasse" },
  { "Gårdsjön Ærø", "gardsjon aero" },
  { "São João", "sao joao" },
  { "’s-Hertogenbosch", "s hertogenbosch" },
  { "km²", "km2" },
  { "Ωmega", "ωmega" },
  { "…", "" },
  { "", "" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = atlas_search_fold (cases[i].text);

    g_assert_cmpstr (folded, ==, cases[i].folded);
  }
}

/* Folding what is folded changes nothing. */
static void
test_fixed_point (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *once = atlas_search_fold (cases[i].text);
    g_autofree char *twice = atlas_search_fold (once);

    g_assert_cmpstr (once, ==, twice);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-fold/table", test_table);
  g_test_add_func ("/search-fold/fixed-point", test_fixed_point);
  return g_test_run ();
}
