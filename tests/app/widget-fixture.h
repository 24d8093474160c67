/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-diagram.h"
#include "remit-diagram-item.h"

#define WAIT 30 /* seconds until a test gives up: machines may be busy */

void fixture_init (int *argc, char ***argv);

RemitFramework *read_document (const char *name);              /* (transfer full): of tests/data/frameworks */
RemitFramework *make_framework (guint n_layers, guint n_models); /* (transfer full): ids l0, l1, …, m0, m1, … */
RemitSelection *select_in (RemitFramework *framework, const char *layer, const char *model); /* (transfer full) */

void assert_property (GObject *object, const char *name, const GValue *initial, const GValue *other);
void assert_object_property (GObject *object, const char *name, gpointer other);
guint *count_notify (gpointer object, const char *name); /* counts until the object is gone */

gboolean wake_up (gpointer user_data); /* nothing else */

/* Waits, in the main loop, until @condition holds; fails the test where it does not within WAIT. */
#define wait_until(condition) \
  G_STMT_START \
    { \
      gint64 deadline = g_get_monotonic_time () + WAIT * G_USEC_PER_SEC; \
      guint timer = g_timeout_add (10, wake_up, NULL); \
      while (!(condition) && g_get_monotonic_time () < deadline) \
        g_main_context_iteration (NULL, TRUE); \
      g_source_remove (timer); \
      g_assert_true (condition); \
    } \
  G_STMT_END

GtkWindow *show_in_window (GtkWidget *widget, int width, int height); /* (transfer none) */
void draw_frame (GtkWidget *widget);
void wait_for_renders (guint count);
void settle (void);
void destroy_window (GtkWindow *window);

RemitDiagramItem *find_item (GtkWidget *view, const char *layer, const char *model); /* (transfer none) (nullable) */
guint count_items (GtkWidget *view);
gboolean press (GtkWidget *widget, guint keyval, GdkModifierType modifiers);
