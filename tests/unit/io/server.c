// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server.h"

#include <string.h>

struct Server {
  GSocket *socket;
  GThread *thread;
  GCancellable *stopped;
  GPtrArray *waiting; /* of GSocket: callers that get no answer; used by the thread */
  ServerAnswer answer;
  guint port;
  guint n_calls; /* written by the thread, read when it has ended */
};

/* The first line of a request says all that these answers depend on. */
static char *
read_target (GSocket *caller)
{
  char bytes[4096];
  gssize n;

  g_socket_set_timeout (caller, 5);
  n = g_socket_receive (caller, bytes, sizeof bytes - 1, NULL, NULL);
  bytes[MAX (n, 0)] = '\0';
  {
    g_auto (GStrv) words = g_strsplit (bytes, " ", 3);

    return g_strdup (words[0] && words[1] ? words[1] : "");
  }
}

static void
send_answer (GSocket *caller, const char *body)
{
  const char *type = body[0] == '{' ? "application/json" : "text/xml";
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %zu\r\n"
                                             "Connection: close\r\n\r\n%s",
                                             type, strlen (body), body);
  gsize sent = 0;
  gssize n = 1;

  while (sent < strlen (answer) && n > 0) {
    n = g_socket_send (caller, answer + sent, strlen (answer) - sent, NULL, NULL);
    sent += (gsize) MAX (n, 0);
  }
}

static void
serve (Server *self, GSocket *caller)
{
  g_autofree char *target = read_target (caller);
  g_autofree char *body = self->answer (target, self->port);

  self->n_calls++;
  if (body)
    send_answer (caller, body);
  else
    g_ptr_array_add (self->waiting, g_object_ref (caller));
}

static gpointer
serve_cb (gpointer data)
{
  Server *self = data;

  while (g_socket_condition_wait (self->socket, G_IO_IN, self->stopped, NULL)) {
    g_autoptr (GSocket) caller = g_socket_accept (self->socket, NULL, NULL);

    if (caller)
      serve (self, caller);
  }
  return NULL;
}

Server *
server_new (ServerAnswer answer)
{
  Server *self = g_new0 (Server, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInetAddress) here = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (here, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  self->answer = answer;
  self->stopped = g_cancellable_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);
  g_assert_no_error (error);
  g_assert_true (g_socket_bind (self->socket, address, TRUE, &error));
  g_assert_true (g_socket_listen (self->socket, &error));
  bound = g_socket_get_local_address (self->socket, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->thread = g_thread_new ("server", serve_cb, self);
  return self;
}

guint
server_get_port (const Server *self)
{
  return self->port;
}

guint
server_stop (Server *self)
{
  guint n_calls;

  g_cancellable_cancel (self->stopped);
  g_thread_join (self->thread);
  g_socket_set_blocking (self->socket, FALSE);
  for (GSocket *late; (late = g_socket_accept (self->socket, NULL, NULL)); g_object_unref (late))
    self->n_calls++;
  n_calls = self->n_calls;
  g_socket_close (self->socket, NULL);
  g_object_unref (self->socket);
  g_object_unref (self->stopped);
  g_ptr_array_unref (self->waiting);
  g_free (self);
  return n_calls;
}
