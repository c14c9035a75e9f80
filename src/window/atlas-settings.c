// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-settings.h"

#include "atlas-locale.h"

enum { NUMBERS_OF_LANGUAGE, NUMBERS_POLISH, NUMBERS_ENGLISH };
enum { THEME_SYSTEM, THEME_LIGHT, THEME_DARK };

/**
 * atlas_settings_get:
 *
 * Returns: (transfer none): the program's settings; main thread only
 */
GSettings *
atlas_settings_get (void)
{
  static GSettings *settings;

  if (!settings)
    settings = g_settings_new ("io.github.kielce_atlas.KielceAtlas");
  return settings;
}

/**
 * atlas_settings_get_wished_language:
 *
 * Returns: (nullable) (transfer none): "pl" or "en", or %NULL for the language of the session. The environment may not
 *   be written to once there are threads, so a change of language waits for the next start.
 */
const char *
atlas_settings_get_wished_language (void)
{
  static const char *const languages[] = { NULL, "pl", "en" };

  return languages[g_settings_get_enum (atlas_settings_get (), "language")];
}

/**
 * atlas_settings_apply_number_form:
 *
 * Makes numbers be written as the user prefers, if it is not as the language does.
 */
void
atlas_settings_apply_number_form (void)
{
  int form = g_settings_get_enum (atlas_settings_get (), "number-form");

  if (form == NUMBERS_POLISH)
    atlas_locale_prefer_number_form (ATLAS_NUMBER_POLISH);
  else if (form == NUMBERS_ENGLISH)
    atlas_locale_prefer_number_form (ATLAS_NUMBER_ENGLISH);
}

static void
theme_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  static const AdwColorScheme schemes[] = {
    [THEME_SYSTEM] = ADW_COLOR_SCHEME_DEFAULT,
    [THEME_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [THEME_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (user_data, schemes[g_settings_get_enum (settings, key)]);
}

/**
 * atlas_settings_bind_theme:
 * @manager: of the program
 *
 * Makes the theme follow the settings from now on.
 */
void
atlas_settings_bind_theme (AdwStyleManager *manager)
{
  GSettings *settings = atlas_settings_get ();

  g_signal_connect_object (settings, "changed::theme", G_CALLBACK (theme_changed_cb), manager, 0);
  theme_changed_cb (settings, "theme", manager);
}
