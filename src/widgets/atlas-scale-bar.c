// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale-bar.h"

#include "atlas-locale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LONGEST  160.0 /* logical pixels the bar may have */
#define BAR_TALL 6.0
#define GAP      3

struct _AtlasScaleBar {
  GtkWidget parent_instance;

  /* owned */
  AtlasProject *project;
  GSignalGroup *viewport_signals;
  PangoLayout *label;

  double length; /* of the bar, in logical pixels; 0 when there is none */
};

G_DEFINE_FINAL_TYPE (AtlasScaleBar, atlas_scale_bar, GTK_TYPE_WIDGET)

enum { PROP_PROJECT = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

GtkWidget *
atlas_scale_bar_new (void)
{
  return g_object_new (ATLAS_TYPE_SCALE_BAR, NULL);
}

/* Largest of 1, 2, 5 · 10ⁿ that is not above @most. */
static double
round_down (double most)
{
  double power = pow (10, floor (log10 (most)));

  if (most >= 5 * power)
    return 5 * power;
  return most >= 2 * power ? 2 * power : power;
}

static char *
format_length (double metres)
{
  gboolean kilometres = metres >= 1000;
  double value = kilometres ? metres / 1000 : metres;
  g_autofree char *number = atlas_number_format (value, atlas_number_decimals (&value, 1, 3),
                                                 atlas_locale_get_number_form ());

  return g_strdup_printf (kilometres ? _ ("%s km") : _ ("%s m"), number);
}

static double
measure_metres_per_pixel (AtlasScaleBar *self)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);

  return atlas_viewport_get_metres_per_unit (viewport) / atlas_viewport_get_transform (viewport).scale;
}

static void
set_bar (AtlasScaleBar *self, double length, const char *text)
{
  self->length = length;
  pango_layout_set_text (self->label, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Scale bar"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
update (AtlasScaleBar *self)
{
  double metres_per_pixel = self->project ? measure_metres_per_pixel (self) : 0;
  double metres = 0;
  g_autofree char *text = NULL;

  if (!isfinite (metres_per_pixel) || metres_per_pixel <= 0) {
    set_bar (self, 0, "");
    return;
  }
  metres = round_down (metres_per_pixel * LONGEST);
  text = format_length (metres);
  set_bar (self, metres / metres_per_pixel, text);
}

/**
 * atlas_scale_bar_set_project:
 * @self: the bar
 * @project: (nullable): whose viewport it measures
 *
 * Measures another project.
 */
void
atlas_scale_bar_set_project (AtlasScaleBar *self, AtlasProject *project)
{
  g_return_if_fail (ATLAS_IS_SCALE_BAR (self));

  if (!g_set_object (&self->project, project))
    return;
  g_signal_group_set_target (self->viewport_signals, project ? atlas_project_get_viewport (project) : NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

static void
atlas_scale_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AtlasScaleBar *self = ATLAS_SCALE_BAR (widget);
  int width = 0, height = 0;

  pango_layout_get_pixel_size (self->label, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX ((int) ceil (self->length), width);
  else
    *minimum = *natural = height + GAP + (int) BAR_TALL;
}

/* Two halves, one filled and one hollow, as on printed maps: it is read on any ground. */
static void
snapshot_bar (AtlasScaleBar *self, GtkSnapshot *snapshot, const GdkRGBA *colour, float y)
{
  const float border[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  float length = (float) self->length;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, y, length, (float) BAR_TALL), 0);
  gtk_snapshot_append_border (snapshot, &outline, border, colours);
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (0, y, length / 2, (float) BAR_TALL));
}

static void
atlas_scale_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasScaleBar *self = ATLAS_SCALE_BAR (widget);
  int width = 0, height = 0;
  GdkRGBA colour;

  if (self->length <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  pango_layout_get_pixel_size (self->label, &width, &height);
  gtk_snapshot_append_layout (snapshot, self->label, &colour);
  snapshot_bar (self, snapshot, &colour, (float) (height + GAP));
}

/* A change of font or text size reaches the layout through here. */
static void
atlas_scale_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_scale_bar_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (ATLAS_SCALE_BAR (widget)->label);
  gtk_widget_queue_resize (widget);
}

static void
atlas_scale_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROJECT)
    g_value_set_object (value, ATLAS_SCALE_BAR (object)->project);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_scale_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROJECT)
    atlas_scale_bar_set_project (ATLAS_SCALE_BAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_scale_bar_dispose (GObject *object)
{
  AtlasScaleBar *self = ATLAS_SCALE_BAR (object);

  g_signal_group_set_target (self->viewport_signals, NULL);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (atlas_scale_bar_parent_class)->dispose (object);
}

static void
atlas_scale_bar_finalize (GObject *object)
{
  AtlasScaleBar *self = ATLAS_SCALE_BAR (object);

  g_object_unref (self->viewport_signals);
  g_object_unref (self->label);

  G_OBJECT_CLASS (atlas_scale_bar_parent_class)->finalize (object);
}

static void
atlas_scale_bar_class_init (AtlasScaleBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_scale_bar_get_property;
  object_class->set_property = atlas_scale_bar_set_property;
  object_class->dispose = atlas_scale_bar_dispose;
  object_class->finalize = atlas_scale_bar_finalize;
  widget_class->measure = atlas_scale_bar_measure;
  widget_class->snapshot = atlas_scale_bar_snapshot;
  widget_class->css_changed = atlas_scale_bar_css_changed;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, ATLAS_TYPE_PROJECT,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "scalebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_scale_bar_init (AtlasScaleBar *self)
{
  self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  self->viewport_signals = g_signal_group_new (ATLAS_TYPE_VIEWPORT);
  g_signal_group_connect_swapped (self->viewport_signals, "changed", G_CALLBACK (update), self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  update (self);
}
