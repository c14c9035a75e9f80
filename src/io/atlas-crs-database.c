// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-crs-database.h"

#include "atlas-error.h"
#include "atlas-projection.h"

#include <glib/gi18n-lib.h>
#include <proj_experimental.h>
#include <string.h>

#define LONGEST_TEXT 65536

/* A context for this thread alone, which downloads nothing and keeps what it has to say to itself. */
PJ_CONTEXT *
_atlas_proj_context_new (void)
{
  PJ_CONTEXT *context = proj_context_create ();

  proj_context_set_enable_network (context, FALSE);
  proj_log_level (context, PJ_LOG_NONE);
  return context;
}

static AtlasCrsKind
kind_of (PJ_TYPE type)
{
  switch (type) {
  case PJ_TYPE_GEOGRAPHIC_2D_CRS:
  case PJ_TYPE_GEOGRAPHIC_3D_CRS:
  case PJ_TYPE_GEOCENTRIC_CRS:
    return ATLAS_CRS_GEOGRAPHIC;
  case PJ_TYPE_PROJECTED_CRS:
    return ATLAS_CRS_PROJECTED;
  default:
    return ATLAS_CRS_LOCAL;
  }
}

static double
metres_per_unit (PJ_CONTEXT *context, const PJ *crs)
{
  g_autoptr (PJ) axes = proj_crs_get_coordinate_system (context, crs);
  double factor = 1;

  if (axes)
    proj_cs_get_axis_info (context, axes, 0, NULL, NULL, NULL, &factor, NULL, NULL, NULL);
  return factor;
}

static PJ *
without_height (PJ_CONTEXT *context, PJ *crs)
{
  PJ *flat = proj_is_crs (crs) ? proj_crs_demote_to_2D (context, NULL, crs) : NULL;

  if (!flat)
    return crs;
  proj_destroy (crs);
  return flat;
}

/* A plan has no heights: of a compound system the horizontal half counts, of one bound to a shift the system itself. */
static PJ *
horizontal (PJ_CONTEXT *context, PJ *crs)
{
  PJ_TYPE type = proj_get_type (crs);
  PJ *inner;

  if (type == PJ_TYPE_COMPOUND_CRS)
    inner = proj_crs_get_sub_crs (context, crs, 0);
  else if (type == PJ_TYPE_BOUND_CRS)
    inner = proj_get_source_crs (context, crs);
  else
    return without_height (context, crs);
  proj_destroy (crs);
  return inner ? horizontal (context, inner) : NULL;
}

/* FME writes no more of a datum than its ellipsoid. */
static gboolean
has_nameless_datum (PJ_CONTEXT *context, const PJ *crs)
{
  g_autoptr (PJ) geodetic = proj_crs_get_geodetic_crs (context, crs);
  g_autoptr (PJ) datum = geodetic ? proj_crs_get_datum (context, geodetic) : NULL;

  return datum &&
         (g_str_has_prefix (proj_get_name (datum), "unnamed") || g_str_equal (proj_get_name (datum), "unknown"));
}

/* Whether the same ellipsoid is laid on the plane in the same way. */
static gboolean
projects_alike (PJ_CONTEXT *context, const PJ *one, const PJ *other)
{
  g_autoptr (PJ) ellipsoid = proj_get_ellipsoid (context, one);
  g_autoptr (PJ) other_ellipsoid = proj_get_ellipsoid (context, other);
  g_autoptr (PJ) conversion = proj_crs_get_coordoperation (context, one);
  g_autoptr (PJ) other_conversion = proj_crs_get_coordoperation (context, other);

  return ellipsoid && other_ellipsoid && conversion && other_conversion &&
         proj_is_equivalent_to (ellipsoid, other_ellipsoid, PJ_COMP_EQUIVALENT) &&
         proj_is_equivalent_to (conversion, other_conversion, PJ_COMP_EQUIVALENT);
}

/* PROJ is 90 % sure where only names differ, and 70 % where the datum is not told. */
static gboolean
is_same (PJ_CONTEXT *context, const PJ *crs, const PJ *match, int confidence, int n_matches)
{
  return confidence >= 90 || (confidence >= 70 && n_matches == 1 && has_nameless_datum (context, crs) &&
                              projects_alike (context, crs, match));
}

/* Older definitions bear no number. The register knows them by what they say, not by their name alone. */
static PJ *
numbered (PJ_CONTEXT *context, PJ *crs)
{
  int *confidence = NULL;
  PJ_OBJ_LIST *matches;
  PJ *found = NULL;

  if (proj_get_id_code (crs, 0))
    return crs;
  matches = proj_identify (context, crs, "EPSG", NULL, &confidence);
  if (matches && proj_list_get_count (matches) > 0)
    found = proj_list_get (context, matches, 0);
  if (found && !is_same (context, crs, found, confidence[0], proj_list_get_count (matches)))
    g_clear_pointer (&found, proj_destroy);
  proj_int_list_destroy (confidence);
  proj_list_destroy (matches);
  if (!found)
    return crs;
  proj_destroy (crs);
  return found;
}

