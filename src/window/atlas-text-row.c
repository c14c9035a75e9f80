// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-row.h"

#include "atlas-style-row.h"

struct _AtlasTextRow {
  AdwEntryRow parent_instance;
};

static void atlas_text_row_init_iface (AtlasStyleRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasTextRow,
                               atlas_text_row,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_STYLE_ROW, atlas_text_row_init_iface))

/* A decimal comma is what a Polish keyboard has; a style wants a point. NULL when it is no number. */
static char *
dup_number (AtlasTextRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  char *end = NULL;

  g_strdelimit (text, ",", '.');
  g_ascii_strtod (text, &end);
  return *end == '\0' ? g_steal_pointer (&text) : NULL;
}

static void
changed_cb (AtlasTextRow *self)
{
  g_autofree char *number = dup_number (self);

  if (number)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
}

static void
apply_cb (AtlasTextRow *self)
{
  g_autofree char *number = dup_number (self);

  if (number)
    atlas_style_row_choose (ATLAS_STYLE_ROW (self), number);
}

static void
atlas_text_row_set_value (AtlasStyleRow *row, const char *value)
{
  gtk_editable_set_text (GTK_EDITABLE (row), value);
}

static void
atlas_text_row_init_iface (AtlasStyleRowInterface *iface)
{
  iface->set_value = atlas_text_row_set_value;
}

static void
atlas_text_row_class_init (AtlasTextRowClass *klass)
{
}

static void
atlas_text_row_init (AtlasTextRow *self)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "apply", G_CALLBACK (apply_cb), NULL);
}
