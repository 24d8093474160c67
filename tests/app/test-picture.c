/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitPicture and RemitPictureStore: what a picture is of, what is kept, what is drawn in a thread and what happens when nobody
 * waits for it any more. */

#include "widget-fixture.h"

#include "remit-picture-store.h"
#include "remit-picture.h"

static RemitPictureRequest
make_request (RemitFramework  *framework,
              RemitArrangement arrangement,
              guint            model)
{
  return (RemitPictureRequest){
    .framework = framework,
    .layout = { .arrangement = arrangement,
                .service_model = arrangement == REMIT_ARRANGEMENT_STACK ? remit_framework_get_service_model (framework, model) : NULL,
                .width = arrangement == REMIT_ARRANGEMENT_STACK ? 400 : 800,
                .height = 600,
                .text_scale = 1 },
    .scale = 1,
  };
}

/* Whatever a picture depends on makes another request. */
static void
test_request_equal (void)
{
  g_autoptr (RemitFramework) framework = make_framework (2, 2);
  g_autoptr (RemitFramework) same = make_framework (2, 2);
  const RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_STACK, 0);
  RemitPictureRequest others[10];

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = request;
  others[0].framework = same;
  others[1].layout.arrangement = REMIT_ARRANGEMENT_MATRIX;
  others[2].layout.service_model = remit_framework_get_service_model (framework, 1);
  others[3].layout.width = 401;
  others[4].layout.height = 601;
  others[5].layout.text_scale = 1.1;
  others[6].layout.rtl = TRUE;
  others[7].layout.font_family = "Serif";
  others[8].theme = REMIT_THEME_DARK;
  others[9].scale = 2;
  g_assert_true (remit_picture_request_equal (&request, &request));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      RemitPictureRequest *copy = remit_picture_request_copy (&others[i]);

      g_assert_false (remit_picture_request_equal (&request, &others[i]));
      g_assert_true (remit_picture_request_equal (copy, &others[i]));
      g_assert_true (i != 7 || copy->layout.font_family != others[i].layout.font_family);
      remit_picture_request_free (copy);
    }
}

static void
test_matrix (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 2);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0);
  g_autoptr (GError) error = NULL;
  guint count = remit_renderer_get_count ();
  RemitPicture *picture;
  guint n_elements;
  const RemitElement *elements;

  request.scale = 2;
  picture = remit_picture_new (&request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 2);
  g_assert_true (remit_picture_request_equal (remit_picture_get_request (picture), &request));
  g_assert_cmpint (cairo_image_surface_get_width (remit_picture_get_surface (picture, REMIT_STATE_BRIGHT)), ==,
                   (int) (2 * remit_diagram_get_width (remit_picture_get_diagram (picture)) + 0.999));
  g_assert_cmpint (cairo_image_surface_get_width (remit_picture_get_surface (picture, REMIT_STATE_DIMMED)), ==,
                   cairo_image_surface_get_width (remit_picture_get_surface (picture, REMIT_STATE_BRIGHT)));
  elements = remit_diagram_get_elements (remit_picture_get_diagram (picture), &n_elements);
  for (guint i = 0; i < n_elements; i++)
    {
      graphene_rect_t shape;

      g_assert_nonnull (elements[i].id);
      g_assert_true (remit_picture_get_shape (picture, i, &shape));
      g_assert_cmpfloat (shape.origin.x, >=, 0);
      g_assert_cmpfloat (shape.origin.x + shape.size.width, <=, remit_diagram_get_width (remit_picture_get_diagram (picture)) + 1);
    }
  g_assert_finalize_object (picture);
}

static void
test_stack (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 2);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_STACK, 1);
  guint count = remit_renderer_get_count ();
  RemitPicture *picture = remit_picture_new (&request, NULL);

  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 1);
  g_assert_nonnull (remit_picture_get_surface (picture, REMIT_STATE_BRIGHT));
  g_assert_null (remit_picture_get_surface (picture, REMIT_STATE_DIMMED));
  g_assert_finalize_object (picture);
}

