// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette-row.h"

#include "atlas-locale.h"
#include "atlas-palette-strip.h"

#include <glib/gi18n-lib.h>

struct _AtlasPaletteRow {
  GtkListBoxRow parent_instance;

  /* template widgets */
  AtlasPaletteStrip *strip;
  GtkLabel *name;
  GtkWidget *colour_blind;
  GtkWidget *print;
  GtkWidget *photocopy;

  /* owned */
  AtlasPalette *palette;

  AtlasPaletteSafety safety; /* of the colours shown */
};

G_DEFINE_FINAL_TYPE (AtlasPaletteRow, atlas_palette_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * atlas_palette_row_new:
 * @palette: what it shows
 *
 * Returns: a row for a list of palettes
 */
GtkWidget *
atlas_palette_row_new (AtlasPalette *palette)
{
  AtlasPaletteRow *self = g_object_new (ATLAS_TYPE_PALETTE_ROW, NULL);

  self->palette = atlas_palette_ref (palette);
  gtk_label_set_text (self->name, atlas_palette_get_name (palette));
  return GTK_WIDGET (self);
}

AtlasPalette *
atlas_palette_row_get_palette (AtlasPaletteRow *self)
{
  g_return_val_if_fail (ATLAS_IS_PALETTE_ROW (self), NULL);

  return self->palette;
}

AtlasPaletteSafety
atlas_palette_row_get_safety (AtlasPaletteRow *self)
{
  return self->safety;
}

/* A mark that does not hold is dimmed, and both say by how much. */
static void
show_mark (GtkWidget *mark, gboolean holds, const char *text, double least)
{
  g_autofree char *number = atlas_number_format (least, 1, atlas_locale_get_number_form ());
  g_autofree char *tip = g_strdup_printf (_ ("%s: the classes closest to each other differ by %s"), text, number);

  gtk_widget_set_opacity (mark, holds ? 1 : 0.2);
  gtk_widget_set_tooltip_text (mark, tip);
}

/* Colours that are safe by their lightness alone are so by more than their hues say. */
static double
least_colour_blind (const AtlasPaletteSafety *safety)
{
  double least = MIN (MIN (safety->least_normal, safety->least_protan),
                      MIN (safety->least_deutan, safety->least_tritan));

  return safety->colour_blind ? MAX (least, safety->least_grey) : least;
}

static void
show_marks (AtlasPaletteRow *self)
{
  const AtlasPaletteSafety *s = &self->safety;

  show_mark (self->colour_blind, s->colour_blind,
             s->colour_blind ? _ ("Safe for colour-blind readers") : _ ("Not safe for colour-blind readers"),
             least_colour_blind (s));
  show_mark (self->print, s->print, s->print ? _ ("Safe in print") : _ ("Not safe in print"), s->least_normal);
  show_mark (self->photocopy, s->photocopy, s->photocopy ? _ ("Safe on a photocopy") : _ ("Not safe on a photocopy"),
             s->least_grey);
}

static void
describe (AtlasPaletteRow *self)
{
  const AtlasPaletteSafety *s = &self->safety;
  g_autofree char *text = g_strdup_printf (_ ("Palette %s"), atlas_palette_get_name (self->palette));
  g_autofree char *marks = g_strdup_printf (
      "%s; %s; %s", s->colour_blind ? _ ("Safe for colour-blind readers") : _ ("Not safe for colour-blind readers"),
      s->print ? _ ("Safe in print") : _ ("Not safe in print"),
      s->photocopy ? _ ("Safe on a photocopy") : _ ("Not safe on a photocopy"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, marks, -1);
}

/**
 * atlas_palette_row_show:
 * @self: the row
 * @n_classes: how many colours are needed
 * @reverse: whether they run the other way
 *
 * Shows the palette for so many classes, and judges it by them.
 */
void
atlas_palette_row_show (AtlasPaletteRow *self, guint n_classes, gboolean reverse)
{
  g_autofree AtlasColour *colours = atlas_palette_dup_colours (self->palette, n_classes, reverse);
  gboolean ordered = atlas_palette_get_kind (self->palette) != ATLAS_PALETTE_QUALITATIVE;

  self->safety = atlas_palette_safety (colours, n_classes, ordered);
  atlas_palette_strip_set_colours (self->strip, colours, n_classes);
  show_marks (self);
  describe (self);
}

static void
atlas_palette_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ATLAS_TYPE_PALETTE_ROW);

  G_OBJECT_CLASS (atlas_palette_row_parent_class)->dispose (object);
}

static void
atlas_palette_row_finalize (GObject *object)
{
  g_clear_pointer (&ATLAS_PALETTE_ROW (object)->palette, atlas_palette_unref);

  G_OBJECT_CLASS (atlas_palette_row_parent_class)->finalize (object);
}

static void
atlas_palette_row_class_init (AtlasPaletteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_palette_row_dispose;
  object_class->finalize = atlas_palette_row_finalize;

  g_type_ensure (ATLAS_TYPE_PALETTE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-palette-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPaletteRow, strip);
  gtk_widget_class_bind_template_child (widget_class, AtlasPaletteRow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasPaletteRow, colour_blind);
  gtk_widget_class_bind_template_child (widget_class, AtlasPaletteRow, print);
  gtk_widget_class_bind_template_child (widget_class, AtlasPaletteRow, photocopy);
}

static void
atlas_palette_row_init (AtlasPaletteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
