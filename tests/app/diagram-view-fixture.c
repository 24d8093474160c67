/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "diagram-view-fixture.h"

/* As the window does when the desktop or a setting changes. */
void
set_look (GtkWidget *view,
          RemitTheme theme,
          double     text_scale)
{
  gboolean rtl = gtk_widget_get_direction (view) == GTK_TEXT_DIR_RTL;

  remit_diagram_view_set_look (REMIT_DIAGRAM_VIEW (view), &(RemitLook){ .theme = theme, .rtl = rtl, .text_scale = text_scale, .scale = 1 });
}

Fixture
set_up (RemitFramework *framework,
        int             width)
{
  Fixture self = { remit_selection_new (), g_object_new (REMIT_TYPE_DIAGRAM_VIEW, NULL), NULL };

  set_look (self.view, REMIT_THEME_LIGHT, 1);
  remit_selection_set_framework (self.selection, framework);
  remit_diagram_view_set_selection (REMIT_DIAGRAM_VIEW (self.view), self.selection);
  self.window = show_in_window (self.view, width, 700);
  wait_until (count_items (self.view) > 0);
  settle ();
  draw_frame (self.view);
  return self;
}

void
tear_down (Fixture *self)
{
  g_object_ref (self->view);
  destroy_window (self->window);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->selection);
}

RemitFramework *
get_azure (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();

  return g_object_ref (remit_catalog_find (catalog, "azure-current"));
}

void
click (Fixture    *self,
       const char *layer,
       const char *model)
{
  RemitDiagramItem *item = find_item (self->view, layer, model);

  g_assert_nonnull (item);
  g_signal_emit_by_name (item, "clicked");
}

void
assert_selected (Fixture    *self,
                 const char *layer,
                 const char *model)
{
  RemitLayer *is = remit_selection_get_layer (self->selection);

  g_assert_cmpstr (is != NULL ? remit_item_get_id (REMIT_ITEM (is)) : NULL, ==, layer);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_selection_get_service_model (self->selection))), ==, model);
}

/* Pressed are the selected cell, its layer's head and its model's head, and nothing else. */
void
assert_pressed (Fixture *self)
{
  RemitLayer *layer = remit_selection_get_layer (self->selection);
  RemitServiceModel *model = remit_selection_get_service_model (self->selection);

  for (GtkWidget *child = gtk_widget_get_first_child (self->view); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      RemitDiagramItem *item = REMIT_DIAGRAM_ITEM (child);
      GObject *object = remit_diagram_item_get_object (item);
      gboolean pressed = object == (GObject *) layer || object == (GObject *) model
                         || object == (GObject *) remit_selection_get_responsibility (self->selection);

      g_assert_true (remit_diagram_item_get_selected (item) == pressed);
      gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_PRESSED, pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE);
    }
}

void
assert_focus (Fixture    *self,
              const char *layer,
              const char *model)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  g_assert_true (REMIT_IS_DIAGRAM_ITEM (focus));
  g_assert_true (find_item (self->view, layer, model) == REMIT_DIAGRAM_ITEM (focus));
}

void
focus (Fixture    *self,
       const char *layer,
       const char *model)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (find_item (self->view, layer, model))));
}

void
move (Fixture         *self,
      GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (self->window), direction);
}
