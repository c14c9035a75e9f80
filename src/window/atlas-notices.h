// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasNotices:
 * @overlay: (unowned): where they are shown
 * @shown: (owned) (nullable): the toast that is seen
 * @next: (owned) (nullable): the one that takes its place
 * @pause: the source that ends the pause after a change, or 0
 *
 * Sentences that the window says in passing, one at a time: the newest takes the place of the one before.
 */
typedef struct {
  AdwToastOverlay *overlay;
  AdwToast *shown;
  AdwToast *next;
  guint pause;
} AtlasNotices;

void atlas_notices_init (AtlasNotices *self, AdwToastOverlay *overlay);
void atlas_notices_clear (AtlasNotices *self);
void atlas_notices_show (AtlasNotices *self, const char *text, const char *button, const char *action);

G_END_DECLS
