// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-builder.h"

#include <locale.h>
#include <stdlib.h>

/* Makes a city file while the program is built: atlas-build-city RECIPE OUT. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 3) {
    g_printerr ("usage: %s RECIPE OUT\n", argv[0]);
    return 2;
  }
  if (atlas_city_build (argv[1], argv[2], &error))
    return EXIT_SUCCESS;
  g_printerr ("%s: %s\n", g_get_prgname () ? g_get_prgname () : argv[0], error->message);
  return EXIT_FAILURE;
}
