// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scene-layer-private.h"

#include "atlas-geometry-measure.h"
#include "atlas-symbol-size.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (AtlasSceneLayer, atlas_scene_layer, atlas_scene_layer_ref, atlas_scene_layer_unref)

static AtlasSceneLayer *
alloc_layer (AtlasStyle *style, const char *title)
{
  AtlasSceneLayer *self = g_new0 (AtlasSceneLayer, 1);

  g_atomic_ref_count_init (&self->refs);
  self->style = atlas_style_ref (style);
  self->title = g_strdup (title ? title : "");
  return self;
}

static gboolean
check_label_field (AtlasTable *table, const AtlasStyle *style, GError **error)
{
  return !style->label_field || atlas_table_require_column (table, style->label_field, error) != NULL;
}

static void
take_survey (AtlasSceneLayer *self, AtlasLayerSurvey *survey)
{
  self->survey = survey;
  self->side = survey->side;
  memcpy (self->has_kind, survey->has_kind, sizeof self->has_kind);
  if (self->symbol->needs_anchor || self->style->label_field)
    self->anchors = atlas_layer_survey_get_anchors (survey);
}

static AtlasSceneLayer *
work_out (AtlasTable *table,
          const AtlasSceneLayer *last,
          AtlasStyle *style,
          const double *areas,
          const char *title,
          GError **error)
{
  g_autoptr (AtlasSceneLayer) self = alloc_layer (style, title);

  self->table = atlas_table_ref (table);
  self->symbol = atlas_symbol_get (style->symbol);
  if (!check_label_field (table, style, error) || !_atlas_scene_layer_classify (self, last, areas, error))
    return NULL;
  take_survey (self, last ? atlas_layer_survey_ref (last->survey) : atlas_layer_survey_new (table));
  return g_steal_pointer (&self);
}

/**
 * atlas_scene_layer_new:
 * @table: features, already in the map's system
 * @areas: (nullable): in m², one for each feature, when the style divides by area
 * @title: of the layer, as the legend calls it
 * @error: return location
 *
 * Works out all that drawing needs: values, classes, colours, anchors. Takes a second or so for
 * a million features, so it is called off the main thread for large tables.
 *
 * Returns: (nullable) (transfer full): the layer, or %NULL with @error set
 */
AtlasSceneLayer *
atlas_scene_layer_new (AtlasTable *table, AtlasStyle *style, const double *areas, const char *title, GError **error)
{
  return work_out (table, NULL, style, areas, title, error);
}

/**
 * atlas_scene_layer_restyle:
 * @style: how the same features look from now on
 * @areas: (nullable): in m², one for each feature, when the style divides by area
 * @title: of the layer, as the legend calls it
 * @error: return location
 *
 * Works a layer out as [ctor@SceneLayer.new] does, but shares with @self all that comes out the same: for another
 * palette that is everything but the colours.
 *
 * Returns: (nullable) (transfer full): the layer, or %NULL with @error set
 */
AtlasSceneLayer *
atlas_scene_layer_restyle (const AtlasSceneLayer *self,
                           AtlasStyle *style,
                           const double *areas,
                           const char *title,
                           GError **error)
{
  g_return_val_if_fail (self->table, NULL);

  return work_out (self->table, self, style, areas, title, error);
}

/**
 * atlas_scene_layer_new_picture:
 * @opacity: 0…1
 * @title: of the layer
 *
 * Returns: (transfer full): a background of pixels
 */
AtlasSceneLayer *
atlas_scene_layer_new_picture (AtlasPicture *picture, double opacity, const char *title)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (AtlasStyle) style = NULL;
  AtlasSceneLayer *self;

  g_ascii_dtostr (text, sizeof text, CLAMP (opacity, 0, 1));
  style = atlas_style_with (plain, "opacity", text, NULL);
  self = alloc_layer (style, title);
  self->picture = atlas_picture_ref (picture);
  return self;
}

/**
 * atlas_scene_layer_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
AtlasSceneLayer *
atlas_scene_layer_ref (AtlasSceneLayer *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_scene_layer_unref:
 * @self: (transfer full): a layer no longer needed
 */
