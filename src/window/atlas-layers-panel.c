// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layers-panel.h"

#include "atlas-layer-row.h"

#include <glib/gi18n-lib.h>

struct _AtlasLayersPanel {
  GtkWidget parent_instance;

  /* template widgets, borrowed */
  GtkWidget *content;
  GtkListBox *list;

  /* owned */
  AtlasProject *project; /* nullable */
};

G_DEFINE_FINAL_TYPE (AtlasLayersPanel, atlas_layers_panel, GTK_TYPE_WIDGET)

enum { PROP_CURRENT = 1, N_PROPS };
enum { STYLE_REQUESTED, TABLE_REQUESTED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
style_cb (AtlasLayersPanel *self, AtlasLayerRow *row)
{
  g_signal_emit (self, signals[STYLE_REQUESTED], 0, atlas_layer_row_get_layer (row));
}

static void
table_cb (AtlasLayersPanel *self, AtlasLayerRow *row)
{
  g_signal_emit (self, signals[TABLE_REQUESTED], 0, atlas_layer_row_get_layer (row));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  AtlasLayersPanel *self = user_data;
  GtkWidget *row = atlas_layer_row_new (self->project, item);

  g_signal_connect_object (row, "style-requested", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "table-requested", G_CALLBACK (table_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
selected_cb (AtlasLayersPanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static GtkListBoxRow *
find_row (AtlasLayersPanel *self, AtlasLayer *layer)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (atlas_layer_row_get_layer (ATLAS_LAYER_ROW (row)) == layer)
      return row;
  return NULL;
}

static void
atlas_layers_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CURRENT)
    g_value_set_object (value, atlas_layers_panel_get_current (ATLAS_LAYERS_PANEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_layers_panel_dispose (GObject *object)
{
  AtlasLayersPanel *self = ATLAS_LAYERS_PANEL (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (atlas_layers_panel_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, ATLAS_TYPE_LAYERS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       ATLAS_TYPE_LAYER);
}

static void
atlas_layers_panel_class_init (AtlasLayersPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_layers_panel_get_property;
  object_class->dispose = atlas_layers_panel_dispose;
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, ATLAS_TYPE_LAYER,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[STYLE_REQUESTED] = new_signal ("style-requested");
  signals[TABLE_REQUESTED] = new_signal ("table-requested");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-layers-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLayersPanel, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasLayersPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_layers_panel_init (AtlasLayersPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_layers_panel_set_project:
 * @self: a panel
 * @project: whose layers it lists
 */
void
atlas_layers_panel_set_project (AtlasLayersPanel *self, AtlasProject *project)
{
  if (!g_set_object (&self->project, project))
    return;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (project), create_row, self, NULL);
}

/**
 * atlas_layers_panel_get_current:
 * @self: a panel
 *
 * Returns: (nullable) (transfer none): the layer chosen in the list
 */
AtlasLayer *
atlas_layers_panel_get_current (AtlasLayersPanel *self)
{
  GtkListBoxRow *row = self->list ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row ? atlas_layer_row_get_layer (ATLAS_LAYER_ROW (row)) : NULL;
}

/**
 * atlas_layers_panel_set_current:
 * @self: a panel
 * @layer: (nullable): to be chosen
 */
void
atlas_layers_panel_set_current (AtlasLayersPanel *self, AtlasLayer *layer)
{
  gtk_list_box_select_row (self->list, layer ? find_row (self, layer) : NULL);
}

/**
 * atlas_layers_panel_activate:
 * @self: a panel
 * @action: of the row of the current layer, "layer.rename"
 * @parameter: (nullable): for the action
 *
 * Does to the current layer what its own menu would.
 */
void
atlas_layers_panel_activate (AtlasLayersPanel *self, const char *action, GVariant *parameter)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row)
    gtk_widget_activate_action_variant (GTK_WIDGET (row), action, parameter);
}
