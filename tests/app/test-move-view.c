/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitMoveView on its page: what moves, and where its parts are. */

#include "compare-page-fixture.h"

#include "find-widget.h"
#include "remit-change-list.h"
#include "remit-picture.h"

/* --- the picture --- */

/* Cells of one layer lie in one place under all service models, so that one can slide where the other was. */
static void
test_geometry (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      g_autoptr (RemitPicture) first = NULL;
      RemitServiceModel *model;

      for (guint m = 0; (model = remit_framework_get_service_model (framework, m)) != NULL; m++)
        {
          const RemitPictureRequest request = { .framework = framework, .layout = { REMIT_ARRANGEMENT_STACK, model, 500, 600, 1, FALSE, NULL }, .scale = 1 };
          g_autoptr (RemitPicture) picture = remit_picture_new (&request, NULL);
          guint n, n_first;

          remit_diagram_get_elements (remit_picture_get_diagram (picture), &n);
          if (first == NULL)
            first = g_object_ref (picture);
          remit_diagram_get_elements (remit_picture_get_diagram (first), &n_first);
          g_assert_cmpuint (n, ==, n_first);
          for (guint j = 0; j < n; j++)
            {
              graphene_rect_t one, other;

              remit_picture_get_shape (first, j, &one);
              remit_picture_get_shape (picture, j, &other);
              g_assert_true (graphene_rect_equal (&one, &other));
            }
        }
    }
}

static void
set_animations (gboolean on)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", on, NULL);
}

/* It plays when another move is shown, ends by itself, and draws no SVG meanwhile. */
static void
test_animation (void)
{
  Fixture self = set_up ("iaas");
  RemitMovePicture *picture = get_picture (&self);
  guint count;

  g_assert_false (remit_move_picture_is_playing (picture));
  g_assert_cmpuint (remit_move_picture_get_n_cells (picture), ==, 3);
  settle (); /* the other service models are drawn ahead */
  count = remit_renderer_get_count ();
  set_animations (TRUE);
  activate (&self, "compare.swap", NULL);
  g_assert_true (remit_move_picture_is_playing (picture));
  wait_until (!remit_move_picture_is_playing (picture));
  activate (&self, "compare.play", NULL);
  g_assert_true (remit_move_picture_is_playing (picture));
  draw_frame (GTK_WIDGET (picture));
  g_assert_true (remit_move_picture_is_playing (picture));
  wait_until (!remit_move_picture_is_playing (picture));
  activate (&self, "compare.play", NULL);
  set_animations (FALSE);
  activate (&self, "compare.play", NULL);
  g_assert_false (remit_move_picture_is_playing (picture));
  activate (&self, "compare.swap", NULL);
  g_assert_false (remit_move_picture_is_playing (picture));
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  tear_down (&self);
}

/* The page goes while it plays. */
static void
test_gone_while_playing (void)
{
  Fixture self = set_up ("iaas");

  settle ();
  set_animations (TRUE);
  activate (&self, "compare.play", NULL);
  g_assert_true (remit_move_picture_is_playing (get_picture (&self)));
  tear_down (&self);
  set_animations (FALSE);
}

static GskRenderNode *
draw (Fixture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (get_picture (self)));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (get_picture (self))), gtk_widget_get_height (GTK_WIDGET (get_picture (self))));
  return gtk_snapshot_free_to_node (snapshot);
}

static guint
count_nodes (GskRenderNode    *node,
             GskRenderNodeType type)
{
  guint count = gsk_render_node_get_node_type (node) == type;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        count += count_nodes (gsk_container_node_get_child (node, i), type);
      return count;
    case GSK_TRANSFORM_NODE:
      return count + count_nodes (gsk_transform_node_get_child (node), type);
    case GSK_CLIP_NODE:
      return count + count_nodes (gsk_clip_node_get_child (node), type);
    case GSK_ROUNDED_CLIP_NODE:
      return count + count_nodes (gsk_rounded_clip_node_get_child (node), type);
    default:
      return count;
    }
}

/* At first each cell that changes, and no other, is drawn in its own shape; at the end none is, but all stay framed. Marks of cells on which
 * others disagree are drawn over the frames. */
