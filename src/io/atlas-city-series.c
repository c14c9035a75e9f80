// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-draft.h"

#include "atlas-city-figure.h"
#include "atlas-error.h"

#include <string.h>

#define START "start_utc"
#define END   "end_utc"
#define STAMP "stamp"

/**
 * StampRule:
 * @column: in which the time stands
 * @offset: its hours ahead of UTC, the same all year
 * @span: how many hours a value is about
 * @marks_end: whether the time is the end of those hours, or their start
 *
 * How a source writes time.
 */
typedef struct {
  char *column;
  double offset;
  double span;
  gboolean marks_end;
} StampRule;

static void
stamp_rule_clear (StampRule *self)
{
  g_free (self->column);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StampRule, stamp_rule_clear)

static gboolean
require_number (const AtlasCityDraft *draft, const char *series, const char *key, double *number, GError **error)
{
  g_autofree char *text = atlas_city_recipe_require (draft->recipe, "series", series, key, error);

  *number = text ? g_ascii_strtod (text, NULL) : 0;
  return text != NULL;
}

static gboolean
read_rule (const AtlasCityDraft *draft, const char *series, StampRule *rule, GError **error)
{
  g_autofree char *marks = atlas_city_recipe_require (draft->recipe, "series", series, "stamp_marks", error);

  if (!marks || !require_number (draft, series, "stamp_offset_hours", &rule->offset, error) ||
      !require_number (draft, series, "span_hours", &rule->span, error))
    return FALSE;
  rule->marks_end = g_str_equal (marks, "end");
  rule->column = atlas_city_recipe_require (draft->recipe, "series", series, "stamp", error);
  return rule->column != NULL;
}

/* The clock of the source, whatever zone a reader may have taken it for; seconds may be left out. */
static GDateTime *
parse_stamp (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = strlen (text) == strlen ("2015-01-01T01:00") ? g_strconcat (text, ":00", NULL)
                                                                        : g_strdup (text);

  return g_date_time_new_from_iso8601 (whole, utc);
}

static char *
format_instant (GDateTime *stamp, double hours)
{
  g_autoptr (GDateTime) instant = g_date_time_add_seconds (stamp, hours * 3600);

  return g_date_time_format (instant, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
add_spans (AtlasCitySheet *sheet, const StampRule *rule, GError **error)
{
  const AtlasCityColumn *stamps = atlas_city_sheet_require (sheet, rule->column, error);
  AtlasCityColumn *starts = atlas_city_sheet_add (sheet, START);
  AtlasCityColumn *ends = atlas_city_sheet_add (sheet, END);
  AtlasCityColumn *clocks = atlas_city_sheet_add (sheet, STAMP);
  double to_start = -rule->offset - (rule->marks_end ? rule->span : 0);

  for (gsize row = 0; stamps && row < sheet->n_rows; row++) {
    const char *text = g_ptr_array_index (stamps->cells, row);
    g_autoptr (GDateTime) stamp = text ? parse_stamp (text) : NULL;

    if (!stamp) {
      g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, "Row %zu of “%s” has “%s” where a time should be", row + 1,
                   sheet->name, text ? text : "");
      return FALSE;
    }
    atlas_city_column_take (starts, row, format_instant (stamp, to_start));
    atlas_city_column_take (clocks, row, g_date_time_format (stamp, "%Y-%m-%dT%H:%M"));
    atlas_city_column_take (ends, row, format_instant (stamp, to_start + rule->span));
  }
  return stamps != NULL;
}

static gboolean
append_series (const AtlasCityDraft *draft, const char *series, AtlasCitySheet *all, GError **error)
{
  g_auto (StampRule) rule = { 0 };
  g_autofree char *file = atlas_city_recipe_require (draft->recipe, "series", series, "file", error);
  g_autoptr (AtlasCitySheet) sheet = NULL;

  if (!file || !read_rule (draft, series, &rule, error))
    return FALSE;
  sheet = atlas_city_figure_read (draft->recipe, file, NULL, draft->crs, error);
  return sheet && add_spans (sheet, &rule, error) && atlas_city_sheet_append (all, sheet, error);
}

/**
 * atlas_city_series_read:
 *
 * The series that the layer names under `series`, one after another, with columns `start_utc`,
 * `end_utc` and `stamp` made from their times by the rule of each: `stamp`, `stamp_offset_hours`, `stamp_marks`
 * (`start` or `end`), `span_hours`.
 *
 * Returns: (transfer full) (nullable): all rows; else an error of the readers or %ATLAS_ERROR_BAD_DATA
 */
AtlasCitySheet *
atlas_city_series_read (const AtlasCityDraft *draft, GError **error)
{
  g_autoptr (AtlasCitySheet) all = atlas_city_sheet_new (draft->layer);
  g_auto (GStrv) series = atlas_city_recipe_dup_list (draft->recipe, "layer", draft->layer, "series");

  for (guint i = 0; series[i]; i++)
    if (!append_series (draft, series[i], all, error))
      return NULL;
  return g_steal_pointer (&all);
}
