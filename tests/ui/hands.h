// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What hands do to a widget, told to its event controllers as GTK tells them. Positions in the widget's pixels. */

/* Shows @child in a window of its own, as large as told, and waits until it is drawn. */
GtkWidget *hands_show (GtkWidget *child, int width, int height);
/* Closes the window and asserts that @child is gone with it. */
void hands_close (GtkWidget *window, GtkWidget *child);

/* First descendant of a type, or the widget itself; nullable. */
GtkWidget *hands_find (GtkWidget *widget, GType type);

void hands_move_pointer (GtkWidget *widget, double x, double y);
void hands_click (GtkWidget *widget, double x, double y, int n_press);
void hands_drag (GtkWidget *widget, double x, double y, double dx, double dy);
/* @trigger as gtk_shortcut_trigger_parse_string reads it; whether the widget took it. */
gboolean hands_press (GtkWidget *widget, const char *trigger);
void hands_wait_for_frames (GtkWidget *widget, int n);

/* Adds a test with the Fixture, set_up and tear_down of its file. */
#define HANDS_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

G_END_DECLS
