// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-column.h"

#include "atlas-feature-text.h"
#include "atlas-language.h"
#include "atlas-locale.h"
#include "atlas-row.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_ROWS   1000 /* looked at to see how many decimals a column needs */
#define MOST_DECIMALS 4
#define NUMBER_WIDTH  110 /* logical pixels, the least of them */
#define TEXT_WIDTH    170
#define WIDEST        360
#define CHAR_WIDTH    8 /* of a title, which is bold */
#define TITLE_ROOM    28

/**
 * CellForm:
 * @table: (owned): keeps @column alive
 * @column: what the cells are of
 * @decimals: of its numbers
 * @is_years: whether its numbers are years
 *
 * How the cells of a column are written.
 */
typedef struct {
  AtlasTable *table;
  const AtlasColumn *column;
  int decimals;
  gboolean is_years;
} CellForm;

static int
count_decimals (const AtlasColumn *column)
{
  if (column->type != ATLAS_COLUMN_REAL)
    return 0;
  return atlas_number_decimals (column->reals, MIN (column->n_rows, SAMPLE_ROWS), MOST_DECIMALS);
}

static CellForm *
cell_form_new (AtlasTable *table, const AtlasColumn *column)
{
  CellForm *self = g_new0 (CellForm, 1);

  self->table = atlas_table_ref (table);
  self->column = column;
  self->decimals = count_decimals (column);
  self->is_years = atlas_column_holds_years (column);
  return self;
}

static void
cell_form_free (gpointer data, GClosure *closure)
{
  CellForm *self = data;

  atlas_table_unref (self->table);
  g_free (self);
}

static char *
dup_cell (const CellForm *form, guint32 row)
{
  AtlasMissing missing = atlas_column_get_missing (form->column, row);

  if (missing != ATLAS_PRESENT)
    return g_strdup (atlas_missing_get_title (missing));
  if (!atlas_column_is_number (form->column) || form->is_years)
    return atlas_column_dup_cell (form->column, row);
  return atlas_number_format (atlas_column_get_real (form->column, row), form->decimals,
                              atlas_locale_get_number_form ());
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const CellForm *form)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean number = atlas_column_is_number (form->column);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const CellForm *form)
{
  guint32 row = atlas_row_get_number (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = dup_cell (form, row);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (atlas_column_is_present (form->column, row))
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static GtkListItemFactory *
cell_factory_new (AtlasTable *table, const AtlasColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cell_form_new (table, column), cell_form_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cell_form_new (table, column), cell_form_free, 0);
  return factory;
}

/* A header of GTK cuts its title off without a sign, so a column is as wide as its title. */
static int
choose_width (const AtlasColumn *column, const char *title)
{
  int least = atlas_column_is_number (column) ? NUMBER_WIDTH : TEXT_WIDTH;

  return CLAMP ((int) g_utf8_strlen (title, -1) * CHAR_WIDTH + TITLE_ROOM, least, WIDEST);
}

/**
 * atlas_table_column_new:
 * @table: what the rows are of
 * @index: of the column
 *
 * Makes a column of a view: numbers at the right in the form of the language, missing values named and dimmed.
 *
 * Returns: (transfer full): the column
 */
GtkColumnViewColumn *
atlas_table_column_new (AtlasTable *table, guint index)
{
  const AtlasColumn *column = atlas_table_get_column (table, index);
  gboolean is_record = atlas_table_is_record (table, column, atlas_language_get ());
  const char *name = is_record ? atlas_column_get_title (column) : atlas_table_get_spoken_title (table, column);
  g_autofree char *title = column->unit ? g_strdup_printf ("%s [%s]", name, column->unit) : g_strdup (name);
  GtkColumnViewColumn *self = gtk_column_view_column_new (title, cell_factory_new (table, column));

  gtk_column_view_column_set_resizable (self, TRUE);
  gtk_column_view_column_set_fixed_width (self, choose_width (column, title));
  return self;
}
