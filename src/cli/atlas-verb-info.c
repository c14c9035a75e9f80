// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-report.h"
#include "atlas-projection.h"
#include "atlas-text-table.h"
#include "atlas-verb.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
add_fields (JsonBuilder *builder, GPtrArray *fields)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->len; i++) {
    const AtlasFieldInfo *field = g_ptr_array_index (fields, i);

    json_builder_begin_object (builder);
    atlas_json_add_text (builder, "name", field->name);
    atlas_json_add_text (builder, "type", field->type);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

/* Null when counting would have taken too long. */
static void
add_count (JsonBuilder *builder, gint64 n)
{
  json_builder_set_member_name (builder, "features");
  if (n < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, n);
}

static void
add_layer (JsonBuilder *builder, const AtlasLayerInfo *layer)
{
  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "name", layer->name);
  atlas_json_add_text (builder, "geometry", layer->geometry);
  add_count (builder, layer->n_features);
  atlas_json_add_crs (builder, "crs", layer->crs);
  atlas_json_add_extent (builder, "extent", layer->extent);
  add_fields (builder, layer->fields);
  if (layer->raster) {
    atlas_json_add_integer (builder, "width", layer->width);
    atlas_json_add_integer (builder, "height", layer->height);
    atlas_json_add_integer (builder, "bands", layer->n_bands);
  }
  json_builder_end_object (builder);
}

static void
print_json (const AtlasSourceInfo *info)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "driver", info->driver);
  json_builder_set_member_name (builder, "layers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < info->layers->len; i++)
    add_layer (builder, g_ptr_array_index (info->layers, i));
  json_builder_end_array (builder);
  atlas_json_add_texts (builder, "notes", (const char *const *) info->notes);
  json_builder_end_object (builder);
  atlas_json_print (builder);
}

/* As many decimals as tell metres from degrees. */
static char *
format_extent (const AtlasInvocation *invocation, const AtlasLayerInfo *layer)
{
  gboolean degrees = layer->crs && atlas_crs_get_kind (layer->crs) == ATLAS_CRS_GEOGRAPHIC;
  const double sides[] = { layer->extent.xmin, layer->extent.ymin, layer->extent.xmax, layer->extent.ymax };
  GString *text;

  if (atlas_extent_is_empty (layer->extent))
    return NULL;
  text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++) {
    g_autofree char *side = atlas_invocation_format (invocation, sides[i], degrees ? 5 : 1);

    g_string_append_printf (text, i == 0 ? "%s" : "  %s", side);
  }
  return g_string_free (text, FALSE);
}

static char *
describe_geometry (const AtlasLayerInfo *layer)
{
  if (!layer->raster)
    return g_strdup (layer->geometry);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Raster, %d × %d pixels, %d band",
                                       "Raster, %d × %d pixels, %d bands", (gulong) layer->n_bands),
                          layer->width, layer->height, layer->n_bands);
}

static void
print_layers (const AtlasInvocation *invocation, const AtlasSourceInfo *info)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("llrll");

  atlas_text_table_add (table, _ ("Layer"));
  atlas_text_table_add (table, _ ("Geometry"));
  atlas_text_table_add (table, _ ("Features"));
  atlas_text_table_add (table, _ ("System"));
  atlas_text_table_add (table, _ ("Extent: west, south, east, north"));
  for (guint i = 0; i < info->layers->len; i++) {
    const AtlasLayerInfo *layer = g_ptr_array_index (info->layers, i);
    double n = layer->raster || layer->n_features < 0 ? NAN : (double) layer->n_features;

    atlas_text_table_add (table, layer->name);
    atlas_text_table_take (table, describe_geometry (layer));
    atlas_text_table_take (table, atlas_invocation_format (invocation, n, 0));
    atlas_text_table_add (table, layer->crs ? atlas_crs_get_id (layer->crs) : NULL);
    atlas_text_table_take (table, format_extent (invocation, layer));
  }
  atlas_text_table_print (table);
}

