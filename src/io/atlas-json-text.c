// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-text.h"

#include <math.h>

/* json-glib keeps trees well, but writes 3e-09 as "3e-09.0" and 2.5675 with seventeen digits. */

#define WHOLE_UP_TO 1e15

/* Any double keeps fifteen digits, and none needs more than seventeen. */
static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

static void append_node (GString *out, JsonNode *node);

/* As few digits as read back to the same number; whole numbers without a point. */
static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value)) {
    g_string_append (out, "null");
    return;
  }
  if (value == rint (value) && fabs (value) < WHOLE_UP_TO) {
    g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) value);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, formats[i], value), NULL) == value)
      break;
  g_string_append (out, buffer);
}

static void
append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if ((guchar) *p < ' ' || *p == '\x7f')
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
append_value (GString *out, JsonNode *node)
{
  switch (json_node_get_value_type (node)) {
  case G_TYPE_DOUBLE:
    append_number (out, json_node_get_double (node));
    break;
  case G_TYPE_INT64:
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
    break;
  case G_TYPE_BOOLEAN:
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
    break;
  default:
    append_text (out, json_node_get_string (node));
    break;
  }
}

static void
append_array (GString *out, JsonArray *array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++) {
    g_string_append (out, i ? "," : "");
    append_node (out, json_array_get_element (array, i));
  }
  g_string_append_c (out, ']');
}

/* Members in the order in which they were added. */
static void
append_object (GString *out, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  const char *mark = "{";

  if (json_object_get_size (object) == 0)
    g_string_append (out, mark);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    g_string_append (out, mark);
    append_text (out, name);
    g_string_append_c (out, ':');
    append_node (out, node);
    mark = ",";
  }
  g_string_append_c (out, '}');
}

static void
append_node (GString *out, JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    append_object (out, json_node_get_object (node));
    break;
  case JSON_NODE_ARRAY:
    append_array (out, json_node_get_array (node));
    break;
  case JSON_NODE_VALUE:
    append_value (out, node);
    break;
  default:
    g_string_append (out, "null");
    break;
  }
}

/**
 * atlas_json_to_text:
 * @root: a document; its numbers that are not finite are written as null
 *
 * Returns: (transfer full): the document on one line, its numbers as short as they can be without losing anything
 */
char *
atlas_json_to_text (JsonNode *root)
{
  GString *out = g_string_new (NULL);

  append_node (out, root);
  return g_string_free (out, FALSE);
}
