// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-values.h"

#include "atlas-error.h"
#include "atlas-large-pages.h"
#include "atlas-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SQUARE_METRES_IN_KM2 1e6
#define LARGEST_WHOLE        1e15 /* a whole number beyond it is not exact, and not a count */

typedef struct {
  AtlasValues values; /* first, so that one can be cast to the other; its arrays are owned */
  gatomicrefcount refs;
} OwnedValues;

/* Values in the making. */
typedef struct {
  double *values;  /* owned */
  guint8 *missing; /* owned */
  gsize n;
} Draft;

static Draft
draft_new (gsize n)
{
  Draft draft = { g_new0 (double, MAX (n, 1)), g_new0 (guint8, MAX (n, 1)), n };

  atlas_large_pages_prefer (draft.values, n * sizeof *draft.values);
  return draft;
}

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->values, g_free);
  g_clear_pointer (&draft->missing, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/* What is no finite number is missing, whatever the source calls it. */
static void
draft_set (Draft *draft, gsize row, double value, AtlasMissing reason)
{
  draft->missing[row] = isfinite (value) ? ATLAS_PRESENT : reason == ATLAS_PRESENT ? ATLAS_NO_DATA : reason;
  draft->values[row] = isfinite (value) ? value : NAN;
}

static gboolean
is_whole (double value)
{
  return isnan (value) || (value == floor (value) && fabs (value) < LARGEST_WHOLE);
}

static gboolean
all_whole (const Draft *draft)
{
  for (gsize i = 0; i < draft->n; i++)
    if (!is_whole (draft->values[i]))
      return FALSE;
  return TRUE;
}

static AtlasValues *
draft_end (Draft *draft, gboolean countable, char *unit)
{
  OwnedValues *self = g_new0 (OwnedValues, 1);
  gsize n_missing = 0;

  for (gsize i = 0; i < draft->n; i++)
    n_missing += draft->missing[i] != ATLAS_PRESENT;
  g_atomic_ref_count_init (&self->refs);
  self->values.n = draft->n;
  self->values.n_missing = n_missing;
  self->values.integer = countable && n_missing < draft->n && all_whole (draft);
  self->values.unit = unit;
  self->values.values = g_steal_pointer (&draft->values);
  if (n_missing > 0)
    self->values.missing = g_steal_pointer (&draft->missing);
  return &self->values;
}

static gboolean
is_blank (const char *text)
{
  return strspn (text, " \t-") == strlen (text);
}

/* A blank, or a dash for nothing, is missing. */
static gboolean
read_texts (const AtlasColumn *column, Draft *draft, GError **error)
{
  for (gsize row = 0; row < column->n_rows; row++) {
    const char *text = atlas_column_get_text (column, row);
    double value = NAN;

    if (text && !is_blank (text) && !atlas_number_parse (text, &value)) {
      g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD,
                   _ ("The field “%s” holds text such as “%s”; choose a field of numbers"), column->name, text);
      return FALSE;
    }
    draft_set (draft, row, value, atlas_column_get_missing (column, row));
  }
  return TRUE;
}

static void
read_numbers (const AtlasColumn *column, Draft *draft)
{
  for (gsize row = 0; row < column->n_rows; row++)
    draft_set (draft, row, atlas_column_get_real (column, row), atlas_column_get_missing (column, row));
}

static gboolean
read_column (const AtlasColumn *column, Draft *draft, GError **error)
{
  if (column->type == ATLAS_COLUMN_TEXT)
    return read_texts (column, draft, error);
  if (column->type == ATLAS_COLUMN_DATE || column->type == ATLAS_COLUMN_INSTANT) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, _ ("The field “%s” holds dates; choose a field of numbers"),
                 column->name);
    return FALSE;
  }
  read_numbers (column, draft);
  return TRUE;
}

/**
 * atlas_values_new:
 * @table: the features
 * @field: a field of numbers, or of text that holds numbers only
 * @error: return location for %ATLAS_ERROR_NO_FIELD
 *
 * Returns: (transfer full): a value for each feature, or %NULL with @error set
 */
