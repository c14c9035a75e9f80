// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What stops the program from outside: it cancels the work, so that nothing is left behind half written. */

/* Once, before any thread is started. */
void atlas_interruption_watch (GCancellable *cancellable);
/* The signal that came, or 0. */
int atlas_interruption_get_signal (void);

G_END_DECLS
