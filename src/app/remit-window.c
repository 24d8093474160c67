/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-window.h"

#include <glib/gi18n.h>

#include "remit-button-names.h"
#include "remit-explore-page.h"
#include "remit-menu.h"
#include "remit-opener.h"
#include "remit-preferences.h"

#define TEXT_STEP 0.1
#define HEADER_MIN_WIDTH 600 /* CSS pixels */

/**
 * RemitWindow:
 *
 * The library of frameworks, the pages that show the selected one, and what is remembered of them.
 *
 * CSS: AdwApplicationWindow's, with the style class of the diagram's theme: `theme-light`, `theme-dark`, `theme-high-contrast` or
 * `theme-high-contrast-dark`.
 */
struct _RemitWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  GtkMenuButton *framework_button;
  GtkLabel *framework_label;
  GtkMenuButton *menu_button;
  GtkWidget *switcher;
  AdwToastOverlay *toasts;
  RemitExplorePage *explore;

  /* owned */
  RemitSelection *selection;
  RemitLibrary *library;
  RemitOpener *opener;
  GSettings *settings;
  GtkCssProvider *text_style; /* NULL until the text has another size than the desktop's */
  GSignalGroup *selection_signals;
  guint save_id; /* of the source that saves the selection */
};

G_DEFINE_FINAL_TYPE (RemitWindow, remit_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_FRAMEWORK = 1, /* the selected one's key in the library */
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const theme_classes[] = { "theme-light", "theme-dark", "theme-high-contrast", "theme-high-contrast-dark" };

/* --- frameworks --- */

/* The menus are made when they are opened: few who open the window open them. */
static void
create_framework_menu (GtkMenuButton *button,
                       gpointer       user_data)
{
  RemitWindow *self = user_data;
  g_autoptr (GMenuModel) menu = remit_library_create_menu (self->library, "win.framework");

  remit_menu_button_set_model (button, menu);
  remit_opener_read_catalog (self->opener);
}

static void
create_main_menu (GtkMenuButton *button,
                  gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/remit_app/Remit/remit-menu.ui");

  remit_menu_button_set_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
}

static void
save_selection (RemitWindow *self)
{
  RemitFramework *framework = remit_selection_get_framework (self->selection);
  RemitServiceModel *model = remit_selection_get_service_model (self->selection);
  RemitLayer *layer = remit_selection_get_layer (self->selection);
  g_autofree char *key = remit_library_dup_key (self->library, framework);

  if (remit_opener_is_restoring (self->opener))
    return;
  g_settings_set_string (self->settings, "framework", key);
  g_settings_set_string (self->settings, "service-model", remit_item_get_id (REMIT_ITEM (model)));
  g_settings_set_string (self->settings, "layer", layer != NULL ? remit_item_get_id (REMIT_ITEM (layer)) : "");
}

/* A while after a click, which must not wait for a disk. */
static gboolean
save (gpointer user_data)
{
  RemitWindow *self = user_data;

  self->save_id = 0;
  save_selection (self);
  return G_SOURCE_REMOVE;
}

/* In a narrow window there is room for the menus alone. GTK keeps the default width at the window's width. */
static void
update_header (RemitWindow *self)
{
  RemitFramework *framework = self->selection != NULL ? remit_selection_get_framework (self->selection) : NULL;
  int width, height;
  gboolean is_wide;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  is_wide = width >= HEADER_MIN_WIDTH || gtk_window_is_maximized (GTK_WINDOW (self)) || gtk_window_is_fullscreen (GTK_WINDOW (self));
  gtk_widget_set_visible (self->switcher, is_wide);
  if (framework != NULL)
    {
      const char *short_title = remit_framework_get_short (framework);
      g_autofree char *title = is_wide ? remit_library_dup_title (framework, short_title) : g_strdup (short_title);

      gtk_label_set_label (self->framework_label, title);
    }
}

static void
on_selection_changed (RemitWindow *self)
{
  RemitFramework *framework = remit_selection_get_framework (self->selection);
  RemitServiceModel *model = remit_selection_get_service_model (self->selection);
  g_autofree char *title = remit_library_dup_title (framework, remit_item_get_title (REMIT_ITEM (framework)));
  g_autofree char *name = g_strdup_printf (_("Framework: %s"), title);
  RemitResponsibility *cell = remit_selection_get_responsibility (self->selection);
  g_autofree char *selected = cell != NULL ? remit_responsibility_dup_name (cell) : g_strdup (remit_service_model_get_name (model));
  g_autofree char *window_title = g_strdup_printf (_("%s – Remit"), selected);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->framework_button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->framework_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->framework_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_header (self);
  /* what a screen reader says when it changes, wherever the focus is; GTK 4.8 has no announcements */
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  if (self->save_id == 0)
    self->save_id = g_timeout_add_seconds (1, save, self);
}

static void
on_selection_notify (RemitWindow *self,
                     GParamSpec  *pspec)
{
  if (remit_opener_is_restoring (self->opener)) /* what somebody chooses meanwhile is what he wants */
    remit_opener_forget (self->opener);
  on_selection_changed (self);
  if (g_str_equal (pspec->name, "framework"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRAMEWORK]);
}

/* --- documents --- */

/**
 * remit_window_open:
 * @files: (element-type GFile): documents
 * @service_model: (nullable): the id of what to select
 * @layer: (nullable): the id of what to select
 * @command_line: (nullable): where it is told, too, that there is nothing with such an id
 *
 * Reads documents of the user's own and shows the last. Where one cannot be read, a message says why and what was open stays.
 */
void
remit_window_open (RemitWindow             *self,
                   GSList                  *files,
                   const char              *service_model,
                   const char              *layer,
                   GApplicationCommandLine *command_line)
{
  g_return_if_fail (REMIT_IS_WINDOW (self));

  remit_opener_open (self->opener, files, service_model, layer, command_line);
}

static void
on_file_chosen (GtkNativeDialog *dialog,
                int              response,
                RemitWindow     *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && (file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))) != NULL)
    remit_window_open (self, &(GSList){ file, NULL }, NULL, NULL, NULL);
  g_object_unref (dialog);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open a Framework"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Frameworks"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
