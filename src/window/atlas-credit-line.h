// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

char *atlas_credit_line_new (AtlasProject *project, double scale_denominator);

G_END_DECLS
