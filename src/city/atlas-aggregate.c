// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-aggregate.h"

#include "atlas-error.h"
#include "atlas-share-placer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define POLL_EVERY 256 /* features between two looks at the cancellable */

typedef struct {
  const char *name;
  AtlasAggregateStat stat;
  gboolean needs_field;
} StatName;

static const StatName stat_names[] = {
  { "count", ATLAS_AGGREGATE_COUNT, FALSE }, { "sum", ATLAS_AGGREGATE_SUM, TRUE },
  { "mean", ATLAS_AGGREGATE_MEAN, TRUE },    { "min", ATLAS_AGGREGATE_MIN, TRUE },
  { "max", ATLAS_AGGREGATE_MAX, TRUE },      { "length", ATLAS_AGGREGATE_LENGTH, FALSE },
  { "area", ATLAS_AGGREGATE_AREA, FALSE },
};

static const StatName *
find_stat_name (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (stat_names); i++)
    if (strlen (stat_names[i].name) == length && strncmp (name, stat_names[i].name, length) == 0)
      return &stat_names[i];
  return NULL;
}

/**
 * atlas_aggregate_parse:
 * @text: as in the command line: `count`, `sum:FIELD`, `mean:FIELD`, `min:FIELD`, `max:FIELD`,
 *   `length` or `area`
 * @stat: (out): what is asked for
 * @field: (out) (transfer full) (nullable): of which field
 *
 * Returns: whether @text is one of these; else %ATLAS_ERROR_UNSUPPORTED
 */
gboolean
atlas_aggregate_parse (const char *text, AtlasAggregateStat *stat, char **field, GError **error)
{
  gsize length = strcspn (text, ":");
  const char *rest = text[length] ? text + length + 1 : NULL;
  const StatName *found = find_stat_name (text, length);

  if (!found || found->needs_field != (rest && *rest) || (rest && !found->needs_field)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
                 _ ("“%s” is no statistic; choose count, sum:FIELD, mean:FIELD, min:FIELD, max:FIELD, length or area"),
                 text);
    return FALSE;
  }
  *stat = found->stat;
  *field = g_strdup (rest);
  return TRUE;
}

static gboolean
stat_needs_field (AtlasAggregateStat stat)
{
  return stat == ATLAS_AGGREGATE_SUM || stat == ATLAS_AGGREGATE_MEAN || stat == ATLAS_AGGREGATE_MIN ||
         stat == ATLAS_AGGREGATE_MAX;
}

static gboolean
has_dimension (AtlasTable *table, int dimension)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);

  for (gsize i = 0; i < geometry->n_parts; i++)
    if (geometry->kinds[i] == dimension)
      return TRUE;
  return FALSE;
}

static gboolean
check_systems (AtlasTable *features, AtlasTable *districts, GError **error)
{
  AtlasCrs *crs = atlas_table_get_crs (features);

  if (!atlas_crs_equal (crs, atlas_table_get_crs (districts))) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("“%s” and “%s” are in different coordinate systems; bring both into one"),
                 atlas_table_get_name (features), atlas_table_get_name (districts));
    return FALSE;
  }
  if (crs && atlas_crs_get_kind (crs) == ATLAS_CRS_GEOGRAPHIC) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("“%s” is in degrees, which measure neither length nor area; bring it into a projected system"),
                 atlas_table_get_name (features));
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_shapes (AtlasTable *features, AtlasTable *districts, AtlasAggregateStat stat, GError **error)
{
  if (!has_dimension (districts, ATLAS_PART_POLYGON)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("“%s” has no areas to sum up by; choose a layer of districts"), atlas_table_get_name (districts));
    return FALSE;
  }
  if (stat == ATLAS_AGGREGATE_LENGTH && !has_dimension (features, ATLAS_PART_LINE)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, _ ("“%s” has no lines, so no length; count it instead"),
                 atlas_table_get_name (features));
    return FALSE;
  }
  if (stat == ATLAS_AGGREGATE_AREA && !has_dimension (features, ATLAS_PART_POLYGON)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, _ ("“%s” has no areas to measure; count it instead"),
                 atlas_table_get_name (features));
    return FALSE;
  }
  return TRUE;
}

static gboolean
find_field (AtlasTable *features, const char *field, const AtlasColumn **column, GError **error)
{
  *column = atlas_table_require_column (features, field, error);
  if (!*column)
    return FALSE;
  if (atlas_column_is_number (*column))
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD,
               _ ("The field “%s” of “%s” holds no numbers; choose one that does"), field,
               atlas_table_get_name (features));
  return FALSE;
}

static gboolean
place_all (const AtlasGeometry *features,
           const AtlasGeometry *districts,
           AtlasShareTally *tally,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (AtlasPointPlacer) points = { 0 };
  g_autoptr (AtlasSharePlacer) shares = NULL;

  atlas_point_placer_init (&points, districts);
  for (gsize i = 0; i < features->n_features; i++) {
    if (i % POLL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (atlas_geometry_dimension (features, i) < 1) {
      atlas_point_placer_place (&points, features, i, tally);
      continue;
    }
    if (!shares)
      shares = atlas_share_placer_new (&points);
    if (!atlas_share_placer_place (shares, features, i, tally, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * atlas_aggregate_new:
 * @features: points, lines or areas to sum up
 * @districts: areas, in the same projected system
 * @stat: what to tell of each district
 * @field: (nullable): of which field, where @stat needs one
 *
 * Sums features up by district. Points count where they lie, several points of one feature share it;
 * lines are split by length, areas by area. What lies in no district is told as well, so totals are
 * conserved. A feature without a value in @field is counted as missing and takes no part in the value.
 *
 * Returns: (transfer full) (nullable): a row for each district; else %ATLAS_ERROR_BAD_DATA,
 *   %ATLAS_ERROR_NO_FIELD or %G_IO_ERROR_CANCELLED
 */
AtlasAggregate *
atlas_aggregate_new (AtlasTable *features,
                     AtlasTable *districts,
                     AtlasAggregateStat stat,
                     const char *field,
                     GCancellable *cancellable,
                     GError **error)
{
  const AtlasColumn *column = NULL;
  g_autoptr (AtlasShareTally) tally = NULL;

  if (!check_systems (features, districts, error) || !check_shapes (features, districts, stat, error))
    return NULL;
  if (stat_needs_field (stat) && !find_field (features, field, &column, error))
    return NULL;
  tally = atlas_share_tally_new (stat, column, atlas_table_get_n_features (districts));
  if (!place_all (atlas_table_get_geometry (features), atlas_table_get_geometry (districts), tally, cancellable, error))
    return NULL;
  return atlas_share_tally_end (tally);
}

/**
 * atlas_aggregate_free:
 * @self: (transfer full): a result no longer needed
 */
void
atlas_aggregate_free (AtlasAggregate *self)
{
  g_free (self->rows);
  g_free (self);
}
