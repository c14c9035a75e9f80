// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-credit.h"

static void
assert_joined (const char *const *credits, const char *expected)
{
  g_autofree char *joined = atlas_credit_join (credits);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_join (void)
{
  assert_joined ((const char *[]){ NULL }, "");
  assert_joined ((const char *[]){ "City of Kielce", NULL }, "City of Kielce");
  assert_joined ((const char *[]){ "City of Kielce", "GUGiK", NULL }, "City of Kielce; GUGiK");
}

/* Gdynia's districts name the register and the budget; its boundary the register again. */
static void
test_names_each_once (void)
{
  assert_joined (
      (const char *[]){ "GUGiK (people: GUS), via WOF; City of Gdynia", "GUGiK (people: GUS), via WOF", NULL },
      "GUGiK (people: GUS), via WOF; City of Gdynia");
  assert_joined ((const char *[]){ "A; B; A", "C; B", NULL }, "A; B; C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credit/join", test_join);
  g_test_add_func ("/credit/names-each-once", test_names_each_once);
  return g_test_run ();
}
