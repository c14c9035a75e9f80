// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-viewport.h"

/* From a doorstep to a continent; beyond, coordinates of a city's system mean nothing. */
#define MIN_DENOMINATOR 25.0
#define MAX_DENOMINATOR 50e6
/* A middle farther than this from the origin is an accident of arithmetic. */
#define MAX_COORDINATE 1e9

typedef struct {
  AtlasPoint centre; /* of the map, in its units */
  double scale;      /* pixels per map unit */
} View;

struct _AtlasViewport {
  GObject parent_instance;

  double width; /* in pixels; 0 until the map has a size */
  double height;
  double metres_per_unit;
  View view;

  AtlasExtent shown; /* seen whole at any size, until the user moves; empty then */
  double shown_margin;

  GArray *back;      /* owned, of View: where it has been, latest last */
  GArray *forward;   /* owned, of View: where it came back from, nearest last */
  gint64 last_moved; /* monotonic time, 0 when the next move begins a step */
};

enum {
  PROP_SCALE_DENOMINATOR = 1,
  PROP_METRES_PER_UNIT,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasViewport, atlas_viewport, G_TYPE_OBJECT)

static double
denominator_of (const AtlasViewport *self, double scale)
{
  return self->metres_per_unit * 1000 * ATLAS_VIEWPORT_PIXELS_PER_MM / scale;
}

/* Its own inverse: a scale gives a denominator as a denominator gives a scale. */
static double
scale_of (const AtlasViewport *self, double denominator)
{
  return denominator_of (self, denominator);
}

static double
limit_scale (const AtlasViewport *self, double scale)
{
  double least = scale_of (self, MAX_DENOMINATOR);
  double most = scale_of (self, MIN_DENOMINATOR);

  return scale > least ? MIN (scale, most) : least;
}

static gboolean
has_size (const AtlasViewport *self)
{
  return self->width > 0 && self->height > 0;
}

static gboolean
view_equal (View a, View b)
{
  return a.scale == b.scale && a.centre.x == b.centre.x && a.centre.y == b.centre.y;
}

