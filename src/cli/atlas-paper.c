// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-paper.h"

#include "atlas-usage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM_PER_INCH 25.4
#define SCREEN_DPI  96
#define PRINT_DPI   300
#define MOST_DPI    2400
#define MOST_PIXELS 200000 /* of a side: a poster of four metres at 1200 dpi */

static const struct {
  const char *name;
  double width;
  double height;
} pages[] = {
  { "a4", 297, 210 },
  { "a3", 420, 297 },
  { "slide", 338.67, 190.5 }, /* 13⅓ by 7½ inches, as presentation programs have it */
};

static const char *const layouts[] = {
  [ATLAS_LAYOUT_BARE] = "bare",
  [ATLAS_LAYOUT_MAP] = "map",
  [ATLAS_LAYOUT_PAGE] = "page",
};

static gboolean
parse_size (const char *text, AtlasPaper *paper, GError **error)
{
  char *end = NULL;
  gint64 width = g_ascii_strtoll (text, &end, 10);
  gint64 height = *end == 'x' ? g_ascii_strtoll (end + 1, &end, 10) : 0;

  if (*end || width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS)
    return atlas_usage_refuse ("--size", text, _ ("width and height in pixels, such as 1600x1200"), error);
  paper->width = (double) width * MM_PER_INCH / paper->dpi;
  paper->height = (double) height * MM_PER_INCH / paper->dpi;
  return TRUE;
}

static gboolean
parse_page (const char *text, AtlasPaper *paper, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (g_str_equal (pages[i].name, text)) {
      paper->width = pages[i].width;
      paper->height = pages[i].height;
      return TRUE;
    }
  }
  return atlas_usage_refuse ("--page", text, "a4, a3, slide", error);
}

static gboolean
parse_layout (const AtlasPaperWords *words, AtlasPaper *paper, GError **error)
{
  paper->kind = words->page ? ATLAS_LAYOUT_PAGE : ATLAS_LAYOUT_BARE;
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++) {
    if (g_strcmp0 (words->layout, layouts[i]) == 0) {
      paper->kind = (AtlasLayoutKind) i;
      return TRUE;
    }
  }
  return !words->layout || atlas_usage_refuse ("--layout", words->layout, "bare, map, page", error);
}

static gboolean
parse_dpi (const AtlasPaperWords *words, AtlasPaper *paper, GError **error)
{
  char *end = NULL;

  paper->dpi = words->page ? PRINT_DPI : SCREEN_DPI;
  if (!words->dpi)
    return TRUE;
  paper->dpi = g_ascii_strtod (words->dpi, &end);
  if (end != words->dpi && *end == '\0' && paper->dpi >= 1 && paper->dpi <= MOST_DPI)
    return TRUE;
  return atlas_usage_refuse ("--dpi", words->dpi, _ ("a number from 1 to 2400"), error);
}

/**
 * atlas_paper_parse:
 * @paper: (out): the size
 * @error: return location for a %G_OPTION_ERROR that says what is wrong
 *
 * When nothing is told the map alone is drawn, 1600 by 1200 pixels; a page is drawn with all that belongs on it.
 *
 * Returns: whether @words make a paper
 */
gboolean
atlas_paper_parse (const AtlasPaperWords *words, AtlasPaper *paper, GError **error)
{
  if (words->size && words->page) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Give “--size” or “--page”, not both."));
    return FALSE;
  }
  if (!parse_layout (words, paper, error) || !parse_dpi (words, paper, error))
    return FALSE;
  if (words->page)
    return parse_page (words->page, paper, error);
  return parse_size (words->size ? words->size : "1600x1200", paper, error);
}

int
atlas_paper_get_pixel_width (const AtlasPaper *self)
{
  return (int) lround (self->width * self->dpi / MM_PER_INCH);
}

int
atlas_paper_get_pixel_height (const AtlasPaper *self)
{
  return (int) lround (self->height * self->dpi / MM_PER_INCH);
}

static gboolean
parse_sides (const char *text, double sides[4])
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  if (g_strv_length (words) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++) {
    char *end = NULL;

    sides[i] = g_ascii_strtod (g_strstrip (words[i]), &end);
    if (end == words[i] || *end || !(fabs (sides[i]) <= ATLAS_POINT_FARTHEST))
      return FALSE;
  }
  return sides[0] < sides[2] && sides[1] < sides[3];
}

/**
 * atlas_paper_parse_extent:
 * @text: "xmin,ymin,xmax,ymax"
 * @extent: (out): a box that is not empty
 * @error: return location for a %G_OPTION_ERROR
 *
 * Returns: whether @text is an extent
 */
gboolean
atlas_paper_parse_extent (const char *text, AtlasExtent *extent, GError **error)
{
  double sides[4];

  if (!parse_sides (text, sides))
    return atlas_usage_refuse ("--extent", text, _ ("xmin,ymin,xmax,ymax with the smaller before the larger"), error);
  *extent = (AtlasExtent){ sides[0], sides[1], sides[2], sides[3] };
  return TRUE;
}

/**
 * atlas_paper_fill:
 * @extent: what must be seen
 *
 * Returns: @extent grown about its middle to the proportions of the paper, so that it fills it exactly
 */
AtlasExtent
atlas_paper_fill (const AtlasPaper *self, AtlasExtent extent)
{
  AtlasPoint c = atlas_extent_centre (extent);
  double width = MAX (atlas_extent_width (extent), atlas_extent_height (extent) * self->width / self->height);
  double height = width * self->height / self->width;

  return (AtlasExtent){ c.x - width / 2, c.y - height / 2, c.x + width / 2, c.y + height / 2 };
}
