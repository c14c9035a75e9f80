// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text that came from outside, made fit to be shown. */
char *atlas_foreign_text_clean (const char *text);
char *atlas_foreign_text_display_name (const char *path);
char *atlas_foreign_text_insert (const char *sentence, const char *name);

G_END_DECLS