void
atlas_scene_layer_unref (AtlasSceneLayer *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->title);
  g_clear_pointer (&self->class_bytes, g_bytes_unref);
  g_free (self->colours);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_clear_pointer (&self->picture, atlas_picture_unref);
  g_clear_pointer (&self->style, atlas_style_unref);
  g_clear_pointer (&self->values, atlas_values_unref);
  g_clear_pointer (&self->breaks, atlas_breaks_unref);
  g_clear_pointer (&self->second_values, atlas_values_unref);
  g_clear_pointer (&self->grid, atlas_class_grid_free);
  g_clear_pointer (&self->survey, atlas_layer_survey_unref);
  g_free (self);
}

/**
 * atlas_scene_layer_get_table:
 *
 * Returns: (nullable) (transfer none): the features; %NULL for a picture
 */
AtlasTable *
atlas_scene_layer_get_table (const AtlasSceneLayer *self)
{
  return self->table;
}

AtlasStyle *
atlas_scene_layer_get_style (const AtlasSceneLayer *self)
{
  return self->style;
}

/**
 * atlas_scene_layer_get_values:
 *
 * Returns: (nullable) (transfer none): what is shown of the features
 */
AtlasValues *
atlas_scene_layer_get_values (const AtlasSceneLayer *self)
{
  return self->values;
}

/**
 * atlas_scene_layer_get_breaks:
 *
 * Returns: (nullable) (transfer none): the classes, when colours go by class
 */
AtlasBreaks *
atlas_scene_layer_get_breaks (const AtlasSceneLayer *self)
{
  return self->breaks;
}

/**
 * atlas_scene_layer_get_second_values:
 *
 * Returns: (nullable) (transfer none): the other number of a map of two
 */
AtlasValues *
atlas_scene_layer_get_second_values (const AtlasSceneLayer *self)
{
  return self->second_values;
}

/**
 * atlas_scene_layer_get_grid:
 *
 * Returns: (nullable) (transfer none): the classes of two numbers crossed, when colours go by them
 */
const AtlasClassGrid *
atlas_scene_layer_get_grid (const AtlasSceneLayer *self)
{
  return self->grid;
}

/**
 * atlas_scene_layer_count_missing:
 *
 * Returns: features without a value; of two numbers, those without either
 */
gsize
atlas_scene_layer_count_missing (const AtlasSceneLayer *self)
{
  gsize n = 0;

  for (int state = 0; state < ATLAS_N_MISSING_STATES; state++)
    n += self->missing[state];
  return n;
}

/**
 * atlas_scene_layer_get_classes:
 *
 * Returns: (nullable) (transfer none): the class of each feature, or its cell of the grid; %ATLAS_CLASS_NONE where
 * missing
 */
const guint8 *
atlas_scene_layer_get_classes (const AtlasSceneLayer *self)
{
  return self->classes;
}

/**
 * atlas_scene_layer_get_colours:
 * @n: (out): how many: one for each class, or for each cell of the grid
 *
 * Returns: (nullable) (transfer none) (array length=n): the colours of the classes
 */
const AtlasColour *
atlas_scene_layer_get_colours (const AtlasSceneLayer *self, guint *n)
{
  *n = self->n_colours;
  return self->colours;
}

const char *
atlas_scene_layer_get_title (const AtlasSceneLayer *self)
{
  return self->title;
}

static int
get_missing (const AtlasValues *values, gsize row)
{
  if (!isnan (values->values[row]))
    return -1;
  return values->missing ? MAX ((int) values->missing[row] - ATLAS_NO_DATA, 0) : 0;
}

/* Of two numbers, the first that is missing says why. */
int
_atlas_scene_layer_get_missing (const AtlasSceneLayer *self, gsize row)
{
  int state = get_missing (self->values, row);

  return state < 0 && self->second_values ? get_missing (self->second_values, row) : state;
}

/* The style's size, or what suits the symbol. */
double
_atlas_scene_layer_get_size (const AtlasSceneLayer *self)
{
  return self->style->size > 0 ? self->style->size : self->symbol->size;
}

