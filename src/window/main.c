// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-application.h"
#include "atlas-language.h"
#include "atlas-settings.h"

#include <glib/gi18n-lib.h>

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;

  atlas_language_init (atlas_settings_get_wished_language ());
  atlas_settings_apply_number_form ();
  /* The toolkit would ask the session again. */
  gtk_disable_setlocale ();
  g_set_application_name (_ ("Kielce Atlas"));

  application = atlas_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
