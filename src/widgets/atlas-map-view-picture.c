// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-locale.h"

#define PICTURE_MARGIN 64.0 /* logical pixels drawn beyond each edge, to be there when the map is moved */

static const AtlasColour paper = { 252, 252, 250, 255 };

/* What the picture shows of the map: the view and a margin around it, in device pixels. */
static AtlasSceneOptions
measure_scene (AtlasMapView *self)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);
  AtlasTransform view = atlas_viewport_get_transform (viewport);
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.transform.scale = view.scale * factor;
  options.transform.x0 = (view.x0 + PICTURE_MARGIN) * factor;
  options.transform.y0 = (view.y0 + PICTURE_MARGIN) * factor;
  options.width = (atlas_viewport_get_width (viewport) + 2 * PICTURE_MARGIN) * factor;
  options.height = (atlas_viewport_get_height (viewport) + 2 * PICTURE_MARGIN) * factor;
  options.units_per_mm = ATLAS_VIEWPORT_PIXELS_PER_MM * factor;
  options.background = paper;
  options.number_form = atlas_locale_get_number_form ();
  options.metres_per_unit = atlas_viewport_get_metres_per_unit (viewport);
  return options;
}

static AtlasScene *
build_scene (AtlasMapView *self)
{
  AtlasSelection *selection = atlas_project_get_selection (self->project);
  AtlasLayer *selected = atlas_selection_get_layer (selection);
  AtlasSceneOptions options = measure_scene (self);
  g_autoptr (GPtrArray) layers = atlas_project_collect_scene_layers (self->project,
                                                                     atlas_map_view_get_scale_denominator (self));

  if (selected) {
    options.select = atlas_layer_get_scene_layer (selected);
    options.selected = atlas_selection_get_rows (selection, &options.n_selected);
  }
  return atlas_scene_new ((AtlasSceneLayer *const *) layers->pdata, layers->len, &options);
}

static GdkTexture *
texture_from_picture (AtlasPicture *picture)
{
  g_autoptr (GBytes) pixels = g_bytes_new_with_free_func (picture->pixels, (gsize) picture->stride * picture->height,
                                                          (GDestroyNotify) atlas_picture_unref,
                                                          atlas_picture_ref (picture));

  return gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, pixels, picture->stride);
}

/* Without the alpha, which the paper has made whole: what is opaque is copied and not blended. */
static cairo_surface_t *
surface_from_picture (AtlasPicture *picture)
{
  static const cairo_user_data_key_t owner;
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guint8 *) picture->pixels, CAIRO_FORMAT_RGB24,
                                                                  picture->width, picture->height, picture->stride);

  cairo_surface_set_user_data (surface, &owner, atlas_picture_ref (picture),
                               (cairo_destroy_func_t) atlas_picture_unref);
  return surface;
}

/**
 * PictureRequest:
 * @view: (nullable): the map that asked, forgotten when it goes away first
 * @transform: from the map to the picture's logical pixels
 * @factor: device pixels in a logical one
 */
typedef struct {
  AtlasMapView *view;
  AtlasTransform transform;
  double factor;
} PictureRequest;

static PictureRequest *
picture_request_new (AtlasMapView *view, AtlasScene *scene)
{
  PictureRequest *self = g_new0 (PictureRequest, 1);
  AtlasTransform t = atlas_scene_get_options (scene)->transform;

  g_set_weak_pointer (&self->view, view);
  self->factor = gtk_widget_get_scale_factor (GTK_WIDGET (view));
  self->transform = (AtlasTransform){ t.scale / self->factor, t.x0 / self->factor, t.y0 / self->factor };
  return self;
}

static void
picture_request_free (PictureRequest *self)
{
  g_clear_weak_pointer (&self->view);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PictureRequest, picture_request_free)

