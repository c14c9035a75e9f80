// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layout.h"
#include "atlas-scene.h"

/* A small town on paper: what the tests of this floor draw. */

/* @columns by @rows square districts of 100 units, numbered from the lower left; district i has the value i, but
 * every seventh from the third on has none, for one reason after another. Fields: "value", "name". */
AtlasTable *town_new_districts (guint columns, guint rows);
/* @n points in the first hundred units, with the values 1…n. */
AtlasTable *town_new_points (guint n);
/* One line along each of @n streets, with the values 1…n. */
AtlasTable *town_new_streets (guint n);

/* @n features of an area, a line and a point each, side by side, with the values 1…n: as collections of foreign files.
 */
AtlasTable *town_new_mixture (guint n);

/* A layer whose style has the keys given: name, value, … NULL. */
AtlasSceneLayer *town_new_layer (AtlasTable *table, const char *title, ...) G_GNUC_NULL_TERMINATED;

/* What is seen of one layer; @n_threads as atlas_scene_draw_image() takes it. */
cairo_surface_t *town_draw (AtlasSceneLayer *layer, const AtlasSceneOptions *options, guint n_threads);

/* A sheet of 120 by 80 millimetres that shows the first 600 by 400 units. */
AtlasLayout town_make_layout (AtlasSceneLayer **layers, guint n_layers, AtlasLayoutKind kind);
/* The path, to be freed, of the sheet as a file of @name's kind in @folder. */
char *town_export (const AtlasLayout *layout, const char *folder, const char *name, double dpi);

/* An opaque colour as a picture holds it. */
guint32 town_to_pixel (AtlasColour colour);
guint32 town_get_pixel (cairo_surface_t *image, int x, int y);
/* Whether two pixels differ by more than @tolerance in any channel. */
gboolean town_differs (guint32 a, guint32 b, int tolerance);
/* How many pixels differ by more than @tolerance in any channel within the common size. */
gsize town_count_different (cairo_surface_t *a, cairo_surface_t *b, int tolerance);