/* A part is a texture of the picture's own pixels, whole ones, and never more than there are. */
static void
test_area (void)
{
  static const struct
  {
    graphene_rect_t area;
    cairo_rectangle_int_t pixels; /* no width: nothing is drawn */
  } cases[] = {
    { { { 300.25f, 150.75f }, { 100.5f, 50 } }, { 600, 301, 202, 101 } },
    { { { -5, -5 }, { 10, 20 } }, { 0, 0, 10, 30 } },
    { { { -50, 0 }, { 20, 20 } }, { 0, 0, 0, 0 } },
  };
  g_autoptr (RemitFramework) framework = make_framework (3, 2);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0);
  g_autoptr (RemitPicture) picture = NULL;
  cairo_surface_t *surface;

  request.scale = 2;
  picture = remit_picture_new (&request, NULL);
  surface = remit_picture_get_surface (picture, REMIT_STATE_BRIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const cairo_rectangle_int_t *wanted = &cases[i].pixels;
      gsize row_size = (gsize) wanted->width * 4;
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      g_autofree guchar *pixels = g_malloc (row_size * (gsize) wanted->height + 1);
      graphene_rect_t bounds;

      remit_picture_snapshot_area (picture, REMIT_STATE_BRIGHT, &cases[i].area, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_true ((node == NULL) == (wanted->width == 0));
      if (node == NULL)
        continue;
      g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_TEXTURE_NODE);
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT ((float) wanted->x / 2, (float) wanted->y / 2,
                                                                        (float) wanted->width / 2, (float) wanted->height / 2)));
      gdk_texture_download (gsk_texture_node_get_texture (node), pixels, row_size);
      for (int y = 0; y < wanted->height; y++)
        g_assert_cmpmem (pixels + (gsize) y * row_size, row_size,
                         cairo_image_surface_get_data (surface) + (wanted->y + y) * cairo_image_surface_get_stride (surface) + wanted->x * 4, row_size);
    }
}

/* Where disputed cells are brought out there is that state alone: no service model is. */
static void
test_disputed (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 2);
  static const RemitArrangement arrangements[] = { REMIT_ARRANGEMENT_MATRIX, REMIT_ARRANGEMENT_STACK };

  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    {
      RemitPictureRequest request = make_request (framework, arrangements[i], 1);
      guint count = remit_renderer_get_count ();
      RemitPicture *picture, *other = remit_picture_new (&request, NULL);

      g_assert_cmpint (remit_picture_get_state (other), ==, i == 0 ? REMIT_STATE_DIMMED : REMIT_STATE_BRIGHT);
      request.show_disputed = TRUE;
      g_assert_false (remit_picture_request_alike (remit_picture_get_request (other), &request));
      picture = remit_picture_new (&request, NULL);
      g_assert_cmpuint (remit_renderer_get_count (), ==, count + (i == 0 ? 3 : 2));
      g_assert_cmpint (remit_picture_get_state (picture), ==, REMIT_STATE_DISPUTED);
      g_assert_nonnull (remit_picture_get_surface (picture, REMIT_STATE_DISPUTED));
      g_assert_null (remit_picture_get_surface (picture, REMIT_STATE_BRIGHT));
      g_assert_null (remit_picture_get_surface (picture, REMIT_STATE_DIMMED));
      g_assert_finalize_object (picture);
      g_assert_finalize_object (other);
    }
}

/* Both pictures are kept, so that turning the switch back and forth draws each once. */
static void
test_store_disputed (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 2);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0), disputed = request;
  RemitPictureStore *store = remit_picture_store_new ();
  RemitPicture *picture;

  disputed.show_disputed = TRUE;
  g_assert_null (remit_picture_store_get (store, &request));
  picture = remit_picture_store_wait (store);
  g_assert_null (remit_picture_store_get (store, &disputed));
  g_assert_nonnull (remit_picture_store_wait (store));
  g_assert_true (remit_picture_store_get (store, &request) == picture);
  g_assert_nonnull (remit_picture_store_get (store, &disputed));
  settle ();
  g_assert_finalize_object (store);
}

/* What would be too large for an image is drawn coarser, and has its size and shapes all the same. */
static void
test_too_large (void)
{
  g_autoptr (RemitFramework) framework = make_framework (200, 1);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_STACK, 0);
  g_autoptr (RemitPicture) picture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GError) error = NULL;
  graphene_rect_t bounds, shape;
  double height;
  guint n_elements;

  request.layout.text_scale = 2;
  request.scale = 4;
  picture = remit_picture_new (&request, &error);
  g_assert_no_error (error);
  height = remit_diagram_get_height (remit_picture_get_diagram (picture));
  g_assert_cmpfloat (height * request.scale, >, REMIT_RENDERER_LARGEST_SIDE);
  g_assert_cmpint (cairo_image_surface_get_height (remit_picture_get_surface (picture, REMIT_STATE_BRIGHT)), <=, REMIT_RENDERER_LARGEST_SIDE);
  remit_picture_snapshot (picture, REMIT_STATE_BRIGHT, snapshot, TRUE);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat_with_epsilon (bounds.size.height, height, 2);
  remit_diagram_get_elements (remit_picture_get_diagram (picture), &n_elements);
  g_assert_true (remit_picture_get_shape (picture, n_elements - 1, &shape));
  g_assert_cmpfloat (shape.origin.y, >, height * 0.9);
  request.scale = 1000;
  g_assert_null (remit_picture_new (&request, &error)); /* of no use to anybody */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
