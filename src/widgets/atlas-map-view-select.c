// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-pick.h"

#define HIT_TOLERANCE 5.0 /* logical pixels within which a point or a line is hit */
#define LASSO_STEP    4.0 /* logical pixels between the corners of a lasso */

static AtlasTransform
get_transform (AtlasMapView *self)
{
  return atlas_viewport_get_transform (atlas_project_get_viewport (self->project));
}

/* Lent by the project, which keeps it. */
static AtlasLayer *
peek_layer (AtlasMapView *self, guint position)
{
  g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (self->project), position);

  return layer;
}

/*
 * atlas_map_view_find_feature:
 * @position: in logical pixels
 * @row: (out): of the feature
 *
 * Returns: (transfer none) (nullable): the layer of the topmost feature drawn there
 */
AtlasLayer *
atlas_map_view_find_feature (AtlasMapView *self, AtlasPoint position, gsize *row)
{
  AtlasTransform t = get_transform (self);

  return atlas_pick_at (self->project, atlas_transform_to_map (t, position), HIT_TOLERANCE / t.scale,
                        atlas_map_view_get_scale_denominator (self), row);
}

static gboolean
shows_values (AtlasLayer *layer)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);

  return scene && atlas_scene_layer_get_values (scene);
}

/*
 * atlas_map_view_find_target_layer:
 *
 * Returns: (transfer none) (nullable): the active layer; without one the topmost visible one that shows values, or
 *   has features at all
 */
AtlasLayer *
atlas_map_view_find_target_layer (AtlasMapView *self)
{
  AtlasLayer *fallback = NULL;

  if (self->active_layer && atlas_layer_get_table (self->active_layer))
    return self->active_layer;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->project)); i++) {
    AtlasLayer *layer = peek_layer (self, i);

    if (!atlas_layer_get_visible (layer) || !atlas_layer_get_table (layer))
      continue;
    if (shows_values (layer))
      return layer;
    fallback = fallback ? fallback : layer;
  }
  return fallback;
}

static AtlasSelectMode
choose_mode (GdkModifierType state)
{
  if (state & GDK_CONTROL_MASK)
    return ATLAS_SELECT_ADD;
  if (state & GDK_ALT_MASK)
    return ATLAS_SELECT_SUBTRACT;
  return ATLAS_SELECT_REPLACE;
}

/* Control and a click takes a feature in, or out when it is in already. */
static AtlasSelectMode
choose_click_mode (AtlasSelection *selection, AtlasLayer *layer, guint32 row, GdkModifierType state)
{
  gboolean chosen = atlas_selection_get_layer (selection) == layer && atlas_selection_contains (selection, row);

  if (state & GDK_CONTROL_MASK)
    return chosen ? ATLAS_SELECT_SUBTRACT : ATLAS_SELECT_ADD;
  return ATLAS_SELECT_REPLACE;
}

/*
 * atlas_map_view_activate:
 *
 * Tells that the user wants to know all about a feature.
 */
void
atlas_map_view_activate (AtlasMapView *self, AtlasLayer *layer, gsize row)
{
  g_signal_emit_by_name (self, "feature-activated", layer, (guint64) row);
}

/*
 * atlas_map_view_select_at:
 * @position: in logical pixels
 * @state: modifier keys held
 *
 * Selects the feature there and tells about it; selects none where there is none.
 */
void
atlas_map_view_select_at (AtlasMapView *self, AtlasPoint position, GdkModifierType state)
{
  AtlasSelection *selection = atlas_project_get_selection (self->project);
  gsize row = G_MAXSIZE;
  AtlasLayer *layer = atlas_map_view_find_feature (self, position, &row);
  guint32 chosen = (guint32) row;

  if (!layer) {
    if (!(state & GDK_CONTROL_MASK))
      atlas_selection_clear (selection);
    return;
  }
  atlas_selection_select (selection, layer, &chosen, 1, choose_click_mode (selection, layer, chosen, state));
  atlas_map_view_activate (self, layer, row);
}

void
atlas_map_view_begin_outline (AtlasMapView *self, AtlasPoint position)
{
  g_array_set_size (self->outline, 0);
  g_array_append_val (self->outline, position);
}

static void
set_rectangle (GArray *outline, AtlasPoint end)
{
  AtlasPoint start = g_array_index (outline, AtlasPoint, 0);
  const AtlasPoint rest[] = { { end.x, start.y }, end, { start.x, end.y } };

  g_array_set_size (outline, 1);
  g_array_append_vals (outline, rest, G_N_ELEMENTS (rest));
}

/*
 * atlas_map_view_extend_outline:
 *
 * The pointer has come to @position: the rectangle's other corner, or the lasso's next one.
 */
void
atlas_map_view_extend_outline (AtlasMapView *self, AtlasPoint position)
{
  AtlasPoint last = g_array_index (self->outline, AtlasPoint, self->outline->len - 1);

  if (self->drag == ATLAS_MAP_DRAG_RECTANGLE)
    set_rectangle (self->outline, position);
  else if (atlas_point_distance (last, position) >= LASSO_STEP)
    g_array_append_val (self->outline, position);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_inside (AtlasMapView *self, AtlasLayer *layer, GdkModifierType state)
{
  AtlasTransform t = get_transform (self);
  AtlasPoint *corners = (AtlasPoint *) self->outline->data;
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < self->outline->len; i++)
    corners[i] = atlas_transform_to_map (t, corners[i]);
  rows = atlas_pick_in_ring (atlas_layer_get_table (layer), corners, self->outline->len);
  atlas_selection_select (atlas_project_get_selection (self->project), layer, (const guint32 *) rows->data, rows->len,
                          choose_mode (state));
}

/*
 * atlas_map_view_end_outline:
 * @state: modifier keys held: Control adds to the selection, Alt takes away
 *
 * Selects the features of the target layer that the outline meets.
 */
void
atlas_map_view_end_outline (AtlasMapView *self, GdkModifierType state)
{
  AtlasLayer *layer = atlas_map_view_find_target_layer (self);

  if (layer && self->outline->len > 2)
    select_inside (self, layer, state);
  atlas_map_view_cancel_outline (self);
}

void
atlas_map_view_cancel_outline (AtlasMapView *self)
{
  g_array_set_size (self->outline, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
