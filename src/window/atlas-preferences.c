// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-preferences.h"

#include "atlas-settings.h"

struct _AtlasPreferences {
  AdwPreferencesWindow parent_instance;

  /* template widgets, borrowed */
  AdwComboRow *theme_row;
  AdwComboRow *language_row;
  AdwComboRow *number_row;
  GtkSwitch *restore_switch;
  GtkSwitch *welcome_switch;
};

G_DEFINE_FINAL_TYPE (AtlasPreferences, atlas_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, const char *key)
{
  g_settings_set_enum (atlas_settings_get (), key, (int) adw_combo_row_get_selected (row));
}

/* The items of a list stand in the order of the values of the key. */
static void
bind_choice (AdwComboRow *row, const char *key)
{
  adw_combo_row_set_selected (row, (guint) g_settings_get_enum (atlas_settings_get (), key));
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), (gpointer) key);
}

static void
atlas_preferences_class_init (AtlasPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferences, number_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferences, restore_switch);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferences, welcome_switch);
}

static void
atlas_preferences_init (AtlasPreferences *self)
{
  GSettings *settings = atlas_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  bind_choice (self->theme_row, "theme");
  bind_choice (self->language_row, "language");
  bind_choice (self->number_row, "number-form");
  g_settings_bind (settings, "restore-session", self->restore_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-welcome", self->welcome_switch, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * atlas_preferences_new:
 *
 * Returns: (transfer none): a window to be presented
 */
AtlasPreferences *
atlas_preferences_new (void)
{
  return g_object_new (ATLAS_TYPE_PREFERENCES, NULL);
}