count_drawn (RemitPictureStore *store,
             guint             *count)
{
  (*count)++;
}

static void
test_store (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 2);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0);
  RemitPictureRequest dark = request;
  RemitPictureStore *store = remit_picture_store_new ();
  RemitPicture *picture;
  guint n_drawn = 0, count = remit_renderer_get_count ();

  dark.theme = REMIT_THEME_DARK;
  g_signal_connect (store, "drawn", G_CALLBACK (count_drawn), &n_drawn);
  g_assert_null (remit_picture_store_wait (store));
  g_assert_null (remit_picture_store_get (store, &request));
  wait_until (remit_picture_store_get (store, &request) != NULL); /* asked for again and again: it is drawn once */
  g_assert_cmpuint (n_drawn, ==, 1);
  picture = remit_picture_store_get (store, &request);
  g_assert_nonnull (picture);
  g_assert_true (remit_picture_request_equal (remit_picture_get_request (picture), &request));
  g_assert_true (remit_picture_store_get (store, &request) == picture);
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 2);

  g_assert_null (remit_picture_store_get (store, &dark)); /* another look */
  picture = remit_picture_store_wait (store);
  g_assert_nonnull (picture);
  g_assert_cmpint (remit_picture_get_request (picture)->theme, ==, REMIT_THEME_DARK);
  g_assert_true (remit_picture_store_get (store, &dark) == picture);
  settle ();
  g_assert_cmpuint (n_drawn, ==, 1); /* who waited need not be told */
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 4);
  g_assert_finalize_object (store);
}

/* A picture that is asked for while another is being drawn comes; the other does not matter any more, and those between are not drawn. */
static void
test_store_changed_mind (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 2);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0);
  RemitPictureStore *store = remit_picture_store_new ();
  guint n_drawn = 0, count = remit_renderer_get_count ();

  g_signal_connect (store, "drawn", G_CALLBACK (count_drawn), &n_drawn);
  for (guint i = 0; i < 10; i++)
    {
      request.layout.width = 800 + i;
      g_assert_null (remit_picture_store_get (store, &request));
    }
  wait_until (n_drawn > 0);
  g_assert_nonnull (remit_picture_store_get (store, &request));
  settle ();
  g_assert_cmpuint (n_drawn, ==, 1);
  g_assert_cmpuint (remit_renderer_get_count (), <=, count + 4);

  request.layout.width = 900;
  g_assert_null (remit_picture_store_get (store, &request));
  request.layout.width = 901;
  g_assert_null (remit_picture_store_get (store, &request));
  g_assert_true (remit_picture_request_equal (remit_picture_get_request (remit_picture_store_wait (store)), &request));
  settle ();
  g_assert_finalize_object (store);
}

/* The other service models of a stack; not of a matrix, and not when there are very many. */
static void
test_store_draw_ahead (void)
{
  static const struct
  {
    RemitArrangement arrangement;
    guint n_models, n_renders;
  } cases[] = {
    { REMIT_ARRANGEMENT_STACK, 4, 4 },
    { REMIT_ARRANGEMENT_STACK, 20, 1 },
    { REMIT_ARRANGEMENT_MATRIX, 4, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitFramework) framework = make_framework (2, cases[i].n_models);
      RemitPictureRequest request = make_request (framework, cases[i].arrangement, 1);
      RemitPictureStore *store = remit_picture_store_new ();
      guint count = remit_renderer_get_count ();

      remit_picture_store_get (store, &request);
      g_assert_nonnull (remit_picture_store_wait (store));
      for (guint n = 1; n < cases[i].n_models; n++)
        {
          remit_picture_store_draw_ahead (store, &request);
          remit_picture_store_wait (store);
        }
      settle ();
      g_assert_cmpuint (remit_renderer_get_count (), ==, count + cases[i].n_renders);
      for (guint m = 0; cases[i].n_renders == 4 && m < 4; m++)
        {
          request.layout.service_model = remit_framework_get_service_model (framework, m);
          g_assert_nonnull (remit_picture_store_get (store, &request));
        }
      g_assert_finalize_object (store);
    }
}

