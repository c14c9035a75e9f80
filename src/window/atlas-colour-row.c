// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-colour-row.h"

#include "atlas-colour.h"
#include "atlas-style-row.h"

struct _AtlasColourRow {
  AdwActionRow parent_instance;

  GtkColorButton *button; /* borrowed, a child */
};

static void atlas_colour_row_init_iface (AtlasStyleRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasColourRow,
                               atlas_colour_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_STYLE_ROW, atlas_colour_row_init_iface))

static guint8
to_byte (float part)
{
  return (guint8) (CLAMP (part, 0.0f, 1.0f) * 255.0f + 0.5f);
}

static void
color_set_cb (AtlasColourRow *self)
{
  GdkRGBA rgba;
  g_autofree char *text = NULL;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->button), &rgba);
  text = atlas_colour_to_string (
      (AtlasColour){ to_byte (rgba.red), to_byte (rgba.green), to_byte (rgba.blue), to_byte (rgba.alpha) });
  atlas_style_row_choose (ATLAS_STYLE_ROW (self), text);
}

static void
atlas_colour_row_set_value (AtlasStyleRow *row, const char *value)
{
  AtlasColourRow *self = ATLAS_COLOUR_ROW (row);
  AtlasColour colour;

  if (!atlas_colour_parse (value, &colour))
    return;
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->button), &(GdkRGBA){ .red = (float) colour.r / 255.0f,
                                                                            .green = (float) colour.g / 255.0f,
                                                                            .blue = (float) colour.b / 255.0f,
                                                                            .alpha = (float) colour.a / 255.0f });
}

static void
atlas_colour_row_init_iface (AtlasStyleRowInterface *iface)
{
  iface->set_value = atlas_colour_row_set_value;
}

static void
atlas_colour_row_class_init (AtlasColourRowClass *klass)
{
}

static void
atlas_colour_row_init (AtlasColourRow *self)
{
  self->button = GTK_COLOR_BUTTON (gtk_color_button_new ());
  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (self->button), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_object_bind_property (self, "title", self->button, "title", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->button, "color-set", G_CALLBACK (color_set_cb), self, G_CONNECT_SWAPPED);
}
