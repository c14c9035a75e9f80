// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts as a spreadsheet may safely show them. */

const char *atlas_text_guard (const char *text, char **guarded);

G_END_DECLS
