/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a click, a step of the lens and a lesson's next scene cost, until the screen shows them, beside drawing the whole window again.
 *
 * A cost is the time that the program and the display work: from the click until its handlers return, and each frame from its start
 * until the X server has it. The wait for the next frame is not in it. */

#include <X11/Xlib.h>
#include <gdk/x11/gdkx.h>
#include <stdlib.h>

#include "bench-print.h"
#include "find-widget.h"
#include "libremit-diagram.h"
#include "remit-app-resources.h"
#include "remit-application.h"
#include "remit-details.h"
#include "remit-diagram-item.h"
#include "remit-diagram-view.h"
#include "remit-scene-view.h"
#include "remit-window.h"

#define N_CLICKS 40 /* of each kind */
#define N_SLIDES 10
#define QUIET 50 /* milliseconds without a frame after which nothing is on its way any more */

typedef struct
{
  GtkWidget *window;
  RemitDiagramView *view;
  RemitSelection *selection;
  gint64 frame_start;
  double frame_cost; /* of the last, in milliseconds */
  guint n_frames;
} Bench;

static void
on_before_paint (GdkFrameClock *clock,
                 Bench         *self)
{
  self->frame_start = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock,
                Bench         *self)
{
  gdk_display_sync (gtk_widget_get_display (self->window));
  self->frame_cost = (double) (g_get_monotonic_time () - self->frame_start) / 1000;
  self->n_frames++;
}

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Returns: whether there was one before it had been quiet for so many milliseconds */
static gboolean
next_frame (Bench *self,
            guint  quiet)
{
  guint before = self->n_frames;
  gboolean late = FALSE;
  guint timer = g_timeout_add (quiet, set_flag, &late);

  while (self->n_frames == before && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  return self->n_frames != before;
}

static double
wait_for_frame (Bench *self)
{
  g_assert_true (next_frame (self, 10000));
  return self->frame_cost;
}

/* Until nothing more is drawn. */
static void
settle (Bench *self)
{
  while (next_frame (self, QUIET))
    ;
}

static void
invalidate (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    invalidate (child);
}

/* The window unchanged: every widget draws itself again, and the server asks for every pixel. */
static double
take_redraw (Bench *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  settle (self);
  XClearArea (gdk_x11_display_get_xdisplay (gtk_widget_get_display (self->window)), gdk_x11_surface_get_xid (surface), 0, 0, 0, 0, True);
  gdk_display_sync (gtk_widget_get_display (self->window));
  invalidate (self->window);
  return wait_for_frame (self);
}

static GtkWidget *
find_item (Bench             *self,
           RemitLayer        *layer,
           RemitServiceModel *model)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (remit_diagram_item_get_layer (REMIT_DIAGRAM_ITEM (child)) == layer
        && remit_diagram_item_get_service_model (REMIT_DIAGRAM_ITEM (child)) == model)
      return child;
  return NULL;
}

static double
take_click (Bench             *self,
            RemitLayer        *layer,
            RemitServiceModel *model)
{
  GtkWidget *item = find_item (self, layer, model);
  gint64 start;
  double cost;

  g_assert_nonnull (item);
  settle (self);
  start = g_get_monotonic_time ();
  g_signal_emit_by_name (item, "clicked");
  cost = (double) (g_get_monotonic_time () - start) / 1000;
  g_assert_true (remit_selection_get_layer (self->selection) == layer);
  g_assert_true (remit_selection_get_service_model (self->selection) == model);
  return cost + wait_for_frame (self);
}

static void
animate (Bench   *self,
         gboolean animate)
{
  g_object_set (gtk_widget_get_settings (self->window), "gtk-enable-animations", animate, NULL);
}

/* From cell to cell; @other_model: each of another service model than the one before, otherwise all of one. */
static void
bench_click (Bench      *self,
             const char *name,
             gboolean    other_model)
{
  RemitFramework *framework = remit_selection_get_framework (self->selection);
  guint n_layers = g_list_model_get_n_items (remit_framework_get_layers (framework));
  guint n_models = g_list_model_get_n_items (remit_framework_get_service_models (framework));
  GArray *values = bench_values_new ();
  GArray *floors = bench_values_new ();

  animate (self, FALSE); /* the first frame shows the lens at its new place */
  for (guint i = 0; i < N_CLICKS; i++)
    {
      RemitLayer *layer = remit_framework_get_layer (framework, other_model ? 3 : (i * 3 + 1) % n_layers);
      RemitServiceModel *model = remit_framework_get_service_model (framework, other_model ? i % n_models : 2);

      bench_add (floors, take_redraw (self));
      bench_add (values, take_click (self, layer, model));
    }
  bench_print (name, "ms", values, floors, 1.5);
}

