// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-large-pages.h"

#include <string.h>

/* Whatever the system makes of the wish, the memory is the same as before. */
static void
test_keeps_memory (void)
{
  const gsize sizes[] = { 0, 1, 4095, 4 << 20, (4 << 20) + 1, 9 << 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree guint8 *memory = g_malloc (sizes[i] + 2);

    memset (memory, 7, sizes[i] + 2);
    atlas_large_pages_prefer (memory + 1, sizes[i]);
    for (gsize j = 0; j < sizes[i] + 2; j++)
      g_assert_cmpuint (memory[j], ==, 7);
  }
}

static void
test_no_memory (void)
{
  atlas_large_pages_prefer (NULL, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large-pages/keeps-memory", test_keeps_memory);
  g_test_add_func ("/large-pages/no-memory", test_no_memory);
  return g_test_run ();
}
