// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette-strip.h"

struct _AtlasPaletteStrip {
  GtkWidget parent_instance;

  AtlasColour *colours; /* owned */
  guint n_colours;
};

G_DEFINE_FINAL_TYPE (AtlasPaletteStrip, atlas_palette_strip, GTK_TYPE_WIDGET)

/**
 * atlas_palette_strip_set_colours:
 * @self: the strip
 * @colours: (array length=n_colours): from left to right, copied
 * @n_colours: how many
 *
 * Shows other colours.
 */
void
atlas_palette_strip_set_colours (AtlasPaletteStrip *self, const AtlasColour *colours, guint n_colours)
{
  g_return_if_fail (ATLAS_IS_PALETTE_STRIP (self));

  g_free (self->colours);
  self->colours = g_memdup2 (colours, n_colours * sizeof *colours);
  self->n_colours = n_colours;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_edge (AtlasPaletteStrip *self, GtkSnapshot *snapshot, float width, float height)
{
  const float border[4] = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= 0.3f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_border (snapshot, &outline, border, (const GdkRGBA[4]){ colour, colour, colour, colour });
}

static void
atlas_palette_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasPaletteStrip *self = ATLAS_PALETTE_STRIP (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  for (guint i = 0; i < self->n_colours; i++) {
    AtlasColour c = self->colours[i];
    const GdkRGBA colour = { c.r / 255.0f, c.g / 255.0f, c.b / 255.0f, 1 };
    float start = width * (float) i / (float) self->n_colours;
    float end = width * (float) (i + 1) / (float) self->n_colours;

    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (start, 0, end - start, height));
  }
  append_edge (self, snapshot, width, height);
}

static void
atlas_palette_strip_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : 18;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 140 : 18;
}

static void
atlas_palette_strip_finalize (GObject *object)
{
  g_free (ATLAS_PALETTE_STRIP (object)->colours);

  G_OBJECT_CLASS (atlas_palette_strip_parent_class)->finalize (object);
}

static void
atlas_palette_strip_class_init (AtlasPaletteStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_palette_strip_finalize;
  widget_class->snapshot = atlas_palette_strip_snapshot;
  widget_class->measure = atlas_palette_strip_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_palette_strip_init (AtlasPaletteStrip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