static void
show_picture (PictureRequest *request, AtlasPicture *picture)
{
  AtlasMapView *self = request->view;

  g_clear_object (&self->picture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->picture = texture_from_picture (picture);
  self->surface = surface_from_picture (picture);
  self->picture_transform = request->transform;
  self->picture_width = picture->width / request->factor;
  self->picture_height = picture->height / request->factor;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
picture_drawn_cb (GObject *queue, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PictureRequest) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasPicture) picture = atlas_render_queue_draw_finish (ATLAS_RENDER_QUEUE (queue), result, &error);
  AtlasMapView *self = request->view;

  if (!self)
    return;
  self->n_drawing--;
  if (picture && self->project)
    show_picture (request, picture);
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The map could not be drawn: %s", error->message);
  if (self->stale && self->n_drawing == 0)
    atlas_map_view_request_picture (self);
}

/*
 * atlas_map_view_clear_picture:
 *
 * Forgets the last picture: it is of another project.
 */
void
atlas_map_view_clear_picture (AtlasMapView *self)
{
  g_clear_object (&self->picture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->asked, atlas_scene_unref);
}

static gboolean
has_size (AtlasMapView *self)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);

  return atlas_viewport_get_width (viewport) >= 1 && atlas_viewport_get_height (viewport) >= 1;
}

/*
 * atlas_map_view_request_picture:
 *
 * Has the map drawn anew because what it shows may have changed. If it has, a picture under way is of no more use and
 * is given up.
 */
void
atlas_map_view_request_picture (AtlasMapView *self)
{
  g_autoptr (AtlasScene) scene = NULL;

  self->stale = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->project || !has_size (self))
    return;
  scene = build_scene (self);
  if (self->asked && atlas_scene_shows_same (self->asked, scene))
    return;
  g_clear_pointer (&self->asked, atlas_scene_unref);
  self->asked = atlas_scene_ref (scene);
  self->n_drawing++;
  atlas_render_queue_draw_async (self->queue, scene, picture_drawn_cb, picture_request_new (self, scene));
}

/*
 * atlas_map_view_follow_view:
 *
 * Has the map drawn anew because it was moved. A picture under way is let finish first: if each move gave it up,
 * a map slower than the hand would never be drawn while dragged.
 */
void
atlas_map_view_follow_view (AtlasMapView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->n_drawing > 0)
    self->stale = TRUE;
  else
    atlas_map_view_request_picture (self);
}

/* A texture stays with the graphics card from frame to frame; where there is none, GTK would take it to pieces for each
 * frame, which costs more than all the rest. */
static void
append_pixels (AtlasMapView *self, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->picture_width, (float) self->picture_height);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));
  cairo_t *cr;

  if (!GSK_IS_CAIRO_RENDERER (renderer)) {
    gtk_snapshot_append_texture (snapshot, self->picture, &bounds);
    return;
  }
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->picture_width / gdk_texture_get_width (self->picture),
               self->picture_height / gdk_texture_get_height (self->picture));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* The last picture, moved and scaled to where its part of the map is now. */
static void
snapshot_picture (AtlasMapView *self, GtkSnapshot *snapshot)
{
  AtlasTransform now = atlas_viewport_get_transform (atlas_project_get_viewport (self->project));
  AtlasTransform then = self->picture_transform;
  double ratio = now.scale / then.scale;
  graphene_point_t corner = GRAPHENE_POINT_INIT ((float) (now.x0 - then.x0 * ratio),
                                                 (float) (now.y0 - then.y0 * ratio));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_scale (snapshot, (float) ratio, (float) ratio);
  append_pixels (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_paper (GtkSnapshot *snapshot, float width, float height)
{
  const GdkRGBA colour = { paper.r / 255.0f, paper.g / 255.0f, paper.b / 255.0f, 1 };

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/*
 * atlas_map_view_snapshot:
 *
 * Paper, the last picture where it belongs now, outlines drawn at once, and the note beside the pointer.
 */
void
atlas_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  snapshot_paper (snapshot, width, height);
  if (self->project && self->picture)
    snapshot_picture (self, snapshot);
  if (self->project)
    atlas_map_view_snapshot_overlay (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->tip, snapshot);
}