static void
test_only_changes_move (void)
{
  Fixture self = set_up ("iaas");
  g_autoptr (GskRenderNode) moving = NULL;
  g_autoptr (GskRenderNode) still = draw (&self);
  RemitFramework *framework = remit_selection_get_framework (self.selection);
  RemitLayer *layer;
  guint n_marks = 0;

  for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
    n_marks += remit_responsibility_is_disputed (remit_framework_get_responsibility (framework, layer, remit_framework_find_service_model (framework, "paas")));
  g_assert_cmpuint (n_marks, >, 0);
  g_assert_cmpuint (count_nodes (still, GSK_ROUNDED_CLIP_NODE), ==, n_marks);
  g_assert_cmpuint (count_nodes (still, GSK_INSET_SHADOW_NODE), ==, 3);
  set_animations (TRUE);
  activate (&self, "compare.play", NULL);
  draw_frame (GTK_WIDGET (self.page));
  moving = draw (&self);
  set_animations (FALSE);
  g_assert_cmpuint (count_nodes (moving, GSK_ROUNDED_CLIP_NODE), ==, 3 + n_marks);
  g_assert_cmpuint (count_nodes (moving, GSK_INSET_SHADOW_NODE), ==, 3);
  tear_down (&self);
}

/* --- layout --- */

static graphene_rect_t
get_place (Fixture *self,
           GType    type)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find_widget (GTK_WIDGET (self->page), type), GTK_WIDGET (self->page), &bounds));
  return bounds;
}

/* Beside each other or under each other, as wide as the page, whatever its size. */
static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    gboolean wide;
  } cases[] = { { 1500, 860, TRUE }, { 1280, 720, TRUE }, { 900, 600, TRUE }, { 600, 800, FALSE }, { 420, 800, FALSE }, { 340, 300, FALSE } };

  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        graphene_rect_t picture, lists;
        Fixture self;

        gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        self = set_up_framework (NULL, "iaas", cases[i].width, cases[i].height);
        picture = get_place (&self, REMIT_TYPE_MOVE_PICTURE);
        lists = get_place (&self, REMIT_TYPE_CHANGE_LIST);
        g_assert_cmpfloat (picture.size.height, >, 200);
        g_assert_cmpfloat (lists.size.height, >, 400);
        g_assert_cmpfloat (MIN (picture.origin.x, lists.origin.x), >=, 0);
        g_assert_cmpfloat (MAX (picture.origin.x + picture.size.width, lists.origin.x + lists.size.width), <=, (float) cases[i].width);
        if (!cases[i].wide)
          g_assert_cmpfloat (lists.origin.y, >=, picture.origin.y + picture.size.height);
        else if (rtl)
          g_assert_cmpfloat (picture.origin.x, >=, lists.origin.x + lists.size.width);
        else
          g_assert_cmpfloat (lists.origin.x, >=, picture.origin.x + picture.size.width);
        tear_down (&self);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* While the lists are scrolled, the picture beside them stays in sight. */
static void
test_scroll (void)
{
  Fixture self = set_up ("iaas");
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_widget (GTK_WIDGET (self.page), GTK_TYPE_SCROLLED_WINDOW)));
  graphene_rect_t picture = get_place (&self, REMIT_TYPE_MOVE_PICTURE), lists = get_place (&self, REMIT_TYPE_CHANGE_LIST), after;

  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), >, gtk_adjustment_get_page_size (scroll) + 100);
  gtk_adjustment_set_value (scroll, 100);
  draw_frame (GTK_WIDGET (self.page));
  after = get_place (&self, REMIT_TYPE_MOVE_PICTURE);
  g_assert_cmpfloat (after.origin.y, ==, picture.origin.y);
  after = get_place (&self, REMIT_TYPE_CHANGE_LIST);
  g_assert_cmpfloat (after.origin.y, ==, lists.origin.y - 100);
  tear_down (&self);
}

