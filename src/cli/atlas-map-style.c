// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-style.h"

#include "atlas-error.h"
#include "atlas-first-style.h"

#include <glib/gi18n-lib.h>

/* Replaces *@style by one with @key set to a value that it takes for certain. */
static void
set (AtlasStyle **style, const char *key, const char *value)
{
  AtlasStyle *next = atlas_style_with (*style, key, value, NULL);

  atlas_style_unref (*style);
  *style = next;
}

static void
copy (AtlasStyle **style, const AtlasStyle *from, const char *key)
{
  g_autofree char *value = atlas_style_dup_value (from, key);

  set (style, key, value);
}

/* A number is read from its colour, which therefore is neither mixed with what is below nor parted by white. */
static AtlasStyle *
prepare_for_field (AtlasTable *table, guint nth)
{
  g_autoptr (AtlasStyle) first = atlas_first_style_new (table, nth);
  AtlasStyle *style = atlas_style_new ();

  copy (&style, first, "fill");
  copy (&style, first, "label-field");
  return style;
}

/* Lines tell a number by their width, unless something was told that goes for classes of colour. */
static const char *
suitable_symbol (AtlasTable *table, const AtlasStyleChoices *choices)
{
  switch (atlas_first_style_guess_kind (table)) {
  case ATLAS_PART_POINT:
    return "dots";
  case ATLAS_PART_LINE:
    return atlas_style_choices_speak_of_classes (choices) ? "choropleth" : "lines";
  case ATLAS_PART_POLYGON:
  default:
    return "choropleth";
  }
}

static gboolean
has_lines (AtlasTable *table)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);

  return geometry->n_parts == 0 || memchr (geometry->kinds, ATLAS_PART_LINE, geometry->n_parts) != NULL;
}

static gboolean
check_lines (AtlasTable *table, const AtlasStyleChoices *choices, GError **error)
{
  if (g_strcmp0 (choices->symbol, "lines") != 0 || has_lines (table))
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
               _ ("“%s” has no lines, so nothing would be drawn: choose another “--symbol”."),
               atlas_table_get_name (table));
  return FALSE;
}

/**
 * atlas_map_style_new_theme:
 * @nth: how many layers lie below
 * @choices: what was typed
 *
 * Returns: (transfer full): how the theme looks; else a %G_OPTION_ERROR, or %ATLAS_ERROR_BAD_DATA where nothing would
 *   be seen
 */
AtlasStyle *
atlas_map_style_new_theme (AtlasTable *table, guint nth, const AtlasStyleChoices *choices, GError **error)
{
  g_autoptr (AtlasStyle) style = choices->field ? prepare_for_field (table, nth) : atlas_first_style_new (table, nth);

  if (!check_lines (table, choices, error))
    return NULL;
  if (choices->field)
    set (&style, "symbol", suitable_symbol (table, choices));
  return atlas_style_choices_apply (choices, style, error);
}

/**
 * atlas_map_style_new_companion:
 * @nth: how many layers lie below
 * @above: whether the theme lies below, too; areas would hide it, so only their borders are drawn
 *
 * Returns: (transfer full): how a source looks that is not the theme
 */
AtlasStyle *
atlas_map_style_new_companion (AtlasTable *table, guint nth, gboolean above)
{
  AtlasStyle *style = atlas_first_style_new (table, nth);

  if (!above || atlas_first_style_guess_kind (table) != ATLAS_PART_POLYGON)
    return style;
  set (&style, "fill", "#00000000");
  set (&style, "outline", "#3d3846");
  set (&style, "opacity", "1");
  set (&style, "label-field", "");
  return style;
}
