// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-style.h"

/* What was understood is written so that it gives the same style. */
static void
write_again (const AtlasStyle *style, const char *key)
{
  g_autofree char *text = atlas_style_dup_value (style, key);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasStyle) again = atlas_style_with (style, key, text, &error);

  g_assert_no_error (error);
  g_assert_true (atlas_style_equal (again, style));
}

/* Any text is a value for every key, or is refused with a reason. */
static void
set_each_key (const char *text)
{
  const char *const *keys = atlas_style_list_keys ();
  g_autoptr (AtlasStyle) plain = atlas_style_new ();

  for (guint i = 0; keys[i]; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AtlasStyle) style = atlas_style_with (plain, keys[i], text, &error);

    g_assert_true ((style != NULL) != (error != NULL));
    if (style)
      write_again (style, keys[i]);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t n)
{
  g_autofree char *text = g_strndup ((const char *) bytes, n);

  set_each_key (text);
  return 0;
}