static void
emit_changed (AtlasViewport *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE_DENOMINATOR]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
notify_history (AtlasViewport *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static View
limit_view (const AtlasViewport *self, View view)
{
  return (View){ { CLAMP (view.centre.x, -MAX_COORDINATE, MAX_COORDINATE),
                   CLAMP (view.centre.y, -MAX_COORDINATE, MAX_COORDINATE) },
                 limit_scale (self, view.scale) };
}

static void
take_view (AtlasViewport *self, View view)
{
  view = limit_view (self, view);
  self->shown = ATLAS_EXTENT_EMPTY;
  if (view_equal (view, self->view))
    return;
  self->view = view;
  emit_changed (self);
}

static void
begin_step (AtlasViewport *self)
{
  g_array_append_val (self->back, self->view);
  g_array_set_size (self->forward, 0);
  notify_history (self);
}

/* A wheel turned or a map dragged: one step for as long as no second passes between moves. */
static void
move_to (AtlasViewport *self, View view)
{
  gint64 now = g_get_monotonic_time ();

  if (!atlas_point_is_finite (view.centre) || !isfinite (view.scale))
    return;
  if (self->last_moved == 0 || now - self->last_moved > G_USEC_PER_SEC)
    begin_step (self);
  self->last_moved = now;
  take_view (self, view);
}

/* A leap on purpose: always a step of its own. */
static void
leap_to (AtlasViewport *self, View view)
{
  if (!atlas_point_is_finite (view.centre) || !isfinite (view.scale))
    return;
  if (has_size (self) && !view_equal (view, self->view))
    begin_step (self);
  self->last_moved = 0;
  take_view (self, view);
}

static View
fit_view (const AtlasViewport *self, AtlasExtent extent, double margin)
{
  AtlasTransform fit = atlas_transform_fit (extent, self->width, self->height, margin);

  return (View){ atlas_extent_centre (extent), fit.scale };
}

/**
 * atlas_viewport_get_width:
 *
 * Returns: width of the map in pixels; 0 until it has a size
 */
double
atlas_viewport_get_width (AtlasViewport *self)
{
  return self->width;
}

/**
 * atlas_viewport_get_height:
 *
 * Returns: height of the map in pixels; 0 until it has a size
 */
double
atlas_viewport_get_height (AtlasViewport *self)
{
  return self->height;
}

/**
 * atlas_viewport_set_size:
 * @width: in pixels
 * @height: in pixels
 *
 * Keeps the middle and the scale; but an extent that was gone to, and not left since, is seen whole at the new size
 * too.
 */
void
atlas_viewport_set_size (AtlasViewport *self, double width, double height)
{
  if (self->width == width && self->height == height)
    return;
  self->width = MAX (width, 0);
  self->height = MAX (height, 0);
  if (has_size (self) && !atlas_extent_is_empty (self->shown))
    self->view = limit_view (self, fit_view (self, self->shown, self->shown_margin));
  emit_changed (self);
}

/**
 * atlas_viewport_get_transform:
 *
 * Returns: from the map to pixels, (0, 0) at the upper left
 */
AtlasTransform
atlas_viewport_get_transform (AtlasViewport *self)
{
  return (AtlasTransform){ .scale = self->view.scale,
                           .x0 = self->width / 2 - self->view.scale * self->view.centre.x,
                           .y0 = self->height / 2 + self->view.scale * self->view.centre.y };
}

/**
 * atlas_viewport_get_centre:
 *
 * Returns: the position in the middle, in units of the map
 */
AtlasPoint
atlas_viewport_get_centre (AtlasViewport *self)
{
  return self->view.centre;
}

/**
 * atlas_viewport_get_scale_denominator:
 *
 * Returns: how many millimetres on the ground one millimetre of a plain screen (96 pixels an inch) shows
 */
double
atlas_viewport_get_scale_denominator (AtlasViewport *self)
{
  return denominator_of (self, self->view.scale);
}

/**
 * atlas_viewport_get_metres_per_unit:
 *
 * Returns: metres on the ground for one unit of the map
 */
double
atlas_viewport_get_metres_per_unit (AtlasViewport *self)
{
  return self->metres_per_unit;
}

/**
 * atlas_viewport_set_metres_per_unit:
 * @metres: on the ground for one unit of the map; positive
 *
 * Tells what the map's units are, so that the scale is true.
 */
void
atlas_viewport_set_metres_per_unit (AtlasViewport *self, double metres)
{
  g_return_if_fail (metres > 0);

  if (self->metres_per_unit == metres)
    return;
  self->metres_per_unit = metres;
  self->view.scale = limit_scale (self, self->view.scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_METRES_PER_UNIT]);
  emit_changed (self);
}

/**
 * atlas_viewport_get_visible:
 *
 * Returns: what of the map is seen; empty until there is a size
 */
AtlasExtent
atlas_viewport_get_visible (AtlasViewport *self)
{
  if (!has_size (self))
    return ATLAS_EXTENT_EMPTY;
  return atlas_transform_visible (atlas_viewport_get_transform (self), self->width, self->height);
}

/**
 * atlas_viewport_show:
 * @centre: what comes to the middle, in units of the map
 * @scale_denominator: how much smaller than on the ground
 *
 * Goes to a place at a scale, as one step.
 */
void
atlas_viewport_show (AtlasViewport *self, AtlasPoint centre, double scale_denominator)
{
  leap_to (self, (View){ centre, scale_of (self, scale_denominator) });
}

/**
 * atlas_viewport_show_extent:
 * @extent: what must be seen, in units of the map; nothing happens when it is empty
 * @margin: pixels left free around it
 *
 * Goes to where @extent is seen whole, as one step; later, when there is no size yet. It stays whole while the size
 * changes, until the view does.
 */
void
atlas_viewport_show_extent (AtlasViewport *self, AtlasExtent extent, double margin)
{
  if (atlas_extent_is_empty (extent))
    return;
  if (has_size (self))
    leap_to (self, fit_view (self, extent, margin));
  self->shown = extent;
  self->shown_margin = margin;
}

/**
 * atlas_viewport_zoom:
 * @factor: above 1 for closer
 * @fixed: the pixel that keeps its place on the map
 *
 * Zooms within the limits of scale; at a limit nothing moves.
 */
