// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-swatch.h"

#include "atlas-viewport.h"

#include <math.h>

#define WIDE 28.0
#define TALL 16.0

struct _AtlasSwatch {
  GtkWidget parent_instance;

  AtlasSwatchKind kind;
  AtlasHatch hatch;
  AtlasColour fill;
  AtlasColour outline;
  double size;
};

G_DEFINE_FINAL_TYPE (AtlasSwatch, atlas_swatch, GTK_TYPE_WIDGET)

/**
 * atlas_swatch_new:
 * @kind: what is drawn
 * @fill: of a box or dot, or the colour of a line
 * @outline: of a box or dot; the theme's where it has none
 * @size: diameter of a dot or width of a line, in logical pixels
 *
 * Returns: a sample for a legend
 */
GtkWidget *
atlas_swatch_new (AtlasSwatchKind kind, AtlasColour fill, AtlasColour outline, double size)
{
  AtlasSwatch *self = g_object_new (ATLAS_TYPE_SWATCH, NULL);

  self->kind = kind;
  self->fill = fill;
  self->outline = outline;
  self->size = size;
  return GTK_WIDGET (self);
}

/**
 * atlas_swatch_new_hatch:
 * @hatch: how the map hatches areas without a value
 * @outline: of the box; the theme's where it has none
 *
 * Returns: a sample for a legend, with the ground and the lines of the map whatever the theme
 */
GtkWidget *
atlas_swatch_new_hatch (AtlasHatch hatch, AtlasColour outline)
{
  GtkWidget *self = atlas_swatch_new (ATLAS_SWATCH_HATCH, ATLAS_HATCH_GROUND, outline, 0);

  ATLAS_SWATCH (self)->hatch = hatch;
  return self;
}

static void
set_colour (cairo_t *cr, AtlasColour c)
{
  cairo_set_source_rgba (cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

static void
set_theme_colour (AtlasSwatch *self, cairo_t *cr, double alpha)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
draw_hatch (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  AtlasExtent box = { 0, 0, width, height };

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  atlas_hatch_stroke (self->hatch, cr, ATLAS_VIEWPORT_PIXELS_PER_MM, box, ATLAS_POINT_INIT (0, 0));
  cairo_restore (cr);
}

/* A pale colour must not melt into the panel: without an outline of its own a sample has a thin edge in the theme's
 * text colour. */
static void
stroke_edge (AtlasSwatch *self, cairo_t *cr)
{
  if (self->outline.a > 0)
    set_colour (cr, self->outline);
  else
    set_theme_colour (self, cr, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_box (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  cairo_rectangle (cr, 0, 0, width, height);
  set_colour (cr, self->fill);
  cairo_fill (cr);
  if (self->kind == ATLAS_SWATCH_HATCH)
    draw_hatch (self, cr, width, height);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  stroke_edge (self, cr);
}

static void
draw_dot (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  cairo_arc (cr, width / 2, height / 2, MAX (self->size / 2, 1), 0, 2 * G_PI);
  set_colour (cr, self->fill);
  cairo_fill_preserve (cr);
  stroke_edge (self, cr);
}

static void
draw_line (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  cairo_move_to (cr, 1, height / 2);
  cairo_line_to (cr, width - 1, height / 2);
  set_colour (cr, self->fill);
  cairo_set_line_width (cr, MAX (self->size, 1));
  cairo_stroke (cr);
}

static void
atlas_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasSwatch *self = ATLAS_SWATCH (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  if (self->kind == ATLAS_SWATCH_DOT)
    draw_dot (self, cr, width, height);
  else if (self->kind == ATLAS_SWATCH_LINE)
    draw_line (self, cr, width, height);
  else
    draw_box (self, cr, width, height);
  cairo_destroy (cr);
}

static void
atlas_swatch_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  AtlasSwatch *self = ATLAS_SWATCH (widget);
  double least = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDE : TALL;

  if (self->kind == ATLAS_SWATCH_DOT || (self->kind == ATLAS_SWATCH_LINE && orientation == GTK_ORIENTATION_VERTICAL))
    least = MAX (least, self->size + 2);
  *minimum = *natural = (int) ceil (least);
}

static void
atlas_swatch_class_init (AtlasSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = atlas_swatch_snapshot;
  widget_class->measure = atlas_swatch_measure;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_swatch_init (AtlasSwatch *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
