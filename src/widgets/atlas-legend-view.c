// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-view.h"

#include "atlas-feature-text.h"
#include "atlas-locale.h"
#include "atlas-swatch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PIXELS_PER_MM (96 / 25.4)
#define DOT_SIZE      12.0
#define LINE_SIZE     3.0
#define N_SIZES       3

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

/* Areas are boxes, lines strokes, points dots, by what the first feature with geometry is. */
static AtlasSwatchKind
choose_kind (AtlasSceneLayer *scene)
{
  const AtlasGeometry *g = atlas_table_get_geometry (atlas_scene_layer_get_table (scene));
  AtlasStyle *style = atlas_scene_layer_get_style (scene);

  if (style->symbol == ATLAS_SYMBOL_DOTS || style->symbol == ATLAS_SYMBOL_PROPORTIONAL)
    return ATLAS_SWATCH_DOT;
  if (style->symbol == ATLAS_SYMBOL_LINES)
    return ATLAS_SWATCH_LINE;
  if (g->n_parts == 0 || g->kinds[0] == ATLAS_PART_POLYGON)
    return ATLAS_SWATCH_AREA;
  return g->kinds[0] == ATLAS_PART_LINE ? ATLAS_SWATCH_LINE : ATLAS_SWATCH_DOT;
}

static double
choose_size (AtlasSwatchKind kind)
{
  return kind == ATLAS_SWATCH_LINE ? LINE_SIZE : DOT_SIZE;
}

static void
add_class (AtlasLegendView *self, AtlasSceneLayer *scene, guint index, AtlasColour colour)
{
  const AtlasBreaks *breaks = atlas_scene_layer_get_breaks (scene);
  AtlasSwatchKind kind = choose_kind (scene);
  g_autofree char *label = atlas_breaks_dup_label (breaks, index, atlas_locale_get_number_form ());
  g_autofree char *count = atlas_locale_format_count (breaks->counts[index]);

  add_row (self, atlas_swatch_new (kind, colour, choose_size (kind)), label, count);
}

/* From high to low, as a thermometer is read. */
static void
add_classes (AtlasLegendView *self, AtlasSceneLayer *scene)
{
  guint n_colours = 0;
  const AtlasColour *colours = atlas_scene_layer_get_colours (scene, &n_colours);
  const AtlasBreaks *breaks = atlas_scene_layer_get_breaks (scene);

  for (guint i = MIN (breaks->n_classes, n_colours); i-- > 0;)
    add_class (self, scene, i, colours[i]);
}

static gsize
count_missing (const AtlasValues *values, AtlasMissing reason)
{
  gsize n = 0;

  for (gsize i = 0; i < values->n; i++)
    if (isnan (values->values[i]) && (values->missing ? values->missing[i] : ATLAS_NO_DATA) == reason)
      n++;
  return n;
}

static void
add_missing (AtlasLegendView *self, const AtlasValues *values)
{
  if (values->n_missing == 0)
    return;
  for (AtlasMissing reason = ATLAS_NO_DATA; reason <= ATLAS_SUPPRESSED; reason++) {
    gsize n = count_missing (values, reason);
    g_autofree char *count = atlas_locale_format_count (n);

    if (n > 0)
      add_row (self, atlas_swatch_new (ATLAS_SWATCH_HATCH, (AtlasColour){ 0 }, 0), atlas_missing_get_title (reason),
               count);
  }
}

static double
find_largest (const AtlasValues *values)
{
  double largest = 0;

  for (gsize i = 0; i < values->n; i++)
    if (isfinite (values->values[i]))
      largest = MAX (largest, values->values[i]);
  return largest;
}

/* Rounded to one digit, so that the legend reads 500 and not 487. */
static double
round_size (double value)
{
  double power = pow (10, floor (log10 (value)));

  return round (value / power) * power;
}

/* The largest size, a half and a tenth of it; the area of a dot, or the width of a line, is the value. */
static void
add_sizes (AtlasLegendView *self, AtlasSceneLayer *scene, const AtlasValues *values)
{
  static const double shares[N_SIZES] = { 1, 0.4, 0.1 };
  AtlasStyle *style = atlas_scene_layer_get_style (scene);
  AtlasSwatchKind kind = choose_kind (scene);
  double largest = find_largest (values);

  for (guint i = 0; i < N_SIZES && largest > 0; i++) {
    double value = round_size (largest * shares[i]);
    double share = kind == ATLAS_SWATCH_LINE ? value / largest : sqrt (value / largest);
    g_autofree char *label = atlas_locale_format_number (value, FALSE);

    add_row (self, atlas_swatch_new (kind, style->fill, share * style->size * PIXELS_PER_MM), label, NULL);
  }
}

static void
add_plain (AtlasLegendView *self, AtlasSceneLayer *scene)
{
  AtlasStyle *style = atlas_scene_layer_get_style (scene);
  AtlasSwatchKind kind = choose_kind (scene);
  AtlasColour colour = kind == ATLAS_SWATCH_AREA && style->fill.a == 0 ? style->outline : style->fill;
  gsize n = atlas_table_get_n_features (atlas_scene_layer_get_table (scene));
  g_autofree char *number = atlas_locale_format_count (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s feature", "%s features", n), number);

  add_row (self, atlas_swatch_new (kind, colour, choose_size (kind)), text, NULL);
}

static gboolean
shows_sizes (AtlasSceneLayer *scene)
{
  AtlasStyle *style = atlas_scene_layer_get_style (scene);

  return style->symbol == ATLAS_SYMBOL_PROPORTIONAL || style->symbol == ATLAS_SYMBOL_LINES;
}

static void
set_title (AtlasLegendView *self, AtlasSceneLayer *scene, const AtlasValues *values)
{
  AtlasStyle *style = scene ? atlas_scene_layer_get_style (scene) : NULL;
  g_autofree char *text = NULL;

  if (values && style->field)
    text = values->unit ? g_strdup_printf ("%s [%s]", style->field, values->unit) : g_strdup (style->field);
  gtk_label_set_text (self->title, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), text != NULL);
}

static void
fill_rows (AtlasLegendView *self, AtlasSceneLayer *scene, const AtlasValues *values)
{
  if (!values)
    add_plain (self, scene);
  else if (shows_sizes (scene))
    add_sizes (self, scene, values);
  else if (atlas_scene_layer_get_breaks (scene))
    add_classes (self, scene);
  if (values)
    add_missing (self, values);
}

static void
update (AtlasLegendView *self)
{
  AtlasSceneLayer *scene = self->layer ? atlas_layer_get_scene_layer (self->layer) : NULL;
  const AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;

  clear_rows (self);
  set_title (self, scene, values);
  if (scene && atlas_scene_layer_get_table (scene))
    fill_rows (self, scene, values);
}

AtlasLayer *
atlas_legend_view_get_layer (AtlasLegendView *self)
{
  g_return_val_if_fail (ATLAS_IS_LEGEND_VIEW (self), NULL);

  return self->layer;
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
