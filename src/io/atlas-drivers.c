// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-drivers.h"

#include <gdal_frmts.h>

/* GDAL exports these with C linkage, but declares them in a header that only C++ can read. */
extern void RegisterOGRGeoPackage (void);
extern void RegisterOGRGeoJSON (void);
extern void RegisterOGRGeoJSONSeq (void);
extern void RegisterOGRTopoJSON (void);
extern void RegisterOGRShape (void);
extern void RegisterOGRGML (void);
extern void RegisterOGRLIBKML (void);
extern void RegisterOGRKML (void);
extern void RegisterOGRGPX (void);
extern void RegisterOGRCSV (void);
extern void RegisterOGRXLSX (void);
extern void RegisterOGRODS (void);
extern void RegisterOGRFlatGeobuf (void);
extern void RegisterOGRSQLite (void);
extern void RegisterOGRMEM (void);
extern void RegisterOGRPG (void);
extern void RegisterOGRWFS (void);
extern void RegisterOGROAPIF (void);

static void (*const for_files[]) (void) = {
  RegisterOGRGeoPackage, RegisterOGRGeoJSON, RegisterOGRGeoJSONSeq, RegisterOGRTopoJSON,  RegisterOGRShape,
  RegisterOGRGML,        RegisterOGRLIBKML,  RegisterOGRKML,        RegisterOGRGPX,       RegisterOGRCSV,
  RegisterOGRXLSX,       RegisterOGRODS,     RegisterOGRFlatGeobuf, RegisterOGRSQLite,    RegisterOGRMEM,
  GDALRegister_MEM,      GDALRegister_GTiff, GDALRegister_MBTiles,  GDALRegister_AAIGrid, GDALRegister_PNG,
  GDALRegister_JPEG,     GDALRegister_WEBP,
};

static void (*const for_connections[]) (void) = {
  RegisterOGRPG, RegisterOGRWFS, RegisterOGROAPIF, GDALRegister_WMS, GDALRegister_WMTS,
};

/**
 * atlas_drivers_register:
 *
 * Registers what reads and writes files, and nothing that follows references out of them (VRT is never registered).
 */
void
atlas_drivers_register (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (for_files); i++)
    for_files[i]();
}

static gpointer
register_connections_cb (gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (for_connections); i++)
    for_connections[i]();
  return NULL;
}

/**
 * atlas_drivers_register_for_connections:
 *
 * Registers what speaks to servers, at the first connection that the user opens. Files stay shut to these drivers:
 * each file is opened with the one driver that its content asks for.
 */
void
atlas_drivers_register_for_connections (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, register_connections_cb, NULL);
}
