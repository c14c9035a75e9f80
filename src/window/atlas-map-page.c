// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-page.h"

#include "atlas-attribute-table.h"
#include "atlas-credit-line.h"
#include "atlas-credit.h"
#include "atlas-feature-panel.h"
#include "atlas-layers-panel.h"
#include "atlas-locale.h"
#include "atlas-scale-bar.h"
#include "atlas-settings.h"
#include "atlas-style-panel.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define POINT_SCALE 15000.0

/* As in the schema of the settings. */
#define LEAST_TABLE_HEIGHT 120
#define MOST_TABLE_HEIGHT  4000

struct _AtlasMapPage {
  GtkWidget parent_instance;

  /* template widgets, borrowed */
  GtkWidget *content;
  AdwFlap *layers_flap;
  AdwFlap *details_flap;
  AtlasLayersPanel *layers_panel;
  AtlasStylePanel *style_panel;
  AtlasFeaturePanel *feature_panel;
  GtkStack *details_stack;
  AtlasMapView *map;
  AtlasScaleBar *scale_bar;
  GtkPaned *paned;
  GtkWidget *drawer;
  GtkLabel *drawer_title;
  AtlasAttributeTable *table;
  GtkWidget *credit_button;
  GtkLabel *credit_label;
  GtkLabel *sources_label;
  GtkLabel *pointer_label;
  GtkLabel *scale_label;
  GtkToggleButton *pan_button;
  GtkToggleButton *rectangle_button;
  GtkToggleButton *lasso_button;

  /* owned */
  AtlasProject *project; /* nullable */
};

G_DEFINE_FINAL_TYPE (AtlasMapPage, atlas_map_page, GTK_TYPE_WIDGET)

enum { PROP_SHOW_PANES = 1, PROP_SHOW_TABLE, PROP_CURRENT_LAYER, N_PROPS };

static GParamSpec *properties[N_PROPS];

static gboolean
get_show_panes (AtlasMapPage *self)
{
  return adw_flap_get_reveal_flap (self->layers_flap) || adw_flap_get_reveal_flap (self->details_flap);
}

static void
set_show_panes (AtlasMapPage *self, gboolean show)
{
  adw_flap_set_reveal_flap (self->layers_flap, show);
  adw_flap_set_reveal_flap (self->details_flap, show);
}

/* The table opens as high as it was left; the map gets the rest. */
static void
recall_table_height (AtlasMapPage *self)
{
  int height = g_settings_get_int (atlas_settings_get (), "table-height");

  gtk_paned_set_position (self->paned, MAX (gtk_widget_get_height (GTK_WIDGET (self->paned)) - height, 0));
}

static void
table_hidden_cb (AtlasMapPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned)) - gtk_paned_get_position (self->paned);

  g_settings_set_int (atlas_settings_get (), "table-height", CLAMP (height, LEAST_TABLE_HEIGHT, MOST_TABLE_HEIGHT));
}

static void
set_show_table (AtlasMapPage *self, gboolean show)
{
  AtlasLayer *layer = atlas_map_page_get_current_layer (self);

  if (show && !gtk_widget_get_visible (self->drawer))
    recall_table_height (self);
  gtk_widget_set_visible (self->drawer, show);
  /* A table that nobody sees need not sort. */
  atlas_attribute_table_set_layer (self->table, show ? layer : NULL);
  gtk_label_set_label (self->drawer_title, layer ? atlas_layer_get_title (layer) : "");
}

/* The next window begins with the table as this one was left. */
static void
open_table (AtlasMapPage *self, gboolean open)
{
  set_show_table (self, open);
  g_settings_set_boolean (atlas_settings_get (), "show-table", open);
}

/* How high the table is can be said only once the page has its size. */
static gboolean
recall_table_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AtlasMapPage *self = ATLAS_MAP_PAGE (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->paned)) == 0)
    return G_SOURCE_CONTINUE;
  g_object_set (self, "show-table", TRUE, NULL);
  return G_SOURCE_REMOVE;
}

