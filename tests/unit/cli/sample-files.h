// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "../temp-folder.h"
#include "atlas-invocation.h"

/* What somebody might hand to the program: files in a folder. Each function returns the path of one, to be freed. */

/* Two points in degrees, called a and b, without other fields. */
char *sample_write_points (const TempFolder *folder);
/* Four districts about Kielce in degrees: "name", "people" (10, 25, 45, 60), "code" (1 … 4). The second is twice as
 * wide as the others. */
char *sample_write_areas (const TempFolder *folder);
/* Two streets there, with "buses" (3, 7). */
char *sample_write_lines (const TempFolder *folder);
/* Two pixels by two in the system @crs, of ten metres each. */
char *sample_write_raster (const TempFolder *folder, AtlasCrs *crs);
/* @text as @name. */
char *sample_write_text (const TempFolder *folder, const char *name, const char *text);

/* An invocation with the words that end with NULL, which are copied. */
AtlasInvocation sample_invocation (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Whether one of the notes begins with @text. */
gboolean sample_is_noted (const AtlasInvocation *invocation, const char *text);
