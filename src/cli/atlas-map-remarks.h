// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-stack.h"

G_BEGIN_DECLS

/* Notes on what a careful cartographer would not leave unsaid of a map; @shown is what it shows. */
void atlas_map_remarks_add (AtlasInvocation *invocation, const AtlasMapStack *stack, AtlasExtent shown);

G_END_DECLS
