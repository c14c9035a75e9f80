// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notices.h"
#include "hands.h"

typedef struct {
  GtkWidget *overlay;
  GtkWidget *window;
  AtlasNotices notices;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), gtk_label_new ("map"));
  self->window = hands_show (self->overlay, 400, 300);
  atlas_notices_init (&self->notices, ADW_TOAST_OVERLAY (self->overlay));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  atlas_notices_clear (&self->notices);
  hands_close (self->window, self->overlay);
}

static void
set_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
}

static void
wait (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add_once (ms, set_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
label_says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (label_says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_newest (Fixture *self, gconstpointer data)
{
  atlas_notices_show (&self->notices, "first", NULL, NULL);
  atlas_notices_show (&self->notices, "second", NULL, NULL);
  atlas_notices_show (&self->notices, "third", "Undo", "win.undo");
  g_assert_true (label_says (self->overlay, "first"));
  wait (1500);
  g_assert_false (label_says (self->overlay, "first"));
  g_assert_false (label_says (self->overlay, "second"));
  g_assert_true (label_says (self->overlay, "third"));
  g_assert_true (label_says (self->overlay, "Undo"));
}

/* However quickly they come, and also when a person or the clock sends one away meanwhile. */
static void
test_many (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 60; i++) {
    g_autofree char *text = g_strdup_printf ("notice %u", i);

    atlas_notices_show (&self->notices, text, NULL, NULL);
    wait ((guint) g_test_rand_int_range (1, 150));
    if (self->notices.shown && !self->notices.pause && g_test_rand_int_range (0, 5) == 0)
      adw_toast_dismiss (self->notices.shown);
  }
  atlas_notices_show (&self->notices, "last", NULL, NULL);
  wait (1500);
  g_assert_true (label_says (self->overlay, "last"));
  g_assert_false (label_says (self->overlay, "notice 59"));
}

/* One that still waits to be said goes with the window. */
static void
test_clear (Fixture *self, gconstpointer data)
{
  atlas_notices_show (&self->notices, "shown", NULL, NULL);
  atlas_notices_show (&self->notices, "waiting", NULL, NULL);
  atlas_notices_clear (&self->notices);
  wait (1000);
  g_assert_false (label_says (self->overlay, "waiting"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  HANDS_TEST ("/notices/newest", test_newest);
  HANDS_TEST ("/notices/many", test_many);
  HANDS_TEST ("/notices/clear", test_clear);
  return g_test_run ();
}
