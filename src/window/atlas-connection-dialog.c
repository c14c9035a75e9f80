// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-connection-dialog.h"

#include <glib/gi18n-lib.h>

/* In the order of the list in the template; the first is a database, the others are addresses. */
static const char *const prefixes[] = { "PG:", "WFS:", "OAPIF:", "WMS:", "WMTS:" };

struct _AtlasConnectionDialog {
  AdwWindow parent_instance;

  /* template widgets, borrowed */
  AdwComboRow *kind_row;
  GtkWidget *address_group;
  AdwEntryRow *address_row;
  GtkWidget *database_group;
  AdwEntryRow *host_row;
  AdwEntryRow *port_row;
  AdwEntryRow *database_row;
  AdwEntryRow *user_row;
  AdwEntryRow *password_row;
  GtkWidget *connect_button;
};

G_DEFINE_FINAL_TYPE (AtlasConnectionDialog, atlas_connection_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_database (AtlasConnectionDialog *self)
{
  return adw_combo_row_get_selected (self->kind_row) == 0;
}

/* A value of a libpq connection string, quoted, so that no entry can become another parameter. */
static void
append_parameter (GString *text, const char *name, const char *value)
{
  if (!*value)
    return;
  g_string_append_printf (text, " %s='", name);
  for (const char *c = value; *c; c++) {
    if (*c == '\'' || *c == '\\')
      g_string_append_c (text, '\\');
    g_string_append_c (text, *c);
  }
  g_string_append_c (text, '\'');
}

static char *
describe_database (AtlasConnectionDialog *self)
{
  GString *text = g_string_new (prefixes[0]);

  append_parameter (text, "host", get_text (self->host_row));
  append_parameter (text, "port", get_text (self->port_row));
  append_parameter (text, "dbname", get_text (self->database_row));
  append_parameter (text, "user", get_text (self->user_row));
  append_parameter (text, "password", get_text (self->password_row));
  append_parameter (text, "connect_timeout", "10");
  append_parameter (text, "application_name", "kielce-atlas");
  return g_string_free (text, FALSE);
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri && g_uri_get_host (uri) && *g_uri_get_host (uri) &&
         (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http"));
}

static gboolean
is_complete (AtlasConnectionDialog *self)
{
  if (is_database (self))
    return *get_text (self->database_row) != '\0';
  return is_web_address (get_text (self->address_row));
}

static void
changed_cb (AtlasConnectionDialog *self)
{
  const char *address = get_text (self->address_row);

  gtk_widget_set_visible (self->database_group, is_database (self));
  gtk_widget_set_visible (self->address_group, !is_database (self));
  gtk_widget_set_sensitive (self->connect_button, is_complete (self));
  if (*address && !is_web_address (address))
    gtk_widget_add_css_class (GTK_WIDGET (self->address_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
}

static char *
describe_connection (AtlasConnectionDialog *self)
{
  if (is_database (self))
    return describe_database (self);
  return g_strconcat (prefixes[adw_combo_row_get_selected (self->kind_row)], get_text (self->address_row), NULL);
}

static void
connect_cb (AtlasConnectionDialog *self)
{
  g_autofree char *text = describe_connection (self);
  AtlasSource source = { .path = text, .connection = TRUE };
  const char *name = get_text (is_database (self) ? self->database_row : self->address_row);

  g_object_ref (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CHOSEN], 0, &source, name);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
atlas_connection_dialog_class_init (AtlasConnectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-connection-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, address_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, database_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, host_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, port_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, database_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, user_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasConnectionDialog, connect_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, connect_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_CONNECTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
atlas_connection_dialog_init (AtlasConnectionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
}

/**
 * atlas_connection_dialog_new:
 *
 * Returns: (transfer none): a dialog to be presented
 */
AtlasConnectionDialog *
atlas_connection_dialog_new (void)
{
  return g_object_new (ATLAS_TYPE_CONNECTION_DIALOG, NULL);
}
