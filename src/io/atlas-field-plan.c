// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-field-plan.h"

#include "atlas-foreign-text.h"
#include "atlas-json-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef void (*Take) (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally);

/**
 * atlas_days_from_civil:
 * @year: astronomical
 * @month: 1…12
 * @day: 1…31
 *
 * Howard Hinnant's formula for the proleptic Gregorian calendar, which takes years to begin in March.
 *
 * Returns: days since 1970-01-01
 */
gint64
atlas_days_from_civil (int year, int month, int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static void
take_integer (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  gint64 value = OGR_F_GetFieldAsInteger64 (feature, self->index);

  atlas_tally_judge_integer (tally, value);
  atlas_table_builder_set_integer (builder, self->column, value);
}

static void
take_boolean (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  atlas_table_builder_set_integer (builder, self->column, OGR_F_GetFieldAsInteger (feature, self->index) != 0);
}

static void
take_real (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  atlas_table_builder_set_real (builder, self->column, OGR_F_GetFieldAsDouble (feature, self->index));
}

/**
 * atlas_field_take_text:
 * @text: of a cell of the last row, in UTF-8 as far as the source keeps its promise
 * @n: bytes, or -1 when closed by NUL
 */
void
atlas_field_take_text (AtlasTableBuilder *builder, guint column, const char *text, gssize n, AtlasTally *tally)
{
  if (g_utf8_validate (text, n, NULL)) {
    atlas_table_builder_set_text (builder, column, text, n);
  } else {
    g_autofree char *valid = g_utf8_make_valid (text, n);

    tally->n_bad_texts++;
    atlas_table_builder_set_text (builder, column, valid, -1);
  }
}

static void
take_text (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  atlas_field_take_text (builder, self->column, OGR_F_GetFieldAsString (feature, self->index), -1, tally);
}

static void
take_date (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  int year, month, day, hour, minute, second, zone;

  if (OGR_F_GetFieldAsDateTime (feature, self->index, &year, &month, &day, &hour, &minute, &second, &zone))
    atlas_table_builder_set_integer (builder, self->column, atlas_days_from_civil (year, month, day));
}

/* OGR's zone: 0 unknown, 1 local, 100 UTC, each step from there a quarter of an hour. */
static void
take_instant (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  int year, month, day, hour, minute, zone;
  float second;
  gint64 minutes;

  if (!OGR_F_GetFieldAsDateTimeEx (feature, self->index, &year, &month, &day, &hour, &minute, &second, &zone))
    return;
  tally->n_naive_times += zone <= 1;
  minutes = atlas_days_from_civil (year, month, day) * 1440 + hour * 60 + minute - (zone > 1 ? (zone - 100) * 15 : 0);
  atlas_table_builder_set_integer (builder, self->column,
                                   minutes * 60 * G_USEC_PER_SEC + llround ((double) second * 1000) * 1000);
}

static void
set_json (const AtlasField *self, AtlasTableBuilder *builder, JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  json_node_take_array (node, array);
  text = atlas_json_to_text (node);
  atlas_table_builder_set_text (builder, self->column, text, -1);
}

static void
take_integers (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  JsonArray *array = json_array_new ();
  int n = 0;
  const GIntBig *values = OGR_F_GetFieldAsInteger64List (feature, self->index, &n);

  for (int i = 0; i < n; i++)
    json_array_add_int_element (array, values[i]);
  set_json (self, builder, array);
}

static void
take_narrow_integers (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  JsonArray *array = json_array_new ();
  int n = 0;
  const int *values = OGR_F_GetFieldAsIntegerList (feature, self->index, &n);

  for (int i = 0; i < n; i++)
    json_array_add_int_element (array, values[i]);
  set_json (self, builder, array);
}

static void
take_reals (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  JsonArray *array = json_array_new ();
  int n = 0;
  const double *values = OGR_F_GetFieldAsDoubleList (feature, self->index, &n);

  for (int i = 0; i < n; i++) {
    if (isfinite (values[i]))
      json_array_add_double_element (array, values[i]);
    else
      json_array_add_null_element (array);
  }
  set_json (self, builder, array);
}

static void
take_texts (const AtlasField *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  JsonArray *array = json_array_new ();
  char **values = OGR_F_GetFieldAsStringList (feature, self->index);

  for (gsize i = 0; values && values[i]; i++) {
    g_autofree char *valid = g_utf8_make_valid (values[i], -1);

    json_array_add_string_element (array, valid);
  }
  set_json (self, builder, array);
}

/* Which column each type of field becomes. Binary data has no place in a table. */
static const struct {
  OGRFieldType field;
  AtlasColumnType column;
  Take take;
} kinds[] = {
  { OFTInteger, ATLAS_COLUMN_INTEGER, take_integer },
  { OFTInteger64, ATLAS_COLUMN_INTEGER, take_integer },
  { OFTReal, ATLAS_COLUMN_REAL, take_real },
  { OFTString, ATLAS_COLUMN_TEXT, take_text },
  { OFTDate, ATLAS_COLUMN_DATE, take_date },
  { OFTTime, ATLAS_COLUMN_TEXT, take_text },
  { OFTDateTime, ATLAS_COLUMN_INSTANT, take_instant },
  { OFTIntegerList, ATLAS_COLUMN_TEXT, take_narrow_integers },
  { OFTInteger64List, ATLAS_COLUMN_TEXT, take_integers },
  { OFTRealList, ATLAS_COLUMN_TEXT, take_reals },
  { OFTStringList, ATLAS_COLUMN_TEXT, take_texts },
};

static gboolean
find_kind (OGRFieldDefnH definition, AtlasColumnType *type, Take *take)
{
  OGRFieldType field = OGR_Fld_GetType (definition);

  if (field == OFTInteger && OGR_Fld_GetSubType (definition) == OFSTBoolean) {
    *type = ATLAS_COLUMN_BOOLEAN;
    *take = take_boolean;
    return TRUE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].field != field)
      continue;
    *type = kinds[i].column;
    *take = kinds[i].take;
    return TRUE;
  }
  return FALSE;
}

