// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-builder.h"

#include "atlas-city-draft.h"
#include "atlas-city-figure.h"
#include "atlas-city-register.h"
#include "atlas-error.h"
#include "atlas-gdal-errors.h"
#include "atlas-gpkg-titles.h"
#include "atlas-io.h"
#include "atlas-layer-credit.h"
#include "atlas-layer-writer.h"
#include "atlas-projection.h"
#include "atlas-safe-file.h"

#include <cpl_conv.h>

#define SOURCE "source"

typedef struct {
  AtlasCityRecipe *recipe; /* owned */
  AtlasCrs *crs;           /* owned */
  GHashTable *layers;      /* owned: name → AtlasTable */
  AtlasCitySheet *meta;    /* owned */
  GHashTable *titles;      /* owned: field → what people call it */
  GDALDatasetH dataset;    /* borrowed */
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->recipe, atlas_city_recipe_free);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_clear_pointer (&self->layers, g_hash_table_unref);
  g_clear_pointer (&self->meta, atlas_city_sheet_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* --- A layer --- */

static AtlasCitySheet *
read_rows (const AtlasCityDraft *draft, GError **error)
{
  g_autofree char *file = atlas_city_recipe_dup (draft->recipe, "layer", draft->layer, "file");
  g_autofree char *where = atlas_city_recipe_dup (draft->recipe, "layer", draft->layer, "where");
  g_autoptr (AtlasCitySheet) figures = file ? atlas_city_figure_read (draft->recipe, file, where, draft->crs, error)
                                            : atlas_city_series_read (draft, error);

  return figures ? atlas_city_sheet_shape (figures, draft->recipe, draft->layer, error) : NULL;
}

/* Every row names its source: the first of the layer's, where it has none of its own. */
static gboolean
add_source (const AtlasCityDraft *draft, GError **error)
{
  g_auto (GStrv) sources = atlas_city_recipe_dup_list (draft->recipe, "layer", draft->layer, "sources");
  AtlasCityColumn *column;

  if (atlas_city_sheet_find (draft->sheet, SOURCE))
    return TRUE;
  if (!sources[0] || !atlas_city_recipe_has (draft->recipe, SOURCE, sources[0])) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, "The recipe names no known source of “%s”", draft->layer);
    return FALSE;
  }
  column = atlas_city_sheet_add (draft->sheet, SOURCE);
  for (gsize row = 0; row < draft->sheet->n_rows; row++)
    atlas_city_column_take (column, row, g_strdup (sources[0]));
  return TRUE;
}

/* What may be done to rows, in this order; each step looks itself whether the recipe asks for it. */
static gboolean (*const steps[]) (const AtlasCityDraft *draft, GError **error) = {
  atlas_city_step_join, atlas_city_step_area, atlas_city_step_near, atlas_city_step_count, add_source,
};

static AtlasTable *
make_layer (const Builder *self, const char *name, GError **error)
{
  AtlasCityDraft draft = {
    .recipe = self->recipe, .crs = self->crs, .layer = name, .layers = self->layers, .meta = self->meta
  };
  g_autoptr (AtlasCitySheet) sheet = read_rows (&draft, error);

  if (!sheet)
    return NULL;
  draft.sheet = sheet;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!steps[i](&draft, error))
      return NULL;
  return atlas_city_sheet_to_table (sheet, self->recipe, name, error);
}

/* --- Writing --- */

static char **
make_metadata (const Builder *self, const char *name)
{
  static const char *const languages[] = { "en", "pl" };
  g_autoptr (GStrvBuilder) metadata = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree char *credit = atlas_city_register_credit (self->recipe, name, languages[i]);

    atlas_layer_credit_add (metadata, languages[i], credit);
  }
  return g_strv_builder_end (metadata);
}

static char **
make_options (const Builder *self, const char *name)
{
  g_autofree char *title = atlas_city_recipe_dup (self->recipe, "layer", name, "title");
  g_autofree char *credit = atlas_city_register_credit (self->recipe, name, "en");
  g_autofree char *identifier = title ? g_strconcat ("IDENTIFIER=", title, NULL) : NULL;
  g_autofree char *description = credit ? g_strconcat ("DESCRIPTION=", credit, NULL) : NULL;
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();

  if (identifier)
    g_strv_builder_add (options, identifier);
  if (description)
    g_strv_builder_add (options, description);
  return g_strv_builder_end (options);
}