static AtlasCrs *
describe (PJ_CONTEXT *context, PJ *object)
{
  static const char *const options[] = { "MULTILINE=NO", NULL };
  g_autoptr (PJ) crs = object ? horizontal (context, object) : NULL;
  AtlasCrsKind kind;
  const char *code;

  if (!crs || !proj_is_crs (crs))
    return NULL;
  kind = kind_of (proj_get_type (crs));
  if (kind != ATLAS_CRS_LOCAL)
    crs = numbered (context, g_steal_pointer (&crs));
  code = proj_get_id_code (crs, 0);
  return atlas_crs_new (kind, code ? proj_get_id_auth_name (crs, 0) : NULL, code ? atoi (code) : 0, proj_get_name (crs),
                        proj_as_wkt (context, crs, PJ_WKT2_2019, options),
                        kind == ATLAS_CRS_GEOGRAPHIC ? 0 : metres_per_unit (context, crs));
}

/**
 * atlas_crs_new_from_epsg:
 * @code: a number of the EPSG register: 2178
 *
 * Returns: (transfer full): the description, or %NULL with `ATLAS_ERROR_NOT_FOUND` when the register has no
 *   coordinate system of that number
 */
AtlasCrs *
atlas_crs_new_from_epsg (int code, GError **error)
{
  g_autoptr (PJ_CONTEXT) context = _atlas_proj_context_new ();
  g_autofree char *number = g_strdup_printf ("%d", code);
  AtlasCrs *crs = describe (context, proj_create_from_database (context, "EPSG", number, PJ_CATEGORY_CRS, FALSE, NULL));

  if (!crs)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND,
                 _ ("There is no coordinate system EPSG:%d; look its number up at epsg.io."), code);
  return crs;
}

/* Returns: (nullable): what @wkt describes, in any edition of well-known text */
AtlasCrs *
_atlas_crs_new_from_wkt (const char *wkt)
{
  g_autoptr (PJ_CONTEXT) context = NULL;

  if (!wkt || strlen (wkt) > LONGEST_TEXT)
    return NULL;
  context = _atlas_proj_context_new ();
  return describe (context, proj_create_from_wkt (context, wkt, NULL, NULL, NULL));
}

static gboolean
read_code (const char *text, int *code)
{
  gint64 value = 0;

  if (g_ascii_strncasecmp (text, "EPSG:", 5) == 0)
    text += 5;
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT, &value, NULL))
    return FALSE;
  *code = (int) value;
  return TRUE;
}

/**
 * atlas_crs_new_from_text:
 * @text: `EPSG:2178`, `2178`, or well-known text
 *
 * Nothing else is understood: no address, path or name, so that no text makes the program look elsewhere.
 *
 * Returns: (transfer full): the description, or %NULL with `ATLAS_ERROR_NOT_FOUND` or `ATLAS_ERROR_BAD_DATA`
 */
AtlasCrs *
atlas_crs_new_from_text (const char *text, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  AtlasCrs *crs = NULL;
  int code = 0;

  if (read_code (clean, &code))
    return atlas_crs_new_from_epsg (code, error);
  if (g_utf8_validate (clean, -1, NULL) && strchr (clean, '['))
    crs = _atlas_crs_new_from_wkt (clean);
  if (!crs)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 _ ("“%.60s” names no coordinate system; write its number, such as EPSG:2178."),
                 g_utf8_validate (clean, -1, NULL) ? clean : "?");
  return crs;
}

/* Degrees of longitude and latitude of WGS 84. */
AtlasCrs *
_atlas_crs_lonlat (void)
{
  return atlas_crs_new_from_epsg (4326, NULL);
}

/* By its code first: a text may have lost what the register knows of the system. */
PJ *
_atlas_crs_to_proj (const AtlasCrs *self, PJ_CONTEXT *context, GError **error)
{
  PJ *crs = NULL;

  if (atlas_crs_get_authority (self)) {
    g_autofree char *number = g_strdup_printf ("%d", atlas_crs_get_code (self));

    crs = proj_create_from_database (context, atlas_crs_get_authority (self), number, PJ_CATEGORY_CRS, FALSE, NULL);
  }
  if (!crs && atlas_crs_get_wkt (self))
    crs = proj_create_from_wkt (context, atlas_crs_get_wkt (self), NULL, NULL, NULL);
  if (!crs)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
                 _ ("The coordinate system “%s” is not known here; choose another."), atlas_crs_get_id (self));
  return crs;
}

/* From one system to another, always east before north. */
PJ *
_atlas_crs_pipeline (const AtlasCrs *from, const AtlasCrs *to, PJ_CONTEXT *context, GError **error)
{
  g_autoptr (PJ) source = _atlas_crs_to_proj (from, context, error);
  g_autoptr (PJ) target = source ? _atlas_crs_to_proj (to, context, error) : NULL;
  g_autoptr (PJ) official = NULL;
  PJ *pipeline = NULL;

  if (!target)
    return NULL;
  official = proj_create_crs_to_crs_from_pj (context, source, target, NULL, NULL);
  if (official)
    pipeline = proj_normalize_for_visualization (context, official);
  if (!pipeline)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
                 _ ("Positions cannot be taken from “%s” to “%s”; choose another coordinate system."),
                 atlas_crs_get_id (from), atlas_crs_get_id (to));
  return pipeline;
}

/* Where the register says that @self is meant to be used, in degrees. */
gboolean
_atlas_crs_area_of_use (const AtlasCrs *self, AtlasExtent *lonlat)
{
  g_autoptr (PJ_CONTEXT) context = _atlas_proj_context_new ();
  g_autoptr (PJ) crs = _atlas_crs_to_proj (self, context, NULL);

  return crs && proj_get_area_of_use (context, crs, &lonlat->xmin, &lonlat->ymin, &lonlat->xmax, &lonlat->ymax, NULL);
}
