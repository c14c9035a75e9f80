// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram-view-private.h"

#include "atlas-locale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (AtlasHistogramView, atlas_histogram_view, GTK_TYPE_WIDGET)

enum { PROP_LAYER = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

GtkWidget *
atlas_histogram_view_new (void)
{
  return g_object_new (ATLAS_TYPE_HISTOGRAM_VIEW, NULL);
}

static char *
describe_counts (AtlasHistogramView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->breaks && i < self->breaks->n_classes; i++) {
    g_autofree char *label = atlas_breaks_dup_label (self->breaks, i, atlas_locale_get_number_form ());
    g_autofree char *count = atlas_locale_format_count (self->breaks->counts[i]);

    g_string_append_printf (text, "%s%s: %s", i ? "; " : "", label, count);
  }
  /* Said here and not in a tooltip, which would lie on the bars. */
  if (self->histogram && self->axis.power < 1)
    g_string_append_printf (text, "; %s", _ ("The axis is stretched at its low end, where most values lie"));
  return g_strdup (text->str);
}

static void
describe_break (AtlasHistogramView *self)
{
  double value = self->breaks->bounds[self->chosen];
  g_autofree char *text = atlas_locale_format_number (value, FALSE);
  g_autofree char *label = g_strdup_printf (_ ("Class break %d of %u"), self->chosen + 1,
                                            atlas_histogram_view_get_n_movable (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, self->axis.low, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  self->axis.high, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
describe (AtlasHistogramView *self)
{
  g_autofree char *counts = describe_counts (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Histogram"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, counts, -1);
  if (self->chosen >= 0)
    describe_break (self);
}

/*
 * atlas_histogram_view_choose_break:
 * @index: a break, or -1 for none
 *
 * Makes it the one that arrow keys move.
 */
void
atlas_histogram_view_choose_break (AtlasHistogramView *self, int index)
{
  self->chosen = index;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/*
 * atlas_histogram_view_get_step:
 *
 * Returns: the finest step a break moves in: a round number such as the range deserves, so that a break dragged by hand
 *   reads 12.5 and not 12.4837; 1 for whole numbers
 */
double
atlas_histogram_view_get_step (AtlasHistogramView *self)
{
  return self->breaks->integer ? 1 : pow (10, floor (log10 (self->axis.high - self->axis.low)) - 3);
}

static double
round_value (AtlasHistogramView *self, double value)
{
  double step = atlas_histogram_view_get_step (self);

  return round (value / step) * step;
}

/* Between the neighbouring breaks, or the ends of the range. */
static double
clamp_value (AtlasHistogramView *self, guint index, double value)
{
  double low = index == 0 ? self->axis.low : self->breaks->bounds[index - 1];
  double high = self->breaks->bounds[index + 1];

  return CLAMP (value, low, high);
}

/*
 * atlas_histogram_view_move_break:
 * @index: which
 * @value: where to
 *
 * Moves a break as far as its neighbours let it, and counts the classes anew.
 */
void
atlas_histogram_view_move_break (AtlasHistogramView *self, guint index, double value)
{
  const AtlasBreaks *old = self->breaks;
  double bounds[ATLAS_MAX_CLASSES];
  AtlasBreaks *moved = NULL;

  memcpy (bounds, old->bounds, old->n_classes * sizeof (double));
  bounds[index] = clamp_value (self, index, round_value (self, value));
  if (bounds[index] == old->bounds[index] || (index > 0 && bounds[index] == bounds[index - 1]) ||
      bounds[index] == bounds[index + 1])
    return;
  moved = atlas_breaks_new ("user", atlas_scene_layer_get_values (self->scene), bounds, old->n_classes);
  g_clear_pointer (&self->breaks, atlas_breaks_unref);
  self->breaks = moved;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "break-moved", index, bounds[index]);
}

/**
 * atlas_histogram_view_get_bounds:
 * @self: the histogram
 * @n_bounds: (out): how many
 *
 * The upper bounds of the classes as they stand, moved ones included.
 *
 * Returns: (transfer none) (nullable) (array length=n_bounds): the bounds, lent until the next move
 */
const double *
atlas_histogram_view_get_bounds (AtlasHistogramView *self, guint *n_bounds)
{
  g_return_val_if_fail (ATLAS_IS_HISTOGRAM_VIEW (self), NULL);

  *n_bounds = self->breaks ? self->breaks->n_classes : 0;
  return self->breaks ? self->breaks->bounds : NULL;
}

static void
clear_scene (AtlasHistogramView *self)
{
  g_clear_pointer (&self->scene, atlas_scene_layer_unref);
  g_clear_pointer (&self->breaks, atlas_breaks_unref);
  g_clear_pointer (&self->histogram, atlas_histogram_free);
}

static void
take_scene (AtlasHistogramView *self, AtlasSceneLayer *scene)
{
  AtlasBreaks *breaks = atlas_scene_layer_get_breaks (scene);

  clear_scene (self);
  self->scene = atlas_scene_layer_ref (scene);
  if (!breaks || !atlas_scene_layer_get_values (scene))
    return;
  self->breaks = atlas_breaks_ref (breaks);
  self->histogram = atlas_histogram_axis_fit (&self->axis, atlas_scene_layer_get_values (scene), ATLAS_HISTOGRAM_BINS);
}

/* A break in the hand is not taken away by a picture that comes late. */
static void
update (AtlasHistogramView *self)
{
  AtlasSceneLayer *scene = self->layer ? atlas_layer_get_scene_layer (self->layer) : NULL;

  if (self->dragging || (scene && scene == self->scene))
    return;
  if (scene)
    take_scene (self, scene);
  else
    clear_scene (self);
  if (self->chosen >= (int) atlas_histogram_view_get_n_movable (self))
    self->chosen = -1;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_histogram_view_set_layer:
 * @self: the histogram
 * @layer: (nullable): whose values it shows
 *
 * Shows another layer, and follows its changes.
 */
void
atlas_histogram_view_set_layer (AtlasHistogramView *self, AtlasLayer *layer)
{
  g_return_if_fail (ATLAS_IS_HISTOGRAM_VIEW (self));

  if (!g_set_object (&self->layer, layer))
    return;
  self->dragging = FALSE;
  self->chosen = -1;
  g_signal_group_set_target (self->layer_signals, layer);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYER]);
}

static void
atlas_histogram_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 110;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 140;
}

static void
atlas_histogram_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LAYER)
    g_value_set_object (value, ATLAS_HISTOGRAM_VIEW (object)->layer);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_histogram_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LAYER)
    atlas_histogram_view_set_layer (ATLAS_HISTOGRAM_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_histogram_view_dispose (GObject *object)
{
  AtlasHistogramView *self = ATLAS_HISTOGRAM_VIEW (object);

  g_signal_group_set_target (self->layer_signals, NULL);
  g_clear_object (&self->layer);
  clear_scene (self);

  G_OBJECT_CLASS (atlas_histogram_view_parent_class)->dispose (object);
}

static void
atlas_histogram_view_finalize (GObject *object)
{
  g_object_unref (ATLAS_HISTOGRAM_VIEW (object)->layer_signals);

  G_OBJECT_CLASS (atlas_histogram_view_parent_class)->finalize (object);
}

static void
atlas_histogram_view_class_init (AtlasHistogramViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_histogram_view_get_property;
  object_class->set_property = atlas_histogram_view_set_property;
  object_class->dispose = atlas_histogram_view_dispose;
  object_class->finalize = atlas_histogram_view_finalize;
  widget_class->measure = atlas_histogram_view_measure;
  widget_class->snapshot = atlas_histogram_view_snapshot;

  properties[PROP_LAYER] = g_param_spec_object ("layer", NULL, NULL, ATLAS_TYPE_LAYER,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("break-moved", ATLAS_TYPE_HISTOGRAM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_UINT, G_TYPE_DOUBLE);
  g_signal_new ("breaks-changed", ATLAS_TYPE_HISTOGRAM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  atlas_histogram_view_class_add_keys (widget_class);
}

static void
atlas_histogram_view_init (AtlasHistogramView *self)
{
  self->chosen = -1;
  self->layer_signals = g_signal_group_new (ATLAS_TYPE_LAYER);
  g_signal_group_connect_swapped (self->layer_signals, "notify", G_CALLBACK (update), self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  atlas_histogram_view_add_controllers (self);
  describe (self);
}
