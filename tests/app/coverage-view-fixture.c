/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "coverage-view-fixture.h"

#include <math.h>

#include "find-widget.h"
#include "remit-coverage-picture.h"

Fixture
begin (int    width,
       int    height,
       double text_scale)
{
  RemitLook look = { .text_scale = text_scale, .scale = 1, .rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL };
  Fixture self = { .coverage = remit_coverage_get_default (), .view = remit_coverage_view_new () };

  self.picture = find_widget (self.view, REMIT_TYPE_COVERAGE_PICTURE);
  self.scale = find_widget (self.view, GTK_TYPE_SCALE);
  remit_coverage_view_set_look (REMIT_COVERAGE_VIEW (self.view), &look);
  self.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self.window, FALSE);
  gtk_window_set_default_size (self.window, width, height);
  gtk_window_set_child (self.window, self.view);
  gtk_window_present (self.window);
  wait_until (gtk_widget_get_width (self.view) == width);
  return self;
}

Fixture
set_up (int    width,
        int    height,
        double text_scale)
{
  Fixture self = begin (width, height, text_scale);

  wait_until (count_items (self.picture) > 0);
  settle ();
  draw_frame (self.view);
  return self;
}

void
tear_down (Fixture *self)
{
  g_object_ref (self->view);
  g_object_ref (self->picture);
  destroy_window (self->window);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->picture);
}

void
set_animations (gboolean on)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", on, NULL);
}

void
set_position (Fixture *self,
              double   position)
{
  remit_coverage_view_set_position (REMIT_COVERAGE_VIEW (self->view), position, FALSE);
}

double
get_shown (Fixture *self)
{
  return remit_coverage_picture_get_shown (REMIT_COVERAGE_PICTURE (self->picture));
}

gboolean
shows (Fixture *self,
       double   position)
{
  return fabs (get_shown (self) - position) < 0.001;
}

/* @kind: box, duty, area, state or enabler; @id: of what it stands for */
RemitDiagramItem *
get_item (Fixture    *self,
          const char *kind,
          const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->picture); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, kind)
        && g_str_equal (remit_item_get_id (REMIT_ITEM (remit_diagram_item_get_object (REMIT_DIAGRAM_ITEM (child)))), id))
      return REMIT_DIAGRAM_ITEM (child);
  g_error ("There is no %s %s", kind, id);
}

void
click (RemitDiagramItem *item)
{
  g_signal_emit_by_name (item, "clicked");
}
