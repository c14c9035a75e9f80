// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-record.h"

#include "atlas-json-text.h"

/* What a session held that this program does not know is copied first, and what it knows is set over it. */

static JsonObject *
copy_members (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!object)
    return copy;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (copy, name, json_node_copy (node));
  return copy;
}

static JsonObject *
copy_object (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return copy_members (node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL);
}

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text)
    json_object_set_string_member (object, name, text);
  else if (json_object_has_member (object, name))
    json_object_remove_member (object, name);
}

static JsonObject *
build_style (const AtlasLayerRecord *self)
{
  JsonObject *object = copy_object (self->rest, "style");
  const char *const *keys = atlas_style_list_keys ();

  for (guint i = 0; keys[i]; i++) {
    g_autofree char *text = atlas_style_dup_value (self->style, keys[i]);

    json_object_set_string_member (object, keys[i], text);
  }
  return object;
}

static JsonObject *
build_source (const AtlasLayerRecord *self)
{
  JsonObject *object = copy_object (self->rest, "source");

  json_object_set_string_member (object, "kind", atlas_source_kind_names[self->kind]);
  set_text (object, "path", self->path);
  set_text (object, "layer", self->layer);
  set_text (object, "where", self->where);
  set_text (object, "crs", self->crs);
  if (self->swap_axes)
    json_object_set_boolean_member (object, "swap-axes", TRUE);
  return object;
}

static JsonObject *
build_layer (const AtlasLayerRecord *self)
{
  JsonObject *object = copy_members (self->rest);

  set_text (object, "id", self->id);
  set_text (object, "title", self->title);
  json_object_set_object_member (object, "source", build_source (self));
  json_object_set_boolean_member (object, "visible", self->visible);
  json_object_set_boolean_member (object, "context", self->context);
  json_object_set_object_member (object, "style", build_style (self));
  json_object_set_boolean_member (object, "awaits-style", self->awaits_style);
  return object;
}

static JsonArray *
build_layers (const AtlasSessionRecord *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->layers->len; i++)
    json_array_add_object_element (array, build_layer (g_ptr_array_index (self->layers, i)));
  return array;
}

static JsonObject *
build_view (const AtlasSessionRecord *self)
{
  JsonObject *object = copy_object (self->rest, "view");

  json_object_set_double_member (object, "x", self->centre.x);
  json_object_set_double_member (object, "y", self->centre.y);
  json_object_set_double_member (object, "scale", self->scale_denominator);
  return object;
}

static JsonNode *
build_root (const AtlasSessionRecord *self)
{
  JsonObject *object = copy_members (self->rest);
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (object, "version", ATLAS_SESSION_VERSION);
  set_text (object, "city", self->city);
  set_text (object, "current", self->current);
  if (self->scale_denominator > 0)
    json_object_set_object_member (object, "view", build_view (self));
  json_object_set_array_member (object, "layers", build_layers (self));
  json_node_take_object (root, object);
  return root;
}

/**
 * atlas_session_record_to_json:
 *
 * Returns: (transfer full): the session as JSON, with the members that this program does not know as they were
 */
char *
atlas_session_record_to_json (const AtlasSessionRecord *self)
{
  g_autoptr (JsonNode) root = build_root (self);

  return atlas_json_to_text (root);
}
