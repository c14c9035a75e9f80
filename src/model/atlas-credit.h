// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_CREDIT_SEPARATOR "; " /* between two who are to be named */

char *atlas_credit_join (const char *const *credits);

G_END_DECLS