static gboolean
write_table (const Builder *self, AtlasTable *table, GError **error)
{
  const char *name = atlas_table_get_name (table);
  g_auto (GStrv) options = make_options (self, name);
  g_auto (GStrv) metadata = make_metadata (self, name);
  AtlasLayerWriter writer = { .dataset = self->dataset, .name = name, .options = options, .metadata = metadata };

  return atlas_layer_writer_write (&writer, table, NULL, error);
}

static gboolean
write_layers (const Builder *self, GError **error)
{
  g_auto (GStrv) names = atlas_city_recipe_list (self->recipe, "layer");

  for (guint i = 0; names[i]; i++) {
    AtlasTable *layer = make_layer (self, names[i], error);

    if (!layer)
      return FALSE;
    g_hash_table_insert (self->layers, g_strdup (names[i]), layer);
    if (!write_table (self, layer, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_sheet (const Builder *self, AtlasCitySheet *sheet, GError **error)
{
  g_autoptr (AtlasTable) table = atlas_city_sheet_to_table (sheet, NULL, sheet->name, error);

  return table && write_table (self, table, error);
}

static gboolean
write_registers (const Builder *self, GError **error)
{
  g_autoptr (AtlasCitySheet) layers = atlas_city_register_layers (self->recipe);
  g_autoptr (AtlasCitySheet) fields = atlas_city_register_fields (self->recipe, self->layers);
  g_autoptr (AtlasCitySheet) sources = atlas_city_register_sources (self->recipe);

  return write_sheet (self, layers, error) && write_sheet (self, fields, error) && write_sheet (self, sources, error) &&
         write_sheet (self, self->meta, error);
}

/* GeoPackages carry the time of their last change. */
static void
set_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) date = epoch ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10)) : NULL;
  g_autofree char *text = date ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%S.000Z") : NULL;

  CPLSetThreadLocalConfigOption ("OGR_CURRENT_DATE", text);
}

static gboolean
write_dataset (Builder *self, const char *path, GError **error)
{
  gboolean done;

  self->dataset = GDALCreate (GDALGetDriverByName ("GPKG"), path, 0, 0, 0, GDT_Unknown, NULL);
  if (!self->dataset)
    return FALSE;
  done = write_layers (self, error) && write_registers (self, error) &&
         atlas_gpkg_titles_write (self->dataset, self->titles);
  GDALClose (self->dataset);
  return done;
}

static gboolean
write_logged (Builder *self, const char *path, GError **error)
{
  AtlasGdalLog log;
  gboolean done;

  atlas_gdal_log_begin (&log);
  set_date ();
  done = write_dataset (self, path, error);
  CPLSetThreadLocalConfigOption ("OGR_CURRENT_DATE", NULL);
  if ((!done || log.n_failures > 0) && !(error && *error)) {
    atlas_gdal_log_set_error (&log, error, ATLAS_ERROR_WRITE, "The city file cannot be written");
    done = FALSE;
  }
  atlas_gdal_log_end (&log);
  return done;
}

static gboolean
set_up (Builder *self, const char *recipe, GError **error)
{
  g_autofree char *epsg = NULL;

  self->recipe = atlas_city_recipe_new (recipe, error);
  epsg = self->recipe ? atlas_city_recipe_require (self->recipe, "city", NULL, "epsg", error) : NULL;
  self->crs = epsg ? atlas_crs_new_from_epsg ((int) g_ascii_strtoll (epsg, NULL, 10), error) : NULL;
  if (!self->crs)
    return FALSE;
  self->layers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) atlas_table_unref);
  self->meta = atlas_city_register_meta (self->recipe);
  self->titles = atlas_city_register_titles (self->recipe);
  return TRUE;
}

/**
 * atlas_city_build:
 * @recipe: path of one of `data/cities`
 * @path: where the city file is to be
 *
 * Makes a city file: every layer that the recipe names, in the city's projected system, and the
 * tables that tell what they are: `layer`, `field`, `source` and `meta`.
 *
 * Returns: whether it is there; else an error that names what in the recipe or the figures is wrong
 */
gboolean
atlas_city_build (const char *recipe, const char *path, GError **error)
{
  g_auto (Builder) builder = { 0 };
  g_autoptr (AtlasSafeFile) file = NULL;

  atlas_io_init ();
  if (!set_up (&builder, recipe, error))
    return FALSE;
  file = atlas_safe_file_new (path, error);
  return file && write_logged (&builder, atlas_safe_file_get_path (file), error) &&
         atlas_safe_file_commit (file, error);
}
