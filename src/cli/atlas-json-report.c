// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-report.h"

#include "atlas-json-text.h"

#include <math.h>
#include <stdio.h>

static void
add_value (JsonBuilder *builder, double value)
{
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
atlas_json_add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * atlas_json_add_real:
 * @value: null in the document when it is not finite
 *
 * Adds a member of the object that is open.
 */
void
atlas_json_add_real (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  add_value (builder, value);
}

/**
 * atlas_json_add_text:
 * @text: (nullable): null in the document when there is none
 *
 * Adds a member of the object that is open.
 */
void
atlas_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
atlas_json_add_crs (JsonBuilder *builder, const char *name, const AtlasCrs *crs)
{
  atlas_json_add_text (builder, name, crs ? atlas_crs_get_id (crs) : NULL);
}

/**
 * atlas_json_add_extent:
 * @extent: null in the document when empty
 *
 * Adds `[xmin, ymin, xmax, ymax]` to the object that is open.
 */
void
atlas_json_add_extent (JsonBuilder *builder, const char *name, AtlasExtent extent)
{
  const double sides[] = { extent.xmin, extent.ymin, extent.xmax, extent.ymax };

  json_builder_set_member_name (builder, name);
  if (atlas_extent_is_empty (extent)) {
    json_builder_add_null_value (builder);
    return;
  }
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    add_value (builder, sides[i]);
  json_builder_end_array (builder);
}

/**
 * atlas_json_add_texts:
 * @texts: (nullable) (array zero-terminated=1): an empty array in the document when there are none
 *
 * Adds a member of the object that is open.
 */
void
atlas_json_add_texts (JsonBuilder *builder, const char *name, const char *const *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (const char *const *text = texts; text && *text; text++)
    json_builder_add_string_value (builder, *text);
  json_builder_end_array (builder);
}

/**
 * atlas_json_print:
 * @builder: holding one whole document
 *
 * Prints the document as one line on standard output.
 */
void
atlas_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = atlas_json_to_text (root);

  puts (text);
}
