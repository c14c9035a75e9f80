// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atlas_json_wide_quote (const char *text, gsize n, gsize *length);

G_END_DECLS
