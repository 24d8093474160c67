/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-picture.h"

#include <math.h>

/* Narrower than this, at 100 % text, a matrix is cramped and one service model is shown at a time. */
#define MATRIX_MIN_WIDTH 559

/* Between the heads and the first row, in CSS pixels: room for the frame of a head that has the focus. */
#define UNDER_HEADS 4

#define N_STATES (REMIT_STATE_DIMMED + 1)

struct _RemitPicture
{
  GObject parent_instance;
  RemitPictureRequest *request;
  RemitDiagram *diagram;
  cairo_surface_t *surfaces[N_STATES]; /* NULL for a stack's dimmed one */
  GdkTexture *textures[N_STATES];      /* of the same pixels, made when asked for */
  graphene_rect_t *shapes; /* one for each element of the diagram; empty where it has none */
  graphene_size_t heads;
};

G_DEFINE_FINAL_TYPE (RemitPicture, remit_picture, G_TYPE_OBJECT)

/**
 * remit_picture_request_make:
 * @model: the service model that a stack shows
 * @width: the width there is, in CSS pixels
 * @height: the height there is
 * @matrix_width: the width that a matrix of @framework needs, as far as that is known; 0 where it is not
 *
 * Returns: a request that borrows what it points to: a matrix, or where that is cramped a stack
 */
RemitPictureRequest
remit_picture_request_make (RemitFramework    *framework,
                            RemitServiceModel *model,
                            const RemitLook   *look,
                            int                width,
                            int                height,
                            double             matrix_width)
{
  gboolean is_stack = width < MAX (matrix_width, MATRIX_MIN_WIDTH * look->text_scale);

  return (RemitPictureRequest){
    .framework = framework,
    .layout = { .arrangement = is_stack ? REMIT_ARRANGEMENT_STACK : REMIT_ARRANGEMENT_MATRIX,
                .service_model = is_stack ? model : NULL,
                .width = width,
                .height = height,
                .text_scale = look->text_scale,
                .rtl = look->rtl,
                .font_family = look->font_family },
    .theme = look->theme,
    .scale = look->scale,
  };
}

RemitPictureRequest *
remit_picture_request_copy (const RemitPictureRequest *self)
{
  RemitPictureRequest *copy = g_new (RemitPictureRequest, 1);

  *copy = *self;
  g_object_ref (copy->framework);
  if (copy->layout.service_model != NULL)
    g_object_ref (copy->layout.service_model);
  copy->layout.font_family = g_strdup (copy->layout.font_family);
  return copy;
}

void
remit_picture_request_free (RemitPictureRequest *self)
{
  g_object_unref (self->framework);
  g_clear_object (&self->layout.service_model);
  g_free ((char *) self->layout.font_family);
  g_free (self);
}

/* Whether they differ in nothing but the size. */
gboolean
remit_picture_request_alike (const RemitPictureRequest *a,
                             const RemitPictureRequest *b)
{
  return a->framework == b->framework && a->layout.arrangement == b->layout.arrangement && a->layout.service_model == b->layout.service_model
         && a->layout.text_scale == b->layout.text_scale && a->layout.rtl == b->layout.rtl
         && g_strcmp0 (a->layout.font_family, b->layout.font_family) == 0 && a->theme == b->theme && a->scale == b->scale;
}

gboolean
remit_picture_request_equal (const RemitPictureRequest *a,
                             const RemitPictureRequest *b)
{
  return remit_picture_request_alike (a, b) && a->layout.width == b->layout.width && a->layout.height == b->layout.height;
}

static void
remit_picture_finalize (GObject *object)
{
  RemitPicture *self = REMIT_PICTURE (object);

  g_clear_pointer (&self->request, remit_picture_request_free);
  g_clear_object (&self->diagram);
  for (guint i = 0; i < N_STATES; i++)
    {
      g_clear_object (&self->textures[i]);
      g_clear_pointer (&self->surfaces[i], cairo_surface_destroy);
    }
  g_free (self->shapes);

  G_OBJECT_CLASS (remit_picture_parent_class)->finalize (object);
}

static void
remit_picture_class_init (RemitPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_picture_finalize;
}

static void
remit_picture_init (RemitPicture *self)
{
}

static gboolean
draw (RemitPicture  *self,
      RemitRenderer *renderer,
      RemitState     state,
      GError       **error)
{
  self->surfaces[state] = remit_renderer_render (renderer, state, self->request->theme, self->request->scale, error);
  return self->surfaces[state] != NULL;
}

