// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-shape.h"

#include <string.h>

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

/* Whether the text that begins at @i names a member @name. */
static gboolean
names_member (const char *text, gsize n, gsize i, const char *name)
{
  gsize length = strlen (name);
  gsize after = i + length + 2;

  if (after >= n || strncmp (text + i + 1, name, length) != 0 || text[after - 1] != '"')
    return FALSE;
  while (after < n && g_ascii_isspace (text[after]))
    after++;
  return after < n && text[after] == ':';
}

/* Just behind the name of a member of the outermost object, or the end. */
static gsize
find_member (const char *text, gsize n, const char *name)
{
  guint depth = 0;

  for (gsize i = 0; i < n; i++) {
    if (text[i] == '"') {
      if (depth == 1 && names_member (text, n, i, name))
        return skip_text (text, n, i) + 1;
      i = skip_text (text, n, i);
    } else if (text[i] == '{' || text[i] == '[') {
      depth++;
    } else if ((text[i] == '}' || text[i] == ']') && depth > 0) {
      depth--;
    }
  }
  return n;
}

/**
 * atlas_json_shape_has_member:
 * @text: (array length=n): JSON, or the beginning of it
 *
 * Returns: whether the outermost object has a member @name
 */
gboolean
atlas_json_shape_has_member (const char *text, gsize n, const char *name)
{
  return find_member (text, n, name) < n;
}

/**
 * atlas_json_shape_find_list:
 * @text: (array length=n): JSON, which may break off
 * @name: a member of the outermost object that is a list of objects
 *
 * Returns: how much of the list is whole
 */
AtlasJsonList
atlas_json_shape_find_list (const char *text, gsize n, const char *name)
{
  AtlasJsonList list = { .end = n };
  gboolean ended = FALSE;
  guint depth = 0;

  for (gsize i = find_member (text, n, name); i < n; i++) {
    if (text[i] == '"') {
      i = skip_text (text, n, i);
    } else if (text[i] == '{' || text[i] == '[') {
      depth++;
    } else if (text[i] == '}' || text[i] == ']') {
      if (depth == 0) {
        list.closed = TRUE;
        return list;
      }
      depth--;
      ended |= depth == 0;
      if (depth == 1 && !ended) {
        list.n_items++;
        list.end = i + 1;
      }
    }
  }
  list.closed = list.n_items == 0;
  return list;
}