void
atlas_viewport_zoom (AtlasViewport *self, double factor, AtlasPoint fixed)
{
  AtlasPoint middle = ATLAS_POINT_INIT (self->width / 2, self->height / 2);
  double scale = limit_scale (self, self->view.scale * factor);
  AtlasTransform t = atlas_viewport_get_transform (self);

  if (!(factor > 0) || scale == self->view.scale)
    return;
  move_to (self, (View){ atlas_transform_to_map (atlas_transform_zoom (t, scale / t.scale, fixed), middle), scale });
}

/**
 * atlas_viewport_pan:
 * @dx: pixels to the right
 * @dy: pixels downwards
 *
 * Moves the map under the window.
 */
void
atlas_viewport_pan (AtlasViewport *self, double dx, double dy)
{
  View view = self->view;

  view.centre.x -= dx / view.scale;
  view.centre.y += dy / view.scale;
  move_to (self, view);
}

gboolean
atlas_viewport_can_go_back (AtlasViewport *self)
{
  return self->back->len > 0;
}

gboolean
atlas_viewport_can_go_forward (AtlasViewport *self)
{
  return self->forward->len > 0;
}

static void
go (AtlasViewport *self, GArray *from, GArray *to)
{
  View view;

  if (from->len == 0)
    return;
  view = g_array_index (from, View, from->len - 1);
  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, self->view);
  self->last_moved = 0;
  notify_history (self);
  take_view (self, view);
}

/**
 * atlas_viewport_go_back:
 *
 * Returns to where it was a step ago.
 */
void
atlas_viewport_go_back (AtlasViewport *self)
{
  go (self, self->back, self->forward);
}

/**
 * atlas_viewport_go_forward:
 *
 * Goes again where it came back from.
 */
void
atlas_viewport_go_forward (AtlasViewport *self)
{
  go (self, self->forward, self->back);
}

/**
 * atlas_viewport_forget_history:
 *
 * Forgets where it has been: another city has other places.
 */
void
atlas_viewport_forget_history (AtlasViewport *self)
{
  g_array_set_size (self->back, 0);
  g_array_set_size (self->forward, 0);
  self->last_moved = 0;
  notify_history (self);
}

/**
 * atlas_viewport_new:
 *
 * Returns: (transfer full): a viewport without size, about the origin at 1:50 000
 */
AtlasViewport *
atlas_viewport_new (void)
{
  return g_object_new (ATLAS_TYPE_VIEWPORT, NULL);
}

static void
atlas_viewport_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasViewport *self = ATLAS_VIEWPORT (object);

  switch (id) {
  case PROP_SCALE_DENOMINATOR:
    g_value_set_double (value, atlas_viewport_get_scale_denominator (self));
    break;
  case PROP_METRES_PER_UNIT:
    g_value_set_double (value, self->metres_per_unit);
    break;
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, atlas_viewport_can_go_back (self));
    break;
  case PROP_CAN_GO_FORWARD:
    g_value_set_boolean (value, atlas_viewport_can_go_forward (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_viewport_finalize (GObject *object)
{
  AtlasViewport *self = ATLAS_VIEWPORT (object);

  g_array_unref (self->back);
  g_array_unref (self->forward);
  G_OBJECT_CLASS (atlas_viewport_parent_class)->finalize (object);
}

static void
atlas_viewport_class_init (AtlasViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_viewport_get_property;
  object_class->finalize = atlas_viewport_finalize;

  properties[PROP_SCALE_DENOMINATOR] = g_param_spec_double ("scale-denominator", NULL, NULL, 0, G_MAXDOUBLE, 50e3,
                                                            flags);
  properties[PROP_METRES_PER_UNIT] = g_param_spec_double ("metres-per-unit", NULL, NULL, 0, G_MAXDOUBLE, 1, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_VIEWPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
atlas_viewport_init (AtlasViewport *self)
{
  self->metres_per_unit = 1;
  self->view.scale = scale_of (self, 50e3);
  self->shown = ATLAS_EXTENT_EMPTY;
  self->back = g_array_new (FALSE, FALSE, sizeof (View));
  self->forward = g_array_new (FALSE, FALSE, sizeof (View));
}
