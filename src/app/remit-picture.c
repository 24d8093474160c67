/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-picture.h"

#include <math.h>

/* Narrower than this, at 100 % text, a matrix is cramped and one service model is shown at a time. */
#define MATRIX_MIN_WIDTH 559

#define MAX_MODELS_IN_STACK 8

/* Between the heads and the first row, in CSS pixels: room for the frame of a head that has the focus. */
#define UNDER_HEADS 4

#define PIXEL 4                         /* bytes */
#define MOST_PIXELS (64. * 1024 * 1024) /* in an image */
#define COARSEST (1. / 32)              /* of what was asked for */

#define N_STATES (REMIT_STATE_DISPUTED + 1)

struct _RemitPicture
{
  GObject parent_instance;
  RemitPictureRequest *request;
  RemitDiagram *diagram;
  double scale; /* device pixels for a CSS pixel: what was asked for, less where an image would be too large */
  cairo_surface_t *surfaces[N_STATES]; /* NULL for those that are not shown */
  GdkTexture *textures[N_STATES];      /* of the same pixels, made when asked for */
  graphene_rect_t *marks;  /* of a stack, as the next: circles of cells on which others disagree, or of boxes with a name */
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
  if (copy->framework != NULL)
    g_object_ref (copy->framework);
  if (copy->coverage != NULL)
    g_object_ref (copy->coverage);
  if (copy->layout.service_model != NULL)
    g_object_ref (copy->layout.service_model);
  if (copy->first != NULL)
    g_object_ref (copy->first);
  copy->layout.font_family = g_strdup (copy->layout.font_family);
  copy->parts = (const char *const *) g_strdupv ((char **) copy->parts);
  return copy;
}

void
remit_picture_request_free (RemitPictureRequest *self)
{
  g_clear_object (&self->framework);
  g_clear_object (&self->coverage);
  g_clear_object (&self->layout.service_model);
  g_clear_object (&self->first);
  g_free ((char *) self->layout.font_family);
  g_strfreev ((char **) self->parts);
  g_free (self);
}

static gboolean
has_same_parts (const RemitPictureRequest *a,
                const RemitPictureRequest *b)
{
  return a->parts == b->parts || (a->parts != NULL && b->parts != NULL && g_strv_equal (a->parts, b->parts));
}

