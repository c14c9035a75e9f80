// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-page.h"
#include "atlas-notices.h"
#include "atlas-session-saver.h"
#include "atlas-window.h"

G_BEGIN_DECLS

/* Between the files of the main window; no other file includes this. */

struct _AtlasWindow {
  AdwApplicationWindow parent_instance;

  /* template widgets, borrowed */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *error_page;
  AtlasMapPage *map_page;
  GtkMenuButton *city_button;
  GMenu *city_menu;
  GMenu *recent_menu;
  GtkWidget *busy_box;
  GtkRevealer *welcome;
  GtkLabel *welcome_label;
  GtkWidget *welcome_compare;

  /* owned */
  AtlasProject *project;
  AtlasSessionSaver *saver;  /* nullable before the window begins */
  GPtrArray *cities;         /* of AtlasCity: those that ship with the program */
  GPtrArray *files;          /* of GFile: still to be looked into */
  GCancellable *cancellable; /* of the jobs under way */
  AtlasNotices notices;
  guint n_jobs;
  gboolean has_begun; /* the first map is there, or cannot be */
  gboolean is_asking; /* what to add of a file or connection */
  gboolean is_undoing;
  gboolean has_removed; /* a layer was taken out by the step under way */
};

/* atlas-window.c */
void _atlas_window_begin_job (AtlasWindow *self);
void _atlas_window_end_job (AtlasWindow *self);
gboolean _atlas_window_is_overtaken (AtlasWindow *self, const GError *error);
void _atlas_window_say (AtlasWindow *self, const char *text, const char *button, const char *action);
void _atlas_window_report (AtlasWindow *self, const GError *error);
void _atlas_window_add_source (AtlasWindow *self, AtlasSource *source);

/* atlas-window-actions.c, atlas-window-layer-actions.c */
void _atlas_window_init_actions (AtlasWindow *self);
void _atlas_window_init_layer_actions (AtlasWindow *self);
void _atlas_window_enable (AtlasWindow *self, const char *action, gboolean enabled);

/* atlas-window-export.c */
void _atlas_window_init_export (AtlasWindow *self);

/* atlas-window-open.c */
void _atlas_window_show_map (AtlasWindow *self);
void _atlas_window_take_files (AtlasWindow *self);
void _atlas_window_look_into (AtlasWindow *self, const AtlasSource *source, const char *name);

/* atlas-window-recent.c */
void _atlas_window_init_recent (AtlasWindow *self);
void _atlas_window_remember_file (const char *path);

/* atlas-window-cities.c */
void _atlas_window_load_cities (AtlasWindow *self);

/* atlas-window-dnd.c */
void _atlas_window_init_drop (AtlasWindow *self);

/* atlas-window-search.c */
void _atlas_window_search (AtlasWindow *self);

/* atlas-window-session.c */
void _atlas_window_begin_session (AtlasWindow *self);

G_END_DECLS
