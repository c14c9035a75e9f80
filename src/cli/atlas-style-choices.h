// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-style.h"

G_BEGIN_DECLS

/**
 * AtlasStyleChoices:
 * @field: the number shown
 * @per: "area", or a field it is divided by
 * @second_per: the same for the second number of a map of two
 * @method: a classifier's name
 * @classes: how many
 * @bounds: upper bounds, parted by commas
 * @palette: a palette's name, or colours; of two numbers the name of their colours
 * @symbol: a symbol's name; of two numbers with the second field, "bivariate:FIELD"
 * @reverse: whether the palette runs the other way
 *
 * What was typed of a style: every text is nullable, and lives as long as the program.
 */
typedef struct {
  char *field;
  char *per;
  char *second_per;
  char *method;
  char *classes;
  char *bounds;
  char *palette;
  char *symbol;
  gboolean reverse;
} AtlasStyleChoices;

gboolean atlas_style_choices_show_two (const AtlasStyleChoices *self);
gboolean atlas_style_choices_need_areas (const AtlasStyleChoices *self);
gboolean atlas_style_choices_speak_of_classes (const AtlasStyleChoices *self);
AtlasStyle *atlas_style_choices_apply (const AtlasStyleChoices *self, AtlasStyle *style, GError **error);

G_END_DECLS
