// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"

/* clang-format off */
G_DEFINE_QUARK (atlas-error-quark, atlas_error)
/* clang-format on */
