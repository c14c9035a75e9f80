// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-span.h"

/* Half-open: the end no longer belongs to it, so neighbours neither overlap nor leave a gap. */
static void
test_half_open (void)
{
  const AtlasTimeSpan first = { 10, 20 };
  const AtlasTimeSpan second = { 20, 30 };

  for (gint64 instant = 10; instant < 30; instant++)
    g_assert_cmpint (atlas_time_span_contains (first, instant) + atlas_time_span_contains (second, instant), ==, 1);
  g_assert_false (atlas_time_span_contains (first, 9));
  g_assert_false (atlas_time_span_contains (second, 30));
  g_assert_false (atlas_time_span_intersects (first, second));
}

/* Two spans meet where some instant is in both. */
static void
test_intersects (void)
{
  for (int i = 0; i < 2000; i++) {
    AtlasTimeSpan a = { g_test_rand_int_range (0, 9), g_test_rand_int_range (0, 12) };
    AtlasTimeSpan b = { g_test_rand_int_range (0, 9), g_test_rand_int_range (0, 12) };
    gboolean meet = FALSE;

    for (gint64 instant = 0; instant < 12; instant++)
      meet = meet || (atlas_time_span_contains (a, instant) && atlas_time_span_contains (b, instant));
    if (!atlas_time_span_is_empty (a) && !atlas_time_span_is_empty (b))
      g_assert_cmpint (atlas_time_span_intersects (a, b), ==, meet);
    else
      g_assert_false (meet);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-span/half-open", test_half_open);
  g_test_add_func ("/time-span/intersects", test_intersects);
  return g_test_run ();
}
