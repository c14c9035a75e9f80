// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-choices.h"

#include "atlas-bivariate-scheme.h"
#include "atlas-breaks.h"
#include "atlas-error.h"
#include "atlas-usage.h"

#include <glib/gi18n-lib.h>

#define FEWEST_CLASSES 2
#define SYMBOLS        "choropleth, proportional, dots, lines, plain, bivariate:FIELD"
#define BIVARIATE      "bivariate:"

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
choose_classes (AtlasStyle **style, const char *classes, guint most, GError **error)
{
  g_autofree char *remedy = g_strdup_printf (_ ("a whole number from %d to %u"), FEWEST_CLASSES, most);

  if (!choose (style, "n-classes", "--classes", classes, remedy, error))
    return FALSE;
  if (!classes || ((*style)->n_classes >= FEWEST_CLASSES && (*style)->n_classes <= most))
    return TRUE;
  return atlas_usage_refuse ("--classes", classes, remedy, error);
}

static gboolean
choose_divisor (AtlasStyle **style, const char *per, GError **error)
{
  if (g_strcmp0 (per, "area") == 0)
    return choose (style, "per", "--per", "area", NULL, error);
  return choose (style, "per", "--per", per ? "field" : NULL, NULL, error) &&
         choose (style, "per-field", "--per", per, NULL, error);
}

static gboolean
choose_second_divisor (AtlasStyle **style, const char *per, GError **error)
{
  if (g_strcmp0 (per, "area") == 0)
    return choose (style, "second-per", "--second-per", "area", NULL, error);
  return choose (style, "second-per", "--second-per", per ? "field" : NULL, NULL, error) &&
         choose (style, "second-per-field", "--second-per", per, NULL, error);
}

/* Nobody tells more than a few classes of two numbers apart, and in equal shares each colour is seen. */
static gboolean
choose_two (const AtlasStyleChoices *self, AtlasStyle **style, GError **error)
{
  const char *second = self->symbol + strlen (BIVARIATE);

  return choose (style, "symbol", "--symbol", "bivariate", NULL, error) &&
         choose (style, "second-field", "--symbol", second, NULL, error) &&
         choose_second_divisor (style, self->second_per, error) &&
         choose (style, "method", "--method", self->method ? self->method : "quantile", NULL, error) &&
         choose_classes (style, self->classes ? self->classes : "3", ATLAS_BIVARIATE_MOST, error) &&
         choose (style, "scheme", "--palette", self->palette, NULL, error);
}

static gboolean
choose_one (const AtlasStyleChoices *self, AtlasStyle **style, GError **error)
{
  const char *method = self->bounds && !self->method ? "user" : self->method;

  return choose (style, "method", "--method", method, NULL, error) &&
         choose_classes (style, self->classes, ATLAS_MAX_CLASSES, error) &&
         choose (style, "bounds", "--bounds", self->bounds, _ ("ascending numbers parted by commas"), error) &&
         choose (style, "palette", "--palette", self->palette, NULL, error) &&
         choose (style, "symbol", "--symbol", self->symbol, SYMBOLS, error) &&
         choose (style, "reverse", "--reverse", self->reverse ? "true" : NULL, NULL, error);
}

static gboolean
refuse_with_two (const char *option, GError **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Two numbers are shown without “%s”: leave it out."),
               option);
  return FALSE;
}

/* Whether what was typed goes with one number or with two. */
static gboolean
check_numbers (const AtlasStyleChoices *self, GError **error)
{
  gboolean two = atlas_style_choices_show_two (self);

  if (two && (self->bounds || g_strcmp0 (self->method, "user") == 0))
    return refuse_with_two (self->bounds ? "--bounds" : "--method user", error);
  if (two && self->reverse)
    return refuse_with_two ("--reverse", error);
  if (g_strcmp0 (self->symbol, "bivariate") == 0 || (two && !self->symbol[strlen (BIVARIATE)]))
    return atlas_usage_refuse ("--symbol", self->symbol, SYMBOLS, error);
  if (two || !self->second_per)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _ ("“--second-per” divides the second of two numbers: add “--symbol bivariate:FIELD”."));
  return FALSE;
}

/* Bounds are those of the method “user” and of no other. */
static gboolean
check_bounds (const AtlasStyleChoices *self, GError **error)
{
  gboolean user = g_strcmp0 (self->method, "user") == 0;

  if (self->bounds && !*self->bounds)
    return atlas_usage_refuse ("--bounds", self->bounds, _ ("ascending numbers parted by commas"), error);
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
 * atlas_style_choices_show_two:
 *
 * Returns: whether two numbers are to be shown at once
 */
gboolean
atlas_style_choices_show_two (const AtlasStyleChoices *self)
{
  return self->symbol && g_str_has_prefix (self->symbol, BIVARIATE);
}

/**
 * atlas_style_choices_need_areas:
 *
 * Returns: whether anything is divided by area
 */
gboolean
atlas_style_choices_need_areas (const AtlasStyleChoices *self)
{
  return g_strcmp0 (self->per, "area") == 0 || g_strcmp0 (self->second_per, "area") == 0;
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
  gboolean two = atlas_style_choices_show_two (self);

  if (!check_numbers (self, error) || !check_bounds (self, error) || !choose_divisor (&chosen, self->per, error) ||
      !choose (&chosen, "field", "--field", self->field, NULL, error) ||
      !(two ? choose_two (self, &chosen, error) : choose_one (self, &chosen, error)))
    return NULL;
  return g_steal_pointer (&chosen);
}
