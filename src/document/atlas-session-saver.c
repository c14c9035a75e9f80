// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-saver.h"

#include "atlas-error.h"
#include "atlas-session.h"
#include "atlas-workers.h"

#include <glib/gi18n-lib.h>

/* Long enough for a drag to end, short enough to lose little when the power goes. */
#define DELAY_MS 2000

struct _AtlasSessionSaver {
  GObject parent_instance;

  AtlasProject *project; /* owned */
  char *path;
  guint timeout;    /* of the main loop, 0 when nothing waits */
  gboolean writing; /* a thread writes */
};

typedef struct {
  AtlasSessionSaver *saver; /* owned, touched on the main thread only */
  char *path;
  char *json;
  GError *error;
} Writing;

G_DEFINE_FINAL_TYPE (AtlasSessionSaver, atlas_session_saver, G_TYPE_OBJECT)

static gboolean
write_session (const char *path, const char *json, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) cause = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents_full (path, json, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &cause))
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE, _ ("The session could not be kept in “%s”: %s"), path,
               cause->message);
  return FALSE;
}

static void
run_cb (gpointer data)
{
  Writing *writing = data;

  write_session (writing->path, writing->json, &writing->error);
}

static void
finish_cb (gpointer data)
{
  Writing *writing = data;

  writing->saver->writing = FALSE;
  if (writing->error)
    g_info ("%s", writing->error->message);
  g_clear_error (&writing->error);
  g_object_unref (writing->saver);
  g_free (writing->path);
  g_free (writing->json);
  g_free (writing);
}

static void
write_on_thread (AtlasSessionSaver *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->saver = g_object_ref (self);
  writing->path = g_strdup (self->path);
  writing->json = atlas_session_to_json (self->project);
  self->writing = TRUE;
  atlas_workers_push (atlas_workers_get_shared (), run_cb, finish_cb, writing);
}

/* A file being written slowly is waited for, so that an older session never replaces a newer one. */
static gboolean
timeout_cb (gpointer user_data)
{
  AtlasSessionSaver *self = user_data;

  if (self->writing)
    return G_SOURCE_CONTINUE;
  self->timeout = 0;
  write_on_thread (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (AtlasSessionSaver *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY_MS, timeout_cb, self);
}

/**
 * atlas_session_saver_flush:
 * @error: return location for %ATLAS_ERROR_WRITE
 *
 * Returns: whether the file holds the session as it is now
 */
gboolean
atlas_session_saver_flush (AtlasSessionSaver *self, GError **error)
{
  g_autofree char *json = NULL;

  while (self->writing)
    g_main_context_iteration (NULL, TRUE);
  if (self->timeout == 0)
    return TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  json = atlas_session_to_json (self->project);
  return write_session (self->path, json, error);
}

/**
 * atlas_session_saver_new:
 * @project: what is kept
 * @path: in which file; its folder is made when missing
 *
 * Returns: (transfer full): a saver, which follows @project for as long as it is there
 */
AtlasSessionSaver *
atlas_session_saver_new (AtlasProject *project, const char *path)
{
  AtlasSessionSaver *self = g_object_new (ATLAS_TYPE_SESSION_SAVER, NULL);

  self->project = g_object_ref (project);
  self->path = g_strdup (path);
  g_signal_connect_object (project, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_project_get_viewport (project), "changed", G_CALLBACK (schedule), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify::current-layer", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  return self;
}

static void
atlas_session_saver_finalize (GObject *object)
{
  AtlasSessionSaver *self = ATLAS_SESSION_SAVER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->project);
  g_free (self->path);
  G_OBJECT_CLASS (atlas_session_saver_parent_class)->finalize (object);
}

static void
atlas_session_saver_class_init (AtlasSessionSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_session_saver_finalize;
}

static void
atlas_session_saver_init (AtlasSessionSaver *self)
{
}
