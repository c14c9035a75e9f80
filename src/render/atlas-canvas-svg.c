// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-canvas-svg.h"

#include <string.h>

/* A hundredth of a millimetre is finer than any printer. */
#define PIXEL_MM   0.04
#define HATCH_STEP 1.1
#define HATCH_LINE 0.18

static const char *const hatch_ids[] = {
  [ATLAS_HATCH_RISING] = "hatch-no-data",
  [ATLAS_HATCH_FALLING] = "hatch-not-applicable",
  [ATLAS_HATCH_CROSSED] = "hatch-suppressed",
};

static GString *
get_out (AtlasCanvas *canvas)
{
  return ((AtlasSvgCanvas *) canvas)->out;
}

static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  end = buffer + strlen (buffer) - 1;
  while (*end == '0')
    *end-- = '\0';
  if (*end == '.')
    *end = '\0';
  g_string_append (out, g_str_equal (buffer, "-0") ? "0" : buffer);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_colour (GString *out, const char *name, AtlasColour colour)
{
  if (colour.a == 0) {
    g_string_append_printf (out, " %s=\"none\"", name);
    return;
  }
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, colour.r, colour.g, colour.b);
  if (colour.a < 255) {
    g_string_append_printf (out, " %s-opacity=\"", name);
    append_number (out, colour.a / 255.0);
    g_string_append_c (out, '"');
  }
}

static void
append_position (GString *out, char command, AtlasPoint p)
{
  if (command)
    g_string_append_c (out, command);
  append_number (out, p.x);
  g_string_append_c (out, ' ');
  append_number (out, p.y);
}

static void
append_path (GString *out, const AtlasPath *path)
{
  g_string_append (out, "<path d=\"");
  for (guint i = 0; i < path->starts->len; i++) {
    guint n;
    const AtlasPoint *points = atlas_path_get_outline (path, i, &n);

    append_position (out, 'M', points[0]);
    for (guint j = 1; j < n; j++)
      append_position (out, 'L', points[j]);
    if (path->closed)
      g_string_append_c (out, 'z');
  }
  g_string_append_c (out, '"');
}

static void
svg_canvas_fill (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour)
{
  GString *out = get_out (canvas);

  append_path (out, path);
  append_colour (out, "fill", colour);
  g_string_append (out, "/>\n");
}

static void
svg_canvas_stroke (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour, double width)
{
  GString *out = get_out (canvas);

  append_path (out, path);
  g_string_append (out, " fill=\"none\"");
  append_colour (out, "stroke", colour);
  append_attribute (out, "stroke-width", width);
  g_string_append (out, " stroke-linejoin=\"round\"/>\n");
}

/* Neighbours reach a little under one another, so that a viewer's antialiasing shows nothing between them. */
static void
svg_canvas_seal (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour)
{
  svg_canvas_stroke (canvas, path, colour, PIXEL_MM);
}

static void
svg_canvas_hatch (AtlasCanvas *canvas, const AtlasPath *path, AtlasHatch hatch)
{
  append_path (get_out (canvas), path);
  g_string_append_printf (get_out (canvas), " fill=\"url(#%s)\"/>\n", hatch_ids[hatch]);
}

static void
svg_canvas_disc (AtlasCanvas *canvas, const AtlasDisc *disc)
{
  GString *out = get_out (canvas);

  g_string_append (out, "<circle");
  append_attribute (out, "cx", disc->centre.x);
  append_attribute (out, "cy", disc->centre.y);
  append_attribute (out, "r", disc->radius);
  append_colour (out, "fill", disc->fill);
  if (disc->outline_width > 0) {
    append_colour (out, "stroke", disc->outline);
    append_attribute (out, "stroke-width", disc->outline_width);
  }
  g_string_append (out, "/>\n");
}

/* What XML 1.0 cannot hold, not even as a reference: names of foreign files may. */
static gboolean
is_allowed (gunichar c)
{
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

/**
 * atlas_svg_append_text:
 * @out: the document
 * @text: valid UTF-8
 *
 * Adds @text as content of an element: marks of XML are escaped, and characters that no document may hold are left out.
 */
void
atlas_svg_append_text (GString *out, const char *text)
{
  g_autoptr (GString) allowed = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (is_allowed (g_utf8_get_char (p)))
      g_string_append_unichar (allowed, g_utf8_get_char (p));
  escaped = g_markup_escape_text (allowed->str, (gssize) allowed->len);
  g_string_append (out, escaped);
}

static void
svg_canvas_text (AtlasCanvas *canvas, const AtlasText *text)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  GString *out = get_out (canvas);

  g_string_append (out, "<text");
  append_attribute (out, "x", text->at.x);
  append_attribute (out, "y", text->at.y);
  append_attribute (out, "font-size", text->size);
  g_string_append_printf (out, " text-anchor=\"%s\"", anchors[text->anchor]);
  if (text->bold)
    g_string_append (out, " font-weight=\"bold\"");
  append_colour (out, "fill", text->colour);
  if (text->halo > 0) {
    append_colour (out, "stroke", text->halo_colour);
    append_attribute (out, "stroke-width", 2 * text->halo);
    g_string_append (out, " paint-order=\"stroke\" stroke-linejoin=\"round\"");
  }
  g_string_append_c (out, '>');
  atlas_svg_append_text (out, text->string);
  g_string_append (out, "</text>\n");
}

static cairo_status_t
append_bytes_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static char *
encode_picture (const AtlasPicture *picture)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *image = cairo_image_surface_create_for_data ((guint8 *) picture->pixels, CAIRO_FORMAT_ARGB32,
                                                                picture->width, picture->height, picture->stride);

  cairo_surface_write_to_png_stream (image, append_bytes_cb, bytes);
  cairo_surface_destroy (image);
  return g_base64_encode (bytes->data, bytes->len);
}

