// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-errand.h"
#include "atlas-field-titles.h"
#include "atlas-foreign-text.h"
#include "atlas-layer-credit.h"
#include "atlas-layer-crs.h"
#include "atlas-layer-title.h"
#include "atlas-places.h"
#include "atlas-projection.h"
#include "atlas-shapefile-count.h"
#include "atlas-source-gate.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* GDAL knows neither Polish numbers and code pages nor the lists of FME. */
static const struct {
  const char *driver;
  AtlasOwnReader read;
} own_readers[] = {
  { "CSV", _atlas_read_csv },
  { "FMEJSON", _atlas_read_fme_json },
};

#define MOST_POINTS_BYTES ((gsize) 1 << 35) /* where the 32-bit offsets of a table end */

/* Half of the memory of the machine: the rest of the program and the picture need some too. */
static gsize
largest_table (void)
{
  gsize memory = (gsize) sysconf (_SC_PHYS_PAGES) * (gsize) sysconf (_SC_PAGESIZE);

  return MIN (memory / 2, MOST_POINTS_BYTES);
}

gboolean
_atlas_reading_step (const AtlasReading *self, double fraction, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->options.cancellable, error))
    return FALSE;
  if (self->options.progress)
    self->options.progress (fraction, atlas_table_builder_get_n_features (self->builder), self->options.user_data);
  if (atlas_table_builder_get_size (self->builder) < largest_table ())
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE,
               _ ("“%s” holds more than this computer has room for; take a part of it."), self->dataset->name);
  return FALSE;
}

/* A database only notices what it cannot understand when it is asked for the first row. */
static gboolean
filter_is_understood (AtlasDataset *dataset, OGRLayerH layer)
{
  guint failures = dataset->log.n_failures;

  OGR_F_Destroy (OGR_L_GetNextFeature (layer));
  OGR_L_ResetReading (layer);
  return dataset->log.n_failures == failures;
}

/* A GeoPackage repeats its whole query in place of a reason; OGR's own reader of conditions, given the same fields,
 * says what is wrong. */
static void
find_reason (AtlasDataset *dataset, OGRLayerH layer, const char *where)
{
  GDALDatasetH memory = GDALCreate (GDALGetDriverByName ("Memory"), "", 0, 0, 0, GDT_Unknown, NULL);
  OGRLayerH twin = GDALDatasetCreateLayer (memory, OGR_L_GetName (layer), NULL, wkbNone, NULL);
  OGRFeatureDefnH fields = OGR_L_GetLayerDefn (layer);

  for (int i = 0; i < OGR_FD_GetFieldCount (fields); i++)
    OGR_L_CreateField (twin, OGR_FD_GetFieldDefn (fields, i), FALSE);
  atlas_gdal_log_clear (&dataset->log);
  OGR_L_SetAttributeFilter (twin, where);
  GDALClose (memory);
}

/**
 * _atlas_read_set_filter:
 * @where: (nullable): a condition in the language of OGR
 *
 * Returns: whether @layer understands it; if not, @error is `ATLAS_ERROR_BAD_DATA`
 */
gboolean
_atlas_read_set_filter (AtlasDataset *dataset, OGRLayerH layer, const char *where, GError **error)
{
  g_autofree char *sentence = NULL;

  if (!where || (OGR_L_SetAttributeFilter (layer, where) == OGRERR_NONE && filter_is_understood (dataset, layer)))
    return TRUE;
  if (dataset->format && g_strcmp0 (dataset->format->driver, "GPKG") == 0)
    find_reason (dataset, layer, where);
  sentence = g_strdup_printf (_ ("The condition “%s” cannot be applied to “%s”; write it as FIELD = 'value'."), where,
                              dataset->name);
  atlas_gdal_log_set_error (&dataset->log, error, ATLAS_ERROR_BAD_DATA, sentence);
  return FALSE;
}

/* What was stopped, by the user or by the guard, is no damage. */
static gboolean
was_stopped (const AtlasReading *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->options.cancellable, error))
    return TRUE;
  if (!self->dataset->guard || !atlas_sqlite_guard_is_exhausted (self->dataset->guard))
    return FALSE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE,
               _ ("“%s” works out its rows for ever; copy its tables into a new GeoPackage."), self->dataset->name);
  return TRUE;
}

/* A file that breaks off: all or nothing of it may be left. */
static gboolean
judge_failures (AtlasReading *self, GError **error)
{
  gsize n = atlas_table_builder_get_n_features (self->builder);
  gint64 claimed = OGR_L_GetFeatureCount (self->layer, FALSE);
  gsize all = claimed > (gint64) n && claimed < G_MAXINT ? (gsize) claimed : n;
  gsize whole = n - MIN (n, self->tally.n_broken);
  g_autofree char *sentence = NULL;

  if (self->dataset->log.n_failures == 0 && self->tally.n_broken == 0 && (n > 0 || claimed <= 0))
    return TRUE;
  if (n == 0) {
    sentence = g_strdup_printf (_ ("“%s” is damaged and nothing of it can be shown; get a whole copy."),
                                self->dataset->name);
    atlas_gdal_log_set_error (&self->dataset->log, error, ATLAS_ERROR_UNREADABLE, sentence);
    return FALSE;
  }
  sentence = g_strdup_printf (_ ("“%s” is damaged: shown %zu of %zu features; get a whole copy."), self->dataset->name,
                              whole, all);
  atlas_table_builder_take_note (self->builder, atlas_gdal_log_explain (&self->dataset->log, sentence));
  return TRUE;
}

