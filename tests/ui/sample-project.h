// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/* Four squares of 100 by 100 m side by side from (0, 0), named Ślichowice, Czarnów, Słowik and Zalesie, with 10, 20, 30
 * and no inhabitants, coloured in two classes. All that a thread works out is there. */
AtlasProject *sample_project_new (void);
AtlasLayer *sample_project_get_layer (AtlasProject *project);

/* Turns the main loop until @done says so; fails after half a minute. */
void wait_until (gboolean (*done) (gpointer data), gpointer data);

G_END_DECLS
