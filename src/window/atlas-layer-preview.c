// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-preview.h"

#include "atlas-locale.h"

#include <glib/gi18n-lib.h>

/* A preview tells what kind of table it is; the attribute table shows all of it. */
#define MOST_COLUMNS  30
#define LEAST_CHARS   9 /* narrower cells would show nothing but dots; the rest is scrolled to */
#define MOST_CHARS    22
#define MOST_DECIMALS 10

/* Types of a field, as a reader tells them, and what they are called. */
static const struct {
  const char *type;
  const char *title;
} types[] = {
  { "integer", N_ ("whole numbers") }, { "real", N_ ("numbers") }, { "text", N_ ("text") },
  { "boolean", N_ ("yes or no") },     { "date", N_ ("dates") },   { "instant", N_ ("points in time") },
};

static const char *
get_type_title (const AtlasFieldInfo *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].type, field->type) == 0)
      return _ (types[i].title);
  return field->type;
}

/* Measures are written as the user writes them; whole numbers may be codes and stay as they are. */
static char *
dup_cell (const AtlasFieldInfo *field, const char *text)
{
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || g_strcmp0 (field->type, "real") != 0)
    return g_strdup (text);
  return atlas_number_format (value, atlas_number_decimals (&value, 1, MOST_DECIMALS), atlas_locale_get_number_form ());
}

static GtkWidget *
new_cell (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), LEAST_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
fill_grid (GtkGrid *grid, const AtlasLayerInfo *info)
{
  guint n_columns = MIN (info->fields->len, MOST_COLUMNS);

  for (guint i = 0; i < n_columns; i++) {
    const AtlasFieldInfo *field = g_ptr_array_index (info->fields, i);
    GtkWidget *heading = new_cell (field->name, "dim-label");

    gtk_widget_set_tooltip_text (heading, get_type_title (field));
    gtk_grid_attach (grid, heading, (int) i, 0, 1, 1);
  }
  for (guint row = 0; row < info->first_rows->len; row++) {
    GStrv cells = g_ptr_array_index (info->first_rows, row);

    for (guint i = 0; i < n_columns && cells[i]; i++) {
      g_autofree char *cell = dup_cell (g_ptr_array_index (info->fields, i), cells[i]);

      gtk_grid_attach (grid, new_cell (cell, "numeric"), (int) i, (int) row + 1, 1, 1);
    }
  }
}

/**
 * atlas_layer_preview_new:
 * @info: a layer of a file
 *
 * Returns: (transfer floating): names of its fields over its first rows
 */
GtkWidget *
atlas_layer_preview_new (const AtlasLayerInfo *info)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  fill_grid (GTK_GRID (grid), info);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("First rows"), -1);
  return row;
}
