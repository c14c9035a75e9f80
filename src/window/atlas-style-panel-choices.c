// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-panel-private.h"

#include "atlas-bivariate-scheme.h"
#include "atlas-classifier.h"
#include "atlas-locale.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *value;
  const char *title;
  guint parts; /* bits of AtlasPartKind that it can draw */
} SymbolChoice;

#define POINTS   (1u << ATLAS_PART_POINT)
#define LINES    (1u << ATLAS_PART_LINE)
#define POLYGONS (1u << ATLAS_PART_POLYGON)

static const SymbolChoice symbols[] = {
  { "plain", N_ ("One colour"), POINTS | LINES | POLYGONS },
  { "choropleth", N_ ("Coloured by class"), POINTS | LINES | POLYGONS },
  { "proportional", N_ ("Proportional circles"), POINTS | POLYGONS },
  { "dots", N_ ("Dots"), POINTS | POLYGONS },
  { "lines", N_ ("Lines by width"), LINES },
  { "bivariate", N_ ("Two numbers"), POINTS | LINES | POLYGONS },
};

/* Denominators that maps of a city are drawn at. */
static const char *const scales[] = { "1000", "2500", "5000", "10000", "25000", "50000", "100000", "250000", NULL };

static guint
collect_parts (AtlasTable *table)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);
  gsize n = MIN (geometry->n_parts, 1000);
  guint parts = 0;

  for (gsize i = 0; i < n; i++)
    parts |= 1u << geometry->kinds[i];
  return parts;
}

static void
fill_symbols (AtlasChoiceRow *row, AtlasTable *table)
{
  guint parts = table ? collect_parts (table) : 0;

  atlas_choice_row_clear (row);
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (i == 0 || symbols[i].parts & parts)
      atlas_choice_row_add (row, symbols[i].value, _ (symbols[i].title));
}

static void
fill_fields (AtlasChoiceRow *row, AtlasTable *table)
{
  guint n = table ? atlas_table_get_n_columns (table) : 0;

  atlas_choice_row_clear (row);
  atlas_choice_row_add (row, "", _ ("None"));
  for (guint i = 0; i < n; i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);

    if (atlas_column_is_number (column))
      atlas_choice_row_add (row, column->name, atlas_column_get_title (column));
  }
}

/* @chosen: (nullable): the divisor of now, which stays in the list whatever it is */
static void
fill_per (AtlasChoiceRow *row, AtlasTable *table, const char *chosen)
{
  guint n = table ? atlas_table_get_n_columns (table) : 0;

  atlas_choice_row_clear (row);
  atlas_choice_row_add (row, "nothing", _ ("Nothing"));
  if (table && collect_parts (table) & POLYGONS)
    atlas_choice_row_add (row, "area", _ ("Area in km²"));
  for (guint i = 0; i < n; i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);
    g_autofree char *value = g_strconcat ("field:", column->name, NULL);

    if (g_strcmp0 (column->name, chosen) == 0 || atlas_advice_can_divide (table, column))
      atlas_choice_row_add (row, value, atlas_column_get_title (column));
  }
}

static void
fill_labels (AtlasChoiceRow *row, AtlasTable *table)
{
  guint n = table ? atlas_table_get_n_columns (table) : 0;

  atlas_choice_row_clear (row);
  atlas_choice_row_add (row, "", _ ("None"));
  for (guint i = 0; i < n; i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);

    atlas_choice_row_add (row, column->name, atlas_column_get_title (column));
  }
}

/* Two numbers have few classes, so that only methods which let one choose how many suit them. */
void
_atlas_style_panel_fill_methods (AtlasStylePanel *self)
{
  gboolean two = atlas_layer_get_style (self->layer)->symbol == ATLAS_SYMBOL_BIVARIATE;
  guint n;
  const AtlasClassifier *const *classifiers = atlas_classifier_list (&n);

  atlas_choice_row_clear (self->method_row);
  for (guint i = 0; i < n; i++)
    if (!two || classifiers[i]->chooses_classes)
      atlas_choice_row_add (self->method_row, classifiers[i]->name, _ (classifiers[i]->title));
}

static void
fill_schemes (AtlasChoiceRow *row)
{
  guint n;
  const AtlasBivariateScheme *schemes = atlas_bivariate_scheme_list (&n);

  atlas_choice_row_clear (row);
  for (guint i = 0; i < n; i++)
    atlas_choice_row_add (row, schemes[i].name, _ (schemes[i].title));
}

static void
fill_scales (AtlasChoiceRow *row)
{
  atlas_choice_row_clear (row);
  atlas_choice_row_add (row, "0", _ ("No limit"));
  for (guint i = 0; scales[i]; i++) {
    g_autofree char *number = atlas_locale_format_count ((gsize) g_ascii_strtoull (scales[i], NULL, 10));
    g_autofree char *title = g_strconcat ("1 : ", number, NULL);

    atlas_choice_row_add (row, scales[i], title);
  }
}

void
_atlas_style_panel_fill_choices (AtlasStylePanel *self)
{
  AtlasTable *table = atlas_layer_get_table (self->layer);
  const AtlasStyle *style = atlas_layer_get_style (self->layer);

  fill_symbols (self->symbol_row, table);
  fill_fields (self->field_row, table);
  fill_per (self->per_row, table, style->per_field);
  fill_fields (self->second_field_row, table);
  fill_per (self->second_per_row, table, style->second_per_field);
  fill_schemes (self->scheme_row);
  fill_labels (self->label_row, table);
  fill_scales (self->closest_row);
  fill_scales (self->farthest_row);
}

/* Two keys, "per" and "per-field", are one choice: "nothing", "area" or "field:NAME". */
char *
_atlas_style_panel_dup_per (const AtlasStyle *style)
{
  if (style->per == ATLAS_PER_FIELD)
    return g_strconcat ("field:", style->per_field, NULL);
  return g_strdup (style->per == ATLAS_PER_AREA ? "area" : "nothing");
}

char *
_atlas_style_panel_dup_second_per (const AtlasStyle *style)
{
  if (style->second_per == ATLAS_PER_FIELD)
    return g_strconcat ("field:", style->second_per_field, NULL);
  return g_strdup (style->second_per == ATLAS_PER_AREA ? "area" : "nothing");
}

static guint
find_place (AtlasTable *table, const char *field)
{
  guint n = atlas_table_get_n_columns (table);

  for (guint i = 0; field && i < n; i++)
    if (g_str_equal (atlas_table_get_column (table, i)->name, field))
      return i + 1;
  return 0;
}

/* The next field of numbers after @field, or the first when that is NULL; after the last one comes the first again. */
const char *
_atlas_style_panel_find_number (AtlasTable *table, const char *field)
{
  guint n = atlas_table_get_n_columns (table);
  guint start = find_place (table, field);

  for (guint i = 0; i < n; i++) {
    const AtlasColumn *column = atlas_table_get_column (table, (start + i) % n);

    if (atlas_column_is_number (column))
      return column->name;
  }
  return NULL;
}