static void
refresh_credit (AtlasMapPage *self)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);
  g_autofree char *line = atlas_credit_line_new (self->project, atlas_viewport_get_scale_denominator (viewport));
  g_auto (GStrv) sources = g_strsplit (line, ATLAS_CREDIT_SEPARATOR, -1);
  g_autofree char *lines = g_strjoinv ("\n\n", sources);

  gtk_label_set_label (self->credit_label, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->credit_label), line);
  gtk_label_set_label (self->sources_label, lines);
  gtk_widget_set_sensitive (self->credit_button, line[0] != '\0');
}

/* A popover gives its text the focus, and a text that gets the focus is selected whole. */
static void
sources_shown_cb (AtlasMapPage *self)
{
  gtk_label_select_region (self->sources_label, 0, 0);
}

/* Three digits are what a scale on a screen can mean. */
static double
round_for_reading (double denominator)
{
  double unit = pow (10, MAX (floor (log10 (denominator)) - 2, 0));

  return round (denominator / unit) * unit;
}

static void
scale_changed_cb (AtlasMapPage *self)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);
  double denominator = round_for_reading (atlas_viewport_get_scale_denominator (viewport));
  g_autofree char *number = atlas_number_format (denominator, 0, atlas_locale_get_number_form ());
  g_autofree char *text = g_strconcat ("1 : ", number, NULL);

  gtk_label_set_label (self->scale_label, text);
  refresh_credit (self);
}

static void
pointer_changed_cb (AtlasMapPage *self)
{
  const char *text = atlas_map_view_get_pointer_text (self->map);

  gtk_label_set_label (self->pointer_label, text ? text : "");
}

static void
current_changed_cb (AtlasMapPage *self)
{
  AtlasLayer *layer = atlas_map_page_get_current_layer (self);

  if (!self->project)
    return;
  atlas_style_panel_set_layer (self->style_panel, layer);
  atlas_map_view_set_active_layer (self->map, layer);
  atlas_project_set_current_layer (self->project, layer);
  set_show_table (self, gtk_widget_get_visible (self->drawer));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_LAYER]);
}

static void
tool_cb (AtlasMapPage *self)
{
  if (gtk_toggle_button_get_active (self->rectangle_button))
    atlas_map_view_set_tool (self->map, ATLAS_MAP_TOOL_RECTANGLE);
  else if (gtk_toggle_button_get_active (self->lasso_button))
    atlas_map_view_set_tool (self->map, ATLAS_MAP_TOOL_LASSO);
  else
    atlas_map_view_set_tool (self->map, ATLAS_MAP_TOOL_PAN);
}

static void
feature_activated_cb (AtlasMapPage *self)
{
  gtk_stack_set_visible_child_name (self->details_stack, "feature");
}

static void
row_activated_cb (AtlasMapPage *self, AtlasLayer *layer, guint64 row)
{
  atlas_map_page_show_feature (self, layer, row);
}

static void
style_requested_cb (AtlasMapPage *self, AtlasLayer *layer)
{
  atlas_map_page_show_style (self, layer);
  adw_flap_set_reveal_flap (self->details_flap, TRUE);
}

static void
table_requested_cb (AtlasMapPage *self, AtlasLayer *layer)
{
  atlas_map_page_set_current_layer (self, layer);
  g_object_set (self, "show-table", TRUE, NULL);
}

static void
close_table_cb (AtlasMapPage *self)
{
  g_object_set (self, "show-table", FALSE, NULL);
}

