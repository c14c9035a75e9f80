// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-io.h"
#include "atlas-projection.h"

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t n)
{
  g_autofree char *text = g_strndup ((const char *) bytes, n);
  g_autoptr (GError) error = NULL;
  AtlasCrs *crs;

  atlas_io_init ();
  crs = atlas_crs_new_from_text (text, &error);
  g_assert_true ((crs != NULL) != (error != NULL));
  if (crs)
    atlas_crs_unref (crs);
  return 0;
}
