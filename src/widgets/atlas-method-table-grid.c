// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-method-table-private.h"

#include "atlas-locale.h"

#include <glib/gi18n-lib.h>

#define FEWEST_CLASSES 3
#define MOST_CLASSES   7

static char *
format_share (double share)
{
  return atlas_number_format (share, 2, atlas_locale_get_number_form ());
}

static char *
format_measure (AtlasMethodTable *self, const AtlasClassifyAdvice *advice)
{
  switch (gtk_drop_down_get_selected (self->measure)) {
  case ATLAS_METHOD_MEASURE_TAI:
    return format_share (advice->tai);
  case ATLAS_METHOD_MEASURE_EMPTY:
    return g_strdup_printf ("%u", advice->n_empty);
  case ATLAS_METHOD_MEASURE_GVF:
  default:
    return format_share (advice->gvf);
  }
}

/* All that is known of one try, for the tooltip and the screen reader. */
static char *
describe (const AtlasClassifyAdvice *advice)
{
  g_autofree char *gvf = format_share (advice->gvf);
  g_autofree char *tai = format_share (advice->tai);
  g_autofree char *classes = g_strdup_printf (ngettext ("%u class", "%u classes", advice->n_classes),
                                              advice->n_classes);
  g_autofree char *empty = g_strdup_printf (ngettext ("%u empty class", "%u empty classes", advice->n_empty),
                                            advice->n_empty);
  g_autofree char *fewest = atlas_locale_format_count (advice->fewest);
  g_autofree char *most = atlas_locale_format_count (advice->most);

  return g_strdup_printf (_ ("%s, %s: GVF %s, TAI %s, %s, from %s to %s values in a class"),
                          _ (advice->classifier->title), classes, gvf, tai, empty, fewest, most);
}

static gboolean
is_current (AtlasMethodTable *self, const AtlasClassifyAdvice *advice)
{
  AtlasStyle *style = atlas_layer_get_style (self->layer);

  return g_strcmp0 (style->method, advice->classifier->name) == 0 &&
         (advice->n_wanted == 0 || advice->n_wanted == style->n_classes);
}

static void
clicked_cb (GtkWidget *button, AtlasMethodTable *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "advice"));

  atlas_method_table_choose (self, &g_array_index (self->advice, AtlasClassifyAdvice, index));
}

static char *
label_cell (AtlasMethodTable *self, const AtlasClassifyAdvice *advice, gboolean recommended)
{
  g_autofree char *text = format_measure (self, advice);

  if (recommended)
    return g_strconcat ("★ ", text, NULL);
  return advice->n_empty > 0 ? g_strconcat ("(", text, ")", NULL) : g_steal_pointer (&text);
}

/* The recommended one has a star, the one in use is raised, one with empty classes is in brackets: never by colour
 * alone. */
static GtkWidget *
cell_new (AtlasMethodTable *self, guint index, gboolean recommended)
{
  const AtlasClassifyAdvice *advice = &g_array_index (self->advice, AtlasClassifyAdvice, index);
  g_autofree char *label = label_cell (self, advice, recommended);
  g_autofree char *tip = describe (advice);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  if (!is_current (self, advice))
    gtk_widget_add_css_class (button, "flat");
  if (advice->n_empty > 0)
    gtk_widget_add_css_class (button, "dim-label");
  g_object_set_data (G_OBJECT (button), "advice", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

static GtkWidget *
heading_new (const char *text, float xalign, const char *tooltip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), xalign == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, xalign == 0);
  gtk_widget_set_tooltip_text (label, tooltip);
  return label;
}

static void
add_headings (AtlasMethodTable *self)
{
  GtkWidget *corner = heading_new (_ ("Number of classes"), 0, NULL);

  gtk_widget_add_css_class (corner, "dim-label");
  gtk_grid_attach (self->grid, corner, 0, 0, 1, 1);
  for (guint n = FEWEST_CLASSES; n <= MOST_CLASSES; n++) {
    g_autofree char *text = g_strdup_printf ("%u", n);
    g_autofree char *tip = g_strdup_printf (ngettext ("%u class", "%u classes", n), n);
    GtkWidget *label = heading_new (text, 0.5, tip);

    gtk_widget_add_css_class (label, "dim-label");
    gtk_grid_attach (self->grid, label, (int) (n - FEWEST_CLASSES) + 1, 0, 1, 1);
  }
}

/* A method that decides itself how many classes there are has one cell as wide as all. */
static void
add_cell (AtlasMethodTable *self, guint index, int row, gboolean recommended)
{
  const AtlasClassifyAdvice *advice = &g_array_index (self->advice, AtlasClassifyAdvice, index);
  GtkWidget *cell = cell_new (self, index, recommended);

  if (advice->n_wanted == 0)
    gtk_grid_attach (self->grid, cell, 1, row, MOST_CLASSES - FEWEST_CLASSES + 1, 1);
  else
    gtk_grid_attach (self->grid, cell, (int) (advice->n_wanted - FEWEST_CLASSES) + 1, row, 1, 1);
}

/*
 * atlas_method_table_fill_grid:
 *
 * A row for each method, a column for each number of classes.
 */
void
atlas_method_table_fill_grid (AtlasMethodTable *self)
{
  const AtlasClassifyAdvice *best = atlas_classify_recommend (self->advice);
  const AtlasClassifier *method = NULL;
  int row = 0;

  add_headings (self);
  for (guint i = 0; i < self->advice->len; i++) {
    const AtlasClassifyAdvice *advice = &g_array_index (self->advice, AtlasClassifyAdvice, i);

    if (advice->classifier != method) {
      method = advice->classifier;
      gtk_grid_attach (self->grid, heading_new (_ (method->title), 0, _ (method->description)), 0, ++row, 1, 1);
    }
    add_cell (self, i, row, advice == best);
  }
}

void
atlas_method_table_clear_grid (AtlasMethodTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
}
