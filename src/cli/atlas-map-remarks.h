// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-stack.h"

G_BEGIN_DECLS

void atlas_map_remarks_add (AtlasInvocation *invocation,
                            const AtlasMapStack *stack,
                            const AtlasStyleChoices *choices,
                            AtlasExtent shown);

G_END_DECLS
