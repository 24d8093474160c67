/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys and menus have a window do. */

#include "remit-window-actions.h"

#include "remit-button-names.h"
#include "remit-open-dialog.h"
#include "remit-preferences.h"
#include "remit-session-window.h"

#define TEXT_STEP 0.1

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  remit_open_dialog_show (GTK_WINDOW (widget), remit_window_get_opener (REMIT_WINDOW (widget)));
}

static void
change_text_scale (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GSettings *settings = remit_window_get_settings (REMIT_WINDOW (widget));
  double scale = g_settings_get_double (settings, "text-scale");

  if (g_str_equal (action_name, "win.larger-text"))
    scale += TEXT_STEP;
  else if (g_str_equal (action_name, "win.smaller-text"))
    scale -= TEXT_STEP;
  else
    scale = 1;
  g_settings_set_double (settings, "text-scale", CLAMP (scale, 1, 2));
}

static void
choose_service_model (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  RemitSelection *selection = remit_window_get_selection (REMIT_WINDOW (widget));
  RemitServiceModel *model = remit_framework_get_service_model (remit_selection_get_framework (selection), (guint) g_variant_get_int32 (parameter));

  if (model != NULL)
    remit_selection_set_service_model (selection, model);
}

/* One thing at a time: what is selected, then what is brought out. */
static void
clear (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  RemitSelection *selection = remit_window_get_selection (REMIT_WINDOW (widget));

  if (remit_selection_get_layer (selection) != NULL)
    remit_selection_set_layer (selection, NULL);
  else
    remit_selection_set_show_disputed (selection, FALSE);
}

/* @parameter: a framework's key, empty for the one that is shown, and the ids of a layer and a service model */
static void
show_cell (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  const char *key, *layer, *model;

  g_variant_get (parameter, "(&s&s&s)", &key, &layer, &model);
  if (*key != '\0')
    gtk_window_set_focus (GTK_WINDOW (self), NULL); /* what was pressed goes; the diagram takes it */
  remit_opener_show (remit_window_get_opener (self), *key != '\0' ? remit_library_find (remit_window_get_library (self), key) : NULL, model, layer, NULL);
}

/* @parameter: the id of a lesson */
static void
show_lesson (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  remit_pages_show_lesson (remit_window_get_pages (REMIT_WINDOW (widget)), g_variant_get_string (parameter, NULL));
}

/* @dialog: of the application, too, for its keys */
static void
present_dialog (GtkWidget *window,
                GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (window));
  gtk_window_set_application (dialog, gtk_window_get_application (GTK_WINDOW (window)));
  gtk_window_present (dialog);
}

/* Built when it is asked for: GTK would build one under the usual resource name with every window. */
static void
show_shortcuts (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/remit_app/Remit/help-overlay.ui");
  GtkWidget *shortcuts = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  remit_button_names_set (shortcuts);
  present_dialog (widget, GTK_WINDOW (shortcuts));
}

static void
show_preferences (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  present_dialog (widget, GTK_WINDOW (remit_preferences_new (remit_window_get_settings (REMIT_WINDOW (widget)))));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  remit_window_find (REMIT_WINDOW (widget), NULL);
}

/* One window of sessions, however often somebody asks. (transfer none) */
static RemitSessionWindow *
present_sessions (RemitWindow *self)
{
  GtkWindow *sessions = NULL;

  for (GList *other = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self))); other != NULL; other = other->next)
    if (REMIT_IS_SESSION_WINDOW (other->data))
      sessions = other->data;
  remit_document_catalog_read_async (REMIT_DOCUMENT_CATALOG (remit_window_get_lessons (self)), NULL, NULL, NULL);
  if (sessions == NULL)
    sessions = GTK_WINDOW (remit_session_window_new (self, remit_window_get_progress (self),
                                                     remit_library_get_catalog (remit_window_get_library (self)), remit_window_get_lessons (self)));
  gtk_window_present (sessions);
  return REMIT_SESSION_WINDOW (sessions);
}

static void
show_sessions (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  present_sessions (REMIT_WINDOW (widget));
}

/* @parameter: the address of a session's file */
static void
open_session (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  remit_session_window_open (present_sessions (REMIT_WINDOW (widget)), file);
}

/* Installs the actions `win.…`, but for those of properties, and the keys that are no accelerators. */
void
remit_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.larger-text", NULL, change_text_scale);
  gtk_widget_class_install_action (widget_class, "win.smaller-text", NULL, change_text_scale);
  gtk_widget_class_install_action (widget_class, "win.normal-text", NULL, change_text_scale);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (widget_class, "win.sessions", NULL, show_sessions);
  gtk_widget_class_install_action (widget_class, "win.open-session", "s", open_session);
  gtk_widget_class_install_action (widget_class, "win.service-model", "i", choose_service_model);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "win.show-cell", "(sss)", show_cell);
  gtk_widget_class_install_action (widget_class, "win.lesson", "s", show_lesson);
  /* bindings and not accelerators: whatever has the focus gets its keys first */
  for (int i = 0; i < 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_1 + i), 0, "win.service-model", "i", i);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_1 + i), 0, "win.service-model", "i", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "win.show-disagreements", NULL);
}