/* How many pixels two pictures of the same size differ in, in the columns from @from to @to. */
static guint
count_different (RemitPicture *a,
                 RemitPicture *b,
                 RemitState    state,
                 int           from,
                 int           to)
{
  cairo_surface_t *surfaces[] = { remit_picture_get_surface (a, state), remit_picture_get_surface (b, state) };
  int stride = cairo_image_surface_get_stride (surfaces[0]) / 4;
  const guint32 *pixels[] = { (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surfaces[0]),
                              (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surfaces[1]) };
  guint n_different = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surfaces[0]); y++)
    for (int x = from; x < to; x++)
      n_different += pixels[0][y * stride + x] != pixels[1][y * stride + x];
  return n_different;
}

/* What is seen first has all of one service model and not of the others; the rest is drawn ahead, without what is there already. */
static void
test_store_first (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 3);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0);
  g_autoptr (RemitPictureStore) store = remit_picture_store_new ();
  g_autoptr (RemitPicture) whole = remit_picture_new (&request, NULL);
  g_autoptr (RemitPicture) first = NULL;
  RemitPicture *completed;
  graphene_rect_t lens, other;
  guint count = remit_renderer_get_count (), n_elements;
  int width = cairo_image_surface_get_width (remit_picture_get_surface (whole, REMIT_STATE_BRIGHT));

  request.first = remit_framework_get_service_model (framework, 1);
  g_assert_null (remit_picture_store_get (store, &request));
  g_set_object (&first, remit_picture_store_wait (store));
  g_assert_false (remit_picture_is_whole (first));
  remit_picture_get_lens (first, request.first, &lens);
  remit_picture_get_lens (first, remit_framework_get_service_model (framework, 2), &other);
  g_assert_cmpuint (count_different (first, whole, REMIT_STATE_BRIGHT, (int) lens.origin.x, (int) (lens.origin.x + lens.size.width)), ==, 0);
  g_assert_cmpuint (count_different (first, whole, REMIT_STATE_BRIGHT, (int) other.origin.x, (int) (other.origin.x + other.size.width)), >, 0);
  g_assert_cmpuint (count_different (first, whole, REMIT_STATE_DIMMED, 0, width), ==, 0);
  remit_diagram_get_elements (remit_picture_get_diagram (whole), &n_elements);
  for (guint i = 0; i < n_elements; i++)
    {
      g_assert_true (remit_picture_get_shape (first, i, &lens));
      g_assert_true (remit_picture_get_shape (whole, i, &other));
      g_assert_true (graphene_rect_equal (&lens, &other));
    }

  request.first = NULL;
  g_assert_true (remit_picture_store_get (store, &request) == first);
  remit_picture_store_draw_ahead (store, &request);
  wait_until (remit_picture_store_get (store, &request) != first);
  completed = remit_picture_store_get (store, &request);
  g_assert_true (remit_picture_is_whole (completed));
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 3);
  g_assert_cmpuint (count_different (completed, whole, REMIT_STATE_BRIGHT, 0, width), ==, 0);
  g_assert_true (remit_picture_get_surface (completed, REMIT_STATE_DIMMED) == remit_picture_get_surface (first, REMIT_STATE_DIMMED));
  for (guint i = 0; i < 3; i++)
    {
      remit_picture_get_lens (completed, remit_framework_get_service_model (framework, i), &lens);
      remit_picture_get_lens (whole, remit_framework_get_service_model (framework, i), &other);
      g_assert_true (graphene_rect_equal (&lens, &other));
    }
  remit_picture_store_draw_ahead (store, &request);
  settle ();
  g_assert_true (remit_picture_store_get (store, &request) == completed);
}

/* A store may go while it draws. */
static void
test_store_gone (void)
{
  g_autoptr (RemitFramework) framework = make_framework (20, 10);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0);
  RemitPictureStore *store = remit_picture_store_new ();
  gpointer weak = store;

  g_object_add_weak_pointer (G_OBJECT (store), &weak);
  g_assert_null (remit_picture_store_get (store, &request));
  g_object_run_dispose (G_OBJECT (store));
  g_object_unref (store);
  wait_until (weak == NULL); /* the thread had it as long as it drew */
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/picture/request-equal", test_request_equal);
  g_test_add_func ("/picture/matrix", test_matrix);
  g_test_add_func ("/picture/stack", test_stack);
  g_test_add_func ("/picture/disputed", test_disputed);
  g_test_add_func ("/picture/area", test_area);
  g_test_add_func ("/picture/too-large", test_too_large);
  g_test_add_func ("/picture-store/get", test_store);
  g_test_add_func ("/picture-store/disputed", test_store_disputed);
  g_test_add_func ("/picture-store/changed-mind", test_store_changed_mind);
  g_test_add_func ("/picture-store/draw-ahead", test_store_draw_ahead);
  g_test_add_func ("/picture-store/first", test_store_first);
  g_test_add_func ("/picture-store/gone", test_store_gone);
  return g_test_run ();
}
