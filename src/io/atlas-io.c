// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-io.h"

#include "atlas-drivers.h"
#include "atlas-gdal-errors.h"
#include "atlas-network-gate.h"
#include "atlas-sqlite-guard.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <ogr_srs_api.h>

/* Set in the process they go before the environment and gdalrc, so that neither can open what is closed here. */
static const char *const settings[][2] = {
  { "GDAL_DRIVER_PATH", "disable" },
  { "SPATIALITE_LOAD", "NO" },
  { "SQLITE_BUSY_TIMEOUT", "2000" },
  { "GML_DOWNLOAD_WFS_SCHEMA", "NO" },
  { "GML_SKIP_RESOLVE_ELEMS", "ALL" },
  { "GML_REGISTRY", "" },
  { "GDAL_PAM_ENABLED", "NO" },
  { "SHAPE_RESTORE_SHX", "NO" },
  { "OGR_GEOJSON_MAX_OBJ_SIZE", "50" },
  { "OGR_XLSX_HEADERS", "DISABLE" }, /* sheets are looked at as all tables of text are */
  { "OGR_XLSX_FIELD_TYPES", "STRING" },
  { "OGR_ODS_HEADERS", "DISABLE" },
  { "OGR_ODS_FIELD_TYPES", "STRING" },
  { "OGR_ARC_MAX_GAP", "0" },
  { "OGR_ARC_STEPSIZE", "4" },
  { "CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".refused" },
  { "CPL_VSIL_CURL_ALLOWED_FILENAME", "/refused" },
  { "GDAL_VRT_ENABLE_PYTHON", "NO" },
  { "GDAL_HTTP_UNSAFESSL", "NO" },
  { "GDAL_HTTP_TIMEOUT", "30" },
  { "GDAL_HTTP_CONNECTTIMEOUT", "10" },
  { "GDAL_HTTP_LOW_SPEED_TIME", "20" },
  { "GDAL_HTTP_LOW_SPEED_LIMIT", "1000" },
  { "GDAL_HTTP_MAX_RETRY", "2" },
  { "GDAL_HTTP_RETRY_DELAY", "1" },
  { "OGR_WFS_USE_STREAMING", "NO" }, /* it streams through the file system that is shut here */
};

/* These would let a file reach what it should not, or write a log anywhere. */
static const char *const never_set[] = {
  "ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW",
  "OGR_SQLITE_LOAD_EXTENSIONS",
  "CPL_CURL_ENABLE_VSIMEM",
  "CPL_LOG",
  "GDAL_CONFIG_FILE",
};

static gpointer
set_up_cb (gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (never_set); i++)
    g_unsetenv (never_set[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    CPLSetConfigOption (settings[i][0], settings[i][1]);
  g_setenv ("PGCONNECT_TIMEOUT", "10", FALSE); /* seconds; libpq would wait for ever */
  atlas_gdal_log_silence ();
  OSRSetPROJEnableNetwork (FALSE);
  atlas_network_gate_close ();
  atlas_sqlite_guard_install ();
  atlas_drivers_register ();
  return NULL;
}

/**
 * atlas_io_init:
 *
 * Sets GDAL up once per process, before anything else of this floor: only the formats the program serves, no network,
 * no code or sidecar files from elsewhere, nothing written beside what is read. To be called before other threads are
 * started, for it clears variables of the environment.
 */
void
atlas_io_init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, set_up_cb, NULL);
}
