// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-text.h"

#include <math.h>

static const struct {
  double value;
  const char *text;
} numbers[] = {
  { 0, "0" },
  { 14, "14" },
  { -3, "-3" },
  { 2.5675, "2.5675" },
  { 0.1, "0.1" },
  { 1.0 / 3, "0.3333333333333333" },
  { 3e-9, "3e-09" },
  { -1e308, "-1e+308" },
  { 5e-324, "4.94065645841247e-324" },
  { 999999999999999, "999999999999999" },
  { 1e15, "1e+15" },
};

static char *
write_number (double value)
{
  g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), value);

  return atlas_json_to_text (node);
}

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *text = write_number (numbers[i].value);

    g_assert_cmpstr (text, ==, numbers[i].text);
  }
}

/* Whatever its size, a number is read back as it was. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 10000; i++) {
    double value = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-300, 300));
    g_autofree char *text = write_number (value);

    g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
  }
}

static const char *const documents[] = {
  "{}",
  "[]",
  "null",
  "[1,null,true,false,\"a\"]",
  "{\"b\":{\"a\":[{}]},\"a\":-2}",
  "[\"\\\"quoted\\\" \\\\ ąę\\u0001\\u000a\"]",
};

static void
test_documents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    g_autoptr (JsonNode) root = json_from_string (documents[i], NULL);
    g_autofree char *text = atlas_json_to_text (root);

    g_assert_cmpstr (text, ==, documents[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/numbers", test_numbers);
  g_test_add_func ("/json-text/round-trip", test_round_trip);
  g_test_add_func ("/json-text/documents", test_documents);
  return g_test_run ();
}
