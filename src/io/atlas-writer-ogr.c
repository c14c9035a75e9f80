// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-writer-private.h"

#include "atlas-error.h"
#include "atlas-gdal-errors.h"
#include "atlas-layer-credit.h"
#include "atlas-layer-writer.h"
#include "atlas-projection.h"

#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>

#define WGS84              4326
#define LONGEST_SHEET_NAME 31

/* The formats that OGR writes, and how. */
typedef struct {
  const char *driver;
  const char *const *options;
  gboolean spreadsheet;
  gboolean in_memory; /* the driver does not notice a full disk, so that its result is stored by us */
} Form;

static const char *const gpkg_options[] = { "SPATIAL_INDEX=YES", NULL };
static const char *const geojson_options[] = { "RFC7946=YES", "WRITE_NAME=NO", NULL };
static const char *const xlsx_options[] = { NULL };

static const Form gpkg = { "GPKG", gpkg_options, FALSE, FALSE };
static const Form geojson = { "GeoJSON", geojson_options, FALSE, TRUE };
static const Form xlsx = { "XLSX", xlsx_options, TRUE, TRUE };

/* A name of a column that the table does not use itself. */
static char *
make_free_name (AtlasTable *table, const char *name)
{
  char *free_name = g_strdup (name);

  while (atlas_table_find_column (table, free_name)) {
    char *longer = g_strconcat (free_name, "_", NULL);

    g_free (free_name);
    free_name = longer;
  }
  return free_name;
}

static char **
make_options (const Form *form, AtlasTable *table)
{
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();
  g_autofree char *fid = make_free_name (table, "fid");
  g_autofree char *geometry = make_free_name (table, "geom");

  g_strv_builder_addv (options, (const char **) form->options);
  if (form == &gpkg) {
    g_autofree char *fid_option = g_strdup_printf ("FID=%s", fid);
    g_autofree char *geometry_option = g_strdup_printf ("GEOMETRY_NAME=%s", geometry);

    g_strv_builder_add_many (options, fid_option, geometry_option, NULL);
  }
  return g_strv_builder_end (options);
}

/* Who is to be named goes along where the format can hold it. */
static char **
make_metadata (const Form *form, AtlasTable *table)
{
  g_autoptr (GStrvBuilder) metadata = g_strv_builder_new ();

  if (form == &gpkg)
    atlas_layer_credit_add (metadata, "en", atlas_table_get_credit (table));
  return g_strv_builder_end (metadata);
}

/* Spreadsheets allow 31 characters and not all of them. */
static char *
make_layer_name (const Form *form, AtlasTable *table)
{
  const char *name = atlas_table_get_name (table);
  char *sheet;

  if (!form->spreadsheet)
    return g_strdup (name);
  sheet = g_utf8_strlen (name, -1) > LONGEST_SHEET_NAME ? g_utf8_substring (name, 0, LONGEST_SHEET_NAME)
                                                        : g_strdup (name);
  return g_strdelimit (sheet, "[]:*?/\\'", ' ');
}

/* GDAL knows why; a cancelled write needs no reason. */
static gboolean
report (const char *path, const AtlasGdalLog *log, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” cannot be written; choose another place."), name);

  if (error && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_clear_error (error);
  atlas_gdal_log_set_error (log, error, ATLAS_ERROR_WRITE, sentence);
  return FALSE;
}

/* Closing writes much of the file, so what goes wrong then counts too. */
static gboolean
write_dataset (const Form *form, AtlasTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = make_layer_name (form, table);
  g_auto (GStrv) options = make_options (form, table);
  g_auto (GStrv) metadata = make_metadata (form, table);
  AtlasLayerWriter writer = {
    .name = name, .options = options, .metadata = metadata, .guard_formulas = form->spreadsheet
  };
  gboolean done;

  writer.dataset = GDALCreate (GDALGetDriverByName (form->driver), path, 0, 0, 0, GDT_Unknown, NULL);
  if (!writer.dataset)
    return FALSE;
  done = atlas_layer_writer_write (&writer, table, cancellable, error);
  GDALClose (writer.dataset);
  return done;
}

/* From GDAL's memory to the disk, with every write looked at. */
static gboolean
store (const char *memory_path, const char *path, GError **error)
{
  vsi_l_offset size = 0;
  const char *bytes = (const char *) VSIGetMemFileBuffer (memory_path, &size, FALSE);

  return bytes && g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0666, error);
}

static gboolean
write_in_memory (const Form *form, AtlasTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *memory_path = g_strdup_printf ("/vsimem/kielce-atlas-%p-%s", (void *) &name, name);
  gboolean done = write_dataset (form, table, memory_path, cancellable, error) && store (memory_path, path, error);

  VSIUnlink (memory_path);
  return done;
}

static gboolean
write_form (const Form *form, AtlasTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  AtlasGdalLog log;
  gboolean done;

  atlas_gdal_log_begin (&log);
  done = (form->in_memory ? write_in_memory : write_dataset) (form, table, path, cancellable, error) &&
         log.n_failures == 0;
  if (!done)
    report (path, &log, error);
  atlas_gdal_log_end (&log);
  return done;
}

gboolean
_atlas_writer_write_gpkg (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  return write_form (&gpkg, table, path, cancellable, error);
}

gboolean
_atlas_writer_write_geojson (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (AtlasCrs) wgs84 = NULL;
  g_autoptr (AtlasTable) degrees = NULL;

  if (atlas_table_get_geometry (table)->n_parts == 0)
    return write_form (&geojson, table, path, cancellable, error);
  wgs84 = atlas_crs_new_from_epsg (WGS84, error);
  degrees = wgs84 ? atlas_table_reproject (table, wgs84, cancellable, error) : NULL;
  return degrees && write_form (&geojson, degrees, path, cancellable, error);
}

gboolean
_atlas_writer_write_xlsx (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  return write_form (&xlsx, table, path, cancellable, error);
}
