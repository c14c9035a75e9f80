// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-about.h"

#include "atlas-application.h"

#include <glib/gi18n-lib.h>

/**
 * Credit:
 * @what: what was taken
 * @owner: who is to be named
 * @terms: under which it was taken
 *
 * One of those whose work the program carries; data/SOURCES.md says what was done to it.
 */
typedef struct {
  const char *what;
  const char *owner;
  const char *terms;
} Credit;

static const Credit credits[] = {
  { N_ ("Outlines of Kielce, its surroundings and Gdynia"),
    "Główny Urząd Geodezji i Kartografii, Państwowy Rejestr Granic; Who’s On First", "CC BY 3.0 PL" },
  { N_ ("Districts and places of Kielce"), "Miasto Kielce; Zarząd Transportu Miejskiego w Kielcach",
    N_ ("Public sector information") },
  { N_ ("Names of neighbourhoods"), "GeoNames; Who’s On First", "CC BY 4.0" },
  { N_ ("Populations"), "Eurostat; Główny Urząd Statystyczny; Who’s On First", "CC BY 4.0" },
  { N_ ("Eindhoven"), "Centraal Bureau voor de Statistiek, Wijk- en Buurtkaart 2016", "CC BY 4.0" },
  { N_ ("Oakville"), "Town of Oakville",
    "Contains information licensed under the Open Government Licence – Town of Oakville" },
  { N_ ("Porto"), "Direção-Geral do Território, Carta Administrativa Oficial de Portugal",
    N_ ("Reuse with the source named") },
  { N_ ("Gdynia’s participatory budget"), "Miasto Gdynia; Pabulib", NULL },
  { N_ ("Air quality"), "Główny Inspektorat Ochrony Środowiska", NULL },
  { N_ ("Indicators and maturity"),
    "Smart Factor, Diagnosis of Kielce as a smart city, 2018; World Council on City Data", NULL },
  { N_ ("Palettes of ColorBrewer"), "Cynthia Brewer, Mark Harrower and The Pennsylvania State University",
    "Apache License 2.0" },
};

static void
add_credit (AdwAboutWindow *about, const Credit *credit)
{
  g_autofree char *owner = g_markup_escape_text (credit->owner, -1);
  g_autofree char *terms = credit->terms ? g_markup_escape_text (_ (credit->terms), -1) : NULL;

  adw_about_window_add_legal_section (about, _ (credit->what), owner, GTK_LICENSE_CUSTOM, terms);
}

/**
 * atlas_about_new:
 *
 * Returns: (transfer none): a window, to be presented, that says what the program is and whose work it carries
 */
GtkWindow *
atlas_about_new (void)
{
  const char *developers[] = { "The Kielce Atlas authors", NULL };
  GtkWidget *about = g_object_new (
      ADW_TYPE_ABOUT_WINDOW, "application-name", _ ("Kielce Atlas"), "application-icon", ATLAS_APPLICATION_ID,
      "version", ATLAS_VERSION, "developers", developers, "developer-name", _ ("The Kielce Atlas authors"), "copyright",
      "© The Kielce Atlas authors", "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Maps of a city’s figures, for those who plan it."), "translator-credits", _ ("translator-credits"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    add_credit (ADW_ABOUT_WINDOW (about), &credits[i]);
  return GTK_WINDOW (about);
}
