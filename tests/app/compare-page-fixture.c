/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests of RemitComparePage. */

#include "compare-page-fixture.h"

#include <adwaita.h>

#include "find-widget.h"
#include "remit-change-list.h"

Fixture
set_up_framework (RemitFramework *framework,
                  const char     *model,
                  int             width,
                  int             height)
{
  Fixture self = { .catalog = remit_catalog_new () };
  GtkWidget *toasts = adw_toast_overlay_new ();

  if (framework == NULL)
    framework = remit_catalog_find (self.catalog, "azure-current");
  self.library = remit_library_new (self.catalog);
  self.selection = select_in (framework, NULL, model);
  self.page = REMIT_COMPARE_PAGE (remit_compare_page_new (self.selection, self.library));
  self.window = GTK_WINDOW (gtk_window_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (self.page));
  gtk_window_set_decorated (self.window, FALSE);
  gtk_window_set_default_size (self.window, width, height);
  gtk_window_set_child (self.window, toasts);
  gtk_window_present (self.window);
  wait_until (gtk_widget_get_width (GTK_WIDGET (self.page)) == width);
  settle ();
  draw_frame (GTK_WIDGET (self.page));
  return self;
}

Fixture
set_up (const char *model)
{
  return set_up_framework (NULL, model, 1280, 720);
}

void
tear_down (Fixture *self)
{
  GtkWidget *picture = find_widget (GTK_WIDGET (self->page), REMIT_TYPE_MOVE_PICTURE), *lists = find_widget (GTK_WIDGET (self->page), REMIT_TYPE_CHANGE_LIST);

  g_object_ref (self->page);
  g_object_ref (picture);
  g_object_ref (lists);
  destroy_window (self->window);
  g_assert_finalize_object (self->page);
  g_assert_finalize_object (picture);
  g_assert_finalize_object (lists);
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->library);
  settle (); /* the data folders may still be read */
  g_assert_finalize_object (self->catalog);
}

void
assert_text (Fixture    *self,
             const char *property,
             const char *wanted)
{
  g_autofree char *text = NULL;

  g_object_get (self->page, property, &text, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

RemitMovePicture *
get_picture (Fixture *self)
{
  return REMIT_MOVE_PICTURE (find_widget (GTK_WIDGET (self->page), REMIT_TYPE_MOVE_PICTURE));
}

void
activate (Fixture    *self,
          const char *action,
          const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, target != NULL ? "s" : NULL, target));
}