static void
svg_canvas_picture (AtlasCanvas *canvas, const AtlasPicture *picture, AtlasExtent box)
{
  GString *out = get_out (canvas);
  g_autofree char *base64 = encode_picture (picture);

  g_string_append (out, "<image");
  append_attribute (out, "x", box.xmin);
  append_attribute (out, "y", box.ymin);
  append_attribute (out, "width", box.xmax - box.xmin);
  append_attribute (out, "height", box.ymax - box.ymin);
  g_string_append_printf (out, " preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>\n", base64);
}

static void
svg_canvas_push_frame (AtlasCanvas *canvas, double x, double y, double width, double height)
{
  AtlasSvgCanvas *self = (AtlasSvgCanvas *) canvas;
  GString *out = self->out;
  guint id = ++self->n_clips;

  g_string_append_printf (out, "<clipPath id=\"frame-%u\"><rect", id);
  append_attribute (out, "width", width);
  append_attribute (out, "height", height);
  g_string_append (out, "/></clipPath>\n<g transform=\"translate(");
  append_number (out, x);
  g_string_append_c (out, ' ');
  append_number (out, y);
  g_string_append_printf (out, ")\" clip-path=\"url(#frame-%u)\">\n", id);
}

static void
append_title (GString *out, const char *title)
{
  g_string_append (out, "<title>");
  atlas_svg_append_text (out, title);
  g_string_append (out, "</title>");
}

static void
svg_canvas_push_layer (AtlasCanvas *canvas, const char *title, double opacity)
{
  AtlasSvgCanvas *self = (AtlasSvgCanvas *) canvas;

  g_hash_table_remove_all (self->named);
  g_string_append_printf (self->out, "<g id=\"layer-%u\"", ++self->n_layers);
  if (opacity < 1)
    append_attribute (self->out, "opacity", opacity);
  g_string_append_c (self->out, '>');
  if (*title)
    append_title (self->out, title);
  g_string_append_c (self->out, '\n');
}

static void
svg_canvas_pop (AtlasCanvas *canvas)
{
  g_string_append (get_out (canvas), "</g>\n");
}

/* A feature of several kinds is drawn in as many places, and foreign files give one number to two; ids are unique. */
static gboolean
take_id (AtlasSvgCanvas *self, gint64 fid)
{
  return g_hash_table_add (self->named, g_memdup2 (&fid, sizeof fid));
}

static void
svg_canvas_begin_feature (AtlasCanvas *canvas, gint64 fid, const char *title)
{
  AtlasSvgCanvas *self = (AtlasSvgCanvas *) canvas;

  g_string_append (self->out, "<g");
  if (take_id (self, fid))
    g_string_append_printf (self->out, " id=\"layer-%u-feature-%" G_GINT64_FORMAT "\"", self->n_layers, fid);
  g_string_append_c (self->out, '>');
  if (title)
    append_title (self->out, title);
}

static const AtlasCanvasClass svg_canvas_class = {
  .fill = svg_canvas_fill,
  .seal = svg_canvas_seal,
  .hatch = svg_canvas_hatch,
  .stroke = svg_canvas_stroke,
  .disc = svg_canvas_disc,
  .text = svg_canvas_text,
  .picture = svg_canvas_picture,
  .push_frame = svg_canvas_push_frame,
  .push_layer = svg_canvas_push_layer,
  .pop = svg_canvas_pop,
  .begin_feature = svg_canvas_begin_feature,
  .end_feature = svg_canvas_pop,
};

/**
 * atlas_svg_canvas_init:
 * @out: to which the elements are appended; must outlive the canvas
 */
void
atlas_svg_canvas_init (AtlasSvgCanvas *self, GString *out)
{
  *self = (AtlasSvgCanvas){ .parent = { &svg_canvas_class, PIXEL_MM, 1, NULL }, .out = out };
  self->named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
atlas_svg_canvas_clear (AtlasSvgCanvas *self)
{
  g_clear_pointer (&self->named, g_hash_table_unref);
}

static void
write_hatch (GString *out, AtlasHatch hatch)
{
  double step = hatch == ATLAS_HATCH_FALLING ? 2 * HATCH_STEP : HATCH_STEP;
  int angle = hatch == ATLAS_HATCH_FALLING ? -45 : 45;
  AtlasColour ground = ATLAS_HATCH_GROUND;
  AtlasColour line = ATLAS_HATCH_LINE;

  g_string_append_printf (out, "<pattern id=\"%s\" patternUnits=\"userSpaceOnUse\"", hatch_ids[hatch]);
  append_attribute (out, "width", step);
  append_attribute (out, "height", step);
  g_string_append_printf (out, " patternTransform=\"rotate(%d)\"><rect", angle);
  append_attribute (out, "width", step);
  append_attribute (out, "height", step);
  append_colour (out, "fill", ground);
  g_string_append (out, "/><path d=\"M0 0V");
  append_number (out, step);
  if (hatch == ATLAS_HATCH_CROSSED) {
    g_string_append (out, "M0 0H");
    append_number (out, step);
  }
  g_string_append_c (out, '"');
  append_colour (out, "stroke", line);
  append_attribute (out, "stroke-width", 2 * HATCH_LINE);
  g_string_append (out, "/></pattern>\n");
}

void
atlas_svg_canvas_write_definitions (GString *out)
{
  g_string_append (out, "<defs>\n");
  for (guint i = 0; i < G_N_ELEMENTS (hatch_ids); i++)
    write_hatch (out, (AtlasHatch) i);
  g_string_append (out, "</defs>\n");
}
