// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-collation.h"

#include <string.h>

/* In the order of a Polish dictionary. */
static const char *const sorted[] = {
  "",        "10",     "abażur", "adres", "ąbc",    "Barwinek", "Białogon", "Cedzyna", "Czarnów", "ćma",
  "Dąbrowa", "Dyminy", "echo",   "ezop",  "ęcki",   "Lasek",    "Luty",     "łan",     "Łódź",    "mak",
  "Nowa",    "nuta",   "ńak",    "oko",   "osa",    "ósmy",     "park",     "Sady",    "suma",    "Ślichowice",
  "świt",    "tama",   "zamek",  "zupa",  "źrebię", "Żak",      "żyto",
};

static void
assert_before (const char *a, const char *b)
{
  g_autofree char *key_a = atlas_collation_key (a);
  g_autofree char *key_b = atlas_collation_key (b);

  if (strcmp (key_a, key_b) >= 0)
    g_error ("“%s” should stand before “%s”", a, b);
}

static void
test_dictionary (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (sorted); j++)
      assert_before (sorted[i], sorted[j]);
}

static void
test_numbers_by_value (void)
{
  assert_before ("Obwód 9", "Obwód 10");
  assert_before ("Obwód 10", "Obwód 100");
  assert_before ("Obwód 2", "Obwód 2a");
  assert_before ("007", "8");
  assert_before ("12345678901234567890", "12345678901234567891");
}

static void
test_case_and_accents_decide_last (void)
{
  assert_before ("Park", "parka");
  assert_before ("park", "Parka");
  assert_before ("café", "cafeteria");
  assert_before ("Müller", "Muzeum");
}

/* Other scripts follow all that Latin letters begin, each in the order of its own; signs come before letters. */
static void
test_other_scripts (void)
{
  assert_before ("żyto", "Киев");
  assert_before ("Киев", "Львов");
  assert_before ("Zzz", "Αθήνα");
  assert_before ("zebra", "ßa");
  assert_before ("(a)", "a");
  assert_before ("9", "a");
}

static void
test_words_before_letters (void)
{
  assert_before ("Nowa Góra", "Nowakowo");
  assert_before ("Nowa-Huta", "Nowakowo");
}

/* Two texts have the same key only when they are the same: sorting never mixes them. */
static void
test_different_keys (void)
{
  g_autofree char *a = atlas_collation_key ("Park");
  g_autofree char *b = atlas_collation_key ("park");

  g_assert_cmpstr (a, !=, b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/dictionary", test_dictionary);
  g_test_add_func ("/collation/numbers-by-value", test_numbers_by_value);
  g_test_add_func ("/collation/case-and-accents-decide-last", test_case_and_accents_decide_last);
  g_test_add_func ("/collation/other-scripts", test_other_scripts);
  g_test_add_func ("/collation/words-before-letters", test_words_before_letters);
  g_test_add_func ("/collation/different-keys", test_different_keys);
  return g_test_run ();
}
