// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-private.h"

enum {
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SOURCE_TEXT,
  PROP_STYLE,
  PROP_VISIBLE,
  PROP_CONTEXT,
  PROP_TABLE,
  PROP_N_FEATURES,
  PROP_SCENE_LAYER,
  PROP_LOADING,
  PROP_PROGRESS,
  PROP_ERROR_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasLayer, atlas_layer, G_TYPE_OBJECT)

static void
notify (AtlasLayer *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
_atlas_layer_notify (AtlasLayer *self, AtlasLayerNews news)
{
  static const guint property_of[] = {
    [ATLAS_LAYER_LOADING] = PROP_LOADING,
    [ATLAS_LAYER_PROGRESS] = PROP_PROGRESS,
    [ATLAS_LAYER_SCENE] = PROP_SCENE_LAYER,
  };

  notify (self, property_of[news]);
}

/**
 * atlas_layer_new:
 * @title: what people call it
 * @source_text: (nullable): where it comes from, as [func@Source.parse] reads it
 * @table: (nullable): its features in the project's system
 * @style: (nullable): how it looks; %NULL for the plain style
 *
 * Returns: (transfer full): a layer, whose scene layer is being worked out
 */
AtlasLayer *
atlas_layer_new (const char *title, const char *source_text, AtlasTable *table, AtlasStyle *style)
{
  return g_object_new (ATLAS_TYPE_LAYER, "title", title, "source-text", source_text, "style", style, "table", table,
                       NULL);
}

static char *
source_to_text (const AtlasSource *source)
{
  return source->layer ? g_strdup_printf ("%s#%s", source->path, source->layer) : g_strdup (source->path);
}

/**
 * atlas_layer_new_for_source:
 * @title: what people call it
 * @source: where its features will be read from; copied
 * @style: (nullable): how it looks; %NULL for the plain style
 *
 * Returns: (transfer full): a layer without features as yet
 */
AtlasLayer *
atlas_layer_new_for_source (const char *title, const AtlasSource *source, AtlasStyle *style)
{
  g_autofree char *text = source_to_text (source);
  AtlasLayer *self = atlas_layer_new (title, text, NULL, style);

  atlas_layer_set_source (self, source);
  return self;
}

/**
 * atlas_layer_get_id:
 *
 * Returns: (transfer none): what tells it from every other layer, in this session and those restored from it
 */
const char *
atlas_layer_get_id (AtlasLayer *self)
{
  return self->id;
}

/**
 * atlas_layer_get_title:
 *
 * Returns: (transfer none): what people call it
 */
const char *
atlas_layer_get_title (AtlasLayer *self)
{
  return self->title;
}

/**
 * atlas_layer_get_source_text:
 *
 * Returns: (nullable) (transfer none): where it comes from, as [func@Source.parse] reads it
 */
const char *
atlas_layer_get_source_text (AtlasLayer *self)
{
  return self->source_text;
}

/**
 * atlas_layer_get_source:
 *
 * Returns: (nullable) (transfer none): where its features are read from
 */
const AtlasSource *
atlas_layer_get_source (AtlasLayer *self)
{
  return self->source;
}

/**
 * atlas_layer_get_table:
 *
 * Returns: (nullable) (transfer none): its features in the project's system; %NULL while loading and for a raster
 */
AtlasTable *
atlas_layer_get_table (AtlasLayer *self)
{
  return self->table;
}

/**
 * atlas_layer_get_style:
 *
 * Returns: (transfer none): how it looks
 */
AtlasStyle *
atlas_layer_get_style (AtlasLayer *self)
{
  return self->style;
}

/**
 * atlas_layer_get_visible:
 *
 * Returns: whether it is not hidden by hand; see [method@Layer.is_seen_at]
 */
gboolean
atlas_layer_get_visible (AtlasLayer *self)
{
  return self->visible;
}

/**
 * atlas_layer_get_context:
 *
 * Returns: whether the layer only surrounds what the map is about: the full view need not show it whole
 */
gboolean
atlas_layer_get_context (AtlasLayer *self)
{
  return self->context;
}

/**
 * atlas_layer_get_n_features:
 *
 * Returns: how many features it has; 0 while loading and for a raster
 */
gsize
atlas_layer_get_n_features (AtlasLayer *self)
{
  return self->table ? atlas_table_get_n_features (self->table) : 0;
}

/**
 * atlas_layer_get_extent:
 *
 * Returns: where its features or its picture are, in the project's system; empty while loading
 */
AtlasExtent
atlas_layer_get_extent (AtlasLayer *self)
{
  return self->table ? atlas_table_get_extent (self->table) : self->raster_extent;
}

/**
 * atlas_layer_get_scene_layer:
 *
 * Returns: (nullable) (transfer none): what is drawn; while a newer one is worked out, the older
 */
AtlasSceneLayer *
atlas_layer_get_scene_layer (AtlasLayer *self)
{
  return self->scene_layer;
}

/**
 * atlas_layer_is_seen_at:
 * @scale_denominator: of the map
 *
 * Returns: whether there is something to draw that is not hidden, neither by hand nor at this scale
 */
gboolean
atlas_layer_is_seen_at (AtlasLayer *self, double scale_denominator)
{
  if (!self->visible || !self->scene_layer)
    return FALSE;
  if (self->style->min_scale > 0 && scale_denominator < self->style->min_scale)
    return FALSE;
  return !(self->style->max_scale > 0 && scale_denominator > self->style->max_scale);
}

/**
 * atlas_layer_get_loading:
 *
 * Returns: whether a thread reads the source or works the scene layer out
 */
gboolean
atlas_layer_get_loading (AtlasLayer *self)
{
  return self->reading || self->working || self->picturing;
}

/**
 * atlas_layer_get_progress:
 *
 * Returns: how much of the source is read, 0…1; negative when nobody can tell
 */
double
atlas_layer_get_progress (AtlasLayer *self)
{
  return self->progress;
}

/**
 * atlas_layer_get_error:
 *
 * Returns: (nullable) (transfer none): why there is nothing to draw, or why the style could not be applied
 */
const GError *
atlas_layer_get_error (AtlasLayer *self)
{
  return self->error;
}

/**
 * atlas_layer_set_title:
 * @title: what people call it from now on; the legend follows as soon as it is worked out
 */
void
atlas_layer_set_title (AtlasLayer *self, const char *title)
{
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  notify (self, PROP_TITLE);
  _atlas_layer_update_scene (self);
}

/**
 * atlas_layer_is_renamed:
 * @self: a layer
 *
 * Returns: whether its title is other than it was called at first, and so is a word of the user’s
 */
gboolean
atlas_layer_is_renamed (AtlasLayer *self)
{
  return g_strcmp0 (self->title, self->own_title) != 0;
}

/**
 * atlas_layer_set_visible:
 * @visible: %FALSE hides it at every scale
 */
void
atlas_layer_set_visible (AtlasLayer *self, gboolean visible)
{
  if (self->visible == !!visible)
    return;
  self->visible = !!visible;
  notify (self, PROP_VISIBLE);
}

/**
 * atlas_layer_set_style:
 * @style: how it looks from now on
 *
 * The picture follows as soon as it is worked out.
 */
void
atlas_layer_set_style (AtlasLayer *self, AtlasStyle *style)
{
  g_autoptr (AtlasStyle) old = self->style;

  self->style = style ? atlas_style_ref (style) : atlas_style_new ();
  if (old && atlas_style_equal (old, self->style))
    return;
  notify (self, PROP_STYLE);
  _atlas_layer_update_scene (self);
}

/**
 * atlas_layer_awaits_style:
 *
 * Returns: whether the style that suits its features is still to come, because they are not read yet; until then the
 *   style is the plain one with what was changed by hand
 */
gboolean
atlas_layer_awaits_style (AtlasLayer *self)
{
  return self->awaits_style;
}

/**
 * atlas_layer_set_awaits_style:
 * @awaits: whether the style that suits its features is still to come
 */
void
atlas_layer_set_awaits_style (AtlasLayer *self, gboolean awaits)
{
  self->awaits_style = awaits;
}

/**
 * atlas_layer_set_source:
 * @source: where its features are read from the next time; copied
 */
void
atlas_layer_set_source (AtlasLayer *self, const AtlasSource *source)
{
  g_autoptr (AtlasSource) old = self->source;

  self->source = atlas_source_copy (source);
}

/**
 * atlas_layer_set_table:
 * @table: (nullable): its features, in the project's system
 *
 * Rows mean other features now: whoever keeps row numbers of the layer has to let go of them.
 */
void
atlas_layer_set_table (AtlasLayer *self, AtlasTable *table)
{
  if (self->table == table)
    return;
  g_clear_pointer (&self->table, atlas_table_unref);
  g_clear_pointer (&self->picture, atlas_picture_unref);
  g_clear_pointer (&self->areas, g_bytes_unref);
  g_clear_pointer (&self->scene_layer, atlas_scene_layer_unref);
  self->table = table ? atlas_table_ref (table) : NULL;
  notify (self, PROP_TABLE);
  notify (self, PROP_N_FEATURES);
  notify (self, PROP_SCENE_LAYER);
  _atlas_layer_update_scene (self);
  _atlas_layer_update_names (self);
}

/**
 * atlas_layer_set_picture:
 * @picture: what a raster shows of the part of the map that is seen
 */
void
atlas_layer_set_picture (AtlasLayer *self, AtlasPicture *picture)
{
  g_clear_pointer (&self->picture, atlas_picture_unref);
  self->picture = atlas_picture_ref (picture);
  _atlas_layer_update_scene (self);
}

/**
 * atlas_layer_take_error:
 * @error: (nullable) (transfer full): what went wrong; %NULL when all is well again
 */
void
atlas_layer_take_error (AtlasLayer *self, GError *error)
{
  if (!self->error && !error)
    return;
  g_clear_error (&self->error);
  self->error = error;
  notify (self, PROP_ERROR_MESSAGE);
}

static void
atlas_layer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasLayer *self = ATLAS_LAYER (object);

  switch (id) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_SOURCE_TEXT:
    g_value_set_string (value, self->source_text);
    break;
  case PROP_STYLE:
    g_value_set_boxed (value, self->style);
    break;
  case PROP_VISIBLE:
    g_value_set_boolean (value, self->visible);
    break;
  case PROP_CONTEXT:
    g_value_set_boolean (value, self->context);
    break;
  case PROP_TABLE:
    g_value_set_boxed (value, self->table);
    break;
  case PROP_N_FEATURES:
    g_value_set_uint64 (value, atlas_layer_get_n_features (self));
    break;
  case PROP_SCENE_LAYER:
    g_value_set_boxed (value, self->scene_layer);
    break;
  case PROP_LOADING:
    g_value_set_boolean (value, atlas_layer_get_loading (self));
    break;
  case PROP_PROGRESS:
    g_value_set_double (value, self->progress);
    break;
  case PROP_ERROR_MESSAGE:
    g_value_set_string (value, self->error ? self->error->message : NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_layer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasLayer *self = ATLAS_LAYER (object);

  switch (id) {
  case PROP_ID:
    self->id = g_value_get_string (value) ? g_value_dup_string (value) : g_uuid_string_random ();
    break;
  case PROP_TITLE:
    self->title = g_value_dup_string (value);
    self->own_title = g_strdup (self->title);
    break;
  case PROP_SOURCE_TEXT:
    self->source_text = g_value_dup_string (value);
    break;
  case PROP_STYLE:
    self->style = g_value_get_boxed (value) ? g_value_dup_boxed (value) : atlas_style_new ();
    break;
  case PROP_VISIBLE:
    self->visible = g_value_get_boolean (value);
    break;
  case PROP_CONTEXT:
    self->context = g_value_get_boolean (value);
    break;
  case PROP_TABLE:
    self->table = g_value_dup_boxed (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_layer_parent_class)->constructed (object);
  _atlas_layer_update_scene (ATLAS_LAYER (object));
  _atlas_layer_update_names (ATLAS_LAYER (object));
}

static void
atlas_layer_finalize (GObject *object)
{
  AtlasLayer *self = ATLAS_LAYER (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->own_title);
  g_free (self->source_text);
  g_clear_pointer (&self->source, atlas_source_free);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_clear_pointer (&self->picture, atlas_picture_unref);
  g_clear_pointer (&self->style, atlas_style_unref);
  g_clear_pointer (&self->scene_layer, atlas_scene_layer_unref);
  g_clear_pointer (&self->areas, g_bytes_unref);
  g_clear_pointer (&self->names, atlas_name_index_free);
  g_clear_object (&self->reading);
  g_clear_object (&self->picturing);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (atlas_layer_parent_class)->finalize (object);
}

static void
atlas_layer_class_init (AtlasLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_layer_get_property;
  object_class->set_property = atlas_layer_set_property;
  object_class->constructed = atlas_layer_constructed;
  object_class->finalize = atlas_layer_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, given);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", given);
  properties[PROP_SOURCE_TEXT] = g_param_spec_string ("source-text", NULL, NULL, NULL, given);
  properties[PROP_STYLE] = g_param_spec_boxed ("style", NULL, NULL, ATLAS_TYPE_STYLE, given);
  properties[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, TRUE, given);
  properties[PROP_CONTEXT] = g_param_spec_boolean ("context", NULL, NULL, FALSE, given);
  properties[PROP_TABLE] = g_param_spec_boxed ("table", NULL, NULL, ATLAS_TYPE_TABLE, given);
  properties[PROP_N_FEATURES] = g_param_spec_uint64 ("n-features", NULL, NULL, 0, G_MAXUINT64, 0, told);
  properties[PROP_SCENE_LAYER] = g_param_spec_boxed ("scene-layer", NULL, NULL, ATLAS_TYPE_SCENE_LAYER, told);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, told);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, -1, told);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, told);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_layer_init (AtlasLayer *self)
{
  self->progress = -1;
  self->raster_extent = ATLAS_EXTENT_EMPTY;
}
