/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitDiagramView, larger than its window: it scrolls, and heads stay in sight. */

#include "diagram-view-fixture.h"

static GtkAdjustment *
get_adjustment (Fixture       *self,
                GtkOrientation orientation)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_window_get_child (self->window));

  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrolled_window_get_hadjustment (scroller) : gtk_scrolled_window_get_vadjustment (scroller);
}

static void
scroll (Fixture *self,
        double   x,
        double   y)
{
  gtk_adjustment_set_value (get_adjustment (self, GTK_ORIENTATION_HORIZONTAL), x);
  gtk_adjustment_set_value (get_adjustment (self, GTK_ORIENTATION_VERTICAL), y);
  draw_frame (self->view);
}

static graphene_rect_t
get_bounds (Fixture    *self,
            const char *layer,
            const char *model)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_item (self->view, layer, model)), self->view, &bounds));
  return bounds;
}

static void
assert_bounds (Fixture         *self,
               const char      *layer,
               const char      *model,
               graphene_rect_t *was,
               double           right,
               double           down)
{
  graphene_rect_t is = get_bounds (self, layer, model);

  graphene_rect_offset (was, (float) right, (float) down);
  g_assert_true (graphene_rect_equal (&is, was));
}

/* What the pointer meets in the middle of an item. */
static GtkWidget *
pick (Fixture    *self,
      const char *layer,
      const char *model)
{
  graphene_rect_t bounds = get_bounds (self, layer, model);

  return gtk_widget_pick (self->view, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2, GTK_PICK_DEFAULT);
}

static void
assert_picked (Fixture    *self,
               const char *layer,
               const char *model)
{
  g_assert_true (pick (self, layer, model) == GTK_WIDGET (find_item (self->view, layer, model)));
}

/* The pixels of the view, four bytes each. */
static guchar *
draw (Fixture *self,
      int      width,
      int      height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc0 ((gsize) width * (gsize) height * 4);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  return pixels;
}

static void
test_large (void)
{
  g_autoptr (RemitFramework) framework = make_framework (100, 20);
  Fixture self = set_up (framework, MATRIX_WIDTH);
  guint count = remit_renderer_get_count ();

  g_assert_cmpuint (count_items (self.view), ==, 100 + 20 + 2000);
  focus (&self, "l99", "m19"); /* what has the focus is scrolled into sight */
  draw_frame (self.view);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (&self, GTK_ORIENTATION_VERTICAL)), >, 1000);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (&self, GTK_ORIENTATION_HORIZONTAL)), >, 100);
  click (&self, "l99", "m19");
  assert_selected (&self, "l99", "m19");
  assert_pressed (&self);
  focus (&self, "l0", "m0");
  draw_frame (self.view);
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  tear_down (&self);
}