on_drop (RemitWindow  *self,
         const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files != NULL)
    remit_window_open (self, files, NULL, NULL, NULL);
  return files != NULL;
}

/* --- looks --- */

/* The details' text; the diagram's is drawn in its size. */
static void
update_text_style (RemitWindow *self)
{
  double scale = g_settings_get_double (self->settings, "text-scale");
  g_autofree char *css = g_strdup_printf ("details { font-size: %.0f%%; }", scale * 100);

  if (self->text_style == NULL && scale == 1)
    return;
  if (self->text_style == NULL)
    {
      self->text_style = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->text_style),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  gtk_css_provider_load_from_data (self->text_style, css, -1);
}

/* Takes from the desktop and the settings how all is to look. */
static void
update_look (RemitWindow *self)
{
  g_autoptr (RemitLook) look = remit_look_new (GTK_WIDGET (self), self->settings);

  for (guint i = 0; i < G_N_ELEMENTS (theme_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), theme_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), theme_classes[look->theme]);
  remit_diagram_view_set_look (remit_explore_page_get_view (self->explore), look);
  update_text_style (self);
  gtk_widget_queue_resize (GTK_WIDGET (self->explore));
}

static void
change_text_scale (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  double scale = g_settings_get_double (self->settings, "text-scale");

  if (g_str_equal (action_name, "win.larger-text"))
    scale += TEXT_STEP;
  else if (g_str_equal (action_name, "win.smaller-text"))
    scale -= TEXT_STEP;
  else
    scale = 1;
  g_settings_set_double (self->settings, "text-scale", CLAMP (scale, 1, 2));
}

/* --- keys --- */

static void
choose_service_model (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  RemitSelection *selection = REMIT_WINDOW (widget)->selection;
  RemitServiceModel *model = remit_framework_get_service_model (remit_selection_get_framework (selection), (guint) g_variant_get_int32 (parameter));

  if (model != NULL)
    remit_selection_set_service_model (selection, model);
}

static void
clear_layer (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  remit_selection_set_layer (REMIT_WINDOW (widget)->selection, NULL);
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
  present_dialog (widget, GTK_WINDOW (remit_preferences_new (REMIT_WINDOW (widget)->settings)));
}

/* --- window --- */

static gboolean
remit_window_close_request (GtkWindow *window)
{
  RemitWindow *self = REMIT_WINDOW (window);
  g_autoptr (RemitLook) look = remit_look_new (GTK_WIDGET (self), self->settings);
  int width, height;

  save_selection (self);
  remit_look_save (look, self->settings);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (remit_window_parent_class)->close_request (window);
}