static void
print_fields (const AtlasLayerInfo *layer)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("ll");

  if (layer->fields->len == 0)
    return;
  printf (_ ("\nFields of “%s”:\n"), layer->name);
  for (guint i = 0; i < layer->fields->len; i++) {
    const AtlasFieldInfo *field = g_ptr_array_index (layer->fields, i);

    atlas_text_table_take (table, g_strconcat ("  ", field->name, NULL));
    atlas_text_table_add (table, field->type);
  }
  atlas_text_table_print (table);
}

static void
print_text (const AtlasInvocation *invocation, const AtlasSourceInfo *info)
{
  printf (_ ("%s, read with GDAL’s driver %s\n\n"), info->path, info->driver);
  print_layers (invocation, info);
  for (guint i = 0; i < info->layers->len; i++)
    print_fields (g_ptr_array_index (info->layers, i));
  for (char **note = info->notes; note && *note; note++)
    printf (_ ("\nNote: %s\n"), *note);
}

/* Rasters are placed by their corners, of which none can be the wrong way round. */
static gboolean
is_swapped (const AtlasLayerInfo *layer, AtlasCrs *city_system)
{
  return city_system && !layer->raster &&
         atlas_extent_guess_axes (layer->extent, layer->crs, city_system) == ATLAS_AXES_SWAPPED;
}

/* The city's own layers lie as they should, and so does what was put right. */
static AtlasCrs *
find_judging_system (const AtlasInvocation *invocation)
{
  return invocation->swap_axes || atlas_invocation_names_city (invocation->words[0])
             ? NULL
             : atlas_invocation_dup_city_system (invocation);
}

/* Of layers that do not say their system it is said how to tell it; of those of which a filter leaves nothing, that;
 * and of those whose axes are exchanged, how to put them right. */
static void
add_remarks (const AtlasInvocation *invocation, AtlasSourceInfo *info)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autoptr (AtlasCrs) city_system = find_judging_system (invocation);

  g_strv_builder_addv (notes, (const char **) info->notes);
  for (guint i = 0; i < info->layers->len; i++) {
    const AtlasLayerInfo *layer = g_ptr_array_index (info->layers, i);
    g_autofree char *system = atlas_invocation_describe_system_option (layer->name, NULL);
    g_autofree char *axes = atlas_invocation_describe_swapped_axes (layer->name);
    g_autofree char *filter = atlas_invocation_describe_filter (invocation, layer->name, (gsize) layer->n_features);

    if (!layer->crs && (layer->raster || !atlas_extent_is_empty (layer->extent)))
      g_strv_builder_add (notes, system);
    if (is_swapped (layer, city_system))
      g_strv_builder_add (notes, axes);
    if (filter && !layer->raster)
      g_strv_builder_add (notes, filter);
  }
  g_strfreev (info->notes);
  info->notes = g_strv_builder_end (notes);
}

static void
swap_axes (const AtlasSourceInfo *info)
{
  for (guint i = 0; i < info->layers->len; i++) {
    AtlasLayerInfo *layer = g_ptr_array_index (info->layers, i);
    AtlasExtent e = layer->extent;

    layer->extent = (AtlasExtent){ e.ymin, e.xmin, e.ymax, e.xmax };
  }
}

static gboolean
run (AtlasInvocation *invocation, GError **error)
{
  g_autoptr (AtlasSource) source = atlas_invocation_parse_source (invocation, invocation->words[0], error);
  g_autoptr (AtlasSourceInfo) info = source ? atlas_source_inspect (source, invocation->cancellable, error) : NULL;

  if (!info)
    return FALSE;
  add_remarks (invocation, info);
  if (invocation->swap_axes)
    swap_axes (info);
  if (invocation->json)
    print_json (info);
  else
    print_text (invocation, info);
  return TRUE;
}

const AtlasVerb atlas_verb_info = {
  .name = "info",
  .arguments = N_ ("SOURCE"),
  .least = 1,
  .most = 1,
  .summary = N_ ("Tell what is in a source"),
  .run = run,
};