AtlasValues *
atlas_values_new (AtlasTable *table, const char *field, GError **error)
{
  const AtlasColumn *column = atlas_table_require_column (table, field, error);
  g_auto (Draft) draft = draft_new (atlas_table_get_n_features (table));

  if (!column || !read_column (column, &draft, error))
    return NULL;
  return draft_end (&draft, TRUE, g_strdup (column->unit));
}

/* NULL where the two cancel. */
static char *
divide_units (const char *above, const char *below)
{
  if (g_strcmp0 (above, below) == 0)
    return NULL;
  return g_strdup_printf ("%s/%s", above ? above : "1", below);
}

/* A rate of nothing is not infinite: the question makes no sense there. */
static void
divide (Draft *draft, gsize row, double divisor, AtlasMissing reason)
{
  if (draft->missing[row] != ATLAS_PRESENT)
    return;
  if (divisor == 0)
    draft_set (draft, row, NAN, ATLAS_NOT_APPLICABLE);
  else
    draft_set (draft, row, draft->values[row] / divisor, reason);
}

/**
 * atlas_values_new_per_field:
 * @table: the features
 * @field: a field of numbers
 * @per: the field to divide by; where it is zero the value is not applicable, where it is missing so is the value
 * @error: return location for %ATLAS_ERROR_NO_FIELD
 *
 * Returns: (transfer full): a rate for each feature, or %NULL with @error set
 */
AtlasValues *
atlas_values_new_per_field (AtlasTable *table, const char *field, const char *per, GError **error)
{
  const AtlasColumn *above = atlas_table_require_column (table, field, error);
  const AtlasColumn *below = above ? atlas_table_require_column (table, per, error) : NULL;
  g_auto (Draft) draft = draft_new (atlas_table_get_n_features (table));
  g_auto (Draft) divisors = draft_new (draft.n);

  if (!below || !read_column (above, &draft, error) || !read_column (below, &divisors, error))
    return NULL;
  for (gsize row = 0; row < draft.n; row++)
    divide (&draft, row, divisors.values[row], divisors.missing[row]);
  return draft_end (&draft, FALSE, divide_units (above->unit, below->unit ? below->unit : below->name));
}

/**
 * atlas_values_new_per_area:
 * @table: the features
 * @field: a field of numbers
 * @areas: one for each feature, in m² on the ground; a feature without area gets no value
 * @error: return location for %ATLAS_ERROR_NO_FIELD
 *
 * Returns: (transfer full): a density per km² for each feature, or %NULL with @error set
 */
AtlasValues *
atlas_values_new_per_area (AtlasTable *table, const char *field, const double *areas, GError **error)
{
  const AtlasColumn *column = atlas_table_require_column (table, field, error);
  g_auto (Draft) draft = draft_new (atlas_table_get_n_features (table));

  if (!column || !read_column (column, &draft, error))
    return NULL;
  for (gsize row = 0; row < draft.n; row++)
    divide (&draft, row, areas[row] / SQUARE_METRES_IN_KM2, ATLAS_NO_DATA);
  return draft_end (&draft, FALSE, divide_units (column->unit, "km²"));
}

/**
 * atlas_values_new_from_reals:
 * @values: (array length=n): what is not finite is missing
 * @unit: (nullable): of the values
 *
 * Returns: (transfer full): the values, copied
 */
AtlasValues *
atlas_values_new_from_reals (const double *values, gsize n, const char *unit)
{
  g_auto (Draft) draft = draft_new (n);

  for (gsize i = 0; i < n; i++)
    draft_set (&draft, i, values[i], ATLAS_NO_DATA);
  return draft_end (&draft, TRUE, g_strdup (unit));
}

AtlasValues *
atlas_values_ref (AtlasValues *self)
{
  g_atomic_ref_count_inc (&((OwnedValues *) self)->refs);
  return self;
}

/**
 * atlas_values_unref:
 * @self: (transfer full): values no longer needed
 */
void
atlas_values_unref (AtlasValues *self)
{
  if (!g_atomic_ref_count_dec (&((OwnedValues *) self)->refs))
    return;
  g_free ((gpointer) self->values);
  g_free ((gpointer) self->missing);
  g_free ((gpointer) self->unit);
  g_free (self);
}
