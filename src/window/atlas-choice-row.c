// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-choice-row.h"

#include "atlas-style-row.h"

struct _AtlasChoiceRow {
  AdwComboRow parent_instance;

  GPtrArray *values;     /* owned, of owned text: as many as there are titles */
  GtkStringList *titles; /* owned */
  gboolean setting;      /* the program sets the value, not the user */
};

static void atlas_choice_row_init_iface (AtlasStyleRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasChoiceRow,
                               atlas_choice_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_STYLE_ROW, atlas_choice_row_init_iface))

static void
selected_cb (AtlasChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (!self->setting && selected < self->values->len)
    atlas_style_row_choose (ATLAS_STYLE_ROW (self), g_ptr_array_index (self->values, selected));
}

static void
atlas_choice_row_set_value (AtlasStyleRow *row, const char *value)
{
  AtlasChoiceRow *self = ATLAS_CHOICE_ROW (row);
  guint index;

  self->setting = TRUE;
  if (!g_ptr_array_find_with_equal_func (self->values, value, g_str_equal, &index)) {
    index = self->values->len;
    atlas_choice_row_add (self, value, value);
  }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), index);
  self->setting = FALSE;
}

static void
atlas_choice_row_init_iface (AtlasStyleRowInterface *iface)
{
  iface->set_value = atlas_choice_row_set_value;
}

static void
atlas_choice_row_finalize (GObject *object)
{
  AtlasChoiceRow *self = ATLAS_CHOICE_ROW (object);

  g_ptr_array_unref (self->values);
  g_object_unref (self->titles);
  G_OBJECT_CLASS (atlas_choice_row_parent_class)->finalize (object);
}

static void
atlas_choice_row_class_init (AtlasChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_choice_row_finalize;
}

static void
atlas_choice_row_init (AtlasChoiceRow *self)
{
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->titles = gtk_string_list_new (NULL);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->titles));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * atlas_choice_row_clear:
 * @self: a row
 *
 * Forgets all choices.
 */
void
atlas_choice_row_clear (AtlasChoiceRow *self)
{
  self->setting = TRUE;
  gtk_string_list_splice (self->titles, 0, self->values->len, NULL);
  g_ptr_array_set_size (self->values, 0);
  self->setting = FALSE;
}

/**
 * atlas_choice_row_add:
 * @self: a row
 * @value: text form of a value
 * @title: what is read in the list
 *
 * Adds a choice at the end.
 */
void
atlas_choice_row_add (AtlasChoiceRow *self, const char *value, const char *title)
{
  gboolean setting = self->setting;

  self->setting = TRUE;
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (self->titles, title);
  self->setting = setting;
}
