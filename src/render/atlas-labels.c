// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-labels.h"

#include "atlas-geometry-measure.h"
#include "atlas-marks.h"
#include "atlas-scene-private.h"
#include "atlas-symbol-size.h"

#include <math.h>

#define MM_PER_POINT (25.4 / 72)
#define GAP_MM       0.5 /* between one label and the next */
#define OFFSET_MM    0.6 /* between a dot and its name */
#define HALO_MM      0.45
#define FOREIGN_MM   1    /* half of what a symbol of another layer usually takes */
#define LINE_HEIGHT  1.15 /* of the size of the letters */

/* Only so many of a layer's features are tried, the most important first: a sheet holds far fewer names. */
#define MOST_CANDIDATES 20000

#define LABEL_COLOUR ATLAS_COLOUR_RGB (0x262626)
#define HALO_COLOUR  ((AtlasColour){ 255, 255, 255, 225 })

typedef struct {
  guint32 row;
  double rank; /* the higher, the sooner placed */
} Candidate;

/**
 * Placing:
 * @layer: whose names are placed
 * @transform: from the map to millimetres
 * @frame: what the scene shows, in millimetres
 * @taken: (element-type AtlasExtent): where nothing more may be written
 * @marks: the symbols that no name may hide
 * @labels: (element-type AtlasLabel): placed so far
 * @size: of the letters
 */
typedef struct {
  const AtlasSceneLayer *layer;
  const AtlasColumn *names;
  AtlasTransform transform;
  AtlasExtent frame;
  GArray *taken;
  const AtlasMarks *marks;
  GPtrArray *labels;
  double size;
} Placing;

static void
label_free (gpointer data)
{
  AtlasLabel *label = data;

  g_strfreev (label->lines);
  g_free (label);
}

static gboolean
is_free (const Placing *self, guint32 row, AtlasExtent box)
{
  AtlasExtent with_gap = atlas_extent_grow (box, GAP_MM);

  if (!atlas_extent_contains (self->frame, with_gap))
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (atlas_extent_intersects (with_gap, g_array_index (self->taken, AtlasExtent, i)))
      return FALSE;
  return !atlas_marks_meet (self->marks, box, self->layer, row);
}

static AtlasExtent
measure_lines (const Placing *self, char **lines)
{
  AtlasExtent box = { 0 };

  for (guint i = 0; lines[i]; i++) {
    box.xmax = MAX (box.xmax, atlas_text_measure (lines[i], self->size, FALSE).width);
    box.ymax += self->size * LINE_HEIGHT;
  }
  return box;
}

static AtlasExtent
centre_on (AtlasExtent box, AtlasPoint at)
{
  return (AtlasExtent){ at.x - box.xmax / 2, at.y - box.ymax / 2, at.x + box.xmax / 2, at.y + box.ymax / 2 };
}

static gboolean
is_inside (const Placing *self, guint32 row, double x, double y)
{
  AtlasPoint p = atlas_transform_to_map (self->transform, ATLAS_POINT_INIT (x, y));

  return atlas_geometry_contains (atlas_table_get_geometry (self->layer->table), row, p);
}

/* A name fits an area when its height clears the edges at the anchor and most of its width lies within. */
static gboolean
fits_area (const Placing *self, guint32 row, AtlasExtent box)
{
  AtlasPoint c = atlas_extent_centre (box);
  double reach = 0.4 * atlas_extent_width (box);

  if (self->layer->anchors[row].clearance * self->transform.scale < atlas_extent_height (box) / 2)
    return FALSE;
  return is_inside (self, row, c.x - reach, c.y) && is_inside (self, row, c.x + reach, c.y);
}

static void
take (Placing *self, char **lines, AtlasExtent box)
{
  AtlasLabel *label = g_new (AtlasLabel, 1);

  *label = (AtlasLabel){ lines, box, self->size };
  g_ptr_array_add (self->labels, label);
  g_array_append_val (self->taken, box);
}