/**
 * atlas_field_get_type:
 * @type: (out): of the column that the field becomes
 *
 * Returns: whether it becomes one
 */
gboolean
atlas_field_get_type (OGRFieldDefnH field, AtlasColumnType *type)
{
  Take take;

  return find_kind (field, type, &take);
}

/**
 * atlas_field_plan_new:
 * @layer: definition of a layer
 * @builder: a table without columns, which gets them
 *
 * Returns: (transfer full) (element-type AtlasField): how each field gets into its column
 */
GArray *
atlas_field_plan_new (OGRFeatureDefnH layer, AtlasTableBuilder *builder, AtlasTally *tally)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (AtlasField));

  for (int i = 0; i < OGR_FD_GetFieldCount (layer); i++) {
    OGRFieldDefnH definition = OGR_FD_GetFieldDefn (layer, i);
    g_autofree char *name = atlas_foreign_text_clean (OGR_Fld_GetNameRef (definition));
    AtlasField field = { .index = i };

    if (!find_kind (definition, &field.type, &field.take)) {
      tally->n_skipped_fields++;
      continue;
    }
    field.column = atlas_table_builder_add_column (builder, name, field.type, NULL);
    g_array_append_val (self, field);
  }
  return self;
}

/**
 * atlas_field_plan_take:
 *
 * Carries all values of @feature into the last row; what is not set or null stays missing.
 */
void
atlas_field_plan_take (const GArray *self, OGRFeatureH feature, AtlasTableBuilder *builder, AtlasTally *tally)
{
  for (guint i = 0; i < self->len; i++) {
    const AtlasField *field = &g_array_index (self, AtlasField, i);

    if (OGR_F_IsFieldSetAndNotNull (feature, field->index))
      field->take (field, feature, builder, tally);
  }
}

/**
 * atlas_field_plan_is_plain:
 *
 * Returns: whether all fields are numbers and texts, which an Arrow stream carries without loss
 */
gboolean
atlas_field_plan_is_plain (const GArray *self)
{
  for (guint i = 0; i < self->len; i++) {
    const AtlasField *field = &g_array_index (self, AtlasField, i);

    if (field->take != take_integer && field->take != take_real && field->take != take_text)
      return FALSE;
  }
  return TRUE;
}