static void
atlas_map_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasMapPage *self = ATLAS_MAP_PAGE (object);

  if (id == PROP_SHOW_PANES)
    g_value_set_boolean (value, get_show_panes (self));
  else if (id == PROP_SHOW_TABLE)
    g_value_set_boolean (value, gtk_widget_get_visible (self->drawer));
  else if (id == PROP_CURRENT_LAYER)
    g_value_set_object (value, atlas_map_page_get_current_layer (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_map_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasMapPage *self = ATLAS_MAP_PAGE (object);

  if (id == PROP_SHOW_PANES)
    set_show_panes (self, g_value_get_boolean (value));
  else if (id == PROP_SHOW_TABLE)
    open_table (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_map_page_dispose (GObject *object)
{
  AtlasMapPage *self = ATLAS_MAP_PAGE (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_map_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/kielce_atlas/KielceAtlas/ui/atlas-map-page.ui");
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, content);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, layers_flap);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, details_flap);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, layers_panel);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, style_panel);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, feature_panel);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, details_stack);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, map);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, scale_bar);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, drawer);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, paned);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, drawer_title);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, table);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, credit_button);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, credit_label);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, sources_label);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, pointer_label);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, scale_label);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, pan_button);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, rectangle_button);
  gtk_widget_class_bind_template_child (klass, AtlasMapPage, lasso_button);
  gtk_widget_class_bind_template_callback (klass, sources_shown_cb);
  gtk_widget_class_bind_template_callback (klass, pointer_changed_cb);
  gtk_widget_class_bind_template_callback (klass, current_changed_cb);
  gtk_widget_class_bind_template_callback (klass, tool_cb);
  gtk_widget_class_bind_template_callback (klass, feature_activated_cb);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
  gtk_widget_class_bind_template_callback (klass, style_requested_cb);
  gtk_widget_class_bind_template_callback (klass, table_requested_cb);
  gtk_widget_class_bind_template_callback (klass, close_table_cb);
  gtk_widget_class_bind_template_callback (klass, table_hidden_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (ATLAS_TYPE_LAYERS_PANEL);
  g_type_ensure (ATLAS_TYPE_STYLE_PANEL);
  g_type_ensure (ATLAS_TYPE_FEATURE_PANEL);
  g_type_ensure (ATLAS_TYPE_MAP_VIEW);
  g_type_ensure (ATLAS_TYPE_SCALE_BAR);
  g_type_ensure (ATLAS_TYPE_ATTRIBUTE_TABLE);
}

