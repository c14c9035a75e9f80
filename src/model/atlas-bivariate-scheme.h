// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"

G_BEGIN_DECLS

/* More classes of each number give colours that nobody finds again in the legend. */
#define ATLAS_BIVARIATE_FEWEST 2
#define ATLAS_BIVARIATE_MOST   4

/**
 * AtlasBivariateScheme:
 * @name: as in files and on the command line: "orange-blue"; the hue of the first number stands first
 * @title: translatable
 * @low: where both numbers are low
 * @first: where the first alone is high
 * @second: where the second alone is high
 * @both: where both are high
 *
 * Colours for the classes of two numbers at once: four corners, and what lies between them.
 */
typedef struct {
  const char *name;
  const char *title;
  AtlasColour low;
  AtlasColour first;
  AtlasColour second;
  AtlasColour both;
} AtlasBivariateScheme;

const AtlasBivariateScheme *atlas_bivariate_scheme_list (guint *n);
const AtlasBivariateScheme *atlas_bivariate_scheme_find (const char *name, GError **error);
AtlasColour *atlas_bivariate_scheme_dup_colours (const AtlasBivariateScheme *self, guint n_rows, guint n_columns);

G_END_DECLS
