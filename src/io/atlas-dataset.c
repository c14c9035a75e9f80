// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset.h"

#include "atlas-dbf-encoding.h"
#include "atlas-drivers.h"
#include "atlas-foreign-text.h"
#include "atlas-geojson-repair.h"
#include "atlas-gml-schema.h"
#include "atlas-json-wide.h"
#include "atlas-memory-copy.h"
#include "atlas-network-gate.h"
#include "atlas-shapefile-repair.h"
#include "atlas-source-gate.h"
#include "atlas-sqlite-schema.h"
#include "atlas-sqlite-snapshot.h"
#include "atlas-workbook-size.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* While a foreign database is opened: nothing in it may act, and nothing of it may be changed. */
#define READER_PRAGMAS "trusted_schema=OFF,cell_size_check=ON,mmap_size=0,query_only=ON"

static AtlasDataset *
dataset_new (const char *name)
{
  AtlasDataset *self = g_new0 (AtlasDataset, 1);

  self->name = g_strdup (name);
  self->mended = atlas_memory_copy_begin ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  atlas_gdal_log_begin (&self->log);
  return self;
}

static gboolean
refuse (AtlasDataset *self, GError **error, AtlasError code, const char *sentence)
{
  g_autofree char *message = atlas_foreign_text_insert (sentence, self->name);

  atlas_gdal_log_set_error (&self->log, error, code, message);
  return FALSE;
}

static char **
make_file_options (const AtlasFormat *format, const char *path, const char *tile_table)
{
  char **options = tile_table ? CSLSetNameValue (NULL, "TABLE", tile_table) : NULL;

  if (g_str_equal (format->driver, "GML")) {
    options = CSLSetNameValue (options, "WRITE_GFS", "NO");
    options = CSLSetNameValue (options, "DOWNLOAD_SCHEMA", "NO");
    if (!atlas_gml_schema_is_safe (path))
      options = CSLSetNameValue (options, "XSD", "/dev/null");
  } else if (g_str_equal (format->driver, "ESRI Shapefile")) {
    g_autofree char *encoding = atlas_dbf_encoding_guess (path);

    options = CSLSetNameValue (options, "ENCODING", encoding);
  } else if (format->database && atlas_sqlite_snapshot_is_still (path)) {
    options = CSLSetNameValue (options, "IMMUTABLE", "YES");
  }
  return options;
}

/* A sequence is known by its whole content; GDAL looks at its beginning only, unless it is told. */
static char *
make_file_name (const AtlasFormat *format, const char *path)
{
  return g_strconcat (g_str_equal (format->driver, "GeoJSONSeq") ? "GeoJSONSeq:" : "", path, NULL);
}

/* SQLite speaks of pages and logs, which help nobody who is handed a file. */
static gboolean
refuse_database (AtlasDataset *self, GError **error)
{
  gboolean locked = strstr (self->log.first, "database is locked") != NULL;

  atlas_gdal_log_clear (&self->log);
  if (locked)
    return refuse (self, error, ATLAS_ERROR_CONFLICT, _ ("“%s” is being changed by another program; open it later."));
  return refuse (self, error, ATLAS_ERROR_UNREADABLE, _ ("“%s” is damaged and cannot be shown; get a whole copy."));
}

static gboolean
refuse_shapefile (AtlasDataset *self, GError **error)
{
  atlas_gdal_log_clear (&self->log);
  return refuse (self, error, ATLAS_ERROR_UNREADABLE,
                 _ ("“%s” is damaged, or a file that belongs to it is missing; get .shp, .shx and .dbf together."));
}

/* A driver that knew the file, but failed, says why; one that did not know it says nothing. */
static gboolean
refuse_unopened (AtlasDataset *self, GError **error)
{
  if (g_str_equal (self->format->driver, "ESRI Shapefile"))
    return refuse_shapefile (self, error);
  if (self->format->database && self->log.first)
    return refuse_database (self, error);
  if (self->log.first)
    return refuse (self, error, ATLAS_ERROR_UNREADABLE, _ ("“%s” is damaged and cannot be shown; get a whole copy."));
  return refuse (self, error, ATLAS_ERROR_UNSUPPORTED,
                 _ ("“%s” holds nothing that can be put on a map; open another file."));
}

