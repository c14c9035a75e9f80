// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

/**
 * Server:
 *
 * Answers HTTP on a free port of this machine, from a thread of its own, and counts who calls.
 */
typedef struct Server Server;

/* @target: what comes after GET. Gives the body of the answer, or %NULL to leave the caller waiting. */
typedef char *(*ServerAnswer) (const char *target, guint port);

Server *server_new (ServerAnswer answer);
guint server_get_port (const Server *self);
/* Closes the port; returns how often it was called, those still in the queue included. */
guint server_stop (Server *self);