static void
atlas_map_page_class_init (AtlasMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_map_page_get_property;
  object_class->set_property = atlas_map_page_set_property;
  object_class->dispose = atlas_map_page_dispose;
  properties[PROP_SHOW_PANES] = g_param_spec_boolean ("show-panes", NULL, NULL, TRUE, both);
  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE, both);
  properties[PROP_CURRENT_LAYER] = g_param_spec_object ("current-layer", NULL, NULL, ATLAS_TYPE_LAYER,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_map_page_init (AtlasMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was chosen went with the last city; an empty page would stay in its place. */
static void
city_changed_cb (AtlasMapPage *self)
{
  gtk_stack_set_visible_child_name (self->details_stack, "style");
}

/**
 * atlas_map_page_set_project:
 * @self: a page
 * @project: what it shows
 */
void
atlas_map_page_set_project (AtlasMapPage *self, AtlasProject *project)
{
  if (!g_set_object (&self->project, project))
    return;
  atlas_map_view_set_project (self->map, project);
  atlas_scale_bar_set_project (self->scale_bar, project);
  atlas_layers_panel_set_project (self->layers_panel, project);
  atlas_style_panel_set_project (self->style_panel, project);
  atlas_feature_panel_set_project (self->feature_panel, project);
  atlas_attribute_table_set_project (self->table, project);
  g_signal_connect_object (project, "changed", G_CALLBACK (refresh_credit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::city-name", G_CALLBACK (city_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_project_get_viewport (project), "notify::scale-denominator",
                           G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_map_page_get_map:
 * @self: a page
 *
 * Returns: (transfer none): its map
 */
AtlasMapView *
atlas_map_page_get_map (AtlasMapPage *self)
{
  return self->map;
}

/**
 * atlas_map_page_get_current_layer:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): the layer that the details are about
 */
AtlasLayer *
atlas_map_page_get_current_layer (AtlasMapPage *self)
{
  return atlas_layers_panel_get_current (self->layers_panel);
}

/**
 * atlas_map_page_set_current_layer:
 * @self: a page
 * @layer: (nullable): what the details shall be about
 */
void
atlas_map_page_set_current_layer (AtlasMapPage *self, AtlasLayer *layer)
{
  atlas_layers_panel_set_current (self->layers_panel, layer);
}

/**
 * atlas_map_page_show_style:
 * @self: a page
 * @layer: to be the current one
 *
 * Lets the details tell how a layer looks.
 */
void
atlas_map_page_show_style (AtlasMapPage *self, AtlasLayer *layer)
{
  atlas_map_page_set_current_layer (self, layer);
  gtk_stack_set_visible_child_name (self->details_stack, "style");
}

/**
 * atlas_map_page_activate_layer:
 * @self: a page
 * @action: of a layer's row, "layer.rename"
 * @parameter: (nullable): for the action
 *
 * Does to the current layer what its own menu would; the layers are brought into sight.
 */
void
atlas_map_page_activate_layer (AtlasMapPage *self, const char *action, GVariant *parameter)
{
  adw_flap_set_reveal_flap (self->layers_flap, TRUE);
  atlas_layers_panel_activate (self->layers_panel, action, parameter);
}

/**
 * atlas_map_page_choose_first_layer:
 * @self: a page
 *
 * Makes current the layer that the last session ended with, or else the topmost that shows a number, or the topmost.
 */
void
atlas_map_page_choose_first_layer (AtlasMapPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->project));
  g_autoptr (AtlasLayer) first = g_list_model_get_item (G_LIST_MODEL (self->project), 0);

  if (atlas_project_get_current_layer (self->project)) {
    atlas_map_page_set_current_layer (self, atlas_project_get_current_layer (self->project));
    return;
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (self->project), i);

    if (!atlas_layer_get_style (layer)->field)
      continue;
    atlas_map_page_set_current_layer (self, layer);
    return;
  }
  atlas_map_page_set_current_layer (self, first);
}

/**
 * atlas_map_page_recall_table:
 * @self: a page
 *
 * Opens the attribute table if it was left open when the program ended.
 */
void
atlas_map_page_recall_table (AtlasMapPage *self)
{
  if (g_settings_get_boolean (atlas_settings_get (), "show-table"))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), recall_table_cb, NULL, NULL);
}

/* A point has no extent to fill the map with: it comes to the middle, near enough to see its streets. */
static void
bring_into_view (AtlasMapPage *self, AtlasExtent box)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);
  double denominator = atlas_viewport_get_scale_denominator (viewport);

  if (atlas_extent_is_empty (box))
    return;
  if (atlas_extent_width (box) > 0 || atlas_extent_height (box) > 0)
    atlas_map_view_show_selection (self->map);
  else
    atlas_viewport_show (viewport, atlas_extent_centre (box), MIN (denominator, POINT_SCALE));
}

/**
 * atlas_map_page_show_feature:
 * @self: a page
 * @layer: of the feature
 * @row: its row
 *
 * Chooses a feature, brings it into view and shows what is known of it.
 */
void
atlas_map_page_show_feature (AtlasMapPage *self, AtlasLayer *layer, gsize row)
{
  guint32 rows[] = { (guint32) row };

  atlas_selection_select (atlas_project_get_selection (self->project), layer, rows, 1, ATLAS_SELECT_REPLACE);
  bring_into_view (self, atlas_table_get_geometry (atlas_layer_get_table (layer))->boxes[row]);
  feature_activated_cb (self);
}

/**
 * atlas_map_page_choose_method:
 * @self: a page
 * @method: a classifier's name
 * @n_classes: how many classes
 *
 * Classes the current layer anew.
 */
void
atlas_map_page_choose_method (AtlasMapPage *self, const char *method, guint n_classes)
{
  atlas_style_panel_choose_method (self->style_panel, method, n_classes);
}