static char *
describe_break (const AtlasDataset *self, guint n_whole)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "“%s” breaks off: shown is its first %u feature; get a whole copy.",
                                       "“%s” breaks off: shown are its first %u features; get a whole copy.", n_whole),
                          self->name, n_whole);
}

/* GDAL reads GeoJSON whole or not at all. */
static char *
repair_geojson (AtlasDataset *self, const char *path)
{
  guint n_whole = 0;
  char *copy = atlas_geojson_repair (path, self->mended, &n_whole);

  if (n_whole > 0)
    g_ptr_array_add (self->notes, describe_break (self, n_whole));
  return copy;
}

/* The index of a shapefile is often forgotten when one is mailed; its shapes say all that is in it. */
static char *
repair_shapefile (AtlasDataset *self, const char *path)
{
  guint n_found = 0;
  char *copy = atlas_shapefile_repair (path, self->mended, &n_found);

  if (copy)
    g_ptr_array_add (
        self->notes,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE,
                         "The index of “%s” (.shx) is missing or damaged; %u shape was found without it.",
                         "The index of “%s” (.shx) is missing or damaged; %u shapes were found without it.", n_found),
            self->name, n_found));
  return copy;
}

static gboolean
is_shp (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".shp");
}

static gboolean
open_repaired (AtlasDataset *self, const char *path, char **options)
{
  const char *drivers[] = { self->format->driver, NULL };
  g_autofree char *copy = NULL;

  if (g_str_equal (self->format->driver, "GeoJSON"))
    copy = repair_geojson (self, path);
  else if (is_shp (path))
    copy = repair_shapefile (self, path);
  if (!copy)
    return FALSE;
  self->handle = GDALOpenEx (copy, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, (const char *const *) options, NULL);
  if (self->handle)
    atlas_gdal_log_clear (&self->log);
  return self->handle != NULL;
}

static void
note_wide_numbers (AtlasDataset *self)
{
  g_ptr_array_add (self->notes,
                   atlas_foreign_text_insert (_ ("“%s” holds whole numbers of more digits than can be reckoned with; "
                                                 "they are kept as texts."),
                                              self->name));
}

/* Where GDAL would read something else than what is written, it is given a copy that says the same in other words. */
static char *
mend_beforehand (AtlasDataset *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GMappedFile) file = NULL;
  g_autofree char *text = NULL;
  gsize n = 0;

  if (!strstr (self->format->driver, "JSON"))
    return NULL;
  file = g_mapped_file_new (path, FALSE, NULL);
  if (file && g_mapped_file_get_length (file) > 0)
    text = atlas_json_wide_quote (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), &n);
  if (!text)
    return NULL;
  note_wide_numbers (self);
  return atlas_memory_copy_add (self->mended, base, text, n);
}

static gboolean
open_file (AtlasDataset *self, const char *path, const char *tile_table, guint flags, GError **error)
{
  const char *drivers[] = { self->format->driver, NULL };
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *mended = mend_beforehand (self, path);
  g_autofree char *name = make_file_name (self->format, mended ? mended : path);
  const char *siblings[] = { base, NULL };
  char **options = make_file_options (self->format, path, tile_table);
  guint kinds = flags & self->format->kinds;
  gboolean fine;

  CPLSetThreadLocalConfigOption ("OGR_SQLITE_PRAGMA", READER_PRAGMAS);
  self->handle = GDALOpenEx (name, (kinds ? kinds : self->format->kinds) | GDAL_OF_READONLY, drivers,
                             (const char *const *) options, self->format->kinds == GDAL_OF_RASTER ? siblings : NULL);
  CPLSetThreadLocalConfigOption ("OGR_SQLITE_PRAGMA", NULL);
  fine = self->handle || open_repaired (self, path, options);
  CSLDestroy (options);
  return fine || refuse_unopened (self, error);
}

