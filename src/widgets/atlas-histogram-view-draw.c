// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram-view-private.h"

#include "atlas-locale.h"

#include <math.h>

#define SIDE_ROOM   10.0 /* logical pixels left and right of the bars */
#define HANDLE_SIZE 5.0

/**
 * Frame: where the bars are, in logical pixels; room for counts above and for the range below.
 */
typedef struct {
  double left;
  double right;
  double top;
  double bottom;
} Frame;

static int
measure_text (AtlasHistogramView *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static Frame
measure_frame (AtlasHistogramView *self)
{
  double text = measure_text (self);

  return (Frame){ SIDE_ROOM, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - SIDE_ROOM, SIDE_ROOM + 1),
                  text + 2 * HANDLE_SIZE, gtk_widget_get_height (GTK_WIDGET (self)) - text - 2 };
}

double
atlas_histogram_view_value_to_x (AtlasHistogramView *self, double value)
{
  double right = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - SIDE_ROOM, SIDE_ROOM + 1);

  return SIDE_ROOM + atlas_histogram_axis_to_place (&self->axis, value) * (right - SIDE_ROOM);
}

double
atlas_histogram_view_x_to_value (AtlasHistogramView *self, double x)
{
  double right = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - SIDE_ROOM, SIDE_ROOM + 1);

  return atlas_histogram_axis_to_value (&self->axis, (x - SIDE_ROOM) / (right - SIDE_ROOM));
}

/* The left edge of a bin; that of the bin after the last is the right edge of the last. */
static double
get_bin_x (AtlasHistogramView *self, Frame f, guint bin)
{
  const AtlasHistogram *histogram = self->histogram;
  double place = (double) bin / histogram->n_bins;

  if (self->axis.power != 1)
    place = CLAMP (histogram->low + place * (histogram->high - histogram->low), 0, 1);
  return f.left + place * (f.right - f.left);
}

static GdkRGBA
get_text_colour (AtlasHistogramView *self)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  return colour;
}

static GdkRGBA
get_accent_colour (AtlasHistogramView *self)
{
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &colour))
    return colour;
  return get_text_colour (self);
}

/* By the square root, and at least two pixels: beside a bin that holds nearly all the few others must still be seen. */
static double
measure_bar (AtlasHistogramView *self, Frame f, guint bin)
{
  double share = (double) self->histogram->counts[bin] / (double) self->histogram->largest;

  return self->histogram->counts[bin] ? MAX ((f.bottom - f.top) * sqrt (share), 2) : 0;
}

/* Each bar has a thin edge in the theme's colour, without which a pale class would melt into the panel. */
static void
append_bars (AtlasHistogramView *self, GtkSnapshot *snapshot, Frame f, const GdkRGBA *colour)
{
  const float border[4] = { 1, 1, 1, 0 };
  GdkRGBA edge = get_text_colour (self);

  edge.alpha *= 0.3f;
  for (guint bin = 0; bin < self->histogram->n_bins; bin++) {
    double height = measure_bar (self, f, bin);
    double left = get_bin_x (self, f, bin);
    double right = get_bin_x (self, f, bin + 1);
    GskRoundedRect bar;

    if (height == 0)
      continue;
    gsk_rounded_rect_init_from_rect (
        &bar, &GRAPHENE_RECT_INIT ((float) left, (float) (f.bottom - height), (float) (right - left), (float) height),
        0);
    gtk_snapshot_append_color (snapshot, colour, &bar.bounds);
    gtk_snapshot_append_border (snapshot, &bar, border, (const GdkRGBA[4]){ edge, edge, edge, edge });
  }
}

static GdkRGBA
get_class_colour (AtlasHistogramView *self, guint index)
{
  guint n = 0;
  const AtlasColour *colours = atlas_scene_layer_get_colours (self->scene, &n);
  AtlasColour c = index < n ? colours[index] : (AtlasColour){ 128, 128, 128, 255 };

  return (GdkRGBA){ c.r / 255.0f, c.g / 255.0f, c.b / 255.0f, 1 };
}

/* A class of the lowest value alone has no width on the axis; its values take their share of the first bar. */
static double
get_lowest_end (AtlasHistogramView *self, Frame f, double end)
{
  double bar = get_bin_x (self, f, 1) - f.left;
  gsize n = MAX (self->histogram->counts[0], 1);

  if (end > f.left + bar)
    return end;
  return MAX (end, f.left + bar * MIN ((double) self->breaks->counts[0] / (double) n, 1));
}

/* The bar of a whole number is as wide as one, and all of it belongs to the number's class. */
static double
get_class_end (AtlasHistogramView *self, Frame f, guint index)
{
  double bound = self->breaks->bounds[index];
  double end;

  if (index + 1 == self->breaks->n_classes)
    return f.right;
  end = atlas_histogram_view_value_to_x (self, self->breaks->integer ? floor (bound) + 0.5 : bound);
  return index == 0 ? get_lowest_end (self, f, end) : end;
}

static double
get_class_start (AtlasHistogramView *self, Frame f, guint index)
{
  return index == 0 ? f.left : get_class_end (self, f, index - 1);
}

