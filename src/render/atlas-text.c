// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text.h"

/* Pango lays out at this size and the result is scaled: in millimetres a font's em would be two or three units,
 * and rounding within the shaper would show. */
#define LAYOUT_SIZE 100.0

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Without hinting a line is as wide on the screen as in print, which is what lets one layout serve all. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/* Pango's objects belong to one thread, and a font map takes a while to fill: each thread keeps one context to
 * measure and one to draw. Drawing leaves the scale of its target behind in a context, which measuring would feel. */
static PangoContext *
get_context (GPrivate *of_thread)
{
  PangoContext *context = g_private_get (of_thread);

  if (!context) {
    context = create_context ();
    g_private_set (of_thread, context);
  }
  return context;
}

static PangoContext *
get_measuring_context (void)
{
  static GPrivate of_thread = G_PRIVATE_INIT (g_object_unref);

  return get_context (&of_thread);
}

static PangoContext *
get_drawing_context (void)
{
  static GPrivate of_thread = G_PRIVATE_INIT (g_object_unref);

  return get_context (&of_thread);
}

static PangoLayout *
create_layout (PangoContext *context, const char *string, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (ATLAS_TEXT_FAMILIES);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, LAYOUT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, string, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

/**
 * atlas_text_create_layout:
 * @size: of the em
 * @scale: (out): how much larger the layout is than @size
 *
 * Returns: (transfer full): a line ready to be shown
 */
PangoLayout *
atlas_text_create_layout (const char *string, double size, gboolean bold, double *scale)
{
  *scale = LAYOUT_SIZE / size;
  return create_layout (get_drawing_context (), string, bold);
}

/**
 * atlas_text_measure:
 * @size: of the em
 *
 * Returns: what a line takes, in the units of @size, the same on every device
 */
AtlasTextSize
atlas_text_measure (const char *string, double size, gboolean bold)
{
  g_autoptr (PangoLayout) layout = create_layout (get_measuring_context (), string, bold);
  double unit = size / LAYOUT_SIZE / PANGO_SCALE;
  PangoRectangle logical;
  int baseline = pango_layout_get_baseline (layout);

  pango_layout_get_extents (layout, NULL, &logical);
  return (AtlasTextSize){ logical.width * unit, baseline * unit, (logical.height - baseline) * unit };
}

/**
 * atlas_text_wrap:
 * @size: of the em
 * @width: that a line may take, in the units of @size
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines, broken between words; a word longer than
 *   @width stays whole
 */
char **
atlas_text_wrap (const char *string, double size, gboolean bold, double width)
{
  g_autoptr (PangoLayout) layout = create_layout (get_measuring_context (), string, bold);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  pango_layout_set_width (layout, (int) (MIN (width / size, 1e4) * LAYOUT_SIZE * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l; l = l->next) {
    PangoLayoutLine *line = l->data;
    g_autofree char *text = g_strndup (string + line->start_index, line->length);

    g_strv_builder_add (lines, g_strstrip (text));
  }
  return g_strv_builder_end (lines);
}
