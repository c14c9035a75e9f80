// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-error.h"

G_BEGIN_DECLS

/**
 * AtlasGdalLog:
 * @n_failures: how many times GDAL said on this thread that something failed
 * @first: (nullable): what it said first, cleaned for display; owned
 *
 * The one place where GDAL's messages become errors or notes. While it is begun, nothing goes to the terminal.
 */
typedef struct {
  guint n_failures;
  char *first;
} AtlasGdalLog;

void atlas_gdal_log_silence (void);
void atlas_gdal_log_begin (AtlasGdalLog *self);
void atlas_gdal_log_clear (AtlasGdalLog *self);
void atlas_gdal_log_end (AtlasGdalLog *self);
void atlas_gdal_log_add (AtlasGdalLog *self, const char *message);
char *atlas_gdal_log_explain (const AtlasGdalLog *self, const char *sentence);
void atlas_gdal_log_set_error (const AtlasGdalLog *self, GError **error, AtlasError code, const char *sentence);

G_END_DECLS