static void
append_text (AtlasHistogramView *self, GtkSnapshot *snapshot, const char *text, double x, double align, double y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA colour = get_text_colour (self);
  int width = 0;
  double room = gtk_widget_get_width (GTK_WIDGET (self));

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - align * width, 0, MAX (room - width, 0));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
fits (AtlasHistogramView *self, const char *text, double room)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 2 <= room;
}

/* A first class of one value has no width, but the bar of its value. */
static gboolean
is_single (AtlasHistogramView *self, guint index)
{
  return index == 0 && self->breaks->n_classes > 1 && self->breaks->min == self->breaks->bounds[0];
}

/* The bars of one class in its colour, and how many values it holds where there is room to say so. */
static void
append_class (AtlasHistogramView *self, GtkSnapshot *snapshot, Frame f, guint index)
{
  GdkRGBA colour = get_class_colour (self, index);
  double start = get_class_start (self, f, index);
  double end = is_single (self, index) ? get_bin_x (self, f, 1) : get_class_end (self, f, index);
  g_autofree char *count = atlas_locale_format_count (self->breaks->counts[index]);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) start, (float) f.top, (float) MAX (end - start, 0),
                                                         (float) (f.bottom - f.top)));
  append_bars (self, snapshot, f, &colour);
  gtk_snapshot_pop (snapshot);
  if (fits (self, count, end - start))
    append_text (self, snapshot, count, (start + end) / 2, 0.5, 0);
}

static void
append_break (AtlasHistogramView *self, GtkSnapshot *snapshot, Frame f, guint index)
{
  gboolean chosen = (int) index == self->chosen;
  GdkRGBA colour = chosen ? get_accent_colour (self) : get_text_colour (self);
  float x = (float) atlas_histogram_view_value_to_x (self, self->breaks->bounds[index]);
  float thick = chosen ? 3 : 1;
  GskRoundedRect handle;

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (x - thick / 2, (float) (f.top - HANDLE_SIZE), thick,
                                                  (float) (f.bottom - f.top + HANDLE_SIZE)));
  gsk_rounded_rect_init_from_rect (&handle,
                                   &GRAPHENE_RECT_INIT (x - (float) HANDLE_SIZE, (float) (f.top - 2 * HANDLE_SIZE),
                                                        2 * (float) HANDLE_SIZE, 2 * (float) HANDLE_SIZE),
                                   (float) HANDLE_SIZE);
  gtk_snapshot_push_rounded_clip (snapshot, &handle);
  gtk_snapshot_append_color (snapshot, &colour, &handle.bounds);
  gtk_snapshot_pop (snapshot);
}

/* 1, 2 or 5 with noughts, at most @value. */
static double
round_down (double value)
{
  double unit = pow (10, floor (log10 (value)));
  double times = value / unit;

  return unit * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
}

static void
append_value (AtlasHistogramView *self, GtkSnapshot *snapshot, Frame f, double value, double align)
{
  g_autofree char *text = atlas_locale_format_number (value, FALSE);

  append_text (self, snapshot, text, atlas_histogram_view_value_to_x (self, value), align, f.bottom + 2);
}

/* As the legend writes them. */
static void
append_end (AtlasHistogramView *self, GtkSnapshot *snapshot, Frame f, gboolean high)
{
  g_autofree char *text = atlas_breaks_dup_end (self->breaks, high, atlas_locale_get_number_form ());

  append_text (self, snapshot, text, high ? f.right : f.left, high ? 1 : 0, f.bottom + 2);
}

/* On a bent axis the middle says what it is worth; ends alone would be read as an even one. */
static void
append_middle (AtlasHistogramView *self, GtkSnapshot *snapshot, Frame f, const GdkRGBA *colour)
{
  double value = atlas_histogram_axis_to_value (&self->axis, 0.5);
  float x;

  if (self->axis.power == 1 || value <= 0)
    return;
  value = round_down (value);
  if (value <= self->axis.low)
    return;
  x = (float) atlas_histogram_view_value_to_x (self, value);
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x - 0.5f, (float) f.bottom, 1, 4));
  append_value (self, snapshot, f, value, 0.5);
}

/* The ends of the range, or the value of the break that is being moved. */
static void
append_axis (AtlasHistogramView *self, GtkSnapshot *snapshot, Frame f)
{
  GdkRGBA colour = get_text_colour (self);

  colour.alpha *= 0.4f;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) f.left, (float) f.bottom, (float) (f.right - f.left), 1));
  if (self->chosen >= 0) {
    append_value (self, snapshot, f, self->breaks->bounds[self->chosen], 0.5);
    return;
  }
  append_end (self, snapshot, f, FALSE);
  append_end (self, snapshot, f, TRUE);
  append_middle (self, snapshot, f, &colour);
}

/*
 * atlas_histogram_view_snapshot:
 *
 * Draws bars, counts, breaks and range; nothing when there is nothing to count.
 */
void
atlas_histogram_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasHistogramView *self = ATLAS_HISTOGRAM_VIEW (widget);
  Frame f = measure_frame (self);

  if (!self->histogram || self->histogram->largest == 0)
    return;
  for (guint i = self->breaks->n_classes; i > 0; i--)
    append_class (self, snapshot, f, i - 1);
  for (guint i = 0; i < atlas_histogram_view_get_n_movable (self); i++)
    append_break (self, snapshot, f, i);
  append_axis (self, snapshot, f);
}
