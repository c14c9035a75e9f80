// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-invocation.h"

G_BEGIN_DECLS

/* In which coordinate system a map is drawn, and districts are measured. */

AtlasCrs *atlas_map_system_of_city (const AtlasInvocation *invocation, GError **error);
AtlasCrs *atlas_map_system_local (AtlasCrs *own, AtlasExtent extent, GError **error);

G_END_DECLS
