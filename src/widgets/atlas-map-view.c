// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#define VIEW_MARGIN 24.0 /* logical pixels left free around what is shown whole */

G_DEFINE_ENUM_TYPE (AtlasMapTool,
                    atlas_map_tool,
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_TOOL_PAN, "pan"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_TOOL_RECTANGLE, "rectangle"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_TOOL_LASSO, "lasso"))

G_DEFINE_FINAL_TYPE (AtlasMapView, atlas_map_view, GTK_TYPE_WIDGET)

enum { PROP_PROJECT = 1, PROP_TOOL, PROP_ACTIVE_LAYER, PROP_SCALE_DENOMINATOR, PROP_POINTER_TEXT, N_PROPS };

static GParamSpec *properties[N_PROPS];

/**
 * atlas_map_view_new:
 *
 * Returns: a map without a project yet
 */
GtkWidget *
atlas_map_view_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_VIEW, NULL);
}

static void
project_changed_cb (AtlasMapView *self)
{
  if (self->focus.layer && atlas_project_find_layer (self->project, self->focus.layer) == ATLAS_NO_POSITION)
    atlas_map_view_clear_focus (self);
  atlas_map_view_request_picture (self);
  atlas_map_view_describe (self);
}

static void
scale_changed_cb (AtlasMapView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE_DENOMINATOR]);
}

static void
viewport_changed_cb (AtlasMapView *self)
{
  atlas_map_view_follow_view (self);
  if (self->has_pointer)
    atlas_map_view_queue_hover (self);
}

static void
bind_project (AtlasMapView *self)
{
  AtlasProject *project = self->project;

  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->viewport_signals, project ? atlas_project_get_viewport (project) : NULL);
  g_signal_group_set_target (self->selection_signals, project ? atlas_project_get_selection (project) : NULL);
}

/**
 * atlas_map_view_set_project:
 * @self: the map
 * @project: (nullable): what it shows
 *
 * Shows another project.
 */
void
atlas_map_view_set_project (AtlasMapView *self, AtlasProject *project)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (!g_set_object (&self->project, project))
    return;
  atlas_map_view_stop_fling (self);
  atlas_map_view_stop_hover (self);
  atlas_map_view_clear_picture (self);
  bind_project (self);
  if (project)
    atlas_viewport_set_size (atlas_project_get_viewport (project), gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
  atlas_map_view_clear_focus (self);
  atlas_map_view_request_picture (self);
  atlas_map_view_describe (self);
  scale_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

AtlasMapTool
atlas_map_view_get_tool (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), ATLAS_MAP_TOOL_PAN);

  return self->tool;
}

/**
 * atlas_map_view_set_tool:
 * @self: the map
 * @tool: what dragging does from now on
 *
 * Chooses what dragging does; Escape brings panning back.
 */
void
atlas_map_view_set_tool (AtlasMapView *self, AtlasMapTool tool)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->tool == tool)
    return;
  self->tool = tool;
  atlas_map_view_cancel_outline (self);
  atlas_map_view_update_cursor (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

/**
 * atlas_map_view_set_active_layer:
 * @self: the map
 * @layer: (nullable): the layer to work on
 *
 * Chooses the layer in which rectangle and lasso select and through which Tab walks.
 */
void
atlas_map_view_set_active_layer (AtlasMapView *self, AtlasLayer *layer)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (!g_set_object (&self->active_layer, layer))
    return;
  atlas_map_view_clear_focus (self);
  atlas_map_view_describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE_LAYER]);
}

double
atlas_map_view_get_scale_denominator (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), 0);

  return self->project ? atlas_viewport_get_scale_denominator (atlas_project_get_viewport (self->project)) : 0;
}

const char *
atlas_map_view_get_pointer_text (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->pointer_text;
}

/**
 * atlas_map_view_zoom:
 * @self: the map
 * @factor: above 1 to come closer
 *
 * Zooms about the middle.
 */
void
atlas_map_view_zoom (AtlasMapView *self, double factor)
{
  AtlasPoint middle = ATLAS_POINT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                        gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->project)
    atlas_viewport_zoom (atlas_project_get_viewport (self->project), factor, middle);
}

static void
show_extent (AtlasMapView *self, AtlasExtent extent)
{
  if (self->project && !atlas_extent_is_empty (extent))
    atlas_viewport_show_extent (atlas_project_get_viewport (self->project), extent, VIEW_MARGIN);
}

/**
 * atlas_map_view_show_all:
 * @self: the map
 *
 * Shows all visible layers whole.
 */
void
atlas_map_view_show_all (AtlasMapView *self)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->project)
    show_extent (self, atlas_project_get_extent (self->project));
}

/**
 * atlas_map_view_show_layer:
 * @self: the map
 * @layer: a layer
 *
 * Shows one layer whole.
 */
void
atlas_map_view_show_layer (AtlasMapView *self, AtlasLayer *layer)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  show_extent (self, atlas_layer_get_extent (layer));
}

static AtlasExtent
measure_selection (AtlasSelection *selection)
{
  AtlasLayer *layer = atlas_selection_get_layer (selection);
  AtlasTable *table = layer ? atlas_layer_get_table (layer) : NULL;
  AtlasExtent extent = ATLAS_EXTENT_EMPTY;
  gsize n = 0;
  const guint32 *rows = atlas_selection_get_rows (selection, &n);

  for (gsize i = 0; table && i < n; i++)
    extent = atlas_extent_union (extent, atlas_table_get_geometry (table)->boxes[rows[i]]);
  return extent;
}