/* The pixels belong to the surface, which lives as long as the texture. */
static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                                         (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

/* The heads of service models end over the first row; those of layers at the first column, at whose side there is nothing in a stack. */
static void
take_heads (RemitPicture          *self,
            const RemitElement    *element,
            const graphene_rect_t *shape)
{
  const RemitLayout *layout = &self->request->layout;

  if (g_str_has_prefix (element->id, "model-"))
    self->heads.height = MAX (self->heads.height, shape->origin.y + shape->size.height + UNDER_HEADS);
  else if (g_str_has_prefix (element->id, "cell-") && layout->arrangement == REMIT_ARRANGEMENT_MATRIX)
    {
      float width = layout->rtl ? (float) remit_diagram_get_width (self->diagram) - shape->origin.x - shape->size.width : shape->origin.x;

      self->heads.width = self->heads.width > 0 ? MIN (self->heads.width, width) : width;
    }
}

static void
take_shapes (RemitPicture  *self,
             RemitRenderer *renderer)
{
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (self->diagram, &n_elements);

  self->shapes = g_new0 (graphene_rect_t, n_elements);
  for (guint i = 0; i < n_elements; i++)
    {
      cairo_rectangle_t shape;

      if (!remit_renderer_get_shape (renderer, elements[i].id, &shape))
        continue;
      graphene_rect_init (&self->shapes[i], (float) shape.x, (float) shape.y, (float) shape.width, (float) shape.height);
      take_heads (self, &elements[i], &self->shapes[i]);
    }
}

/**
 * remit_picture_new:
 *
 * Draws, in any thread. Errors are the renderer's.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL on error
 */
RemitPicture *
remit_picture_new (const RemitPictureRequest *request,
                   GError                   **error)
{
  g_autoptr (RemitPicture) self = g_object_new (REMIT_TYPE_PICTURE, NULL);
  g_autoptr (RemitRenderer) renderer = NULL;

  self->request = remit_picture_request_copy (request);
  self->diagram = remit_diagram_new (request->framework, &request->layout);
  renderer = remit_renderer_new (self->diagram, error);
  if (renderer == NULL)
    return NULL;
  if (!draw (self, renderer, REMIT_STATE_BRIGHT, error))
    return NULL;
  if (request->layout.arrangement == REMIT_ARRANGEMENT_MATRIX && !draw (self, renderer, REMIT_STATE_DIMMED, error))
    return NULL;
  take_shapes (self, renderer);
  return g_steal_pointer (&self);
}

const RemitPictureRequest *
remit_picture_get_request (RemitPicture *self)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self), NULL);

  return self->request;
}

RemitDiagram *
remit_picture_get_diagram (RemitPicture *self)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self), NULL);

  return self->diagram;
}

cairo_surface_t *
remit_picture_get_surface (RemitPicture *self,
                           RemitState    state)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self) && state < N_STATES, NULL);

  return self->surfaces[state];
}

/**
 * remit_picture_snapshot:
 * @state: one that the picture has a surface of
 * @for_cairo: whether GTK draws without a graphics card; it would convert every pixel of a texture for every frame then
 *
 * Appends the picture in its natural size.
 */
void
remit_picture_snapshot (RemitPicture *self,
                        RemitState    state,
                        GtkSnapshot  *snapshot,
                        gboolean      for_cairo)
{
  graphene_rect_t bounds;
  cairo_surface_t *surface;
  float scale;

  g_return_if_fail (REMIT_IS_PICTURE (self) && state < N_STATES && self->surfaces[state] != NULL);

  surface = self->surfaces[state];
  scale = (float) self->request->scale;
  /* whole pixels: a little larger than the diagram, and never scaled */
  graphene_rect_init (&bounds, 0, 0, (float) cairo_image_surface_get_width (surface) / scale,
                      (float) cairo_image_surface_get_height (surface) / scale);
  if (for_cairo)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      cairo_scale (cr, 1 / scale, 1 / scale);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      return;
    }
  if (self->textures[state] == NULL)
    self->textures[state] = make_texture (surface);
  gtk_snapshot_append_texture (snapshot, self->textures[state], &bounds);
}

/**
 * remit_picture_get_shape:
 * @element: index into the diagram's elements
 * @shape: (out): the element's box, in CSS pixels
 *
 * Returns: whether the element has a shape
 */
gboolean
remit_picture_get_shape (RemitPicture    *self,
                         guint            element,
                         graphene_rect_t *shape)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self), FALSE);

  *shape = self->shapes[element];
  return shape->size.width > 0 && shape->size.height > 0;
}

/**
 * remit_picture_get_heads_size:
 * @stretch: how much the picture is stretched
 * @size: (out): the width of what stands before the first service model, and the height of what stands over the first layer, in whole CSS
 *   pixels; a stack has no such width
 */
void
remit_picture_get_heads_size (RemitPicture    *self,
                              float            stretch,
                              graphene_size_t *size)
{
  g_return_if_fail (REMIT_IS_PICTURE (self));

  graphene_size_init (size, roundf (self->heads.width * stretch), roundf (self->heads.height * stretch));
}

/**
 * remit_picture_get_lens:
 * @lens: (out): what frames @model, in CSS pixels; empty in a stack, which shows one service model, and for a model of another framework
 */
void
remit_picture_get_lens (RemitPicture      *self,
                        RemitServiceModel *model,
                        graphene_rect_t   *lens)
{
  guint n_elements;
  const RemitElement *elements;

  g_return_if_fail (REMIT_IS_PICTURE (self));

  graphene_rect_init (lens, 0, 0, 0, 0);
  elements = remit_diagram_get_elements (self->diagram, &n_elements);
  for (guint i = 0; i < n_elements; i++)
    if (elements[i].object == (GObject *) model && g_str_has_prefix (elements[i].id, "lens-"))
      *lens = self->shapes[i];
}