/* Whether they differ in nothing but the size. */
gboolean
remit_picture_request_alike (const RemitPictureRequest *a,
                             const RemitPictureRequest *b)
{
  return a->framework == b->framework && a->coverage == b->coverage && a->position == b->position && a->layout.arrangement == b->layout.arrangement && a->layout.service_model == b->layout.service_model
         && a->layout.text_scale == b->layout.text_scale && a->layout.rtl == b->layout.rtl
         && g_strcmp0 (a->layout.font_family, b->layout.font_family) == 0 && a->theme == b->theme && a->scale == b->scale
         && a->show_disputed == b->show_disputed && a->recedes == b->recedes && a->owners_hidden == b->owners_hidden && has_same_parts (a, b);
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
  g_free (self->marks);
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

/* Returns: (nullable): the layer of a cell or the layer itself; %NULL for other elements */
static RemitLayer *
get_layer (const RemitElement *element)
{
  if (REMIT_IS_RESPONSIBILITY (element->object))
    return remit_responsibility_get_layer (REMIT_RESPONSIBILITY (element->object));
  return REMIT_IS_LAYER (element->object) ? REMIT_LAYER (element->object) : NULL;
}

/* Rather coarse than not at all; but what is millions of pixels high was measured without any font, and is refused by the renderer. */
static double
choose_scale (RemitPicture *self)
{
  double width = remit_diagram_get_width (self->diagram), height = remit_diagram_get_height (self->diagram);
  double largest = MIN ((REMIT_RENDERER_LARGEST_SIDE - 1) / MAX (width, height), sqrt (MOST_PIXELS / (width * height)));

  return largest > self->request->scale * COARSEST ? MIN (self->request->scale, largest) : self->request->scale;
}

/* Parts of a building with their labels, over nothing. */
static cairo_surface_t *
draw_parts (RemitPicture  *self,
            RemitRenderer *renderer,
            RemitState     state,
            GError       **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (self->diagram, &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      RemitLayer *layer = get_layer (&elements[i]);

      if (layer != NULL && g_strv_contains (self->request->parts, remit_item_get_id (REMIT_ITEM (layer))))
        g_ptr_array_add (ids, elements[i].id);
    }
  g_ptr_array_add (ids, NULL);
  return remit_renderer_render_elements (renderer, state, self->request->theme, self->scale, (const char *const *) ids->pdata, error);
}

static gboolean
draw (RemitPicture  *self,
      RemitRenderer *renderer,
      RemitState     state,
      GError       **error)
{
  RemitState shown = !self->request->owners_hidden ? state : state == REMIT_STATE_DIMMED ? REMIT_STATE_MASKED_DIMMED : REMIT_STATE_MASKED;

  if (state == REMIT_STATE_BRIGHT && self->request->parts != NULL)
    self->surfaces[state] = draw_parts (self, renderer, shown, error);
  else
    self->surfaces[state] = remit_renderer_render (renderer, shown, self->request->theme, self->scale,
                                                   state == REMIT_STATE_BRIGHT ? self->request->first : NULL, error);
  return self->surfaces[state] != NULL;
}

/* The pixels belong to the surface, which lives as long as the texture. */
static GdkTexture *
make_texture (cairo_surface_t             *surface,
              const cairo_rectangle_int_t *area)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const guchar *pixels = cairo_image_surface_get_data (surface) + (gsize) area->y * stride + (gsize) area->x * PIXEL;
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (pixels, (gsize) (area->height - 1) * stride + (gsize) area->width * PIXEL,
                                                         (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (area->width, area->height, GDK_MEMORY_DEFAULT, bytes, stride);
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

static void
take_marks (RemitPicture  *self,
            RemitRenderer *renderer)
{
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (self->diagram, &n_elements);

  self->marks = g_new0 (graphene_rect_t, n_elements);
  for (guint i = 0; i < n_elements; i++)
    {
      g_autofree char *id = g_strconcat ("mark-", elements[i].id, NULL);
      cairo_rectangle_t mark;

      if (remit_renderer_get_shape (renderer, id, &mark))
        graphene_rect_init (&self->marks[i], (float) mark.x, (float) mark.y, (float) mark.width, (float) mark.height);
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
  self->diagram = request->coverage != NULL ? remit_diagram_new_coverage (request->coverage, request->position, &request->layout)
                                            : remit_diagram_new (request->framework, &request->layout);
  self->scale = choose_scale (self);
  renderer = remit_renderer_new (self->diagram, error);
  if (renderer == NULL)
    return NULL;
  if ((request->layout.arrangement == REMIT_ARRANGEMENT_MATRIX || request->recedes) && !request->show_disputed
      && !draw (self, renderer, REMIT_STATE_DIMMED, error))
    return NULL;
  take_shapes (self, renderer);
  /* the last, since what is not drawn in it has no shape in the renderer then and would be missing in other states */
  if (!draw (self, renderer, request->show_disputed ? REMIT_STATE_DISPUTED : REMIT_STATE_BRIGHT, error))
    return NULL;
  if (request->layout.arrangement == REMIT_ARRANGEMENT_STACK)
    take_marks (self, renderer);
  return g_steal_pointer (&self);
}

/**
 * remit_picture_complete:
 * @self: one that is not whole
 *
 * Draws what is missing, in any thread. Errors are the renderer's.
 *
 * Returns: (transfer full) (nullable): the whole picture; %NULL on error
 */
RemitPicture *
remit_picture_complete (RemitPicture *self,
                        GError      **error)
{
  g_autoptr (RemitPicture) whole = g_object_new (REMIT_TYPE_PICTURE, NULL);
  g_autoptr (RemitRenderer) renderer = remit_renderer_new (self->diagram, error);
  guint n_elements;

  g_return_val_if_fail (REMIT_IS_PICTURE (self), NULL);

  whole->request = remit_picture_request_copy (self->request);
  g_clear_object (&whole->request->first);
  whole->diagram = g_object_ref (self->diagram);
  whole->scale = self->scale;
  if (renderer == NULL || !draw (whole, renderer, REMIT_STATE_BRIGHT, error))
    return NULL;
  whole->surfaces[REMIT_STATE_DIMMED] = cairo_surface_reference (self->surfaces[REMIT_STATE_DIMMED]);
  remit_diagram_get_elements (self->diagram, &n_elements);
  whole->shapes = g_memdup2 (self->shapes, n_elements * sizeof *self->shapes);
  whole->heads = self->heads;
  return g_steal_pointer (&whole);
}

/* Whether all of it has been drawn, and not only what is seen first. */
gboolean
remit_picture_is_whole (RemitPicture *self)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self), FALSE);

  return self->request->first == NULL;
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

/* Few service models are better shown one by one than scrolled sideways; many are not. */
gboolean
remit_picture_is_too_wide (RemitPicture *self)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self), FALSE);

  return self->request->layout.arrangement == REMIT_ARRANGEMENT_MATRIX
         && remit_diagram_get_width (self->diagram) > self->request->layout.width
         && g_list_model_get_n_items (remit_framework_get_service_models (self->request->framework)) <= MAX_MODELS_IN_STACK;
}

