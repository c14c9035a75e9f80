// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-aggregate.h"
#include "atlas-error.h"
#include "atlas-json-report.h"
#include "atlas-map-system.h"
#include "atlas-projection.h"
#include "atlas-text-table.h"
#include "atlas-verb.h"
#include "atlas-writer.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define WEB_MERCATOR 3857

static char *into;
static char *stat_text;
static char *output;

static void
add_figures (JsonBuilder *builder, const AtlasAggregateRow *row)
{
  atlas_json_add_real (builder, "n", row->n);
  atlas_json_add_real (builder, "value", row->value);
}

static void
add_object (JsonBuilder *builder, const char *name, const AtlasAggregateRow *row)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_figures (builder, row);
  json_builder_end_object (builder);
}

static void
print_json (const AtlasInvocation *invocation, const AtlasAggregate *aggregate, AtlasTable *districts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const gint64 *fids = atlas_table_get_geometry (districts)->fids;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < aggregate->n_rows; i++) {
    json_builder_begin_object (builder);
    atlas_json_add_integer (builder, "fid", fids[i]);
    add_figures (builder, &aggregate->rows[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  add_object (builder, "outside", &aggregate->outside);
  add_object (builder, "input", &aggregate->input);
  atlas_json_add_texts (builder, "notes", atlas_invocation_get_notes (invocation));
  json_builder_end_object (builder);
  atlas_json_print (builder);
}

/* As many decimals as one column of figures needs, and no more than two. */
static int
decimals_of (const AtlasAggregate *aggregate, gboolean of_n)
{
  g_autofree double *figures = g_new (double, aggregate->n_rows + 1);

  for (gsize i = 0; i < aggregate->n_rows; i++)
    figures[i] = of_n ? aggregate->rows[i].n : aggregate->rows[i].value;
  figures[aggregate->n_rows] = of_n ? aggregate->outside.n : aggregate->outside.value;
  return atlas_number_decimals (figures, aggregate->n_rows + 1, 2);
}

typedef struct {
  const AtlasInvocation *invocation;
  AtlasTextTable *table;
  int n_decimals;
  int value_decimals;
} Printer;

static void
print_row (const Printer *printer, char *name, const AtlasAggregateRow *row)
{
  atlas_text_table_take (printer->table, name);
  atlas_text_table_take (printer->table, atlas_invocation_format (printer->invocation, row->n, printer->n_decimals));
  atlas_text_table_take (printer->table,
                         atlas_invocation_format (printer->invocation, row->value, printer->value_decimals));
}

static void
print_text (const AtlasInvocation *invocation, const AtlasAggregate *aggregate, AtlasTable *districts)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("lrr");
  const AtlasColumn *names = atlas_table_guess_name_column (districts);
  const gint64 *fids = atlas_table_get_geometry (districts)->fids;
  Printer printer = { invocation, table, decimals_of (aggregate, TRUE), decimals_of (aggregate, FALSE) };

  atlas_text_table_add (table, _ ("District"));
  atlas_text_table_add (table, _ ("Features"));
  atlas_text_table_add (table, stat_text ? stat_text : "count");
  for (gsize i = 0; i < aggregate->n_rows; i++)
    print_row (&printer, names ? atlas_column_dup_cell (names, i) : g_strdup_printf ("%" G_GINT64_FORMAT, fids[i]),
               &aggregate->rows[i]);
  print_row (&printer, g_strdup (_ ("in no district")), &aggregate->outside);
  print_row (&printer, g_strdup (_ ("all")), &aggregate->input);
  atlas_text_table_print (table);
}

/* The city's own system for its districts; else theirs, if lengths in it are true; else one that suits their place. */
static AtlasCrs *
choose_system (const AtlasInvocation *invocation, AtlasTable *districts, GError **error)
{
  AtlasCrs *own = atlas_table_get_crs (districts);
  AtlasExtent extent = atlas_table_get_extent (districts);
  g_autoptr (AtlasCrs) lonlat = NULL;

  if (atlas_invocation_names_city (into))
    return atlas_map_system_of_city (invocation, error);
  if (atlas_crs_get_code (own) != WEB_MERCATOR)
    return atlas_map_system_local (own, extent, error);
  lonlat = atlas_crs_new_from_epsg (4326, error);
  return lonlat ? atlas_map_system_local (lonlat, atlas_crs_transform_extent (own, lonlat, extent, NULL), error) : NULL;
}

static gboolean
check_system (AtlasTable *table, GError **error)
{
  const char *name = atlas_table_get_name (table);

  if (atlas_table_get_crs (table))
    return TRUE;
  if (atlas_table_get_n_features (table) > 0 && atlas_extent_is_empty (atlas_table_get_extent (table)))
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("“%s” says of nothing where it lies; choose a layer with positions."), name);
  else
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_CRS,
                 _ ("“%s” does not say which coordinate system it is in; choose one."), name);
  return FALSE;
}

