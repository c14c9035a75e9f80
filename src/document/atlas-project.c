// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-project-private.h"

#include "atlas-raster-follower.h"

/* Enough for a million areas to come back at once. */
#define ATTIC_ROOM (256 * 1024 * 1024)

struct _AtlasProject {
  GObject parent_instance;

  GPtrArray *layers; /* owned, of AtlasLayer: from above to below */
  AtlasViewport *viewport;
  AtlasSelection *selection;
  AtlasJournal *journal;
  AtlasRasterFollower *rasters;
  AtlasAttic *attic;

  AtlasLayer *current; /* one of the layers; nullable */

  AtlasCity *city; /* owned, nullable */
  char *city_path; /* owned, nullable */
  AtlasCrs *crs;   /* owned, nullable */

  GCancellable *opening; /* owned, nullable: of what was last asked to take the place of all this */
};

enum {
  PROP_CITY_ID = 1,
  PROP_CITY_NAME,
  PROP_CURRENT_LAYER,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_LAYER;
}

static guint
get_n_items (GListModel *model)
{
  return ATLAS_PROJECT (model)->layers->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AtlasProject *self = ATLAS_PROJECT (model);

  return position < self->layers->len ? g_object_ref (g_ptr_array_index (self->layers, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasProject,
                               atlas_project,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
emit_changed (AtlasProject *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
layer_changed_cb (AtlasProject *self)
{
  emit_changed (self);
}

static void
layer_table_changed_cb (AtlasProject *self, GParamSpec *pspec, AtlasLayer *layer)
{
  atlas_selection_forget_layer (self->selection, layer);
}

static void
follow_layer (AtlasProject *self, AtlasLayer *layer)
{
  static const char *const followed[] = { "notify::title", "notify::visible", "notify::style", "notify::scene-layer" };

  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_connect_swapped (layer, followed[i], G_CALLBACK (layer_changed_cb), self);
  g_signal_connect_swapped (layer, "notify::table", G_CALLBACK (layer_table_changed_cb), self);
}

static void
let_go_of_layer (AtlasProject *self, AtlasLayer *layer)
{
  if (self->current == layer)
    self->current = NULL;
  g_signal_handlers_disconnect_by_data (layer, self);
  atlas_selection_forget_layer (self->selection, layer);
}

void
_atlas_project_insert_layer (AtlasProject *self, AtlasLayer *layer, guint position)
{
  if (atlas_project_find_layer (self, layer) != ATLAS_NO_POSITION)
    return;
  position = MIN (position, self->layers->len);
  g_ptr_array_insert (self->layers, (int) position, g_object_ref (layer));
  follow_layer (self, layer);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  emit_changed (self);
}

guint
_atlas_project_take_out_layer (AtlasProject *self, AtlasLayer *layer)
{
  guint position = atlas_project_find_layer (self, layer);

  if (position == ATLAS_NO_POSITION)
    return position;
  let_go_of_layer (self, layer);
  g_ptr_array_remove_index (self->layers, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  emit_changed (self);
  return position;
}

AtlasAttic *
_atlas_project_get_attic (AtlasProject *self)
{
  return self->attic;
}

void
_atlas_project_set_opening (AtlasProject *self, GCancellable *opening)
{
  if (self->opening)
    g_cancellable_cancel (self->opening);
  g_set_object (&self->opening, opening);
}

void
_atlas_project_clear_layers (AtlasProject *self)
{
  guint n = self->layers->len;

  for (guint i = 0; i < n; i++) {
    atlas_layer_cancel_loading (g_ptr_array_index (self->layers, i));
    let_go_of_layer (self, g_ptr_array_index (self->layers, i));
  }
  g_ptr_array_set_size (self->layers, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  atlas_journal_forget (self->journal);
  emit_changed (self);
}

void
_atlas_project_set_crs (AtlasProject *self, AtlasCrs *crs, double metres_per_unit)
{
  g_clear_pointer (&self->crs, atlas_crs_unref);
  self->crs = atlas_crs_ref (crs);
  atlas_viewport_set_metres_per_unit (self->viewport, metres_per_unit);
}

void
_atlas_project_take_city (AtlasProject *self, AtlasCity *city, const char *path)
{
  g_clear_pointer (&self->city, atlas_city_free);
  g_free (self->city_path);
  self->city = city;
  self->city_path = g_strdup (path);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CITY_ID]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CITY_NAME]);
}

/**
 * atlas_project_get_viewport:
 *
 * Returns: (transfer none): the part of the map that is seen; the same for as long as @self lives
 */
AtlasViewport *
atlas_project_get_viewport (AtlasProject *self)
{
  return self->viewport;
}

/**
 * atlas_project_get_selection:
 *
 * Returns: (transfer none): the features that are chosen; the same for as long as @self lives
 */
AtlasSelection *
atlas_project_get_selection (AtlasProject *self)
{
  return self->selection;
}

/**
 * atlas_project_get_journal:
 *
 * Returns: (transfer none): what can be undone and redone; the same for as long as @self lives
 */
AtlasJournal *
atlas_project_get_journal (AtlasProject *self)
{
  return self->journal;
}

/**
 * atlas_project_get_current_layer:
 *
 * Returns: (nullable) (transfer none): the layer that a window's details are about
 */
AtlasLayer *
atlas_project_get_current_layer (AtlasProject *self)
{
  return self->current;
}

/**
 * atlas_project_set_current_layer:
 * @layer: (nullable): of the project
 *
 * Says which layer a window's details are about, for the next session to begin with.
 */
void
atlas_project_set_current_layer (AtlasProject *self, AtlasLayer *layer)
{
  g_return_if_fail (!layer || atlas_project_find_layer (self, layer) != ATLAS_NO_POSITION);

  if (self->current == layer)
    return;
  self->current = layer;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_LAYER]);
}

/**
 * atlas_project_get_city:
 *
 * Returns: (nullable) (transfer none): the city that is open
 */
AtlasCity *
atlas_project_get_city (AtlasProject *self)
{
  return self->city;
}

/**
 * atlas_project_get_city_path:
 *
 * Returns: (nullable) (transfer none): the city file, which `city:…` means in the text of a source
 */
const char *
atlas_project_get_city_path (AtlasProject *self)
{
  return self->city_path;
}

/**
 * atlas_project_get_crs:
 *
 * Returns: (nullable) (transfer none): the system of the map and of every layer's table; %NULL before the first layer
 */
AtlasCrs *
atlas_project_get_crs (AtlasProject *self)
{
  return self->crs;
}

static AtlasExtent
unite_extents (AtlasProject *self, gboolean with_context)
{
  AtlasExtent extent = ATLAS_EXTENT_EMPTY;

  for (guint i = 0; i < self->layers->len; i++) {
    AtlasLayer *layer = g_ptr_array_index (self->layers, i);

    if (atlas_layer_get_visible (layer) && (with_context || !atlas_layer_get_context (layer)))
      extent = atlas_extent_union (extent, atlas_layer_get_extent (layer));
  }
  return extent;
}

/**
 * atlas_project_get_extent:
 *
 * Returns: where the features of all visible layers are; context counts only when there is nothing else
 */
AtlasExtent
atlas_project_get_extent (AtlasProject *self)
{
  AtlasExtent extent = unite_extents (self, FALSE);

  return atlas_extent_is_empty (extent) ? unite_extents (self, TRUE) : extent;
}

/**
 * atlas_project_find_layer:
 * @layer: a layer
 *
 * Returns: its position from above, or %ATLAS_NO_POSITION when it is not in the project
 */
guint
atlas_project_find_layer (AtlasProject *self, AtlasLayer *layer)
{
  guint position;

  return g_ptr_array_find (self->layers, layer, &position) ? position : ATLAS_NO_POSITION;
}

/**
 * atlas_project_collect_scene_layers:
 * @scale_denominator: of the map that will be drawn
 *
 * Returns: (transfer full) (element-type AtlasSceneLayer): what is drawn at this scale, from below to above
 */
GPtrArray *
atlas_project_collect_scene_layers (AtlasProject *self, double scale_denominator)
{
  GPtrArray *scene_layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_scene_layer_unref);

  for (guint i = self->layers->len; i > 0; i--) {
    AtlasLayer *layer = g_ptr_array_index (self->layers, i - 1);

    if (atlas_layer_is_seen_at (layer, scale_denominator))
      g_ptr_array_add (scene_layers, atlas_scene_layer_ref (atlas_layer_get_scene_layer (layer)));
  }
  return scene_layers;
}

