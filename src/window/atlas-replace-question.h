// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_REPLACE_RESPONSE "replace"

/* Asks whether the files of these paths may be replaced; answered yes by "response::replace". */
AdwMessageDialog *atlas_replace_question_new (GtkWindow *parent, const char *const *paths);

G_END_DECLS