static void
remit_window_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  RemitWindow *self = REMIT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_FRAMEWORK:
      if (self->selection != NULL && remit_selection_get_framework (self->selection) != NULL)
        g_value_take_string (value, remit_library_dup_key (self->library, remit_selection_get_framework (self->selection)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_window_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  RemitWindow *self = REMIT_WINDOW (object);
  RemitFramework *framework;

  switch (prop_id)
    {
    case PROP_FRAMEWORK:
      framework = remit_library_find (self->library, g_value_get_string (value));
      if (framework != NULL)
        remit_opener_show (self->opener, framework, NULL, NULL, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_window_dispose (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->opener);
  g_clear_object (&self->selection);
  g_clear_object (&self->library);
  if (self->text_style != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->text_style));
  g_clear_object (&self->text_style);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_WINDOW);

  G_OBJECT_CLASS (remit_window_parent_class)->dispose (object);
}

static void
remit_window_class_init (RemitWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = remit_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = remit_window_set_property;
  G_OBJECT_CLASS (klass)->dispose = remit_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = remit_window_close_request;

  properties[PROP_FRAMEWORK] = g_param_spec_string ("framework", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (REMIT_TYPE_EXPLORE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, framework_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, framework_label);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, explore);
  gtk_widget_class_install_property_action (widget_class, "win.framework", "framework");
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.larger-text", NULL, change_text_scale);
  gtk_widget_class_install_action (widget_class, "win.smaller-text", NULL, change_text_scale);
  gtk_widget_class_install_action (widget_class, "win.normal-text", NULL, change_text_scale);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (widget_class, "win.service-model", "i", choose_service_model);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_layer);
  /* bindings and not accelerators: whatever has the focus gets its keys first */
  for (int i = 0; i < 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_1 + i), 0, "win.service-model", "i", i);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_1 + i), 0, "win.service-model", "i", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
}

static void
remit_window_init (RemitWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button within the menu button has the focus; labelled by the menu button it would not tell when that changes. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->framework_button))),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_menu_button_set_create_popup_func (self->framework_button, create_framework_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu, NULL, NULL);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (update_header), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (update_header), NULL);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (update_header), NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* So that the keys that move in the diagram work at once. */
static void
focus_diagram (RemitWindow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (remit_explore_page_get_view (self->explore)), GTK_DIR_TAB_FORWARD);
}

/* What was shown last time, as far as it is still there. */
static void
restore (RemitWindow *self)
{
  g_autofree char *key = g_settings_get_string (self->settings, "framework");
  g_autofree char *model_id = g_settings_get_string (self->settings, "service-model");
  g_autofree char *layer_id = g_settings_get_string (self->settings, "layer");

  remit_opener_restore (self->opener, key, model_id, layer_id);
}

/**
 * remit_window_new:
 * @catalog: what there is to show
 * @settings: what is remembered
 * @store: (nullable): where the diagram may already be being drawn
 *
 * Returns: (transfer none): the window, which belongs to GTK
 */
RemitWindow *
remit_window_new (AdwApplication    *application,
                  RemitCatalog      *catalog,
                  GSettings         *settings,
                  RemitPictureStore *store)
{
  RemitWindow *self = g_object_new (REMIT_TYPE_WINDOW, "application", application, NULL);
  int width = g_settings_get_int (settings, "window-width"), height = g_settings_get_int (settings, "window-height");

  self->library = remit_library_new (catalog);
  self->settings = g_object_ref (settings);
  self->selection = remit_selection_new ();
  self->opener = remit_opener_new (GTK_WINDOW (self), self->toasts, self->library, self->selection);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  remit_look_watch (GTK_WIDGET (self), self->settings, G_CALLBACK (update_look));
  update_look (self);

  restore (self);
  on_selection_changed (self);
  self->selection_signals = g_signal_group_new (REMIT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify", G_CALLBACK (on_selection_notify), self);
  g_signal_group_set_target (self->selection_signals, self->selection);
  remit_explore_page_set_selection (self->explore, self->selection);
  remit_explore_page_prepare (self->explore, store, width, height - REMIT_WINDOW_HEADER_HEIGHT);
  g_signal_connect_after (self, "map", G_CALLBACK (focus_diagram), NULL);
  return self;
}

/**
 * remit_window_show:
 * @framework: (nullable): one of the catalogue; %NULL for the one that is shown, or will be when it has been read
 * @service_model: (nullable): the id of one of its service models; %NULL leaves what is selected
 * @layer: (nullable): the id of one of its layers; %NULL leaves what is selected
 * @command_line: (nullable): where it is told, too, that there is nothing with such an id
 *
 * Shows what somebody asks for, whatever was to be shown.
 */
void
remit_window_show (RemitWindow             *self,
                   RemitFramework          *framework,
                   const char              *service_model,
                   const char              *layer,
                   GApplicationCommandLine *command_line)
{
  g_return_if_fail (REMIT_IS_WINDOW (self));

  remit_opener_show (self->opener, framework, service_model, layer, command_line);
}

/**
 * remit_window_get_framework:
 *
 * Returns: (transfer none) (nullable): the framework that is shown; %NULL while the one to be shown is still being read
 */
RemitFramework *
remit_window_get_framework (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), NULL);

  return remit_opener_is_restoring (self->opener) ? NULL : remit_selection_get_framework (self->selection);
}

RemitSelection *
remit_window_get_selection (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), NULL);

  return self->selection;
}
