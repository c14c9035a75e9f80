// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-view.h"

#include "atlas-language.h"
#include "atlas-legend-square.h"
#include "atlas-legend.h"
#include "atlas-locale.h"
#include "atlas-swatch.h"
#include "atlas-viewport.h"

#include <glib/gi18n-lib.h>

struct _AtlasLegendView {
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *title;
  GtkGrid *rows;

  /* owned */
  AtlasLayer *layer;
  GSignalGroup *layer_signals;

  int n_rows;
};

G_DEFINE_FINAL_TYPE (AtlasLegendView, atlas_legend_view, GTK_TYPE_WIDGET)

enum { PROP_LAYER = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

GtkWidget *
atlas_legend_view_new (void)
{
  return g_object_new (ATLAS_TYPE_LEGEND_VIEW, NULL);
}

static GtkWidget *
label_new (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* @count: (nullable): how many features, in words of the language */
static void
add_row (AtlasLegendView *self, GtkWidget *swatch, const char *text, const char *count)
{
  GtkWidget *label = label_new (text, 0);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->rows, swatch, 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->rows, label, 1, self->n_rows, 1, 1);
  if (count) {
    GtkWidget *number = label_new (count, 1);

    gtk_widget_add_css_class (number, "dim-label");
    gtk_widget_set_tooltip_text (number, _ ("Features in this class"));
    gtk_grid_attach (self->rows, number, 2, self->n_rows, 1, 1);
  }
  self->n_rows++;
}

static void
clear_rows (AtlasLegendView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))))
    gtk_grid_remove (self->rows, child);
  self->n_rows = 0;
}

/* The renderer's rows, in millimetres, so that the window and a printed sheet say the same of the same signs. */
static GtkWidget *
swatch_new (const AtlasLegendRow *row)
{
  static const AtlasSwatchKind kinds[] = {
    [ATLAS_LEGEND_AREA] = ATLAS_SWATCH_AREA,
    [ATLAS_LEGEND_DOT] = ATLAS_SWATCH_DOT,
    [ATLAS_LEGEND_LINE] = ATLAS_SWATCH_LINE,
  };

  if (row->kind == ATLAS_LEGEND_HATCH)
    return atlas_swatch_new_hatch (row->hatch, row->outline);
  return atlas_swatch_new (kinds[row->kind], row->fill, row->outline, row->size * ATLAS_VIEWPORT_PIXELS_PER_MM);
}

static void
add_circles (AtlasLegendView *self, const AtlasLegendRow *row)
{
  for (guint i = 0; i < row->n_circles; i++)
    add_row (
        self,
        atlas_swatch_new (ATLAS_SWATCH_DOT, row->fill, row->outline, 2 * row->radii[i] * ATLAS_VIEWPORT_PIXELS_PER_MM),
        row->circle_labels[i], NULL);
}

static void
set_title (AtlasLegendView *self, const char *text)
{
  gtk_label_set_text (self->title, text);
  gtk_widget_set_visible (GTK_WIDGET (self->title), *text != '\0');
}

/* The note above it names the number that rises upwards. */
static void
add_square (AtlasLegendView *self, const AtlasLegendRow *row)
{
  g_autofree char *title = g_strconcat ("↑ ", gtk_label_get_text (self->title), NULL);

  set_title (self, title);
  gtk_grid_attach (self->rows, atlas_legend_square_new (row->grid), 0, self->n_rows, 3, 1);
  self->n_rows++;
}

/* The layer's title stands above the legend already, so its row is left out. */
static void
add_legend_row (AtlasLegendView *self, const AtlasLegendRow *row)
{
  switch (row->kind) {
  case ATLAS_LEGEND_TITLE:
    break;
  case ATLAS_LEGEND_NOTE:
    set_title (self, row->label);
    break;
  case ATLAS_LEGEND_CIRCLES:
    add_circles (self, row);
    break;
  case ATLAS_LEGEND_GRID:
    add_square (self, row);
    break;
  case ATLAS_LEGEND_AREA:
  case ATLAS_LEGEND_HATCH:
  case ATLAS_LEGEND_DOT:
  case ATLAS_LEGEND_LINE:
  default:
    add_row (self, swatch_new (row), row->label, row->count);
  }
}

/* Of a layer of one colour the legend knows the title only; how many features there are says more below it. */
static void
add_plain (AtlasLegendView *self, AtlasSceneLayer *scene, const AtlasLegendRow *row)
{
  gsize n = atlas_table_get_n_features (atlas_scene_layer_get_table (scene));
  g_autofree char *number = atlas_locale_format_count (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s feature", "%s features", n), number);

  add_row (self, swatch_new (row), text, NULL);
}

static void
add_legend (AtlasLegendView *self, AtlasSceneLayer *scene)
{
  g_autoptr (AtlasLegend) legend = atlas_legend_new (&scene, 1, atlas_language_get (), 1);

  for (guint i = 0; i < legend->rows->len; i++) {
    const AtlasLegendRow *row = g_ptr_array_index (legend->rows, i);

    if (atlas_scene_layer_get_values (scene))
      add_legend_row (self, row);
    else
      add_plain (self, scene, row);
  }
}

static void
update (AtlasLegendView *self)
{
  AtlasSceneLayer *scene = self->layer ? atlas_layer_get_scene_layer (self->layer) : NULL;

  clear_rows (self);
  set_title (self, "");
  if (scene && atlas_scene_layer_get_table (scene))
    add_legend (self, scene);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->n_rows > 0);
}

/**
 * atlas_legend_view_set_layer:
 * @self: the legend
 * @layer: (nullable): what it explains
 *
 * Explains another layer, and goes on doing so as its style changes.
 */
void
atlas_legend_view_set_layer (AtlasLegendView *self, AtlasLayer *layer)
{
  g_return_if_fail (ATLAS_IS_LEGEND_VIEW (self));

  if (!g_set_object (&self->layer, layer))
    return;
  g_signal_group_set_target (self->layer_signals, layer);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYER]);
}

static void
atlas_legend_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LAYER)
    g_value_set_object (value, ATLAS_LEGEND_VIEW (object)->layer);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_legend_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LAYER)
    atlas_legend_view_set_layer (ATLAS_LEGEND_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_legend_view_dispose (GObject *object)
{
  AtlasLegendView *self = ATLAS_LEGEND_VIEW (object);

  g_signal_group_set_target (self->layer_signals, NULL);
  g_clear_object (&self->layer);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_LEGEND_VIEW);

  G_OBJECT_CLASS (atlas_legend_view_parent_class)->dispose (object);
}

static void
atlas_legend_view_finalize (GObject *object)
{
  g_object_unref (ATLAS_LEGEND_VIEW (object)->layer_signals);

  G_OBJECT_CLASS (atlas_legend_view_parent_class)->finalize (object);
}

static void
atlas_legend_view_class_init (AtlasLegendViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_legend_view_get_property;
  object_class->set_property = atlas_legend_view_set_property;
  object_class->dispose = atlas_legend_view_dispose;
  object_class->finalize = atlas_legend_view_finalize;

  properties[PROP_LAYER] = g_param_spec_object ("layer", NULL, NULL, ATLAS_TYPE_LAYER,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-legend-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendView, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegendView, rows);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_legend_view_init (AtlasLegendView *self)
{
  self->layer_signals = g_signal_group_new (ATLAS_TYPE_LAYER);
  g_signal_group_connect_swapped (self->layer_signals, "notify", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
}