/* The frames after the one that shows the click, until the lens is there. */
static void
bench_lens (Bench *self)
{
  RemitFramework *framework = remit_selection_get_framework (self->selection);
  guint n_models = g_list_model_get_n_items (remit_framework_get_service_models (framework));
  GArray *values = bench_values_new ();
  GArray *floors = bench_values_new ();

  for (guint i = 0; i < N_SLIDES; i++)
    {
      animate (self, TRUE);
      take_click (self, remit_framework_get_layer (framework, 3), remit_framework_get_service_model (framework, i % 2 == 0 ? 0 : n_models - 1));
      while (next_frame (self, QUIET))
        bench_add (values, self->frame_cost);
      animate (self, FALSE);
      for (guint j = 0; j < 4; j++)
        bench_add (floors, take_redraw (self));
    }
  bench_print ("lens-step", "ms", values, floors, 1.1);
}

static void
watch_frames (Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), self);
}

static double
take_scene (Bench      *self,
            GtkWidget  *view,
            RemitScene *scene)
{
  gint64 start;
  double cost;

  settle (self);
  start = g_get_monotonic_time ();
  remit_scene_view_set_scene (REMIT_SCENE_VIEW (view), scene);
  cost = (double) (g_get_monotonic_time () - start) / 1000;
  return cost + wait_for_frame (self);
}

/* From scene to scene of one framework: others of its layers and service models are lit, in a window of its own. */
static void
bench_scenes (void)
{
  static const char *const scenes[] = { "one-table", "always-theirs", "always-yours", "the-middle-moves", "never-zero" };
  Bench self = { .window = gtk_window_new () };
  GtkWidget *view = remit_scene_view_new ();
  g_autoptr (RemitStoryboardCatalog) lessons = remit_storyboard_catalog_new (NULL);
  g_autoptr (RemitStoryboard) lesson = NULL;
  GArray *values = bench_values_new ();
  GArray *floors = bench_values_new ();
  guint count;

  for (guint i = 0; lesson == NULL || !g_str_equal (remit_item_get_id (REMIT_ITEM (lesson)), "key-points"); i++)
    {
      g_clear_object (&lesson);
      lesson = g_list_model_get_item (G_LIST_MODEL (lessons), i);
      g_assert_nonnull (lesson);
    }
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (self.window), view);
  remit_scene_view_set_scene (REMIT_SCENE_VIEW (view), remit_storyboard_find_scene (lesson, scenes[0]));
  gtk_window_present (GTK_WINDOW (self.window));
  watch_frames (&self);
  animate (&self, FALSE);
  while (next_frame (&self, 500) || remit_picture_store_get_n_running () > 0) /* those with owners hidden are drawn, too */
    ;
  count = remit_renderer_get_count ();
  for (guint i = 1; i <= N_CLICKS; i++)
    {
      RemitScene *scene = remit_storyboard_find_scene (lesson, scenes[i % G_N_ELEMENTS (scenes)]);

      bench_add (floors, take_redraw (&self));
      bench_add (values, take_scene (&self, view, scene));
    }
  bench_print ("scene", "ms", values, floors, 1.5);
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (self.window), &self);
  gtk_window_destroy (GTK_WINDOW (self.window));
}

static void
on_activate (GtkApplication *application)
{
  Bench self = { .window = GTK_WIDGET (gtk_application_get_active_window (application)) };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self.window);
  guint count;

  self.view = REMIT_DIAGRAM_VIEW (find_widget (self.window, REMIT_TYPE_DIAGRAM_VIEW));
  self.selection = remit_window_get_selection (REMIT_WINDOW (self.window));
  watch_frames (&self);
  while (remit_diagram_view_get_diagram_height (self.view) == 0)
    wait_for_frame (&self);
  do /* where the size was not as expected, another picture follows the first frame */
    {
      count = remit_renderer_get_count ();
      while (next_frame (&self, 500))
        ;
    }
  while (remit_renderer_get_count () != count);
  g_assert_cmpuint (count, >, 0);
  bench_click (&self, "click-layer", FALSE);
  bench_click (&self, "click-model", TRUE);
  bench_lens (&self);
  g_assert_cmpuint (remit_renderer_get_count (), ==, count); /* no SVG was drawn for any of it */

  g_signal_handlers_disconnect_by_data (clock, &self);
  bench_scenes ();
  gtk_window_close (GTK_WINDOW (self.window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;

  g_resources_register (remit_app_get_resource ());
  application = remit_application_new ();
  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