static gboolean
check_districts (AtlasTable *districts, GError **error)
{
  if (atlas_table_get_n_features (districts) > 0)
    return check_system (districts, error);
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
               _ ("“%s” is empty, so there is nothing to sum up by: choose a layer of districts."),
               atlas_table_get_name (districts));
  return FALSE;
}

static gboolean
project (AtlasTable **table, AtlasCrs *crs, GCancellable *cancellable, GError **error)
{
  AtlasTable *projected = atlas_table_reproject (*table, crs, cancellable, error);

  if (!projected)
    return FALSE;
  atlas_table_unref (*table);
  *table = projected;
  return TRUE;
}

static gboolean
bring_together (const AtlasInvocation *invocation, AtlasTable **features, AtlasTable **districts, GError **error)
{
  g_autoptr (AtlasCrs) crs = choose_system (invocation, *districts, error);

  return crs && project (features, crs, invocation->cancellable, error) &&
         project (districts, crs, invocation->cancellable, error);
}

/* The districts as they were, with two columns more. */
static gboolean
write_output (const AtlasAggregate *aggregate, AtlasTable *districts, GCancellable *cancellable, GError **error)
{
  g_autofree double *n = g_new (double, aggregate->n_rows + 1);
  g_autofree double *value = g_new (double, aggregate->n_rows + 1);
  g_autoptr (AtlasTable) counted = NULL;
  g_autoptr (AtlasTable) whole = NULL;

  for (gsize i = 0; i < aggregate->n_rows; i++) {
    n[i] = aggregate->rows[i].n;
    value[i] = aggregate->rows[i].value;
  }
  counted = atlas_table_with_reals (districts, "n", NULL, n);
  whole = atlas_table_with_reals (counted, "value", NULL, value);
  return atlas_table_write (whole, output, cancellable, error);
}

static AtlasTable *
read_districts (AtlasInvocation *invocation, GError **error)
{
  g_autofree char *where = NULL;
  AtlasTable *districts;

  if (!into) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Say by which areas to sum up: add “--into”."));
    return NULL;
  }
  where = g_steal_pointer (&invocation->where);
  districts = atlas_invocation_read (invocation, into, error);
  invocation->where = g_steal_pointer (&where);
  return districts;
}

/* What more than one district could claim is counted once. */
static void
remark_on_shared (AtlasInvocation *invocation, gsize n)
{
  g_autofree char *note = g_strdup_printf (
      ngettext ("%zu feature lies in several districts or on a common border; it is counted in the first of them.",
                "%zu features lie in several districts or on a common border; each is counted in the first of them.",
                n),
      n);

  if (n > 0)
    atlas_invocation_note (invocation, note);
}

static gboolean
parse_stat (AtlasAggregateStat *stat, char **field, GError **error)
{
  g_autoptr (GError) refusal = NULL;

  if (atlas_aggregate_parse (stat_text ? stat_text : "count", stat, field, &refusal))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, refusal->message);
  return FALSE;
}

static gboolean
run (AtlasInvocation *invocation, GError **error)
{
  AtlasAggregateStat stat;
  g_autofree char *field = NULL;
  g_autoptr (AtlasTable) districts = NULL;
  g_autoptr (AtlasTable) features = NULL;
  g_autoptr (AtlasAggregate) aggregate = NULL;

  invocation->output = output;
  if (!parse_stat (&stat, &field, error))
    return FALSE;
  districts = read_districts (invocation, error);
  features = districts ? atlas_invocation_read (invocation, invocation->words[0], error) : NULL;
  if (!features || !check_districts (districts, error) || !check_system (features, error) ||
      !bring_together (invocation, &features, &districts, error))
    return FALSE;
  aggregate = atlas_aggregate_new (features, districts, stat, field, invocation->cancellable, error);
  if (!aggregate || (output && !write_output (aggregate, districts, invocation->cancellable, error)))
    return FALSE;
  remark_on_shared (invocation, aggregate->n_shared);
  if (invocation->json)
    print_json (invocation, aggregate, districts);
  else
    print_text (invocation, aggregate, districts);
  return TRUE;
}

static const GOptionEntry options[] = {
  { "into", 0, 0, G_OPTION_ARG_STRING, &into, N_ ("The areas by which it is summed up"), N_ ("POLYGONS") },
  { "stat", 0, 0, G_OPTION_ARG_STRING, &stat_text,
    N_ ("count, sum:F, mean:F, min:F, max:F, length or area; “count” when not told"), N_ ("STAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("A file of the areas with the figures"), N_ ("OUT") },
  { NULL },
};

const AtlasVerb atlas_verb_aggregate = {
  .name = "aggregate",
  .arguments = N_ ("SOURCE"),
  .least = 1,
  .most = 1,
  .summary = N_ ("Sum points, lines or areas up by district"),
  .options = options,
  .run = run,
};