/* At the anchor, or below or above it where a symbol stands: the area's own, or one of another layer. */
static gboolean
try_in_area (Placing *self, guint32 row, const char *name, AtlasPoint at, double width)
{
  g_auto (GStrv) lines = atlas_text_wrap (name, self->size, FALSE, width);
  AtlasExtent size = measure_lines (self, lines);
  double radius = atlas_symbol_get_radius (self->layer, row);
  gboolean yields = radius > 0 || atlas_marks_meet (self->marks, centre_on (size, at), self->layer, row);
  double dy = yields ? (radius > 0 ? radius : FOREIGN_MM) + OFFSET_MM / 2 + size.ymax / 2 : 0;
  const double offsets[] = { dy, -dy };

  for (guint i = 0; i < (yields ? 2 : 1) && g_strv_length (lines) <= 3; i++) {
    AtlasExtent box = centre_on (size, ATLAS_POINT_INIT (at.x, at.y + offsets[i]));

    if (fits_area (self, row, box) && is_free (self, row, box)) {
      take (self, g_steal_pointer (&lines), box);
      return TRUE;
    }
  }
  return FALSE;
}

/* On one line, or broken into narrower ones. */
static void
place_in_area (Placing *self, guint32 row, const char *name, AtlasPoint at)
{
  double width = atlas_text_measure (name, self->size, FALSE).width;

  if (try_in_area (self, row, name, at, width * 1.01))
    return;
  if (strchr (name, ' ') && !try_in_area (self, row, name, at, width * 0.62))
    try_in_area (self, row, name, at, width * 0.4);
}

/* Beside a dot: right, left, above, below, the first that is free. */
static void
place_beside (Placing *self, guint32 row, const char *name, AtlasPoint at)
{
  g_auto (GStrv) lines = g_strsplit (name, "\n", 1);
  AtlasExtent box = measure_lines (self, lines);
  double radius = atlas_symbol_get_radius (self->layer, row);
  double dx = radius + OFFSET_MM + box.xmax / 2;
  double dy = radius + OFFSET_MM / 2 + box.ymax / 2;
  const AtlasPoint offsets[] = { { dx, 0 }, { -dx, 0 }, { 0, -dy }, { 0, dy } };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++) {
    AtlasExtent beside = centre_on (box, ATLAS_POINT_INIT (at.x + offsets[i].x, at.y + offsets[i].y));

    if (is_free (self, row, beside)) {
      take (self, g_steal_pointer (&lines), beside);
      return;
    }
  }
}

static void
place_feature (Placing *self, guint32 row)
{
  AtlasAnchor anchor = self->layer->anchors[row];
  AtlasPoint at = atlas_transform_to_device (self->transform, anchor.at);
  g_autofree char *name = atlas_column_dup_cell (self->names, row);

  if (!name || !*g_strstrip (name))
    return;
  if (anchor.clearance > 0)
    place_in_area (self, row, name, at);
  else
    place_beside (self, row, name, at);
}

static double
rank_feature (const Placing *self, guint32 row)
{
  if (self->layer->anchors[row].clearance > 0)
    return self->layer->anchors[row].clearance;
  if (self->layer->values && !isnan (self->layer->values->values[row]))
    return fabs (self->layer->values->values[row]);
  return 0;
}

static gint
compare_candidates_cb (gconstpointer a, gconstpointer b)
{
  const Candidate *ca = a;
  const Candidate *cb = b;

  if (ca->rank != cb->rank)
    return ca->rank > cb->rank ? -1 : 1;
  return ca->row < cb->row ? -1 : ca->row > cb->row;
}

