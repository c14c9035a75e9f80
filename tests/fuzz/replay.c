// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include <glib.h>

/* Plays each file of a corpus, whole and cut at every length up to 256 bytes. */
static void
play (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  for (gsize length = 0; length < MIN (n, 256); length++)
    LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
  LLVMFuzzerTestOneInput ((const uint8_t *) bytes, n);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) corpus = g_dir_open (argv[1], 0, NULL);
  const char *name;
  int n = 0;

  g_assert_nonnull (corpus);
  while ((name = g_dir_read_name (corpus))) {
    g_autofree char *path = g_build_filename (argv[1], name, NULL);

    play (path);
    g_print ("ok %d %s\n", ++n, name);
  }
  g_print ("1..%d\n", n);
  return 0;
}
