// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-number-row.h"

#include "atlas-style-row.h"

struct _AtlasNumberRow {
  AdwActionRow parent_instance;

  GtkSpinButton *spin; /* borrowed, a child */
  gboolean setting;    /* the program sets the value, not the user */
};

static void atlas_number_row_init_iface (AtlasStyleRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasNumberRow,
                               atlas_number_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_STYLE_ROW, atlas_number_row_init_iface))

enum { PROP_ADJUSTMENT = 1, PROP_DIGITS, N_PROPS };

static void
value_changed_cb (AtlasNumberRow *self)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double value = gtk_spin_button_get_value (self->spin);

  if (!self->setting)
    atlas_style_row_choose (ATLAS_STYLE_ROW (self), g_ascii_formatd (text, sizeof text, "%.10g", value));
}

static void
atlas_number_row_set_value (AtlasStyleRow *row, const char *value)
{
  AtlasNumberRow *self = ATLAS_NUMBER_ROW (row);

  self->setting = TRUE;
  gtk_spin_button_set_value (self->spin, g_ascii_strtod (value, NULL));
  self->setting = FALSE;
}

static void
atlas_number_row_init_iface (AtlasStyleRowInterface *iface)
{
  iface->set_value = atlas_number_row_set_value;
}

static void
atlas_number_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasNumberRow *self = ATLAS_NUMBER_ROW (object);

  self->setting = TRUE;
  if (id == PROP_ADJUSTMENT)
    gtk_spin_button_set_adjustment (self->spin, g_value_get_object (value));
  else if (id == PROP_DIGITS)
    gtk_spin_button_set_digits (self->spin, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  self->setting = FALSE;
}

static void
atlas_number_row_class_init (AtlasNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = atlas_number_row_set_property;
  g_object_class_install_property (object_class, PROP_ADJUSTMENT,
                                   g_param_spec_object ("adjustment", NULL, NULL, GTK_TYPE_ADJUSTMENT, flags));
  g_object_class_install_property (object_class, PROP_DIGITS,
                                   g_param_spec_uint ("digits", NULL, NULL, 0, 20, 0, flags));
}

static void
atlas_number_row_init (AtlasNumberRow *self)
{
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new (NULL, 0, 0));
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 4);
  gtk_spin_button_set_numeric (self->spin, TRUE);
  g_object_bind_property (self, "title", self->spin, "tooltip-text", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
}
