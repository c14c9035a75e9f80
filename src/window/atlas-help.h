// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_HELP_SHORTCUTS "shortcuts"

/* Says what can be done where @focus is; "response::shortcuts" asks for all keys. Nullable: nothing is said of it. */
AdwMessageDialog *atlas_help_new (GtkWindow *parent, GtkWidget *focus);

G_END_DECLS
