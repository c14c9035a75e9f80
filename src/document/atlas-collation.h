// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key by whose bytes texts sort as a Polish reader expects, whatever locales the machine has. */
char *atlas_collation_key (const char *text);

G_END_DECLS
