// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-application.h"
#include "atlas-language.h"
#include "atlas-settings.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* What is read on other threads and was cancelled may not have ended yet, and must not find that exit() has taken PROJ
 * and GDAL down under it. Nothing is left to be done: files are whole, and the session is saved. */
static void
leave (int status)
{
  fflush (NULL);
  _exit (status);
}

int
main (int argc, char **argv)
{
  AtlasApplication *application;
  int status;

  atlas_language_init (atlas_settings_get_wished_language ());
  atlas_settings_apply_number_form ();
  /* The toolkit would ask the session again. */
  gtk_disable_setlocale ();
  g_set_application_name (_ ("Kielce Atlas"));

  application = atlas_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_object_unref (application);
  leave (status);
}
