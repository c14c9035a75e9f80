// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-io.h"
#include "atlas-map-remarks.h"
#include "sample-files.h"

/* Four districts drawn as was chosen, and what is remarked on the whole of it. */
static void
remark (AtlasInvocation *invocation, AtlasStyleChoices choices, AtlasExtent shown)
{
  AtlasMapStackOptions options = { .choices = &choices, .keep_degrees = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapStack) stack = atlas_map_stack_new (invocation, &options, &error);

  g_assert_no_error (error);
  atlas_map_remarks_add (invocation, stack, &choices, shown);
}

static const AtlasExtent kielce = { 20, 50, 21, 51 };

static void
assert_remark (AtlasStyleChoices choices, AtlasExtent shown, const char *expected)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_areas (folder);
  g_auto (AtlasInvocation) invocation = sample_invocation (path, NULL);

  remark (&invocation, choices, shown);
  if (expected)
    g_assert_true (sample_is_noted (&invocation, expected));
  else
    g_assert_null (atlas_invocation_get_notes (&invocation));
}

static void
test_nothing (void)
{
  assert_remark ((AtlasStyleChoices){ 0 }, kielce, NULL);
  assert_remark ((AtlasStyleChoices){ .field = "people", .per = "area", .classes = "3" }, kielce, NULL);
}

/* An extent that was mistyped shows an empty map. */
static void
test_place (void)
{
  assert_remark ((AtlasStyleChoices){ 0 }, (AtlasExtent){ 0, 0, 1, 1 },
                 "Nothing of “areas” is seen: it lies from 20.5,50.8 to 20.75,50.9, outside “--extent”.");
  assert_remark ((AtlasStyleChoices){ 0 }, (AtlasExtent){ 20.7, 50, 21, 51 }, NULL);
}

/* A count on districts of various sizes misleads; the remedy is an option of the program. */
static void
test_count (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_areas (folder);
  g_auto (AtlasInvocation) invocation = sample_invocation (path, NULL);

  remark (&invocation, (AtlasStyleChoices){ .field = "people", .classes = "3" }, kielce);
  g_assert_nonnull (atlas_invocation_get_notes (&invocation));
  g_assert_true (g_str_has_suffix (atlas_invocation_get_notes (&invocation)[0], "Add “--per area”."));
}

/* What goes for classes of colour does nothing where there are none. */
static void
test_symbol (void)
{
  const char *expected = "The symbol “proportional” has no classes of colour";

  assert_remark ((AtlasStyleChoices){ .field = "people", .symbol = "proportional", .classes = "4" }, kielce, expected);
  assert_remark ((AtlasStyleChoices){ .field = "people", .symbol = "proportional", .reverse = TRUE }, kielce, expected);
  assert_remark ((AtlasStyleChoices){ .field = "people", .symbol = "proportional" }, kielce, NULL);
  assert_remark ((AtlasStyleChoices){ .symbol = "plain", .palette = "Blues" }, kielce, "The symbol “plain” has no");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/map-remarks/nothing", test_nothing);
  g_test_add_func ("/map-remarks/place", test_place);
  g_test_add_func ("/map-remarks/count", test_count);
  g_test_add_func ("/map-remarks/symbol", test_symbol);
  return g_test_run ();
}