/* The state that is shown but for the lens: disputed, which looks the same through it, dimmed, or bright where a stack has no lens and
 * nothing of it recedes. */
RemitState
remit_picture_get_state (RemitPicture *self)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self), REMIT_STATE_BRIGHT);

  if (self->request->show_disputed)
    return REMIT_STATE_DISPUTED;
  return self->surfaces[REMIT_STATE_DIMMED] != NULL ? REMIT_STATE_DIMMED : REMIT_STATE_BRIGHT;
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
  scale = (float) self->scale;
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
    self->textures[state] = make_texture (surface, &(cairo_rectangle_int_t){ 0, 0, cairo_image_surface_get_width (surface),
                                                                             cairo_image_surface_get_height (surface) });
  gtk_snapshot_append_texture (snapshot, self->textures[state], &bounds);
}

/**
 * remit_picture_snapshot_area:
 * @state: one that the picture has a surface of
 * @area: what to append, in CSS pixels; it grows to whole pixels
 *
 * Appends a part of the picture for a frame, with a texture of its own. A clip would do the same, but has to have a shader compiled and
 * the whole texture made.
 */
void
remit_picture_snapshot_area (RemitPicture          *self,
                             RemitState             state,
                             const graphene_rect_t *area,
                             GtkSnapshot           *snapshot)
{
  g_autoptr (GdkTexture) texture = NULL;
  cairo_rectangle_int_t pixels;
  graphene_rect_t bounds;
  float scale;

  g_return_if_fail (REMIT_IS_PICTURE (self) && state < N_STATES && self->surfaces[state] != NULL);

  scale = (float) self->scale;
  graphene_rect_scale (area, scale, scale, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  if (!graphene_rect_intersection (&bounds, &GRAPHENE_RECT_INIT (0, 0, (float) cairo_image_surface_get_width (self->surfaces[state]),
                                                                 (float) cairo_image_surface_get_height (self->surfaces[state])), &bounds))
    return;
  pixels = (cairo_rectangle_int_t){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  texture = make_texture (self->surfaces[state], &pixels);
  graphene_rect_scale (&bounds, 1 / scale, 1 / scale, &bounds);
  gtk_snapshot_append_texture (snapshot, texture, &bounds);
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
 * remit_picture_get_row:
 * @layer: which row
 * @model: (nullable): only the cell of this service model; %NULL for all of the row with its head
 * @row: (out): its box, in CSS pixels; empty where there is none
 */
void
remit_picture_get_row (RemitPicture      *self,
                       RemitLayer        *layer,
                       RemitServiceModel *model,
                       graphene_rect_t   *row)
{
  guint n_elements;
  const RemitElement *elements;

  g_return_if_fail (REMIT_IS_PICTURE (self));

  graphene_rect_init (row, 0, 0, 0, 0);
  elements = remit_diagram_get_elements (self->diagram, &n_elements);
  for (guint i = 0; i < n_elements; i++)
    {
      gboolean is_cell = REMIT_IS_RESPONSIBILITY (elements[i].object);

      if (get_layer (&elements[i]) != layer || self->shapes[i].size.width <= 0
          || (model != NULL && (!is_cell || remit_responsibility_get_service_model (REMIT_RESPONSIBILITY (elements[i].object)) != model)))
        continue;
      if (row->size.width > 0)
        graphene_rect_union (row, &self->shapes[i], row);
      else
        *row = self->shapes[i];
    }
}

/**
 * remit_picture_get_mark:
 * @element: index into the diagram's elements
 * @mark: (out): the circle that says that others disagree, or that there is more about a box of coverage, in CSS pixels
 *
 * Returns: whether the picture is a stack or of coverage, and the element has such a mark
 */
gboolean
remit_picture_get_mark (RemitPicture    *self,
                        guint            element,
                        graphene_rect_t *mark)
{
  g_return_val_if_fail (REMIT_IS_PICTURE (self), FALSE);

  graphene_rect_init (mark, 0, 0, 0, 0);
  if (self->marks != NULL)
    *mark = self->marks[element];
  return mark->size.width > 0;
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
