// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-first-style.h"

/* More names than these would cover what they name. */
#define MOST_NAMED 500

/* A quarter, as colours write it. */
#define GLAZE_ALPHA "40"

/* Told apart by all eyes on white, after Okabe and Ito, "Color universal design" (2008). */
static const char *const fills[] = { "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9" };

/**
 * atlas_first_style_parse:
 * @keys: "symbol=dots;size=1.5": keys of a style with their values
 *
 * Returns: (transfer full): the plain style with these keys set; those that a style does not know are left out
 */
AtlasStyle *
atlas_first_style_parse (const char *keys)
{
  g_auto (GStrv) pairs = g_strsplit (keys, ";", -1);
  AtlasStyle *style = atlas_style_new ();

  for (guint i = 0; pairs[i]; i++) {
    g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
    AtlasStyle *next = pair[0] && pair[1] ? atlas_style_with (style, pair[0], pair[1], NULL) : NULL;

    if (!next)
      continue;
    atlas_style_unref (style);
    style = next;
  }
  return style;
}

/**
 * atlas_first_style_guess_kind:
 *
 * Returns: what most parts of @table are; polygons where there is none
 */
AtlasPartKind
atlas_first_style_guess_kind (AtlasTable *table)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);
  gsize counts[] = { [ATLAS_PART_POINT] = 0, [ATLAS_PART_LINE] = 0, [ATLAS_PART_POLYGON] = 0 };
  AtlasPartKind most = ATLAS_PART_POLYGON;

  for (gsize i = 0; i < geometry->n_parts; i++)
    counts[geometry->kinds[i]]++;
  for (AtlasPartKind kind = ATLAS_PART_POINT; kind < ATLAS_PART_POLYGON; kind++)
    if (counts[kind] > counts[most])
      most = kind;
  return most;
}

static const char *
form_of (AtlasPartKind kind)
{
  switch (kind) {
  case ATLAS_PART_POINT:
    return "symbol=dots;size=2;outline=#ffffff;outline-width=0.2";
  case ATLAS_PART_LINE:
    return "symbol=plain;size=0.5";
  case ATLAS_PART_POLYGON:
    return "symbol=plain;outline=#ffffff;outline-width=0.15;opacity=0.8";
  default:
    g_return_val_if_reached ("");
  }
}

/**
 * atlas_first_style_new:
 * @table: what was just read
 * @nth: how many layers there are already
 *
 * Returns: (transfer full): how it is drawn at first
 */
AtlasStyle *
atlas_first_style_new (AtlasTable *table, guint nth)
{
  const AtlasColumn *names = atlas_table_guess_name_column (table);
  g_autoptr (AtlasStyle) style = NULL;
  g_autofree char *keys = g_strdup_printf ("%s;fill=%s", form_of (atlas_first_style_guess_kind (table)),
                                           fills[nth % G_N_ELEMENTS (fills)]);

  style = atlas_first_style_parse (keys);
  if (!names || atlas_table_get_n_features (table) > MOST_NAMED)
    return g_steal_pointer (&style);
  return atlas_style_with (style, "label-field", names->name, NULL);
}

/**
 * atlas_first_style_new_over:
 * @table: what was just read
 * @nth: how many layers there are already
 *
 * Returns: (transfer full): how it is drawn at first over other layers: through areas one sees what is below
 */
AtlasStyle *
atlas_first_style_new_over (AtlasTable *table, guint nth)
{
  AtlasStyle *style = atlas_first_style_new (table, nth);
  const char *colour = fills[nth % G_N_ELEMENTS (fills)];
  g_autofree char *glaze = g_strconcat (colour, GLAZE_ALPHA, NULL);
  const char *const pairs[][2] = {
    { "fill", glaze }, { "outline", colour }, { "outline-width", "0.3" }, { "opacity", "1" }
  };

  if (atlas_first_style_guess_kind (table) != ATLAS_PART_POLYGON)
    return style;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    AtlasStyle *next = atlas_style_with (style, pairs[i][0], pairs[i][1], NULL);

    atlas_style_unref (style);
    style = next;
  }
  return style;
}

/**
 * atlas_first_style_with_changes:
 * @self: how a layer is drawn at first
 * @changed: the plain style with what was changed of it
 *
 * Returns: (transfer full): @self with what was changed laid over it
 */
AtlasStyle *
atlas_first_style_with_changes (AtlasStyle *self, const AtlasStyle *changed)
{
  const char *const *keys = atlas_style_list_keys ();
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  AtlasStyle *style = atlas_style_ref (self);

  for (guint i = 0; keys[i]; i++) {
    g_autofree char *before = atlas_style_dup_value (plain, keys[i]);
    g_autofree char *after = atlas_style_dup_value (changed, keys[i]);
    g_autoptr (AtlasStyle) old = style;

    style = g_str_equal (before, after) ? atlas_style_ref (old) : atlas_style_with (old, keys[i], after, NULL);
  }
  return style;
}
