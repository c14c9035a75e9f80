// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-panel-private.h"

#include "atlas-bivariate-scheme.h"
#include "atlas-locale.h"
#include "atlas-palette.h"

#include <glib/gi18n-lib.h>

#define MOST_CLASSES 12

/* Which keys say something under which symbols. */
#define PLAIN        (1u << ATLAS_SYMBOL_PLAIN)
#define CHOROPLETH   (1u << ATLAS_SYMBOL_CHOROPLETH)
#define PROPORTIONAL (1u << ATLAS_SYMBOL_PROPORTIONAL)
#define DOTS         (1u << ATLAS_SYMBOL_DOTS)
#define LINES        (1u << ATLAS_SYMBOL_LINES)
#define BIVARIATE    (1u << ATLAS_SYMBOL_BIVARIATE)

static const struct {
  const char *key;
  guint symbols;
} rules[] = {
  { "field", CHOROPLETH | PROPORTIONAL | DOTS | LINES | BIVARIATE },
  { "second-field", BIVARIATE },
  { "scheme", BIVARIATE },
  { "fill", PLAIN | PROPORTIONAL | DOTS | LINES },
};

/* What can be said of a picture. */
static const char *const picture_keys[] = { "opacity", "min-scale", "max-scale", NULL };

static gboolean
is_classed (const AtlasStyle *style)
{
  return style->field && (style->symbol == ATLAS_SYMBOL_CHOROPLETH || style->symbol == ATLAS_SYMBOL_DOTS);
}

static gboolean
shows_two (const AtlasStyle *style)
{
  return style->symbol == ATLAS_SYMBOL_BIVARIATE;
}

static gboolean
is_diverging (const AtlasStyle *style)
{
  g_autoptr (AtlasPalette) palette = atlas_palette_lookup (style->palette, NULL);

  return palette && atlas_palette_get_kind (palette) == ATLAS_PALETTE_DIVERGING;
}

/* Areas that are filled have no size, and lines have no border. */
static gboolean
suits_parts (AtlasLayer *layer, const char *key)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);

  if (!scene)
    return TRUE;
  return g_str_equal (key, "size") ? atlas_scene_layer_has_signs (scene) : atlas_scene_layer_has_borders (scene);
}

static gboolean
is_shown (AtlasLayer *layer, const char *key)
{
  const AtlasStyle *style = atlas_layer_get_style (layer);

  if (atlas_layer_is_raster (layer))
    return g_strv_contains (picture_keys, key);
  if (g_str_equal (key, "midpoint"))
    return is_classed (style) && is_diverging (style);
  if (g_str_equal (key, "per"))
    return style->symbol != ATLAS_SYMBOL_PLAIN && style->field;
  if (g_str_equal (key, "second-per"))
    return shows_two (style) && style->second_field;
  if (g_str_equal (key, "label-size"))
    return style->label_field != NULL;
  if (g_str_equal (key, "size") || g_str_has_prefix (key, "outline"))
    return suits_parts (layer, key);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].key, key))
      return (rules[i].symbols >> style->symbol & 1) != 0;
  return TRUE;
}

/* How many classes can be chosen, before the number chosen is shown. */
void
_atlas_style_panel_limit_classes (AtlasStylePanel *self)
{
  gboolean two = shows_two (atlas_layer_get_style (self->layer));

  self->is_filling = TRUE;
  gtk_adjustment_set_upper (self->n_classes, two ? ATLAS_BIVARIATE_MOST : MOST_CLASSES);
  self->is_filling = FALSE;
}

/* Shows the rows that say something for the symbol chosen, and hides the others. */
void
_atlas_style_panel_show_rows (AtlasStylePanel *self)
{
  const AtlasStyle *style = atlas_layer_get_style (self->layer);

  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);

    gtk_widget_set_visible (row, is_shown (self->layer, gtk_widget_get_name (row)));
  }
  gtk_widget_set_visible (self->symbol_group, !atlas_layer_is_raster (self->layer));
  gtk_widget_set_visible (self->labels_group, !atlas_layer_is_raster (self->layer));
  gtk_widget_set_visible (self->classes_group, is_classed (style) || shows_two (style));
  gtk_widget_set_visible (self->histogram_row, is_classed (style));
  gtk_widget_set_visible (self->compare_row, is_classed (style));
  gtk_widget_set_visible (self->palette_row, is_classed (style));
}

/* What misleads in this style, and the button that mends it. */
void
_atlas_style_panel_show_advice (AtlasStylePanel *self)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (self->layer);

  g_clear_pointer (&self->advice, atlas_advice_free);
  self->advice = scene ? atlas_advice_new_for_layer (scene) : NULL;
  gtk_widget_set_visible (self->advice_box, self->advice != NULL);
  if (!self->advice)
    return;
  gtk_label_set_label (self->advice_label, self->advice->message);
  gtk_button_set_label (self->advice_button, self->advice->remedy);
}

static const char *
judge_fit (double gvf)
{
  if (gvf >= 0.95)
    return _ ("very good");
  if (gvf >= 0.85)
    return _ ("good");
  return gvf >= 0.7 ? _ ("fair") : _ ("poor");
}

static char *
describe_fit (const AtlasBreaks *breaks)
{
  g_autofree char *gvf = atlas_number_format (breaks->gvf, 3, atlas_locale_get_number_form ());
  g_autofree char *fit = g_strdup_printf (_ ("Goodness of fit %s, %s"), gvf, judge_fit (breaks->gvf));
  g_autofree char *missing = NULL;

  if (breaks->n_missing == 0)
    return g_steal_pointer (&fit);
  missing = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%zu without a value", "%zu without a value", breaks->n_missing),
      breaks->n_missing);
  return g_strdup_printf ("%s\n%s", fit, missing);
}

/* How well the classes fit the values: the share of their variance that lies between classes. */
void
_atlas_style_panel_show_fit (AtlasStylePanel *self, const AtlasBreaks *breaks)
{
  g_autofree char *text = breaks && breaks->n_classes > 0 ? describe_fit (breaks) : g_strdup ("");

  gtk_label_set_label (self->fit_label, text);
}