static gboolean
is_drawn_at_anchors (const AtlasSceneLayer *self)
{
  return self->symbol && self->symbol->needs_anchor;
}

/**
 * atlas_scene_layer_has_signs:
 *
 * Returns: whether it draws circles, points or lines, which have a size; filled areas have none
 */
gboolean
atlas_scene_layer_has_signs (const AtlasSceneLayer *self)
{
  return is_drawn_at_anchors (self) || self->has_kind[ATLAS_PART_POINT] || self->has_kind[ATLAS_PART_LINE];
}

/**
 * atlas_scene_layer_has_borders:
 *
 * Returns: whether it draws areas or circles, which have a border; lines have none
 */
gboolean
atlas_scene_layer_has_borders (const AtlasSceneLayer *self)
{
  return is_drawn_at_anchors (self) || self->has_kind[ATLAS_PART_POINT] || self->has_kind[ATLAS_PART_POLYGON];
}

/**
 * atlas_scene_layer_get_sign_size:
 *
 * Returns: the diameter of its points, or the width of its lines where there are no points, in millimetres; what the
 *   program chose where the style leaves it open; 0 for a picture
 */
double
atlas_scene_layer_get_sign_size (const AtlasSceneLayer *self)
{
  if (!self->symbol)
    return 0;
  if (is_drawn_at_anchors (self) || self->symbol->kind == ATLAS_SYMBOL_LINES || !self->has_kind[ATLAS_PART_LINE] ||
      self->has_kind[ATLAS_PART_POINT])
    return _atlas_scene_layer_get_size (self);
  return atlas_symbol_get_stroke_width (self);
}

double
_atlas_scene_layer_get_reach (const AtlasSceneLayer *self)
{
  if (!self->symbol || (!self->symbol->needs_anchor && !self->has_kind[ATLAS_PART_POINT]))
    return 0;
  return self->symbol->reach * _atlas_scene_layer_get_size (self) + self->style->outline_width;
}

/* Points that only carry names, for one: nothing but their labels is seen. */
gboolean
_atlas_scene_layer_leaves_no_mark (const AtlasSceneLayer *self)
{
  const AtlasStyle *style = self->style;

  return !self->values && style->fill.a == 0 && (style->outline.a == 0 || style->outline_width == 0);
}

const AtlasSpatialIndex *
_atlas_scene_layer_get_index (const AtlasSceneLayer *self)
{
  return atlas_layer_survey_get_index (self->survey);
}

/**
 * atlas_scene_layer_prepare:
 *
 * Builds what [method@SceneLayer.hit] asks, which takes a while for a million features, so that no pointer waits for
 * it.
 */
void
atlas_scene_layer_prepare (AtlasSceneLayer *self)
{
  if (self->table)
    _atlas_scene_layer_get_index (self);
}

/* An area drawn as an outline alone is seen through, and so it is pointed through. */
static gboolean
is_hollow (const AtlasSceneLayer *self)
{
  return self->style->symbol == ATLAS_SYMBOL_PLAIN && self->style->fill.a == 0;
}

/**
 * atlas_scene_layer_hit:
 * @point: of the map
 * @tolerance: in map units: how near is near enough
 *
 * An area without fill is hit at its outline only, and what leaves no mark is not hit.
 *
 * Returns: the topmost feature at @point, or %G_MAXSIZE when there is none
 */
gsize
atlas_scene_layer_hit (const AtlasSceneLayer *self, AtlasPoint point, double tolerance)
{
  AtlasExtent around = { point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance };
  double (*measure) (const AtlasGeometry *, gsize, AtlasPoint) = is_hollow (self) ? atlas_geometry_edge_distance
                                                                                  : atlas_geometry_distance;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!self->table || _atlas_scene_layer_leaves_no_mark (self))
    return G_MAXSIZE;
  atlas_spatial_index_query (_atlas_scene_layer_get_index (self), around, rows);
  for (guint i = rows->len; i > 0; i--) {
    guint32 row = g_array_index (rows, guint32, i - 1);

    if (measure (atlas_table_get_geometry (self->table), row, point) <= tolerance)
      return row;
  }
  return G_MAXSIZE;
}
