// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layout.h"
#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_SCREEN_DPI 96.0

/**
 * AtlasMapSheet:
 *
 * A sheet with all that drawing it needs, taken from a project and independent of it from then on, so that it can be
 * drawn on another thread. Immutable and atomically refcounted.
 */
typedef struct _AtlasMapSheet AtlasMapSheet;

/**
 * AtlasMapSheetOptions:
 * @kind: what surrounds the map
 * @width: in millimetres
 * @height: in millimetres
 * @title: (nullable): above the map
 */
typedef struct {
  AtlasLayoutKind kind;
  double width;
  double height;
  const char *title;
} AtlasMapSheetOptions;

/**
 * AtlasMapSheetExport:
 * @path: of the file; its end tells the format: .png, .svg or .pdf
 * @dpi: pixels per inch of a PNG
 * @world_file: whether the place on the earth is written beside a PNG
 * @drawn: (nullable): told how far it is, on the main thread, until the callback is called
 * @drawn_data: for @drawn
 */
typedef struct {
  const char *path;
  double dpi;
  gboolean world_file;
  AtlasDrawnFunc drawn;
  gpointer drawn_data;
} AtlasMapSheetExport;

AtlasMapSheet *atlas_map_sheet_new (AtlasProject *project, const AtlasMapSheetOptions *options);
AtlasMapSheet *atlas_map_sheet_new_for_screen (AtlasProject *project, AtlasLayoutKind kind);
void atlas_map_sheet_unref (AtlasMapSheet *self);

void atlas_map_sheet_draw_async (AtlasMapSheet *self,
                                 double dpi,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GdkTexture *atlas_map_sheet_draw_finish (GAsyncResult *result, GError **error);

/* Every file that the export to @path writes. */
char **atlas_map_sheet_list_files (AtlasMapSheet *self, const char *path, gboolean world_file);
void atlas_map_sheet_export_async (AtlasMapSheet *self,
                                   const AtlasMapSheetExport *export,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean atlas_map_sheet_export_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapSheet, atlas_map_sheet_unref)

G_END_DECLS
