// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-grid.h"

#define DARK_INK  ATLAS_COLOUR_RGB (0x000000)
#define LIGHT_INK ATLAS_COLOUR_RGB (0xffffff)

static char **
dup_labels (const AtlasBreaks *breaks, AtlasNumberForm form)
{
  char **labels = g_new0 (char *, breaks->n_classes + 1);

  for (guint i = 0; i < breaks->n_classes; i++)
    labels[i] = atlas_breaks_dup_label (breaks, i, form);
  return labels;
}

static char **
dup_counts (const AtlasClassGrid *grid, AtlasNumberForm form)
{
  char **counts = g_new0 (char *, grid->n_cells + 1);

  for (guint i = 0; i < grid->n_cells; i++)
    counts[i] = atlas_number_format ((double) grid->counts[i], 0, form);
  return counts;
}

/**
 * atlas_legend_grid_new:
 * @layer: one that shows two numbers
 * @language: "pl" or "en"
 *
 * Returns: (transfer full): the square that explains its colours
 */
AtlasLegendGrid *
atlas_legend_grid_new (const AtlasSceneLayer *layer, const char *language)
{
  AtlasLegendGrid *self = g_new0 (AtlasLegendGrid, 1);
  const AtlasClassGrid *grid = atlas_scene_layer_get_grid (layer);
  AtlasNumberForm form = atlas_number_form_for_language (language);
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours (layer, &n);

  self->n_rows = grid->rows->n_classes;
  self->n_columns = grid->columns->n_classes;
  self->row_labels = dup_labels (grid->rows, form);
  self->column_labels = dup_labels (grid->columns, form);
  self->column_title = atlas_scene_layer_dup_second_heading (layer, language);
  self->colours = g_memdup2 (colours, n * sizeof *colours);
  self->counts = dup_counts (grid, form);
  return self;
}

void
atlas_legend_grid_free (AtlasLegendGrid *self)
{
  g_strfreev (self->row_labels);
  g_strfreev (self->column_labels);
  g_strfreev (self->counts);
  g_free (self->column_title);
  g_free (self->colours);
  g_free (self);
}

/**
 * atlas_legend_grid_choose_ink:
 * @cell: row after row
 *
 * Returns: what can be read on the cell's colour
 */
AtlasColour
atlas_legend_grid_choose_ink (const AtlasLegendGrid *self, guint cell)
{
  AtlasColour ground = self->colours[cell];

  return atlas_colour_contrast (DARK_INK, ground) >= atlas_colour_contrast (LIGHT_INK, ground) ? DARK_INK : LIGHT_INK;
}
