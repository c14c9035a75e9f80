// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language in which the program speaks: Polish or English. */

const char *atlas_language_init (const char *language);
const char *atlas_language_get (void);

G_END_DECLS
