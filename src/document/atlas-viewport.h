// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-transform.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasViewport:
 *
 * Which part of the map is seen, and how large: shared by the map, the scale bar and the search. Emits
 * `changed`. Remembers where it has been (back, forward); many small moves within a second are one step.
 * Observable: `scale-denominator`, `metres-per-unit`, `can-go-back`, `can-go-forward`.
 */
#define ATLAS_TYPE_VIEWPORT (atlas_viewport_get_type ())
G_DECLARE_FINAL_TYPE (AtlasViewport, atlas_viewport, ATLAS, VIEWPORT, GObject)

/* Pixels in a millimetre of a plain screen; a scale of 1:1000 means that much there. */
#define ATLAS_VIEWPORT_PIXELS_PER_MM (96 / 25.4)

AtlasViewport *atlas_viewport_new (void);
void atlas_viewport_set_size (AtlasViewport *self, double width, double height); /* keeps the middle and the scale */
double atlas_viewport_get_width (AtlasViewport *self);
double atlas_viewport_get_height (AtlasViewport *self);
AtlasTransform atlas_viewport_get_transform (AtlasViewport *self);
AtlasPoint atlas_viewport_get_centre (AtlasViewport *self);
double atlas_viewport_get_scale_denominator (AtlasViewport *self);
double atlas_viewport_get_metres_per_unit (AtlasViewport *self);
void atlas_viewport_set_metres_per_unit (AtlasViewport *self, double metres);
AtlasExtent atlas_viewport_get_visible (AtlasViewport *self);
void atlas_viewport_show (AtlasViewport *self, AtlasPoint centre, double scale_denominator);
void atlas_viewport_show_extent (AtlasViewport *self, AtlasExtent extent, double margin);
void atlas_viewport_zoom (AtlasViewport *self, double factor, AtlasPoint fixed);
void atlas_viewport_pan (AtlasViewport *self, double dx, double dy);
gboolean atlas_viewport_can_go_back (AtlasViewport *self);
gboolean atlas_viewport_can_go_forward (AtlasViewport *self);
void atlas_viewport_go_back (AtlasViewport *self);
void atlas_viewport_go_forward (AtlasViewport *self);
void atlas_viewport_forget_history (AtlasViewport *self);

G_END_DECLS