/**
 * atlas_project_new:
 *
 * Returns: (transfer full): a project without a city and without layers
 */
AtlasProject *
atlas_project_new (void)
{
  return g_object_new (ATLAS_TYPE_PROJECT, NULL);
}

static void
atlas_project_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasProject *self = ATLAS_PROJECT (object);

  switch (id) {
  case PROP_CITY_ID:
    g_value_set_string (value, self->city ? self->city->id : NULL);
    break;
  case PROP_CITY_NAME:
    g_value_set_string (value, self->city ? self->city->name : NULL);
    break;
  case PROP_CURRENT_LAYER:
    g_value_set_object (value, self->current);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_project_finalize (GObject *object)
{
  AtlasProject *self = ATLAS_PROJECT (object);

  atlas_raster_follower_free (self->rasters);
  for (guint i = 0; i < self->layers->len; i++)
    let_go_of_layer (self, g_ptr_array_index (self->layers, i));
  atlas_journal_forget (self->journal);
  g_ptr_array_unref (self->layers);
  g_object_unref (self->viewport);
  g_object_unref (self->selection);
  g_object_unref (self->journal);
  atlas_attic_free (self->attic);
  g_clear_pointer (&self->city, atlas_city_free);
  g_free (self->city_path);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_clear_object (&self->opening);
  G_OBJECT_CLASS (atlas_project_parent_class)->finalize (object);
}

static void
atlas_project_class_init (AtlasProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_project_get_property;
  object_class->finalize = atlas_project_finalize;

  properties[PROP_CITY_ID] = g_param_spec_string ("city-id", NULL, NULL, NULL, flags);
  properties[PROP_CITY_NAME] = g_param_spec_string ("city-name", NULL, NULL, NULL, flags);
  properties[PROP_CURRENT_LAYER] = g_param_spec_object ("current-layer", NULL, NULL, ATLAS_TYPE_LAYER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
atlas_project_init (AtlasProject *self)
{
  self->layers = g_ptr_array_new_with_free_func (g_object_unref);
  self->viewport = atlas_viewport_new ();
  self->selection = atlas_selection_new ();
  self->journal = atlas_journal_new ();
  self->rasters = atlas_raster_follower_new (self);
  self->attic = atlas_attic_new (ATTIC_ROOM);
}