/**
 * atlas_map_view_show_selection:
 * @self: the map
 *
 * Shows all selected features; does nothing when there are none.
 */
void
atlas_map_view_show_selection (AtlasMapView *self)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->project)
    show_extent (self, measure_selection (atlas_project_get_selection (self->project)));
}

static void
atlas_map_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static gboolean
take_size_cb (gpointer user_data)
{
  AtlasMapView *self = user_data;

  self->size_source = 0;
  if (self->project)
    atlas_viewport_set_size (atlas_project_get_viewport (self->project), gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

/* Whoever shows the scale asks for another size when it changes, and nobody may while sizes are being given. */
static void
atlas_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  if (!self->size_source)
    self->size_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, take_size_cb, self, NULL);
  atlas_map_view_allocate_tip (self, width, height);
}

static void
atlas_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (id) {
  case PROP_PROJECT:
    g_value_set_object (value, self->project);
    break;
  case PROP_TOOL:
    g_value_set_enum (value, self->tool);
    break;
  case PROP_ACTIVE_LAYER:
    g_value_set_object (value, self->active_layer);
    break;
  case PROP_SCALE_DENOMINATOR:
    g_value_set_double (value, atlas_map_view_get_scale_denominator (self));
    break;
  case PROP_POINTER_TEXT:
    g_value_set_string (value, self->pointer_text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (id) {
  case PROP_PROJECT:
    atlas_map_view_set_project (self, g_value_get_object (value));
    break;
  case PROP_TOOL:
    atlas_map_view_set_tool (self, g_value_get_enum (value));
    break;
  case PROP_ACTIVE_LAYER:
    atlas_map_view_set_active_layer (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_map_view_dispose (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  atlas_map_view_stop_fling (self);
  atlas_map_view_stop_hover (self);
  atlas_render_queue_cancel (self->queue);
  g_clear_handle_id (&self->size_source, g_source_remove);
  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->viewport_signals, NULL);
  g_signal_group_set_target (self->selection_signals, NULL);
  g_clear_object (&self->project);
  g_clear_object (&self->active_layer);
  g_clear_object (&self->focus.layer);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_MAP_VIEW);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->dispose (object);
}

static void
atlas_map_view_finalize (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  g_object_unref (self->project_signals);
  g_object_unref (self->viewport_signals);
  g_object_unref (self->selection_signals);
  g_object_unref (self->queue);
  atlas_map_view_clear_picture (self);
  g_array_unref (self->outline);
  g_clear_pointer (&self->lonlat, atlas_crs_unref);
  g_free (self->pointer_text);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags own = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, ATLAS_TYPE_PROJECT, own);
  properties[PROP_TOOL] = g_param_spec_enum ("tool", NULL, NULL, ATLAS_TYPE_MAP_TOOL, ATLAS_MAP_TOOL_PAN, own);
  properties[PROP_ACTIVE_LAYER] = g_param_spec_object ("active-layer", NULL, NULL, ATLAS_TYPE_LAYER, own);
  properties[PROP_SCALE_DENOMINATOR] = g_param_spec_double ("scale-denominator", NULL, NULL, 0, G_MAXDOUBLE, 0, read);
  properties[PROP_POINTER_TEXT] = g_param_spec_string ("pointer-text", NULL, NULL, NULL, read);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/kielce_atlas/KielceAtlas/ui/atlas-map-view.ui");
  gtk_widget_class_bind_template_child (klass, AtlasMapView, tip);
  gtk_widget_class_bind_template_child (klass, AtlasMapView, tip_name);
  gtk_widget_class_bind_template_child (klass, AtlasMapView, tip_measure);
  gtk_widget_class_bind_template_child (klass, AtlasMapView, tip_value);
}

static void
atlas_map_view_class_init (AtlasMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_map_view_get_property;
  object_class->set_property = atlas_map_view_set_property;
  object_class->dispose = atlas_map_view_dispose;
  object_class->finalize = atlas_map_view_finalize;
  widget_class->measure = atlas_map_view_measure;
  widget_class->size_allocate = atlas_map_view_size_allocate;
  widget_class->snapshot = atlas_map_view_snapshot;

  install_properties (object_class);
  g_signal_new ("feature-activated", ATLAS_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                ATLAS_TYPE_LAYER, G_TYPE_UINT64);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  atlas_map_view_class_add_keys (widget_class);
}

static GSignalGroup *
watch (AtlasMapView *self, GType type, const char *signal, GCallback callback)
{
  GSignalGroup *group = g_signal_group_new (type);

  g_signal_group_connect_swapped (group, signal, callback, self);
  return group;
}

static void
atlas_map_view_init (AtlasMapView *self)
{
  self->outline = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  self->queue = atlas_render_queue_new ();
  self->project_signals = watch (self, ATLAS_TYPE_PROJECT, "changed", G_CALLBACK (project_changed_cb));
  self->viewport_signals = watch (self, ATLAS_TYPE_VIEWPORT, "changed", G_CALLBACK (viewport_changed_cb));
  self->selection_signals = watch (self, ATLAS_TYPE_SELECTION, "changed", G_CALLBACK (atlas_map_view_request_picture));
  g_signal_group_connect_swapped (self->selection_signals, "hover-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (atlas_map_view_request_picture), NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_map_view_add_controllers (self);
  atlas_map_view_update_cursor (self);
  atlas_map_view_describe (self);
}
