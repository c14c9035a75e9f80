// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-crs-database.h"
#include "atlas-foreign-text.h"
#include "atlas-geometry-feed.h"
#include "atlas-json-shape.h"
#include "atlas-json-text.h"
#include "atlas-layer-crs.h"
#include "atlas-where.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define LARGEST ((gsize) 64 << 20)
#define DEEPEST 32
#define STEP    256

/* FME writes a list of objects: attributes beside each other, and in members of its own the geometry as GeoJSON has it,
 * its system as well-known text, and the name of the layer. */
#define OWN_MEMBER "json_"
#define GEOMETRY   "json_geometry"
#define CRS        "json_ogc_wkt_crs"
#define NAME       "json_featuretype"

typedef struct {
  AtlasReading reading; /* its layer and plan stay NULL */
  AtlasDataset sink;    /* names the file and collects what GDAL says of geometries */
  JsonArray *objects;   /* unowned */
  GPtrArray *names;     /* owned, of char*: attributes in the order of columns */
  GArray *types;        /* owned, of AtlasColumnType */
} FmeReading;

static JsonObject *
get_object (FmeReading *self, guint i)
{
  JsonNode *node = json_array_get_element (self->objects, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static AtlasColumnType
type_of (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return ATLAS_COLUMN_TEXT;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return ATLAS_COLUMN_INTEGER;
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return ATLAS_COLUMN_REAL;
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? ATLAS_COLUMN_BOOLEAN : ATLAS_COLUMN_TEXT;
}

/* Whole and other numbers are numbers; anything else that differs is text. */
static AtlasColumnType
widen (AtlasColumnType a, AtlasColumnType b)
{
  gboolean numbers = (a == ATLAS_COLUMN_INTEGER || a == ATLAS_COLUMN_REAL) &&
                     (b == ATLAS_COLUMN_INTEGER || b == ATLAS_COLUMN_REAL);

  if (a == b)
    return a;
  return numbers ? ATLAS_COLUMN_REAL : ATLAS_COLUMN_TEXT;
}

static void
survey_member_cb (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  FmeReading *self = user_data;
  AtlasColumnType type = type_of (node);
  guint i;

  if (g_str_has_prefix (name, OWN_MEMBER) || JSON_NODE_HOLDS_NULL (node))
    return;
  if (!g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &i)) {
    g_ptr_array_add (self->names, g_strdup (name));
    g_array_append_val (self->types, type);
  } else {
    g_array_index (self->types, AtlasColumnType, i) = widen (g_array_index (self->types, AtlasColumnType, i), type);
  }
}

static void
add_columns (FmeReading *self)
{
  for (guint i = 0; i < json_array_get_length (self->objects); i++)
    if (get_object (self, i))
      json_object_foreach_member (get_object (self, i), survey_member_cb, self);
  for (guint i = 0; i < self->names->len; i++) {
    g_autofree char *name = atlas_foreign_text_clean (g_ptr_array_index (self->names, i));

    atlas_table_builder_add_column (self->reading.builder, name, g_array_index (self->types, AtlasColumnType, i), NULL);
  }
}

static void
take_text (FmeReading *self, guint column, JsonNode *node)
{
  const char *plain = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  g_autofree char *text = plain ? g_strdup (plain) : atlas_json_to_text (node);

  self->reading.tally.n_bad_texts += strstr (text, "\xef\xbf\xbd") != NULL;
  atlas_table_builder_set_text (self->reading.builder, column, text, -1);
}

static void
take_whole (FmeReading *self, guint column, gint64 value)
{
  atlas_tally_judge_integer (&self->reading.tally, value);
  atlas_table_builder_set_integer (self->reading.builder, column, value);
}

static void
take_member (FmeReading *self, guint column, JsonNode *node)
{
  switch (g_array_index (self->types, AtlasColumnType, column)) {
  case ATLAS_COLUMN_INTEGER:
    take_whole (self, column, json_node_get_int (node));
    return;
  case ATLAS_COLUMN_BOOLEAN:
    atlas_table_builder_set_integer (self->reading.builder, column, json_node_get_boolean (node));
    return;
  case ATLAS_COLUMN_REAL:
    atlas_table_builder_set_real (self->reading.builder, column, json_node_get_double (node));
    return;
  default:
    take_text (self, column, node);
  }
}

static void
take_geometry (FmeReading *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, GEOMETRY);
  g_autofree char *text = node ? atlas_json_to_text (node) : NULL;
  OGRGeometryH geometry = text ? OGR_G_CreateGeometryFromJson (text) : NULL;

  atlas_geometry_feed (geometry, self->reading.builder, &self->reading.tally, self->reading.scratch);
  OGR_G_DestroyGeometry (geometry);
}

