// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-shape.h"

#include "atlas-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A session of a hundred layers has some 100 kB; a parser that calls itself must not be led deeper than its stack. */
#define MAX_SIZE  (4u << 20)
#define MAX_DEPTH 64

static gboolean
refuse (GError **error, AtlasError code, const char *message)
{
  g_set_error_literal (error, ATLAS_ERROR, code, message);
  return FALSE;
}

static const char *
skip_text (const char *p, const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\')
      p++;
  return p;
}

/* Comments and single quotes, which some parsers let through, would hide brackets from this count: outside of texts
 * only what JSON has may stand. */
static gboolean
is_plain (char c)
{
  return g_ascii_isalnum (c) || g_ascii_isspace (c) || strchr ("{}[]:,+-.", c);
}

static gboolean
check_depth (const char *json, const char *end, GError **error)
{
  int depth = 0;

  for (const char *p = json; p < end; p++) {
    if (*p == '"') {
      p = skip_text (p, end);
      continue;
    }
    if (!is_plain (*p))
      return refuse (error, ATLAS_ERROR_BAD_DATA, _ ("This is not a session of Kielce Atlas: it is not JSON."));
    depth += (*p == '{' || *p == '[') - (*p == '}' || *p == ']');
    if (depth > MAX_DEPTH)
      return refuse (error, ATLAS_ERROR_TOO_LARGE, _ ("The session is nested too deeply to be one of Kielce Atlas."));
  }
  return TRUE;
}

/**
 * atlas_session_check_shape:
 * @json: (array length=length): bytes from anywhere
 * @length: how many
 * @error: return location for %ATLAS_ERROR_TOO_LARGE or %ATLAS_ERROR_BAD_DATA
 *
 * Returns: whether a JSON parser may be let at them
 */
gboolean
atlas_session_check_shape (const char *json, gsize length, GError **error)
{
  if (length > MAX_SIZE)
    return refuse (error, ATLAS_ERROR_TOO_LARGE, _ ("The session is too large to be one of Kielce Atlas."));
  if (!g_utf8_validate_len (json, length, NULL))
    return refuse (error, ATLAS_ERROR_BAD_DATA, _ ("This is not a session of Kielce Atlas: it is not UTF-8 text."));
  return check_depth (json, json + length, error);
}
