// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In bytes: a smaller block has hardly a large page to itself. */
#define ATLAS_LARGE_PAGES_WORTH ((gsize) 4 << 20)

void atlas_large_pages_prefer (gpointer memory, gsize size);

G_END_DECLS
