/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitCoverageView: what is drawn when the position changes, and what moves. */

#include "coverage-view-fixture.h"

#include "remit-coverage-picture.h"
#include "remit-picture-store.h"

/* Many positions at once: the one that is being drawn is waited for, and then only the last is drawn. */
static void
test_merged (void)
{
  Fixture self = set_up (900, 700, 1);
  guint count = remit_renderer_get_count ();

  for (guint i = 1; i <= 40; i++)
    set_position (&self, i * BOX);
  settle ();
  g_assert_true (shows (&self, 40 * BOX));
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 2);
  set_position (&self, 40.5 * BOX); /* between two boxes the picture is the same */
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 2);
  tear_down (&self);
}

/* While the slider is dragged and does not rest, pictures are seen. */
static void
test_dragged (void)
{
  Fixture self = set_up (900, 700, 1);
  gint64 deadline = g_get_monotonic_time () + WAIT * G_USEC_PER_SEC;
  guint n_seen = 0, i = 0;
  double last = get_shown (&self);

  while (n_seen < 5 && g_get_monotonic_time () < deadline)
    {
      set_position (&self, (++i % 58 + 1) * BOX);
      g_main_context_iteration (NULL, FALSE);
      n_seen += !shows (&self, last);
      last = get_shown (&self);
    }
  g_assert_cmpuint (n_seen, ==, 5);
  tear_down (&self);
}

static GskRenderNode *
draw (Fixture *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (self->picture)->snapshot (self->picture, snapshot); /* now, and not with the next frame */
  return gtk_snapshot_free_to_node (snapshot);
}

/* Collects the nodes of a type in @found. */
static void
find_nodes (GskRenderNode    *node,
            GskRenderNodeType type,
            GPtrArray        *found)
{
  if (gsk_render_node_get_node_type (node) == type)
    g_ptr_array_add (found, node);
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        find_nodes (gsk_container_node_get_child (node, i), type, found);
      break;
    case GSK_TRANSFORM_NODE:
      find_nodes (gsk_transform_node_get_child (node), type, found);
      break;
    case GSK_CLIP_NODE:
      find_nodes (gsk_clip_node_get_child (node), type, found);
      break;
    case GSK_OPACITY_NODE:
      find_nodes (gsk_opacity_node_get_child (node), type, found);
      break;
    default:
      break;
    }
}

/* Only boxes that are another now fade from the old picture, for a moment, and not where animations are off. */
static void
test_fade (void)
{
  Fixture self = set_up (900, 700, 1);
  RemitCoveragePicture *picture = REMIT_COVERAGE_PICTURE (self.picture);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  set_position (&self, BOX);
  wait_until (shows (&self, BOX));
  g_assert_false (remit_coverage_picture_is_fading (picture));
  set_animations (TRUE);
  set_position (&self, 2 * BOX); /* one box is handed over, and one that stays gets better */
  wait_until (shows (&self, 2 * BOX));
  g_assert_true (remit_coverage_picture_is_fading (picture));
  node = draw (&self);
  find_nodes (node, GSK_CLIP_NODE, boxes);
  g_assert_cmpuint (boxes->len, ==, 2);
  wait_until (!remit_coverage_picture_is_fading (picture));
  set_animations (FALSE);
  tear_down (&self);
}

static double
get_value (Fixture *self)
{
  return gtk_range_get_value (GTK_RANGE (self->scale));
}

/* The slider slides, unless somebody takes it. */
static void
test_slide (void)
{
  Fixture self = set_up (900, 700, 1);
  guint *n_told = count_notify (self.view, "status");

  set_animations (TRUE);
  remit_coverage_view_set_position (REMIT_COVERAGE_VIEW (self.view), 100, TRUE);
  g_assert_cmpfloat (remit_coverage_view_get_position (REMIT_COVERAGE_VIEW (self.view)), ==, 100);
  g_assert_cmpfloat (get_value (&self), ==, 0);
  wait_until (get_value (&self) == 100);
  wait_until (shows (&self, 100));
  g_assert_cmpuint (*n_told, ==, 1); /* not all that is on the way */
  remit_coverage_view_set_position (REMIT_COVERAGE_VIEW (self.view), 0, TRUE);
  wait_until (get_value (&self) < 100);
  g_assert_true (press (self.scale, GDK_KEY_End, 0));
  settle ();
  g_assert_cmpfloat (get_value (&self), ==, 100);
  g_assert_cmpfloat (remit_coverage_view_get_position (REMIT_COVERAGE_VIEW (self.view)), ==, 100);
  set_animations (FALSE);
  remit_coverage_view_set_position (REMIT_COVERAGE_VIEW (self.view), 30, TRUE);
  g_assert_cmpfloat (get_value (&self), ==, 30);
  tear_down (&self);
}

/* Veils lie over the boxes of all areas but those in focus. */
static void
test_recede (void)
{
  static const char *const areas[] = { "devices", "operating-system", NULL }, *const none[] = { NULL };
  Fixture self = set_up (1000, 700, 1);
  RemitCoverageView *view = REMIT_COVERAGE_VIEW (self.view);
  g_autoptr (GskRenderNode) node = NULL, all = NULL;
  g_autoptr (GPtrArray) veils = g_ptr_array_new ();

  remit_coverage_view_set_focus (view, areas);
  node = draw (&self);
  find_nodes (node, GSK_COLOR_NODE, veils);
  g_assert_cmpuint (veils->len, ==, 80);
  for (guint i = 0; i < veils->len; i++)
    for (guint j = 0; j < 2; j++)
      {
        graphene_rect_t veil, area;

        gsk_render_node_get_bounds (g_ptr_array_index (veils, i), &veil);
        g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_item (&self, "area", areas[j])), self.picture, &area));
        graphene_rect_inset (&veil, 0, 3); /* rows are near to each other */
        g_assert_true (veil.origin.y > area.origin.y + area.size.height || veil.origin.y + veil.size.height < area.origin.y);
      }
  remit_coverage_view_set_focus (view, none);
  all = draw (&self);
  g_ptr_array_set_size (veils, 0);
  find_nodes (all, GSK_COLOR_NODE, veils);
  g_assert_cmpuint (veils->len, ==, 0);
  tear_down (&self);
}

/* It goes while a picture is being drawn, while boxes fade and while it slides. */
static void
test_gone (void)
{
  Fixture self = begin (900, 700, 1);

  while (remit_picture_store_get_n_running () == 0)
    g_main_context_iteration (NULL, TRUE);
  tear_down (&self);
  settle ();

  self = set_up (900, 700, 1);
  set_position (&self, 50);
  g_assert_cmpuint (remit_picture_store_get_n_running (), ==, 1);
  tear_down (&self);
  settle ();

  set_animations (TRUE);
  self = set_up (900, 700, 1);
  set_position (&self, 50);
  wait_until (remit_coverage_picture_is_fading (REMIT_COVERAGE_PICTURE (self.picture)));
  remit_coverage_view_set_position (REMIT_COVERAGE_VIEW (self.view), 100, TRUE);
  click (get_item (&self, "duty", "patching"));
  tear_down (&self);
  set_animations (FALSE);
  settle ();
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/coverage-picture/merged", test_merged);
  g_test_add_func ("/coverage-picture/dragged", test_dragged);
  g_test_add_func ("/coverage-picture/fade", test_fade);
  g_test_add_func ("/coverage-picture/slide", test_slide);
  g_test_add_func ("/coverage-picture/recede", test_recede);
  g_test_add_func ("/coverage-picture/gone", test_gone);
  return g_test_run ();
}
