// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-remarks.h"

#include "atlas-advice.h"
#include "atlas-map-source.h"

#include <glib/gi18n-lib.h>

static void
remark_on_place (AtlasInvocation *invocation, const AtlasMapSource *source, AtlasExtent shown)
{
  AtlasExtent e = source->extent;
  g_autofree char *note = NULL;

  if (atlas_extent_is_empty (e) || atlas_extent_intersects (e, shown))
    return;
  note = g_strdup_printf (_ ("Nothing of “%s” is seen: it lies from %.10g,%.10g to %.10g,%.10g, outside “--extent”."),
                          source->name, e.xmin, e.ymin, e.xmax, e.ymax);
  atlas_invocation_note (invocation, note);
}

/* In the window a button does what the option does here. */
static void
remark_on_style (AtlasInvocation *invocation, const AtlasSceneLayer *theme)
{
  g_autoptr (AtlasAdvice) advice = atlas_advice_new_for_layer (theme);
  const char *option;
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;

  if (!advice)
    return;
  option = g_str_equal (advice->key, "n-classes") ? "classes" : advice->key;
  value = atlas_style_dup_value (advice->style, advice->key);
  note = g_strdup_printf (_ ("%s Add “--%s %s”."), advice->message, option, value);
  atlas_invocation_note (invocation, note);
}

/* Sizes and widths follow the number itself, and one colour serves for all. */
static void
remark_on_symbol (AtlasInvocation *invocation, const AtlasStyleChoices *choices)
{
  static const char *const without_classes[] = { "proportional", "lines", "plain", NULL };
  g_autofree char *note = NULL;

  if (!choices->symbol || !g_strv_contains (without_classes, choices->symbol) ||
      !atlas_style_choices_speak_of_classes (choices))
    return;
  note = g_strdup_printf (_ ("The symbol “%s” has no classes of colour; what was told of them is not used."),
                          choices->symbol);
  atlas_invocation_note (invocation, note);
}

/**
 * atlas_map_remarks_add:
 * @choices: what was typed of the style
 * @shown: what the map shows, in its system
 *
 * Remarks on what a map does not show, or shows otherwise than its reader may think.
 */
void
atlas_map_remarks_add (AtlasInvocation *invocation,
                       const AtlasMapStack *stack,
                       const AtlasStyleChoices *choices,
                       AtlasExtent shown)
{
  for (guint i = 0; i < stack->sources->len; i++)
    remark_on_place (invocation, g_ptr_array_index (stack->sources, i), shown);
  remark_on_style (invocation, atlas_map_stack_get_theme (stack));
  remark_on_symbol (invocation, choices);
}
