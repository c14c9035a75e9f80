// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-shape.h"

/* The closing quote of the text that begins at @i, or the end. */
static gsize
skip_text (const char *text, gsize n, gsize i)
{
  for (i++; i < n && text[i] != '"'; i++)
    i += text[i] == '\\';
  return i;
}

/**
 * atlas_json_shape_measure:
 * @text: (array length=n): JSON, or what claims to be
 *
 * Returns: how deep its brackets go, and how many values follow each other
 */
AtlasJsonShape
atlas_json_shape_measure (const char *text, gsize n)
{
  AtlasJsonShape shape = { 0 };
  guint depth = 0;

  for (gsize i = 0; i < n; i++) {
    if (text[i] == '"') {
      i = skip_text (text, n, i);
    } else if (text[i] == '{' || text[i] == '[') {
      shape.n_values += depth == 0;
      depth++;
      shape.depth = MAX (shape.depth, depth);
    } else if ((text[i] == '}' || text[i] == ']') && depth > 0) {
      depth--;
    }
  }
  return shape;
}
