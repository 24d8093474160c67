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

static void
test_too_large (void)
{
  g_autoptr (RemitFramework) framework = make_framework (1, 1);
  RemitPictureRequest request = make_request (framework, REMIT_ARRANGEMENT_MATRIX, 0);
  g_autoptr (GError) error = NULL;

  request.scale = 100;
  g_assert_null (remit_picture_new (&request, &error));
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
  g_test_add_func ("/picture/too-large", test_too_large);
  g_test_add_func ("/picture-store/get", test_store);
  g_test_add_func ("/picture-store/changed-mind", test_store_changed_mind);
  g_test_add_func ("/picture-store/draw-ahead", test_store_draw_ahead);
  g_test_add_func ("/picture-store/gone", test_store_gone);
  return g_test_run ();
}
