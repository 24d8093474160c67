/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-scene-view.h"

#include "remit-coverage-view.h"
#include "remit-diagram-view.h"

/**
 * RemitSceneView:
 *
 * The diagram of the scene's framework with what the scene is about in the light, or the picture of coverage. It has a selection of its own:
 * what somebody points at here changes nothing elsewhere.
 *
 * Signals: `cell-activated` with a RemitLayer and a RemitServiceModel when a cell is clicked or chosen by a key.
 * CSS: a node named `scene`.
 * Accessibility: what it shows is a group named after the framework or after coverage.
 */
struct _RemitSceneView
{
  GtkWidget parent_instance;

  /* borrowed: children */
  GtkWidget *scroller;
  RemitDiagramView *diagram; /* in it */
  RemitSpotlight *spotlight; /* of it */
  GtkWidget *coverage;       /* NULL until there is a scene about coverage */

  /* owned */
  RemitSelection *selection;
  RemitScene *scene;
};

G_DEFINE_FINAL_TYPE (RemitSceneView, remit_scene_view, GTK_TYPE_WIDGET)

enum
{
  CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_cell_activated (RemitSceneView    *self,
                   RemitLayer        *layer,
                   RemitServiceModel *model)
{
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, layer, model);
}

/* Both at once, so that no picture is drawn that nobody will see. */
static void
show_diagram (RemitSceneView *self,
              RemitScene     *scene)
{
  RemitServiceModel *model = remit_scene_get_service_model (scene);

  g_object_freeze_notify (G_OBJECT (self->selection));
  remit_selection_set_framework (self->selection, remit_scene_get_framework (scene));
  remit_selection_select (self->selection, NULL, model != NULL ? model : remit_selection_get_service_model (self->selection));
  remit_spotlight_set_scene (self->spotlight, scene);
  g_object_thaw_notify (G_OBJECT (self->selection));
}

static void
show_coverage (RemitSceneView *self,
               RemitScene     *scene,
               gboolean        animate)
{
  if (self->coverage == NULL)
    {
      self->coverage = remit_coverage_view_new ();
      remit_coverage_view_set_look (REMIT_COVERAGE_VIEW (self->coverage), remit_diagram_view_get_look (self->diagram));
      gtk_widget_set_parent (self->coverage, GTK_WIDGET (self));
    }
  remit_coverage_view_set_focus (REMIT_COVERAGE_VIEW (self->coverage), remit_scene_get_layers (scene));
  remit_coverage_view_set_position (REMIT_COVERAGE_VIEW (self->coverage), remit_scene_get_coverage (scene), animate);
}

static void
remit_scene_view_dispose (GObject *object)
{
  RemitSceneView *self = REMIT_SCENE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->coverage, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (remit_scene_view_parent_class)->dispose (object);
}

static void
remit_scene_view_class_init (RemitSceneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_scene_view_dispose;

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", REMIT_TYPE_SCENE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          REMIT_TYPE_LAYER, REMIT_TYPE_SERVICE_MODEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scene");
}

static void
remit_scene_view_init (RemitSceneView *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->selection = remit_selection_new ();
  self->diagram = g_object_new (REMIT_TYPE_DIAGRAM_VIEW, "selection", self->selection, NULL);
  g_signal_connect_object (self->diagram, "cell-activated", G_CALLBACK (on_cell_activated), self, G_CONNECT_SWAPPED);
  self->spotlight = remit_diagram_view_use_spotlight (self->diagram);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->diagram));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
remit_scene_view_new (void)
{
  return g_object_new (REMIT_TYPE_SCENE_VIEW, NULL);
}

/* (transfer none) (nullable) */
RemitScene *
remit_scene_view_get_scene (RemitSceneView *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE_VIEW (self), NULL);

  return self->scene;
}

/**
 * remit_scene_view_set_scene:
 * @scene: (nullable): what to show
 *
 * Owners are hidden from now on where the scene hides them, and no answer is marked.
 */
void
remit_scene_view_set_scene (RemitSceneView *self,
                            RemitScene     *scene)
{
  gboolean was_coverage, is_coverage;

  g_return_if_fail (REMIT_IS_SCENE_VIEW (self));
  g_return_if_fail (scene == NULL || REMIT_IS_SCENE (scene));

  if (scene == self->scene)
    return;
  was_coverage = self->scene != NULL && remit_scene_get_picture (self->scene) == REMIT_SCENE_COVERAGE;
  is_coverage = scene != NULL && remit_scene_get_picture (scene) == REMIT_SCENE_COVERAGE;
  g_set_object (&self->scene, scene);
  if (is_coverage)
    show_coverage (self, scene, was_coverage);
  else if (scene != NULL)
    show_diagram (self, scene);
  gtk_widget_set_visible (self->scroller, scene != NULL && !is_coverage);
  if (self->coverage != NULL)
    gtk_widget_set_visible (self->coverage, is_coverage);
}

gboolean
remit_scene_view_get_owners_hidden (RemitSceneView *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE_VIEW (self), FALSE);

  return remit_spotlight_get_owners_hidden (self->spotlight);
}

/* While they are hidden, nothing that can be seen, pointed at or read out tells them. */
void
remit_scene_view_set_owners_hidden (RemitSceneView *self,
                                    gboolean        hidden)
{
  g_return_if_fail (REMIT_IS_SCENE_VIEW (self));

  remit_spotlight_set_owners_hidden (self->spotlight, hidden);
}

/* @look: it is copied */
void
remit_scene_view_set_look (RemitSceneView  *self,
                           const RemitLook *look)
{
  g_return_if_fail (REMIT_IS_SCENE_VIEW (self));

  remit_diagram_view_set_look (self->diagram, look);
  if (self->coverage != NULL)
    remit_coverage_view_set_look (REMIT_COVERAGE_VIEW (self->coverage), look);
}

RemitSelection *
remit_scene_view_get_selection (RemitSceneView *self)
{
  g_return_val_if_fail (REMIT_IS_SCENE_VIEW (self), NULL);

  return self->selection;
}

/**
 * remit_scene_view_set_answer:
 * @layer: (nullable): of the cell that was answered; %NULL marks none
 * @model: (nullable): of the cell
 * @verdict: how it is marked
 *
 * Where one service model is shown at a time, and the scene names none, it becomes that of the answer.
 */
void
remit_scene_view_set_answer (RemitSceneView    *self,
                             RemitLayer        *layer,
                             RemitServiceModel *model,
                             RemitVerdict       verdict)
{
  RemitResponsibility *cell = NULL;

  g_return_if_fail (REMIT_IS_SCENE_VIEW (self));
  g_return_if_fail (layer == NULL || (self->scene != NULL && REMIT_IS_SERVICE_MODEL (model)));

  if (layer != NULL)
    {
      cell = remit_framework_get_responsibility (remit_scene_get_framework (self->scene), layer, model);
      if (remit_scene_get_service_model (self->scene) == NULL)
        remit_selection_set_service_model (self->selection, model);
    }
  remit_spotlight_set_answer (self->spotlight, cell, verdict);
}