static gboolean
read_layer (AtlasReading *self, const AtlasSource *source, GError **error)
{
  g_autoptr (AtlasCrs) crs = atlas_layer_crs_describe (OGR_L_GetSpatialRef (self->layer));
  g_autofree char *credit = atlas_layer_credit_find (self->layer);
  g_autofree char *title = atlas_layer_title_find (self->dataset, OGR_L_GetName (self->layer));
  gboolean done;

  atlas_sqlite_guard_feed ();
  if (!_atlas_read_set_filter (self->dataset, self->layer, source->where, error))
    return FALSE;
  atlas_table_builder_set_crs (self->builder, crs);
  atlas_table_builder_set_layer_title (self->builder, title);
  atlas_table_builder_set_credit (self->builder, credit);
  self->plan = atlas_field_plan_new (OGR_L_GetLayerDefn (self->layer), self->builder, &self->tally);
  atlas_field_titles_apply (self->dataset, self->plan, OGR_L_GetLayerDefn (self->layer), self->builder);
  if (!_atlas_read_shapes (self, source, &done, error))
    done = _atlas_read_arrow_serves (self) ? _atlas_read_arrow (self, error) : _atlas_read_features (self, error);
  if (!done || was_stopped (self, error) || !judge_failures (self, error))
    return FALSE;
  atlas_tally_take_notes (&self->tally, self->builder);
  return TRUE;
}

static AtlasTable *
finish (AtlasReading *self, const AtlasSource *source)
{
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) placed = NULL;
  g_autofree char *count_note = source->connection ? NULL : atlas_shapefile_count_note (source->path);

  for (guint i = 0; i < self->dataset->notes->len; i++)
    atlas_table_builder_take_note (self->builder, g_strdup (g_ptr_array_index (self->dataset->notes, i)));
  if (count_note)
    atlas_table_builder_take_note (self->builder, g_steal_pointer (&count_note));
  table = atlas_table_builder_end (g_steal_pointer (&self->builder));
  placed = atlas_places_apply (table);
  return atlas_layer_crs_settle (placed, source->crs_override);
}

/**
 * _atlas_read_layer:
 * @dataset: an open file or connection
 * @layer: one of its layers
 *
 * Returns: (transfer full): the layer as a table, or %NULL with @error set
 */
AtlasTable *
_atlas_read_layer (AtlasDataset *dataset,
                   OGRLayerH layer,
                   const AtlasSource *source,
                   const AtlasReadOptions *options,
                   GError **error)
{
  g_autofree char *name = atlas_foreign_text_clean (OGR_L_GetName (layer));
  AtlasReading reading = { .dataset = dataset, .layer = layer, .options = *options };
  AtlasTable *table = NULL;

  if (_atlas_read_sheet_serves (dataset))
    return _atlas_read_sheet (dataset, layer, source, options, error);
  reading.builder = atlas_table_builder_new (name);
  reading.scratch = g_byte_array_new ();
  if (read_layer (&reading, source, error))
    table = finish (&reading, source);
  g_clear_pointer (&reading.builder, atlas_table_builder_free);
  g_clear_pointer (&reading.plan, g_array_unref);
  g_byte_array_unref (reading.scratch);
  return table;
}

/**
 * _atlas_read_own:
 * @source: where from
 *
 * Returns: the reader of a file whose format the program reads without GDAL, or %NULL
 */
AtlasOwnReader
_atlas_read_own (const AtlasSource *source)
{
  const AtlasFormat *format;

  if (source->connection || !atlas_source_gate_check (source->path, NULL))
    return NULL;
  format = atlas_format_recognise (source->path, NULL);
  for (gsize i = 0; format && i < G_N_ELEMENTS (own_readers); i++)
    if (g_str_equal (own_readers[i].driver, format->driver))
      return own_readers[i].read;
  return NULL;
}

static gpointer
read_as_it_stands (const AtlasSource *self, gconstpointer wish, const AtlasReadOptions *options, GError **error)
{
  AtlasOwnReader read_own = _atlas_read_own (self);
  g_autoptr (AtlasDataset) dataset = NULL;
  OGRLayerH layer;

  if (read_own)
    return read_own (self, options, error);
  dataset = atlas_dataset_open (self, GDAL_OF_VECTOR, options->cancellable, error);
  layer = dataset ? atlas_dataset_find_layer (dataset, self->layer, error) : NULL;
  return layer ? _atlas_read_layer (dataset, layer, self, options, error) : NULL;
}

/**
 * atlas_source_read:
 * @self: where from
 * @progress: (nullable) (scope call): told how far it is, on this thread or, from a server, on another
 * @cancellable: (nullable): to stop it
 *
 * Reads one layer whole into a table, in its own coordinate system. What had to be repaired, left out or guessed is in
 * the table's notes. Neither the file nor its folder is changed, and no other file and no server is asked. To be called
 * off the main thread. Cancelled, it returns at once even if a server is silent.
 *
 * Returns: (transfer full): the table, or %NULL with an error of `ATLAS_ERROR` or `G_IO_ERROR_CANCELLED`
 */
AtlasTable *
atlas_source_read (const AtlasSource *self,
                   AtlasProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  const AtlasReadOptions options = { progress, user_data, cancellable };
  const AtlasErrand errand = { .run = read_as_it_stands, .free_result = (GDestroyNotify) atlas_table_unref };
  g_autoptr (AtlasTable) table = atlas_errand_run (&errand, self, &options, error);

  if (!table || !self->swap_axes)
    return g_steal_pointer (&table);
  return atlas_table_swap_axes (table);
}
