// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-session-record.h"

/* What was understood is written so that it is understood again, and then written the same. */
static void
write_twice (const AtlasSessionRecord *record)
{
  g_autofree char *json = atlas_session_record_to_json (record);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionRecord) again = atlas_session_record_parse (json, -1, &error);
  g_autofree char *json_again = NULL;

  g_assert_no_error (error);
  json_again = atlas_session_record_to_json (again);
  g_assert_cmpstr (json_again, ==, json);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionRecord) record = atlas_session_record_parse ((const char *) bytes, (gssize) n, &error);

  g_assert_true ((record != NULL) != (error != NULL));
  if (record)
    write_twice (record);
  return 0;
}