/* Tab leaves after the last row, however far the picture has come down with it, and goes back through the rows. */
static void
test_tab (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  RemitFramework *framework = remit_catalog_find (catalog, "azure-current"); /* with lists of more than twice the picture's height */
  guint n_layers = g_list_model_get_n_items (remit_framework_get_layers (framework)), n_rows = 0;
  Fixture self = set_up_framework (framework, "saas", 740, 500);
  GtkWidget *lists = find_widget (GTK_WIDGET (self.page), REMIT_TYPE_CHANGE_LIST), *focus;
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_widget (GTK_WIDGET (self.page), GTK_TYPE_SCROLLED_WINDOW)));

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  draw_frame (GTK_WIDGET (self.page));
  gtk_window_set_focus (self.window, NULL);
  while (gtk_widget_child_focus (GTK_WIDGET (self.page), GTK_DIR_TAB_FORWARD))
    {
      g_assert_cmpuint (n_rows, <=, n_layers);
      draw_frame (GTK_WIDGET (self.page)); /* it may have been scrolled */
      n_rows += gtk_widget_is_ancestor (gtk_window_get_focus (self.window), lists);
    }
  g_assert_cmpuint (n_rows, ==, n_layers);
  gtk_window_set_focus (self.window, NULL);
  for (guint i = 0; i < n_layers; i++)
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self.page), GTK_DIR_TAB_BACKWARD));
      g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (self.window)));
      draw_frame (GTK_WIDGET (self.page));
    }
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self.page), GTK_DIR_TAB_BACKWARD));
  focus = gtk_window_get_focus (self.window);
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (focus), ==, "Play Again");
  tear_down (&self);
}

/* Where it is too high to be in sight, it is scrolled until its end is. */
static void
test_scroll_low (void)
{
  Fixture self = set_up_framework (NULL, "iaas", 900, 400);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_widget (GTK_WIDGET (self.page), GTK_TYPE_SCROLLED_WINDOW)));
  graphene_rect_t picture = get_place (&self, REMIT_TYPE_MOVE_PICTURE), after;

  g_assert_cmpfloat (picture.origin.y + picture.size.height, >, 450);
  gtk_adjustment_set_value (scroll, 40);
  draw_frame (GTK_WIDGET (self.page));
  after = get_place (&self, REMIT_TYPE_MOVE_PICTURE);
  g_assert_cmpfloat (after.origin.y, ==, picture.origin.y - 40);
  for (guint i = 0; i < 2; i++)
    {
      gtk_adjustment_set_value (scroll, i == 0 ? 400 : gtk_adjustment_get_upper (scroll));
      draw_frame (GTK_WIDGET (self.page));
      after = get_place (&self, REMIT_TYPE_MOVE_PICTURE);
      g_assert_cmpfloat (after.origin.y + after.size.height, ==, 400);
    }
  tear_down (&self);
}

/* The most that a document of this size has to show is shown, and scrolls. */
static void
test_large (void)
{
  g_autoptr (RemitFramework) framework = make_framework (100, 20);
  Fixture self = set_up_framework (framework, "m7", 900, 600);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_widget (GTK_WIDGET (self.page), GTK_TYPE_SCROLLED_WINDOW)));
  graphene_rect_t picture;

  assert_text (&self, "summary", "Moving from M7 to M8: 100 of 100 layers change");
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  draw_frame (GTK_WIDGET (self.page));
  picture = get_place (&self, REMIT_TYPE_MOVE_PICTURE);
  g_assert_cmpfloat (picture.size.height, >, 2000);
  g_assert_cmpfloat_with_epsilon (picture.origin.y + picture.size.height, 600, 30);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/move-view/geometry", test_geometry);
  g_test_add_func ("/move-view/animation", test_animation);
  g_test_add_func ("/move-view/gone-while-playing", test_gone_while_playing);
  g_test_add_func ("/move-view/only-changes-move", test_only_changes_move);
  g_test_add_func ("/move-view/sizes", test_sizes);
  g_test_add_func ("/move-view/scroll", test_scroll);
  g_test_add_func ("/move-view/tab", test_tab);
  g_test_add_func ("/move-view/scroll-low", test_scroll_low);
  g_test_add_func ("/move-view/large", test_large);
  return g_test_run ();
}
