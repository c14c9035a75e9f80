// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-io.h"
#include "atlas-source.h"

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t n)
{
  g_autofree char *text = g_strndup ((const char *) bytes, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSource) source = NULL;

  atlas_io_init ();
  source = atlas_source_parse (text, NULL, &error);
  g_assert_true ((source != NULL) != (error != NULL));
  g_assert_true (!source || source->path);
  g_assert_true (!error || g_utf8_validate (error->message, -1, NULL));
  return 0;
}
