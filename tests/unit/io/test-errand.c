// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is asked of a source, and who waits for it: here of a server that does as the test says. */

#include "atlas-errand.h"
#include "atlas-error.h"

typedef struct {
  GMutex lock;
  GCond cond;
  gboolean begun;
  gboolean open;     /* whether the server may answer */
  gboolean ended;    /* the thread has given its answer back */
  guint n_wishes;    /* freed */
  guint n_results;   /* freed */
  guint n_told;      /* calls of progress */
  GThread *asked_on; /* which thread the server was asked on */
  gboolean refuses;
} Server;

static Server server;

static void
server_begin (void)
{
  server = (Server){ .open = TRUE };
  g_mutex_init (&server.lock);
  g_cond_init (&server.cond);
}

static void
server_end (void)
{
  g_mutex_clear (&server.lock);
  g_cond_clear (&server.cond);
}

static void
wait_until (gboolean *condition)
{
  g_mutex_lock (&server.lock);
  while (!*condition)
    g_cond_wait (&server.cond, &server.lock);
  g_mutex_unlock (&server.lock);
}

static void
set (gboolean *condition)
{
  g_mutex_lock (&server.lock);
  *condition = TRUE;
  g_cond_broadcast (&server.cond);
  g_mutex_unlock (&server.lock);
}

static gpointer
ask_cb (const AtlasSource *source, gconstpointer wish, const AtlasReadOptions *options, GError **error)
{
  g_assert_cmpstr (source->path, ==, "https://server/");
  g_assert_cmpstr (wish, ==, "wish");
  server.asked_on = g_thread_self ();
  set (&server.begun);
  wait_until (&server.open);
  if (options->progress)
    options->progress (0.5, 7, options->user_data);
  if (server.refuses) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNREADABLE, "no answer");
    return NULL;
  }
  return g_strdup ("answer");
}

static void
free_wish_cb (gpointer wish)
{
  g_free (wish);
  g_atomic_int_inc (&server.n_wishes);
}

static void
free_result_cb (gpointer result)
{
  g_free (result);
  g_atomic_int_inc (&server.n_results);
  set (&server.ended);
}

static void
progress_cb (double fraction, gsize n_features, gpointer user_data)
{
  g_assert_cmpfloat (fraction, ==, 0.5);
  g_assert_cmpuint (n_features, ==, 7);
  g_assert_true (user_data == &server);
  server.n_told++;
}

static char *
run (gboolean connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (AtlasSource) source = g_new0 (AtlasSource, 1);
  const AtlasReadOptions options = { progress_cb, &server, cancellable };
  const AtlasErrand errand = { ask_cb, g_strdup ("wish"), free_wish_cb, free_result_cb };

  source->path = g_strdup ("https://server/");
  source->connection = connection;
  return atlas_errand_run (&errand, source, &options, error);
}

/* The thread may let go of it a moment later. */
static void
assert_wish_is_freed_once (void)
{
  while (g_atomic_int_get (&server.n_wishes) == 0)
    g_thread_yield ();
  g_assert_cmpuint (g_atomic_int_get (&server.n_wishes), ==, 1);
}

/* A file is read where it is asked for, and so is a server that nobody can give up; one that can be has a thread. */
static void
test_answer (void)
{
  static const struct {
    gboolean connection;
    gboolean can_be_given_up;
    gboolean elsewhere;
  } cases[] = { { FALSE, FALSE, FALSE }, { FALSE, TRUE, FALSE }, { TRUE, FALSE, FALSE }, { TRUE, TRUE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GCancellable) cancellable = cases[i].can_be_given_up ? g_cancellable_new () : NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *answer = NULL;

    server_begin ();
    answer = run (cases[i].connection, cancellable, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (answer, ==, "answer");
    g_assert_cmpint (server.asked_on != g_thread_self (), ==, cases[i].elsewhere);
    g_assert_cmpuint (server.n_told, ==, 1);
    assert_wish_is_freed_once ();
    g_assert_cmpuint (server.n_results, ==, 0);
    server_end ();
  }
}

static void
test_refusal (void)
{
  for (guint i = 0; i < 4; i++) {
    g_autoptr (GCancellable) cancellable = i & 1 ? g_cancellable_new () : NULL;
    g_autoptr (GError) error = NULL;

    server_begin ();
    server.refuses = TRUE;
    g_assert_null (run (i & 2 ? TRUE : FALSE, cancellable, &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_UNREADABLE);
    assert_wish_is_freed_once ();
    server_end ();
  }
}

static gpointer
give_up_cb (gpointer cancellable)
{
  wait_until (&server.begun);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Given up while the server is silent, one is free at once; what it answers later goes to nobody, and nobody hears how
 * far it is. */
static void
test_left_behind (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;

  server_begin ();
  server.open = FALSE;
  thread = g_thread_new ("give-up", give_up_cb, cancellable);
  g_assert_null (run (TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_cmpuint (server.n_results, ==, 0);
  set (&server.open);
  wait_until (&server.ended);
  g_assert_cmpuint (server.n_results, ==, 1);
  g_assert_cmpuint (server.n_told, ==, 0);
  assert_wish_is_freed_once ();
  server_end ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/errand/answer", test_answer);
  g_test_add_func ("/errand/refusal", test_refusal);
  g_test_add_func ("/errand/left-behind", test_left_behind);
  return g_test_run ();
}
