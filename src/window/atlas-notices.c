// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notices.h"

#define TOAST_SECONDS 8

/* Longer than a toast takes to come or to go. libadwaita 1.2 frees an animation twice when a toast is dismissed that is
 * still coming, so that undoing quickly ended the program. */
#define PAUSE_MS 400

static void change (AtlasNotices *self);

/**
 * atlas_notices_init:
 * @overlay: where they are shown; must live until atlas_notices_clear()
 */
void
atlas_notices_init (AtlasNotices *self, AdwToastOverlay *overlay)
{
  *self = (AtlasNotices){ overlay };
}

static void
forget_shown (AtlasNotices *self)
{
  if (self->shown)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_clear_object (&self->shown);
}

void
atlas_notices_clear (AtlasNotices *self)
{
  forget_shown (self);
  g_clear_object (&self->next);
  g_clear_handle_id (&self->pause, g_source_remove);
}

static gboolean
pause_over_cb (gpointer data)
{
  AtlasNotices *self = data;

  self->pause = 0;
  change (self);
  return G_SOURCE_REMOVE;
}

static void
begin_pause (AtlasNotices *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
dismissed_cb (AtlasNotices *self)
{
  forget_shown (self);
  begin_pause (self);
}

static void
put_up (AtlasNotices *self, AdwToast *toast)
{
  self->shown = toast;
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), self);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (toast));
  begin_pause (self);
}

/* One step towards showing what is next: the one before goes, or the next comes. */
static void
change (AtlasNotices *self)
{
  if (!self->next || self->pause)
    return;
  if (self->shown)
    adw_toast_dismiss (self->shown);
  else
    put_up (self, g_steal_pointer (&self->next));
}

/* A sentence may be longer than one line, which a plain toast would cut. */
static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static AdwToast *
new_toast (const char *text, const char *button, const char *action)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, new_label (text));
  adw_toast_set_button_label (toast, button);
  if (action)
    adw_toast_set_detailed_action_name (toast, action);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  return toast;
}

/**
 * atlas_notices_show:
 * @text: a sentence
 * @button: (nullable): the label of a button beside it
 * @action: (nullable): the detailed action of the button
 *
 * Says a sentence, at once or when what is seen has gone. What waited to be said before is no longer news.
 */
void
atlas_notices_show (AtlasNotices *self, const char *text, const char *button, const char *action)
{
  g_clear_object (&self->next);
  self->next = new_toast (text, button, action);
  change (self);
}
