// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"
#include "atlas-extent.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  ATLAS_SYMBOL_PLAIN,        /* one colour */
  ATLAS_SYMBOL_CHOROPLETH,   /* areas (and lines, points) filled by class */
  ATLAS_SYMBOL_PROPORTIONAL, /* circles whose area is the value */
  ATLAS_SYMBOL_DOTS,         /* one dot of a fixed size for each feature, by class when there is a field */
  ATLAS_SYMBOL_LINES,        /* lines whose width is the value */
  ATLAS_SYMBOL_BIVARIATE,    /* areas (and lines, points) filled by the classes of two numbers */
} AtlasSymbolKind;

typedef enum {
  ATLAS_PER_NOTHING,
  ATLAS_PER_FIELD,
  ATLAS_PER_AREA,
} AtlasPer;

/**
 * AtlasStyle:
 * @symbol: how features are drawn
 * @field: (nullable): the number shown
 * @per: what it is divided by
 * @per_field: (nullable): the divisor
 * @second_field: (nullable): the other number of a map of two
 * @second_per: what that one is divided by
 * @second_per_field: (nullable): its divisor
 * @method: the classifier's name
 * @n_classes: wanted
 * @bounds: (nullable) (element-type double): the user's own upper bounds, when @method is "user"
 * @palette: the palette's name, or a list of colours "#fee8c8,#e34a33"
 * @scheme: the name of the colours of two numbers
 * @reverse: whether the palette runs the other way
 * @midpoint: of a diverging palette; NaN for the middle class
 * @fill: colour of plain features
 * @outline: colour of borders
 * @outline_width: in millimetres; 0 for none
 * @size: of dots and of the largest proportional symbol, or width of the widest line, in millimetres
 * @label_field: (nullable): the name written on features; %NULL for none
 * @label_size: in points
 * @opacity: 0…1
 * @min_scale: denominator below which (closer than which) the layer is hidden; 0 for no limit
 * @max_scale: denominator above which (farther than which) it is hidden; 0 for no limit
 *
 * How a layer looks. One table of keys (atlas-style-keys.c) drives files, the panel, the defaults and
 * the command line. Immutable and atomically refcounted; changed by making another with one key set.
 */
typedef struct {
  AtlasSymbolKind symbol;
  const char *field;
  AtlasPer per;
  const char *per_field;
  const char *second_field;
  AtlasPer second_per;
  const char *second_per_field;
  const char *method;
  guint n_classes;
  const double *bounds;
  guint n_bounds;
  const char *palette;
  const char *scheme;
  gboolean reverse;
  double midpoint;
  AtlasColour fill;
  AtlasColour outline;
  double outline_width;
  double size;
  const char *label_field;
  double label_size;
  double opacity;
  double min_scale;
  double max_scale;
} AtlasStyle;

#define ATLAS_TYPE_STYLE (atlas_style_get_type ())
GType atlas_style_get_type (void);

AtlasStyle *atlas_style_new (void);
/* A copy with one key ("method", "n-classes", "outline-width" …) set from its text form; BAD_DATA says what it may be.
 */
AtlasStyle *atlas_style_with (const AtlasStyle *self, const char *key, const char *value, GError **error);
char *atlas_style_dup_value (const AtlasStyle *self, const char *key);
const char *const *atlas_style_list_keys (void);
gboolean atlas_style_equal (const AtlasStyle *a, const AtlasStyle *b);

AtlasStyle *atlas_style_ref (AtlasStyle *self);
void atlas_style_unref (AtlasStyle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasStyle, atlas_style_unref)

G_END_DECLS
