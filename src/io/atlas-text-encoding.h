// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which encoding bytes are in, judged by the letters that they would be. */
const char *atlas_text_encoding_guess (const guint8 *bytes, gsize n);
char *atlas_text_encoding_convert (const guint8 *bytes, gsize n, const char *encoding, gsize *length);

G_END_DECLS
