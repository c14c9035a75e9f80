// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-choices.h"

#include "atlas-error.h"
#include "atlas-usage.h"

#include <glib/gi18n-lib.h>

#define FEWEST_CLASSES 2
#define SYMBOLS        "choropleth, proportional, dots, lines, plain"

/* Replaces *@style by one with @key set. What names nothing is refused in the words of what was looked for; another
 * value with @remedy. */
static gboolean
choose (AtlasStyle **style, const char *key, const char *option, const char *value, const char *remedy, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  AtlasStyle *chosen;

  if (!value)
    return TRUE;
  chosen = atlas_style_with (*style, key, value, &refusal);
  if (!chosen && g_error_matches (refusal, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA) && remedy)
    return atlas_usage_refuse (option, value, remedy, error);
  if (!chosen) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, refusal->message);
    return FALSE;
  }
  atlas_style_unref (*style);
  *style = chosen;
  return TRUE;
}

/* One class shows nothing, so the command line begins with two. */
static gboolean
choose_classes (AtlasStyle **style, const char *classes, GError **error)
{
  const char *remedy = _ ("a whole number from 2 to 32");

  if (!choose (style, "n-classes", "--classes", classes, remedy, error))
    return FALSE;
  return !classes || (*style)->n_classes >= FEWEST_CLASSES || atlas_usage_refuse ("--classes", classes, remedy, error);
}

static gboolean
choose_divisor (AtlasStyle **style, const char *per, GError **error)
{
  if (g_strcmp0 (per, "area") == 0)
    return choose (style, "per", "--per", "area", NULL, error);
  return choose (style, "per", "--per", per ? "field" : NULL, NULL, error) &&
         choose (style, "per-field", "--per", per, NULL, error);
}

/* Bounds are those of the method “user” and of no other. */
static gboolean
check_bounds (const AtlasStyleChoices *self, GError **error)
{
  gboolean user = g_strcmp0 (self->method, "user") == 0;

  if (self->bounds && self->method && !user)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 _ ("The method “%s” finds its own bounds: leave out “--bounds”, or choose the method “user”."),
                 self->method);
  else if (user && !self->bounds)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 _ ("The method “user” needs the upper bounds of its classes: add “--bounds”."));
  else
    return TRUE;
  return FALSE;
}

/**
 * atlas_style_choices_speak_of_classes:
 *
 * Returns: whether something was typed that only goes for classes with their colours
 */
gboolean
atlas_style_choices_speak_of_classes (const AtlasStyleChoices *self)
{
  return self->method || self->classes || self->bounds || self->palette || self->reverse;
}

/**
 * atlas_style_choices_apply:
 * @style: to begin with
 * @error: return location for a %G_OPTION_ERROR that says what the value may be
 *
 * Returns: (transfer full): @style with everything that was typed, or %NULL with @error set
 */
AtlasStyle *
atlas_style_choices_apply (const AtlasStyleChoices *self, AtlasStyle *style, GError **error)
{
  g_autoptr (AtlasStyle) chosen = atlas_style_ref (style);
  const char *method = self->bounds && !self->method ? "user" : self->method;

  if (!check_bounds (self, error) || !choose_divisor (&chosen, self->per, error) ||
      !choose (&chosen, "field", "--field", self->field, NULL, error) ||
      !choose (&chosen, "method", "--method", method, NULL, error) || !choose_classes (&chosen, self->classes, error) ||
      !choose (&chosen, "bounds", "--bounds", self->bounds, _ ("ascending numbers parted by commas"), error) ||
      !choose (&chosen, "palette", "--palette", self->palette, NULL, error) ||
      !choose (&chosen, "symbol", "--symbol", self->symbol, SYMBOLS, error) ||
      !choose (&chosen, "reverse", "--reverse", self->reverse ? "true" : NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&chosen);
}
