// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-feature-text.h"
#include "atlas-locale.h"

#include <glib/gi18n-lib.h>

static gboolean
is_seen (const AtlasGeometry *g, gsize row, AtlasExtent visible)
{
  AtlasExtent box = g->boxes[row];

  return !atlas_extent_is_empty (box) && atlas_extent_contains_point (visible, atlas_extent_centre (box));
}

/* Next row from @from in @direction whose middle is seen; G_MAXSIZE when none is left. */
static gsize
find_next (const AtlasGeometry *g, gsize from, int direction, AtlasExtent visible)
{
  for (gsize row = from + direction; row < g->n_features; row += direction)
    if (is_seen (g, row, visible))
      return row;
  return G_MAXSIZE;
}

static gsize
find_start (AtlasMapView *self, AtlasLayer *layer, const AtlasGeometry *g, int direction)
{
  if (self->focus.layer == layer)
    return self->focus.row;
  return direction > 0 ? G_MAXSIZE : g->n_features;
}

static void
set_focus (AtlasMapView *self, AtlasLayer *layer, gsize row)
{
  atlas_map_feature_set (&self->focus, layer, row);
  atlas_map_view_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/*
 * atlas_map_view_move_focus:
 * @direction: 1 forward, -1 back
 *
 * Goes to the next feature of the target layer that is seen.
 *
 * Returns: FALSE when there is no further one, so that Tab leaves the map
 */
gboolean
atlas_map_view_move_focus (AtlasMapView *self, int direction)
{
  AtlasLayer *layer = self->project ? atlas_map_view_find_target_layer (self) : NULL;
  const AtlasGeometry *g = NULL;
  gsize row = G_MAXSIZE;

  if (!layer)
    return FALSE;
  g = atlas_table_get_geometry (atlas_layer_get_table (layer));
  row = find_next (g, find_start (self, layer, g, direction), direction,
                   atlas_viewport_get_visible (atlas_project_get_viewport (self->project)));
  if (row == G_MAXSIZE) {
    atlas_map_view_clear_focus (self);
    return FALSE;
  }
  set_focus (self, layer, row);
  return TRUE;
}

/*
 * atlas_map_view_clear_focus:
 *
 * The keyboard is on the map as a whole again.
 */
void
atlas_map_view_clear_focus (AtlasMapView *self)
{
  if (self->focus.layer)
    set_focus (self, NULL, G_MAXSIZE);
}

static char *
describe_map (AtlasMapView *self)
{
  AtlasLayer *layer = self->project ? atlas_map_view_find_target_layer (self) : NULL;
  AtlasCity *city = self->project ? atlas_project_get_city (self->project) : NULL;
  g_autofree char *count = NULL;

  if (!layer)
    return g_strdup (_ ("Map"));
  count = atlas_locale_format_count (atlas_table_get_n_features (atlas_layer_get_table (layer)));
  if (!city)
    return g_strdup_printf (_ ("Map, layer “%s”, features: %s"), atlas_layer_get_title (layer), count);
  return g_strdup_printf (_ ("Map of %s, layer “%s”, features: %s"), city->name, atlas_layer_get_title (layer), count);
}

/*
 * atlas_map_view_describe:
 *
 * Gives the map its name for a screen reader: the focused feature with its value and class, or the map as a whole.
 */
void
atlas_map_view_describe (AtlasMapView *self)
{
  g_autofree char *map = describe_map (self);
  g_autofree char *feature = self->focus.layer ? atlas_feature_dup_description (self->focus.layer, self->focus.row)
                                               : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, feature ? feature : map,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, map, -1);
}