static gboolean
open_path (AtlasDataset *self,
           const char *path,
           const char *tile_table,
           guint flags,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *copy = NULL;

  if (!atlas_source_gate_check (path, error))
    return FALSE;
  self->format = atlas_format_recognise (path, error);
  if (!self->format)
    return FALSE;
  if (self->format->database && !atlas_sqlite_snapshot_make (path, &self->snapshot, &copy, error))
    return FALSE;
  if (self->format->database && !atlas_sqlite_schema_check (copy ? copy : path, self->name, error))
    return FALSE;
  if (!atlas_workbook_size_check (self->format, path, error))
    return FALSE;
  if (self->format->database)
    self->guard = atlas_sqlite_guard_begin (copy ? copy : path, cancellable);
  return open_file (self, copy ? copy : path, tile_table, flags, error);
}

static gboolean
open_connection (AtlasDataset *self, const char *text, guint flags, GError **error)
{
  static const char *const drivers[] = { "PostgreSQL", "WFS", "OAPIF", "WMS", "WMTS", NULL };

  atlas_drivers_register_for_connections ();
  atlas_network_gate_allow (TRUE);
  self->handle = GDALOpenEx (text, flags | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, NULL, NULL);
  if (!self->handle)
    return refuse (self, error, ATLAS_ERROR_NOT_FOUND, _ ("“%s” does not answer; check the address and the network."));
  return TRUE;
}

static char *
describe_connection (const char *text)
{
  const char *colon = strchr (text, ':');

  return g_strndup (text, (gsize) (colon - text));
}

static AtlasDataset *
open_source (const AtlasSource *source, const char *tile_table, guint flags, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = source->connection ? describe_connection (source->path)
                                             : atlas_foreign_text_display_name (source->path);
  g_autoptr (AtlasDataset) self = dataset_new (name);
  gboolean fine = source->connection ? open_connection (self, source->path, flags, error)
                                     : open_path (self, source->path, tile_table, flags, cancellable, error);

  if (!fine && error && g_cancellable_is_cancelled (cancellable)) {
    g_clear_error (error);
    g_cancellable_set_error_if_cancelled (cancellable, error);
  }
  return fine ? g_steal_pointer (&self) : NULL;
}

/**
 * atlas_dataset_open:
 * @source: where
 * @flags: `GDAL_OF_VECTOR`, `GDAL_OF_RASTER` or both; of these, what such a file can hold
 * @cancellable: (nullable): to stop what a database is asked to do while the dataset is open
 *
 * Opens a file with the one driver that its content asks for, read-only, with every way out of it shut; or a
 * connection that the user added. From now on until it is closed GDAL's messages on this thread are collected here.
 *
 * Returns: (transfer full): the dataset, or %NULL with `ATLAS_ERROR_NOT_FOUND`, `_UNREADABLE`, `_UNSUPPORTED` or
 *   `_TOO_LARGE`
 */
AtlasDataset *
atlas_dataset_open (const AtlasSource *source, guint flags, GCancellable *cancellable, GError **error)
{
  return open_source (source, NULL, flags, cancellable, error);
}

/**
 * atlas_dataset_open_tiles:
 * @table: one of several tables of tiles in a GeoPackage
 *
 * Returns: (transfer full): the raster in it, as [func@dataset_open] does
 */
AtlasDataset *
atlas_dataset_open_tiles (const AtlasSource *source, const char *table, GCancellable *cancellable, GError **error)
{
  return open_source (source, table, GDAL_OF_RASTER, cancellable, error);
}

/**
 * atlas_dataset_close:
 * @self: (transfer full): a dataset; nothing of it may be used any more
 */
