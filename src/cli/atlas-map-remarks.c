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

void
atlas_map_remarks_add (AtlasInvocation *invocation, const AtlasMapStack *stack, AtlasExtent shown)
{
  for (guint i = 0; i < stack->sources->len; i++)
    remark_on_place (invocation, g_ptr_array_index (stack->sources, i), shown);
  remark_on_style (invocation, atlas_map_stack_get_theme (stack));
}
