// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-view.h"

#include "atlas-city-file.h"
#include "atlas-error.h"
#include "atlas-first-style.h"
#include "atlas-projection.h"

/* Districts reach over the boundary by what their outlines were simplified; the country around, by far. */
#define AROUND_MARGIN 0.1

/* How the layers of a city look at first: the only strong colours are those of the districts. */
#define STYLE_NAMES    "symbol=dots;fill=#00000000;outline-width=0;size=0.5;label-size=7"
#define STYLE_PLACES   "symbol=dots;fill=#3d3846;outline=#ffffff;outline-width=0.15;size=1.4"
#define STYLE_BOUNDARY "symbol=plain;fill=#00000000;outline=#5e5c64;outline-width=0.5"
#define STYLE_LEVEL    "symbol=plain;fill=#00000000;outline=#77767b;outline-width=0.3"
#define STYLE_AROUND   "symbol=plain;fill=#f0efeb;outline=#d5d3cd;outline-width=0.2"

typedef struct {
  AtlasCityView *view; /* being made */
  gboolean has_names;  /* of neighbourhoods, over the districts */
  GCancellable *cancellable;
} Reader;

static void
draft_free (AtlasLayerDraft *self)
{
  g_free (self->source_text);
  g_free (self->title);
  atlas_table_unref (self->table);
  atlas_style_unref (self->style);
  g_free (self);
}

void
atlas_city_view_free (AtlasCityView *self)
{
  g_clear_pointer (&self->city, atlas_city_free);
  g_free (self->path);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_ptr_array_unref (self->drafts);
  g_free (self);
}

static AtlasTable *
read_table (Reader *reader, const char *source_text, GError **error)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (source_text, reader->view->path, error);
  g_autoptr (AtlasTable) table = source ? atlas_source_read (source, NULL, NULL, reader->cancellable, error) : NULL;

  return table ? atlas_table_reproject (table, reader->view->crs, reader->cancellable, error) : NULL;
}

static AtlasLayerDraft *
add_draft (Reader *reader, const char *source_text, const char *title, AtlasTable *table, AtlasStyle *style)
{
  AtlasLayerDraft *draft = g_new0 (AtlasLayerDraft, 1);

  draft->source_text = g_strdup (source_text);
  draft->title = g_strdup (title);
  draft->table = atlas_table_ref (table);
  draft->style = style;
  draft->visible = TRUE;
  g_ptr_array_add (reader->view->drafts, draft);
  return draft;
}

/* Layers that not every city has. */
static AtlasLayerDraft *
add_optional (Reader *reader, const char *name, const char *style)
{
  g_autofree char *source_text = g_strconcat ("city:", name, NULL);
  g_autoptr (AtlasTable) table = read_table (reader, source_text, NULL);

  if (!table || atlas_table_get_n_features (table) == 0)
    return NULL;
  return add_draft (reader, source_text, atlas_table_get_title (table), table, atlas_first_style_parse (style));
}

/* Takes @style, and gives one that also writes the names of the features. */
static AtlasStyle *
with_names (AtlasStyle *style, AtlasTable *table)
{
  const AtlasColumn *names = atlas_table_guess_name_column (table);
  AtlasStyle *named = names ? atlas_style_with (style, "label-field", names->name, NULL) : NULL;

  if (!named)
    return style;
  atlas_style_unref (style);
  return named;
}

static void
add_names (Reader *reader)
{
  AtlasLayerDraft *draft = add_optional (reader, "neighbourhood", STYLE_NAMES);

  if (!draft)
    return;
  reader->has_names = TRUE;
  draft->style = with_names (draft->style, draft->table);
}

static void
add_places (Reader *reader)
{
  AtlasLayerDraft *draft = add_optional (reader, "place", STYLE_PLACES);

  if (draft)
    draft->visible = FALSE;
}

static gboolean
add_boundary (Reader *reader, GError **error)
{
  g_autoptr (AtlasTable) table = read_table (reader, "city:boundary", error);

  if (!table)
    return FALSE;
  reader->view->extent = atlas_table_get_extent (table);
  add_draft (reader, "city:boundary", atlas_table_get_title (table), table, atlas_first_style_parse (STYLE_BOUNDARY));
  return TRUE;
}