static void
take_object (FmeReading *self, JsonObject *object)
{
  atlas_table_builder_begin_feature (self->reading.builder,
                                     (gint64) atlas_table_builder_get_n_features (self->reading.builder) + 1);
  for (guint i = 0; i < self->names->len; i++) {
    JsonNode *node = json_object_get_member (object, g_ptr_array_index (self->names, i));

    if (node && !JSON_NODE_HOLDS_NULL (node))
      take_member (self, i, node);
  }
  take_geometry (self, object);
}

static gboolean
take_objects (FmeReading *self, GError **error)
{
  guint n = json_array_get_length (self->objects);

  for (guint i = 0; i < n; i++) {
    if (get_object (self, i))
      take_object (self, get_object (self, i));
    if (i % STEP == 0 && !_atlas_reading_step (&self->reading, (double) i / n, error))
      return FALSE;
  }
  return TRUE;
}

static const char *
first_text (FmeReading *self, const char *member)
{
  JsonObject *first = json_array_get_length (self->objects) > 0 ? get_object (self, 0) : NULL;
  JsonNode *node = first ? json_object_get_member (first, member) : NULL;

  return node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static AtlasTable *
read_objects (FmeReading *self, const AtlasSource *source, GError **error)
{
  const char *told = first_text (self, NAME);
  g_autofree char *name = atlas_foreign_text_clean (told ? told : self->sink.name);
  g_autoptr (AtlasCrs) crs = _atlas_crs_new_from_wkt (first_text (self, CRS));
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) filtered = NULL;

  self->reading.builder = atlas_table_builder_new (name);
  atlas_table_builder_set_crs (self->reading.builder, crs);
  add_columns (self);
  if (!take_objects (self, error))
    return NULL;
  atlas_tally_take_notes (&self->reading.tally, self->reading.builder);
  table = atlas_table_builder_end (g_steal_pointer (&self->reading.builder));
  filtered = atlas_where_apply (table, source->where, error);
  return filtered ? atlas_layer_crs_settle (filtered, source->crs_override) : NULL;
}

/* Deep brackets would exhaust the parser's stack; they never occur in data. */
static JsonParser *
parse (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize n = file ? g_mapped_file_get_length (file) : 0;
  g_autofree char *text = NULL;

  if (n == 0 || n > LARGEST || atlas_json_shape_measure (g_mapped_file_get_contents (file), n).depth > DEEPEST)
    return NULL;
  text = g_utf8_make_valid (g_mapped_file_get_contents (file), (gssize) n);
  if (!json_parser_load_from_data (parser, text, -1, NULL) || !JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)))
    return NULL;
  return g_steal_pointer (&parser);
}

static void
fme_reading_clear (FmeReading *self)
{
  g_clear_pointer (&self->reading.builder, atlas_table_builder_free);
  g_byte_array_unref (self->reading.scratch);
  g_ptr_array_unref (self->names);
  g_array_unref (self->types);
  atlas_gdal_log_end (&self->sink.log);
  g_free (self->sink.name);
}

/**
 * _atlas_read_fme_json:
 *
 * Reads the lists of objects that FME writes, as the city's geoportal gives its points out.
 */
AtlasTable *
_atlas_read_fme_json (const AtlasSource *source, const AtlasReadOptions *options, GError **error)
{
  FmeReading self = { .reading.options = *options };
  g_autoptr (JsonParser) parser = parse (source->path);
  AtlasTable *table = NULL;

  atlas_gdal_log_begin (&self.sink.log);
  self.sink.name = atlas_foreign_text_display_name (source->path);
  self.reading.dataset = &self.sink;
  self.reading.scratch = g_byte_array_new ();
  self.names = g_ptr_array_new_with_free_func (g_free);
  self.types = g_array_new (FALSE, FALSE, sizeof (AtlasColumnType));
  if (parser) {
    self.objects = json_node_get_array (json_parser_get_root (parser));
    table = read_objects (&self, source, error);
  } else {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNREADABLE,
                 _ ("“%s” is damaged and cannot be shown; get a whole copy."), self.sink.name);
  }
  fme_reading_clear (&self);
  return table;
}