void
atlas_dataset_close (AtlasDataset *self)
{
  if (self->handle)
    GDALClose (self->handle);
  atlas_network_gate_allow (FALSE);
  atlas_gdal_log_end (&self->log);
  if (self->guard)
    atlas_sqlite_guard_end (self->guard);
  if (self->snapshot)
    atlas_sqlite_snapshot_remove (self->snapshot);
  atlas_memory_copy_remove (self->mended);
  g_free (self->mended);
  g_free (self->snapshot);
  g_free (self->name);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * atlas_dataset_list_tile_tables:
 *
 * Returns: (transfer full): the tables of tiles of a GeoPackage that has several; empty for anything else
 */
char **
atlas_dataset_list_tile_tables (AtlasDataset *self)
{
  char **metadata = GDALGetMetadata (self->handle, "SUBDATASETS");
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();

  for (guint i = 1; metadata && self->format; i++) {
    g_autofree char *key = g_strdup_printf ("SUBDATASET_%u_NAME", i);
    const char *name = CSLFetchNameValue (metadata, key);

    if (!name)
      break;
    g_strv_builder_add (tables, strrchr (name, ':') + 1);
  }
  return g_strv_builder_end (tables);
}

static char *
list_layers (AtlasDataset *self)
{
  GString *names = g_string_new (NULL);
  g_auto (GStrv) tables = atlas_dataset_list_tile_tables (self);

  for (int i = 0; i < GDALDatasetGetLayerCount (self->handle); i++) {
    g_autofree char *name = atlas_foreign_text_clean (OGR_L_GetName (GDALDatasetGetLayer (self->handle, i)));

    g_string_append_printf (names, "%s“%s”", i ? ", " : "", name);
  }
  for (guint i = 0; tables[i]; i++)
    g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", tables[i]);
  return g_string_free (names, FALSE);
}

static gboolean
is_drawable (OGRLayerH layer)
{
  return OGR_L_GetGeomType (layer) != wkbNone && OGR_L_GetFeatureCount (layer, TRUE) > 0;
}

/* The first layer that has something to draw; else the longest table. */
static OGRLayerH
main_layer (AtlasDataset *self)
{
  OGRLayerH longest = GDALDatasetGetLayer (self->handle, 0);

  for (int i = 0; i < GDALDatasetGetLayerCount (self->handle); i++) {
    OGRLayerH layer = GDALDatasetGetLayer (self->handle, i);

    if (is_drawable (layer))
      return layer;
    if (OGR_L_GetFeatureCount (layer, TRUE) > OGR_L_GetFeatureCount (longest, TRUE))
      longest = layer;
  }
  return longest;
}

static OGRLayerH
choose_layer (AtlasDataset *self)
{
  int n = GDALDatasetGetLayerCount (self->handle);
  OGRLayerH layer = n < 2 ? GDALDatasetGetLayer (self->handle, 0) : main_layer (self);

  if (n > 1) {
    g_autofree char *name = atlas_foreign_text_clean (OGR_L_GetName (layer));

    g_ptr_array_add (self->notes, g_strdup_printf (_ ("“%s” has %d layers; this is “%s”."), self->name, n, name));
  }
  return layer;
}

/**
 * atlas_dataset_find_layer:
 * @name: (nullable): of a layer, or %NULL for the only one, or the first that has something to draw
 *
 * Returns: (transfer none): the layer, or %NULL with `ATLAS_ERROR_NOT_FOUND` and the names there are
 */
OGRLayerH
atlas_dataset_find_layer (AtlasDataset *self, const char *name, GError **error)
{
  g_autofree char *names = NULL;
  OGRLayerH layer = name ? GDALDatasetGetLayerByName (self->handle, name) : choose_layer (self);

  if (layer)
    return layer;
  names = list_layers (self);
  if (!name)
    refuse (self, error, ATLAS_ERROR_NOT_FOUND, _ ("“%s” holds no layer of features; open another file."));
  else
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, _ ("“%s” has no layer “%s”; it has %s."), self->name, name,
                 names);
  return NULL;
}