/* Scrolled, heads stay where they are, have the pointer where cells go under them, and no SVG is drawn. */
static void
test_heads (gconstpointer direction)
{
  g_autoptr (RemitFramework) framework = make_framework (100, 20);
  graphene_rect_t model, layer, cell;
  double x, to_the_side;
  Fixture self;
  guint count;

  gtk_widget_set_default_direction ((GtkTextDirection) GPOINTER_TO_INT (direction));
  self = set_up (framework, MATRIX_WIDTH);
  count = remit_renderer_get_count ();
  x = gtk_adjustment_get_value (get_adjustment (&self, GTK_ORIENTATION_HORIZONTAL));
  to_the_side = x > 0 ? -300 : 300;
  model = get_bounds (&self, NULL, "m5");
  layer = get_bounds (&self, "l20", NULL);
  cell = get_bounds (&self, "l20", "m5");

  scroll (&self, x + to_the_side, 500);
  assert_bounds (&self, NULL, "m5", &model, -to_the_side, 0);
  assert_bounds (&self, "l20", NULL, &layer, 0, -500);
  assert_bounds (&self, "l20", "m5", &cell, -to_the_side, -500);
  assert_picked (&self, NULL, "m5");
  assert_picked (&self, "l20", NULL);
  assert_picked (&self, "l20", "m5");

  for (guint i = 1; i < 12; i++) /* as one row goes under the heads */
    {
      scroll (&self, x + to_the_side, 500 + 4 * i);
      assert_picked (&self, NULL, "m5");
    }
  click (&self, NULL, "m5"); /* the layers one looks at stay */
  draw_frame (self.view);
  assert_bounds (&self, "l20", "m5", &cell, 0, -44);
  scroll (&self, x + to_the_side / 5, 500);
  g_assert_true (pick (&self, NULL, "m0") == self.view); /* under the corner */
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  tear_down (&self);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The first @width columns are the same. */
static void
assert_sides_equal (const guchar *a,
                    const guchar *b,
                    int           width,
                    int           height)
{
  for (gsize y = 0; y < (gsize) height; y++)
    g_assert_cmpmem (a + y * MATRIX_WIDTH * 4, (gsize) width * 4, b + y * MATRIX_WIDTH * 4, (gsize) width * 4);
}

/* What one sees of the heads is what it was before; the lens goes under them. */
static void
test_drawn (void)
{
  g_autoptr (RemitFramework) framework = make_framework (100, 20);
  Fixture self = set_up (framework, MATRIX_WIDTH);
  graphene_rect_t model = get_bounds (&self, NULL, "m0"), layer = get_bounds (&self, "l0", NULL);
  int top = (int) (model.origin.y + model.size.height), height = gtk_widget_get_height (self.view);
  int side = (int) (layer.origin.x + layer.size.width);
  g_autofree guchar *before = draw (&self, MATRIX_WIDTH, height), *down = NULL, *sideways = NULL, *other_model = NULL;

  scroll (&self, 0, 500);
  down = draw (&self, MATRIX_WIDTH, height);
  g_assert_cmpmem (down, (gsize) MATRIX_WIDTH * (gsize) top * 4, before, (gsize) MATRIX_WIDTH * (gsize) top * 4);
  g_assert_true (memcmp (down, before, (gsize) MATRIX_WIDTH * (gsize) height * 4) != 0);
  scroll (&self, 300, 0);
  sideways = draw (&self, MATRIX_WIDTH, height);
  assert_sides_equal (sideways, before, side - 3, height); /* the edge of the first model's lens lies over the end of them */
  g_assert_true (memcmp (sideways, before, (gsize) MATRIX_WIDTH * (gsize) height * 4) != 0);
  click (&self, NULL, "m5");
  draw_frame (self.view);
  other_model = draw (&self, MATRIX_WIDTH, height);
  assert_sides_equal (other_model, sideways, side, height);
  tear_down (&self);
}

/* Wherever the focus goes, it is not under the heads; where it is on a head, nothing is scrolled for it. */
static void
test_shown (gconstpointer direction)
{
  static const struct
  {
    const char *layer, *model;
  } steps[] = { { "l99", "m19" }, { "l60", "m12" }, { "l20", "m3" }, { "l21", "m4" }, { "l5", "m1" }, { "l0", "m0" }, { "l50", "m10" } };
  g_autoptr (RemitFramework) framework = make_framework (100, 20);
  GtkAdjustment *x, *y;
  double was_x, was_y;
  Fixture self;

  gtk_widget_set_default_direction ((GtkTextDirection) GPOINTER_TO_INT (direction));
  self = set_up (framework, MATRIX_WIDTH);
  x = get_adjustment (&self, GTK_ORIENTATION_HORIZONTAL);
  y = get_adjustment (&self, GTK_ORIENTATION_VERTICAL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      graphene_rect_t bounds, model, layer;

      focus (&self, steps[i].layer, steps[i].model);
      draw_frame (self.view);
      bounds = get_bounds (&self, steps[i].layer, steps[i].model);
      model = get_bounds (&self, NULL, steps[i].model);
      layer = get_bounds (&self, steps[i].layer, NULL);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, MATRIX_WIDTH);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (self.view));
      g_assert_false (graphene_rect_intersection (&bounds, &model, NULL));
      g_assert_false (graphene_rect_intersection (&bounds, &layer, NULL));
    }
  was_x = gtk_adjustment_get_value (x);
  was_y = gtk_adjustment_get_value (y);
  focus (&self, NULL, "m10");
  draw_frame (self.view);
  focus (&self, "l50", NULL);
  draw_frame (self.view);
  g_assert_cmpfloat (gtk_adjustment_get_value (x), ==, was_x);
  g_assert_cmpfloat (gtk_adjustment_get_value (y), ==, was_y);
  tear_down (&self);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The tabs of a stack stay too, unless little would be left for the rest. */
static void
test_stack (void)
{
  g_autoptr (RemitFramework) framework = make_framework (30, 20);
  Fixture self = set_up (framework, STACK_WIDTH);
  graphene_rect_t before = get_bounds (&self, NULL, "m19");
  guint count;

  scroll (&self, 0, 400);
  assert_bounds (&self, NULL, "m19", &before, 0, 0);
  assert_picked (&self, NULL, "m19");
  click (&self, NULL, "m19");
  wait_until (find_item (self.view, "l29", "m19") != NULL);
  draw_frame (self.view);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (&self, GTK_ORIENTATION_VERTICAL)), ==, 400); /* one can compare */

  count = remit_renderer_get_count ();
  set_look (self.view, REMIT_THEME_LIGHT, 3);
  wait_for_renders (count + 1);
  settle ();
  scroll (&self, 0, 0);
  before = get_bounds (&self, NULL, "m19");
  g_assert_cmpfloat (before.origin.y + before.size.height, >, gtk_widget_get_height (self.view) / 2.0);
  scroll (&self, 0, 200);
  assert_bounds (&self, NULL, "m19", &before, 0, -200);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/diagram-scroll/large", test_large);
  g_test_add_data_func ("/diagram-scroll/heads/left-to-right", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_heads);
  g_test_add_data_func ("/diagram-scroll/heads/right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_heads);
  g_test_add_func ("/diagram-scroll/drawn", test_drawn);
  g_test_add_data_func ("/diagram-scroll/shown/left-to-right", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_shown);
  g_test_add_data_func ("/diagram-scroll/shown/right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_shown);
  g_test_add_func ("/diagram-scroll/stack", test_stack);
  return g_test_run ();
}