/* A field the city names, or nothing that could not be drawn. */
static AtlasStyle *
choropleth_style (const AtlasCity *city, AtlasTable *table)
{
  gboolean by_area = g_strcmp0 (city->first_per, "area") == 0;
  gboolean by_field = !by_area && city->first_per && atlas_table_find_column (table, city->first_per);
  g_autofree char *keys = NULL;

  if (!city->first_field || !atlas_table_find_column (table, city->first_field))
    return atlas_first_style_new (table, 0);
  keys = g_strdup_printf (
      "symbol=choropleth;label-size=7;field=%s;per=%s;per-field=%s;method=%s;n-classes=%u;palette=%s",
      city->first_field,
      by_area    ? "area"
      : by_field ? "field"
                 : "nothing",
      by_field ? city->first_per : "", city->first_method ? city->first_method : "fisher",
      city->first_classes > 0 ? city->first_classes : 5, city->first_palette ? city->first_palette : "YlOrRd");
  return atlas_first_style_parse (keys);
}

static gboolean
add_districts (Reader *reader, const char *level, GError **error)
{
  const AtlasCity *city = reader->view->city;
  g_autofree char *source_text = g_strconcat ("city:district/", level, NULL);
  g_autoptr (AtlasTable) table = read_table (reader, source_text, error);
  const char *title = city->first_title;
  AtlasStyle *style = NULL;

  if (!table)
    return FALSE;
  style = choropleth_style (city, table);
  if (!reader->has_names)
    style = with_names (style, table); /* nothing else names what is seen */
  add_draft (reader, source_text, title ? title : atlas_table_get_title (table), table, style);
  return TRUE;
}

static gboolean
reaches_around (Reader *reader, AtlasTable *table)
{
  AtlasExtent city = reader->view->extent;
  double margin = AROUND_MARGIN * MAX (atlas_extent_width (city), atlas_extent_height (city));

  return !atlas_extent_contains (atlas_extent_grow (city, margin), atlas_table_get_extent (table));
}

/* A level that reaches far over the boundary is the country around, pale; one within it is there to be shown. */
static void
add_level (Reader *reader, const char *level)
{
  g_autofree char *source_text = g_strconcat ("city:district/", level, NULL);
  g_autoptr (AtlasTable) table = read_table (reader, source_text, NULL);
  AtlasLayerDraft *draft;
  gboolean around;

  if (!table)
    return;
  around = reaches_around (reader, table);
  draft = add_draft (reader, source_text, atlas_table_get_title (table), table,
                     atlas_first_style_parse (around ? STYLE_AROUND : STYLE_LEVEL));
  draft->context = around;
  draft->visible = around;
}

static gboolean
add_layers (Reader *reader, GError **error)
{
  const char *path = reader->view->path;
  const char *finest = reader->view->city->district_level;
  g_auto (GStrv) levels = atlas_city_file_list_levels (path, error);

  if (!levels)
    return FALSE;
  add_names (reader);
  add_places (reader);
  if (!add_boundary (reader, error))
    return FALSE;
  if (!add_districts (reader, finest ? finest : levels[0], error))
    return FALSE;
  for (guint i = 0; levels[i]; i++)
    if (g_strcmp0 (levels[i], finest ? finest : levels[0]) != 0)
      add_level (reader, levels[i]);
  return !g_cancellable_set_error_if_cancelled (reader->cancellable, error);
}

static gboolean
read_city (AtlasCityView *self, const char *city, GError **error)
{
  self->path = atlas_city_file_resolve (city, error);
  self->city = self->path ? atlas_city_file_read_city (self->path, error) : NULL;
  self->crs = self->city ? atlas_crs_new_from_epsg (self->city->epsg, error) : NULL;
  return self->crs != NULL;
}

/**
 * atlas_city_view_read:
 * @city: id of a shipped city, or path of a city file
 * @cancellable: (nullable): polled
 * @error: return location for %ATLAS_ERROR_NOT_FOUND, whose message lists the cities, or what reading fails with
 *
 * Reads what a city shows at first. To be called off the main thread.
 *
 * Returns: (nullable) (transfer full): the view
 */
AtlasCityView *
atlas_city_view_read (const char *city, GCancellable *cancellable, GError **error)
{
  g_autoptr (AtlasCityView) self = g_new0 (AtlasCityView, 1);
  Reader reader = { .view = self, .cancellable = cancellable };

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
  if (!read_city (self, city, error) || !add_layers (&reader, error))
    return NULL;
  self->metres_per_unit = atlas_crs_metres_at (self->crs, atlas_extent_centre (self->extent));
  return g_steal_pointer (&self);
}
