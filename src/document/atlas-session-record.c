// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-record.h"

#include "atlas-error.h"
#include "atlas-session-shape.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_LAYERS 1000

const char *const atlas_source_kind_names[] = {
  [ATLAS_SOURCE_CITY] = "city",
  [ATLAS_SOURCE_FILE] = "file",
  [ATLAS_SOURCE_CONNECTION] = "connection",
  NULL,
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, message);
  return FALSE;
}

void
atlas_layer_record_free (AtlasLayerRecord *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->path);
  g_free (self->layer);
  g_free (self->where);
  g_free (self->crs);
  g_clear_pointer (&self->style, atlas_style_unref);
  g_clear_pointer (&self->rest, json_object_unref);
  g_free (self);
}

void
atlas_session_record_free (AtlasSessionRecord *self)
{
  g_free (self->city);
  g_free (self->current);
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  g_clear_pointer (&self->rest, json_object_unref);
  g_free (self);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (!node || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static double
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  double value = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : NAN;

  return isfinite (value) ? value : NAN;
}

static gboolean
get_boolean (JsonObject *object, const char *name, gboolean otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  if (!node || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return otherwise;
  return json_node_get_boolean (node);
}

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean can_be_written (JsonNode *node);

static gboolean
members_can_be_written (JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_utf8_validate (name, -1, NULL) || !can_be_written (node))
      return FALSE;
  return TRUE;
}

static gboolean
elements_can_be_written (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!can_be_written (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

/* JSON has no infinite numbers, yet 1e999 reads as one; a text has no half characters, yet "\ud800" reads as one. */
static gboolean
value_can_be_written (JsonNode *node)
{
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return isfinite (json_node_get_double (node));
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_utf8_validate (json_node_get_string (node), -1, NULL);
  return TRUE;
}

/* Members that are only kept are looked at too: what is written again must be JSON. */
static gboolean
can_be_written (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return members_can_be_written (json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return elements_can_be_written (json_node_get_array (node));
  return !JSON_NODE_HOLDS_VALUE (node) || value_can_be_written (node);
}

/* Keys that this version does not know, or values it does not allow, leave the style as it is. */
static AtlasStyle *
parse_style (JsonObject *object)
{
  const char *const *keys = atlas_style_list_keys ();
  AtlasStyle *style = atlas_style_new ();

  for (guint i = 0; object && keys[i]; i++) {
    const char *text = get_text (object, keys[i]);
    AtlasStyle *next = text ? atlas_style_with (style, keys[i], text, NULL) : NULL;

    if (!next)
      continue;
    atlas_style_unref (style);
    style = next;
  }
  return style;
}

static gboolean
parse_kind (const char *name, AtlasSourceKind *kind)
{
  for (guint i = 0; name && atlas_source_kind_names[i]; i++)
    if (g_str_equal (atlas_source_kind_names[i], name)) {
      *kind = (AtlasSourceKind) i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_source (AtlasLayerRecord *self, JsonObject *object, GError **error)
{
  if (!object || !parse_kind (get_text (object, "kind"), &self->kind))
    return refuse (error, _ ("The session names a layer without saying where it comes from."));
  self->path = g_strdup (get_text (object, "path"));
  self->layer = g_strdup (get_text (object, "layer"));
  self->where = g_strdup (get_text (object, "where"));
  self->crs = g_strdup (get_text (object, "crs"));
  self->swap_axes = get_boolean (object, "swap-axes", FALSE);
  if (self->kind == ATLAS_SOURCE_FILE && !self->path)
    return refuse (error, _ ("The session names a layer of a file without saying which file."));
  if (self->kind == ATLAS_SOURCE_CITY && !self->layer)
    return refuse (error, _ ("The session names a layer of the city without saying which layer."));
  return TRUE;
}

/**
 * atlas_layer_record_recall_source:
 * @self: whose `rest` is a layer as a session told it
 *
 * Takes where the layer comes from out of what the session told, for one that has no other source.
 *
 * Returns: whether the session told it
 */
gboolean
atlas_layer_record_recall_source (AtlasLayerRecord *self)
{
  return self->rest && parse_source (self, get_object (self->rest, "source"), NULL);
}

static AtlasLayerRecord *
parse_layer (JsonNode *node, GError **error)
{
  g_autoptr (AtlasLayerRecord) self = g_new0 (AtlasLayerRecord, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (!object) {
    refuse (error, _ ("The session’s list of layers holds something that is no layer."));
    return NULL;
  }
  if (!parse_source (self, get_object (object, "source"), error))
    return NULL;
  self->id = g_strdup (get_text (object, "id"));
  self->title = g_strdup (get_text (object, "title"));
  self->visible = get_boolean (object, "visible", TRUE);
  self->context = get_boolean (object, "context", FALSE);
  self->style = parse_style (get_object (object, "style"));
  self->awaits_style = get_boolean (object, "awaits-style", FALSE);
  self->rest = json_object_ref (object);
  return g_steal_pointer (&self);
}

static gboolean
parse_layers (AtlasSessionRecord *self, JsonArray *array, GError **error)
{
  guint n = array ? json_array_get_length (array) : 0;

  if (n > MAX_LAYERS)
    return refuse (error, _ ("The session has more layers than Kielce Atlas can show."));
  for (guint i = 0; i < n; i++) {
    AtlasLayerRecord *layer = parse_layer (json_array_get_element (array, i), error);

    if (!layer)
      return FALSE;
    g_ptr_array_add (self->layers, layer);
  }
  return TRUE;
}

static void
parse_view (AtlasSessionRecord *self, JsonObject *object)
{
  double x, y, scale;

  if (!object)
    return;
  x = get_number (object, "x");
  y = get_number (object, "y");
  scale = get_number (object, "scale");
  if (isnan (x) || isnan (y) || !(scale > 0))
    return;
  self->centre = ATLAS_POINT_INIT (x, y);
  self->scale_denominator = scale;
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  double version = get_number (object, "version");

  if (version == ATLAS_SESSION_VERSION)
    return TRUE;
  if (version > ATLAS_SESSION_VERSION) {
    g_set_error_literal (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
                         _ ("The session was saved by a newer Kielce Atlas; update the program to open it."));
    return FALSE;
  }
  return refuse (error, _ ("This is not a session of Kielce Atlas: it names no version."));
}

static AtlasSessionRecord *
parse_root (JsonNode *root, GError **error)
{
  g_autoptr (AtlasSessionRecord) self = g_new0 (AtlasSessionRecord, 1);
  JsonObject *object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (!object || !can_be_written (root)) {
    refuse (error, _ ("This is not a session of Kielce Atlas."));
    return NULL;
  }
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_layer_record_free);
  self->rest = json_object_ref (object);
  self->city = g_strdup (get_text (object, "city"));
  self->current = g_strdup (get_text (object, "current"));
  parse_view (self, get_object (object, "view"));
  if (!check_version (object, error) || !parse_layers (self, get_array (object, "layers"), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * atlas_session_record_parse:
 * @json: bytes from anywhere
 * @length: how many, or -1 when closed by NUL
 * @error: return location for %ATLAS_ERROR_BAD_DATA, %ATLAS_ERROR_TOO_LARGE, or %ATLAS_ERROR_UNSUPPORTED when a
 *   newer program wrote it
 *
 * Returns: (nullable) (transfer full): what the session tells; nothing is opened
 */
AtlasSessionRecord *
atlas_session_record_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size = length < 0 ? strlen (json) : (gsize) length;

  if (!atlas_session_check_shape (json, size, error))
    return NULL;
  if (!json_parser_load_from_data (parser, json, (gssize) size, NULL)) {
    refuse (error, _ ("The session is damaged: it is not whole JSON."));
    return NULL;
  }
  return parse_root (json_parser_get_root (parser), error);
}
