// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-choices.h"

#include <glib/gi18n-lib.h>

/* Replaces *@style by one with @key set; a value that the key does not take is wrong usage. */
static gboolean
choose (AtlasStyle **style, const char *key, const char *value, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  AtlasStyle *chosen;

  if (!value)
    return TRUE;
  chosen = atlas_style_with (*style, key, value, &refusal);
  if (!chosen) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, refusal->message);
    return FALSE;
  }
  atlas_style_unref (*style);
  *style = chosen;
  return TRUE;
}

static gboolean
choose_divisor (AtlasStyle **style, const char *per, GError **error)
{
  if (g_strcmp0 (per, "area") == 0)
    return choose (style, "per", "area", error);
  return choose (style, "per", per ? "field" : NULL, error) && choose (style, "per-field", per, error);
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
      !choose (&chosen, "field", self->field, error) || !choose (&chosen, "method", method, error) ||
      !choose (&chosen, "n-classes", self->classes, error) || !choose (&chosen, "bounds", self->bounds, error) ||
      !choose (&chosen, "palette", self->palette, error) || !choose (&chosen, "symbol", self->symbol, error) ||
      !choose (&chosen, "reverse", self->reverse ? "true" : NULL, error))
    return NULL;
  return g_steal_pointer (&chosen);
}
