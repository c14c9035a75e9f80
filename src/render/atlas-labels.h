// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"
#include "atlas-scene.h"

G_BEGIN_DECLS

/**
 * AtlasLabel:
 * @lines: (array zero-terminated=1): what is written, owned
 * @box: what it takes, in millimetres from the scene's upper left corner
 * @size: of the em, in millimetres
 *
 * A name with its place.
 */
typedef struct {
  char **lines;
  AtlasExtent box;
  double size;
} AtlasLabel;

/* Places the names of all layers of @scene: in millimetres, so that screen and print agree; once for each feature;
 * none over another nor over an obstacle (a legend). (element-type AtlasLabel) */
GPtrArray *atlas_labels_place (AtlasScene *scene, const AtlasExtent *obstacles, guint n_obstacles);
/* Writes those labels that meet @clip (canvas units). */
void atlas_labels_draw (GPtrArray *labels, AtlasCanvas *canvas, AtlasExtent clip);

G_END_DECLS