/* Features whose anchor is seen and, for areas, that are high enough for one line. */
static GArray *
list_candidates (const Placing *self)
{
  gsize n = atlas_table_get_n_features (self->layer->table);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (gsize i = 0; i < n; i++) {
    AtlasAnchor anchor = self->layer->anchors[i];
    Candidate candidate = { (guint32) i, rank_feature (self, (guint32) i) };

    if (!atlas_extent_contains_point (self->frame, atlas_transform_to_device (self->transform, anchor.at)))
      continue;
    if (anchor.clearance > 0 && anchor.clearance * self->transform.scale < self->size / 2)
      continue;
    g_array_append_val (candidates, candidate);
  }
  g_array_sort (candidates, compare_candidates_cb);
  return candidates;
}

static void
place_layer (Placing *self)
{
  g_autoptr (GArray) candidates = list_candidates (self);

  for (guint i = 0; i < MIN (candidates->len, MOST_CANDIDATES); i++)
    place_feature (self, g_array_index (candidates, Candidate, i).row);
}

static AtlasTransform
make_mm_transform (const AtlasSceneOptions *options)
{
  AtlasTransform t = options->transform;

  return (AtlasTransform){ t.scale / options->units_per_mm, t.x0 / options->units_per_mm,
                           t.y0 / options->units_per_mm };
}

static gboolean
has_labels (const AtlasSceneLayer *layer, double denominator)
{
  return layer->anchors && layer->style->label_field && _atlas_scene_layer_is_visible (layer, denominator);
}

GPtrArray *
atlas_labels_place (AtlasScene *scene, const AtlasExtent *obstacles, guint n_obstacles)
{
  const AtlasSceneOptions *options = &scene->options;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  Placing placing = { .transform = make_mm_transform (options), .taken = taken };
  double denominator = atlas_scene_get_scale_denominator (scene);
  g_autoptr (AtlasMarks) marks = NULL;

  g_array_append_vals (taken, obstacles, n_obstacles);
  placing.labels = g_ptr_array_new_with_free_func (label_free);
  placing.frame.xmax = options->width / options->units_per_mm;
  placing.frame.ymax = options->height / options->units_per_mm;
  placing.marks = marks = atlas_marks_new (scene, placing.transform, placing.frame);
  for (guint i = scene->n_layers; i > 0; i--) {
    placing.layer = scene->layers[i - 1];
    if (!has_labels (placing.layer, denominator))
      continue;
    placing.size = placing.layer->style->label_size * MM_PER_POINT;
    placing.names = atlas_table_find_column (placing.layer->table, placing.layer->style->label_field);
    place_layer (&placing);
  }
  return placing.labels;
}

static void
draw_label (const AtlasLabel *label, AtlasCanvas *canvas)
{
  double line = label->size * LINE_HEIGHT;
  AtlasText text = { .anchor = ATLAS_TEXT_MIDDLE,
                     .size = label->size * canvas->mm,
                     .colour = LABEL_COLOUR,
                     .halo = HALO_MM * canvas->mm,
                     .halo_colour = HALO_COLOUR };

  for (guint i = 0; label->lines[i]; i++) {
    AtlasTextSize size = atlas_text_measure (label->lines[i], label->size, FALSE);
    double middle = label->box.ymin + (i + 0.5) * line;

    text.string = label->lines[i];
    text.at.x = (label->box.xmin + label->box.xmax) / 2 * canvas->mm;
    text.at.y = (middle + (size.ascent - size.descent) / 2) * canvas->mm;
    canvas->klass->text (canvas, &text);
  }
}

void
atlas_labels_draw (GPtrArray *labels, AtlasCanvas *canvas, AtlasExtent clip)
{
  for (guint i = 0; i < labels->len; i++) {
    const AtlasLabel *label = g_ptr_array_index (labels, i);
    AtlasExtent box = atlas_extent_grow (label->box, HALO_MM);
    AtlasExtent drawn = { box.xmin * canvas->mm, box.ymin * canvas->mm, box.xmax * canvas->mm, box.ymax * canvas->mm };

    if (atlas_extent_intersects (drawn, clip))
      draw_label (label, canvas);
  }
}
