// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-marks.h"

#include "atlas-scene-private.h"
#include "atlas-symbol-size.h"

/* More symbols of a layer without names in one sight cover the sheet: names are then written over them. */
#define MOST_IN_SIGHT 20000

/**
 * Owner:
 * @layer: borrowed from the scene
 * @row: of the feature that the symbol stands for
 */
typedef struct {
  const AtlasSceneLayer *layer;
  guint32 row;
} Owner;

struct _AtlasMarks {
  AtlasTransform transform; /* from the map to millimetres */
  AtlasExtent frame;        /* what is seen, in millimetres */
  GArray *boxes;            /* owned (element-type AtlasExtent): in millimetres */
  GArray *owners;           /* owned (element-type Owner): of each box */
  AtlasSpatialIndex *index; /* owned: of @boxes */
};

/* Without an anchor, points alone stand at one place. */
static gboolean
find_place (const AtlasSceneLayer *layer, guint32 row, AtlasPoint *at)
{
  AtlasExtent box = atlas_table_get_geometry (layer->table)->boxes[row];

  *at = layer->anchors ? layer->anchors[row].at : atlas_extent_centre (box);
  return layer->anchors || (atlas_extent_width (box) == 0 && atlas_extent_height (box) == 0);
}

static void
add_mark (AtlasMarks *self, const AtlasSceneLayer *layer, guint32 row)
{
  Owner owner = { layer, row };
  AtlasExtent mark;
  AtlasPoint at;
  double radius;

  if (!find_place (layer, row, &at))
    return;
  at = atlas_transform_to_device (self->transform, at);
  radius = atlas_symbol_get_radius (layer, row);
  if (radius <= 0 || !atlas_extent_contains_point (self->frame, at))
    return;
  mark = atlas_extent_grow ((AtlasExtent){ at.x, at.y, at.x, at.y }, radius);
  g_array_append_val (self->boxes, mark);
  g_array_append_val (self->owners, owner);
}

/* Names of one layer keep apart even where they are all that it shows. */
static gboolean
has_marks (const AtlasSceneLayer *layer, double denominator)
{
  if (!layer->table || !_atlas_scene_layer_is_visible (layer, denominator))
    return FALSE;
  if (layer->style->label_field)
    return TRUE;
  return (layer->anchors || layer->has_kind[ATLAS_PART_POINT]) && !_atlas_scene_layer_leaves_no_mark (layer);
}

static void
add_layer (AtlasMarks *self, const AtlasSceneLayer *layer)
{
  AtlasPoint low = atlas_transform_to_map (self->transform, ATLAS_POINT_INIT (self->frame.xmin, self->frame.ymax));
  AtlasPoint high = atlas_transform_to_map (self->transform, ATLAS_POINT_INIT (self->frame.xmax, self->frame.ymin));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  atlas_spatial_index_query (_atlas_scene_layer_get_index (layer), (AtlasExtent){ low.x, low.y, high.x, high.y }, rows);
  if (!layer->style->label_field && rows->len > MOST_IN_SIGHT)
    return;
  for (guint i = 0; i < rows->len; i++)
    add_mark (self, layer, g_array_index (rows, guint32, i));
}

/**
 * atlas_marks_new:
 * @scene: whose symbols are looked up
 * @transform: from the map to millimetres
 * @frame: what the scene shows, in millimetres
 *
 * Returns: (transfer full): the symbols that stand at a place of their own: circles, dots and points of all visible
 *   layers; none for areas that are filled
 */
AtlasMarks *
atlas_marks_new (AtlasScene *scene, AtlasTransform transform, AtlasExtent frame)
{
  AtlasMarks *self = g_new0 (AtlasMarks, 1);
  double denominator = atlas_scene_get_scale_denominator (scene);

  self->transform = transform;
  self->frame = frame;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  self->owners = g_array_new (FALSE, FALSE, sizeof (Owner));
  for (guint i = 0; i < scene->n_layers; i++)
    if (has_marks (scene->layers[i], denominator))
      add_layer (self, scene->layers[i]);
  self->index = atlas_spatial_index_new ((const AtlasExtent *) self->boxes->data, self->boxes->len);
  return self;
}

void
atlas_marks_free (AtlasMarks *self)
{
  atlas_spatial_index_free (self->index);
  g_array_unref (self->owners);
  g_array_unref (self->boxes);
  g_free (self);
}

/**
 * Search:
 * @own: whose mark does not count, because the distance of its name is chosen
 * @met: whether there is another
 */
typedef struct {
  const AtlasMarks *marks;
  Owner own;
  gboolean met;
} Search;

static gboolean
meet_cb (guint32 item, gpointer user_data)
{
  Search *search = user_data;
  const Owner *owner = &g_array_index (search->marks->owners, Owner, item);

  search->met = owner->layer != search->own.layer || owner->row != search->own.row;
  return !search->met;
}

/**
 * atlas_marks_meet:
 * @box: in millimetres
 * @own_layer: of the feature that is named
 * @own_row: the feature that is named
 *
 * Returns: whether a name in @box would hide a symbol that is not its own
 */
gboolean
atlas_marks_meet (const AtlasMarks *self, AtlasExtent box, const AtlasSceneLayer *own_layer, guint32 own_row)
{
  Search search = { self, { own_layer, own_row }, FALSE };

  atlas_spatial_index_foreach (self->index, box, meet_cb, &search);
  return search.met;
}
