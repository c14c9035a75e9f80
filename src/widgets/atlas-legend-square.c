// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-square.h"

#include "atlas-swatch.h"

#include <glib/gi18n-lib.h>

#define CELL_HEIGHT 28
#define LABEL_GAP   6

static GtkWidget *
count_new (const AtlasLegendGrid *grid, guint cell)
{
  g_autofree char *ink = atlas_colour_to_string (atlas_legend_grid_choose_ink (grid, cell));
  g_autofree char *markup = g_markup_printf_escaped ("<span foreground=\"%s\">%s</span>", ink, grid->counts[cell]);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

static GtkWidget *
cell_new (const AtlasLegendGrid *grid, guint row, guint column)
{
  guint cell = row * grid->n_columns + column;
  const AtlasColour theme_edge = { 0, 0, 0, 0 };
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *swatch = atlas_swatch_new (ATLAS_SWATCH_AREA, grid->colours[cell], theme_edge, 0);
  g_autofree char *pair = g_strdup_printf (_ ("%s and %s: %s"), grid->row_labels[row], grid->column_labels[column],
                                           grid->counts[cell]);

  gtk_widget_set_halign (swatch, GTK_ALIGN_FILL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_FILL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), swatch);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), count_new (grid, cell));
  gtk_widget_set_hexpand (overlay, TRUE);
  gtk_widget_set_size_request (overlay, -1, CELL_HEIGHT);
  gtk_widget_set_tooltip_text (overlay, pair);
  return overlay;
}

/* A range breaks after its dash, where the pair of columns beside it leaves no more room. */
static GtkWidget *
label_new (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), xalign == 0.5f ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_RIGHT);
  return label;
}

/**
 * atlas_legend_square_new:
 * @grid: what a printed legend shows, too; copied
 *
 * The first number rises upwards, the second to the right; what the first one is has to be told above the square.
 *
 * Returns: (transfer floating): the square
 */
GtkWidget *
atlas_legend_square_new (const AtlasLegendGrid *grid)
{
  GtkGrid *square = GTK_GRID (g_object_new (GTK_TYPE_GRID, "column-spacing", 1, "row-spacing", 1, NULL));
  int foot = (int) grid->n_rows;
  g_autofree char *title = g_strconcat (grid->column_title, " →", NULL);

  for (guint row = 0; row < grid->n_rows; row++) {
    GtkWidget *label = label_new (grid->row_labels[row], 1);

    gtk_widget_set_margin_end (label, LABEL_GAP);
    gtk_grid_attach (square, label, 0, foot - 1 - (int) row, 1, 1);
    for (guint column = 0; column < grid->n_columns; column++)
      gtk_grid_attach (square, cell_new (grid, row, column), 1 + (int) column, foot - 1 - (int) row, 1, 1);
  }
  for (guint column = 0; column < grid->n_columns; column++)
    gtk_grid_attach (square, label_new (grid->column_labels[column], 0.5f), 1 + (int) column, foot, 1, 1);
  gtk_grid_attach (square, label_new (title, 1), 0, foot + 1, 1 + (int) grid->n_columns, 1);
  return GTK_WIDGET (square);
}
