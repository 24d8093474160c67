/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-window.h"

#include <glib/gi18n.h>

#include "remit-button-names.h"
#include "remit-explore-page.h"
#include "remit-library.h"
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
  RemitExplorePage *explore;

  /* owned */
  RemitSelection *selection;
  RemitLibrary *library;
  GSettings *settings;
  GSignalGroup *selection_signals;
  guint save_id; /* of the source that saves the selection */
  guint n_openings;   /* documents asked for so far: the newest is the one to show */
  gboolean restoring; /* the document shown last time is on its way: what is shown meanwhile is not to be remembered */
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

/* Something else is asked for than the document that is still being read. */
static void
forget_openings (RemitWindow *self)
{
  self->n_openings++;
  self->restoring = FALSE;
}

/* The menus are made when they are opened: few who open the window open them. */
static void
create_framework_menu (GtkMenuButton *button,
                       gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = remit_library_create_menu (REMIT_WINDOW (user_data)->library, "win.framework");

  gtk_menu_button_set_menu_model (button, menu);
}

static void
create_main_menu (GtkMenuButton *button,
                  gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/remit_app/Remit/remit-menu.ui");

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
}

static void
save_selection (RemitWindow *self)
{
  RemitFramework *framework = remit_selection_get_framework (self->selection);
  RemitServiceModel *model = remit_selection_get_service_model (self->selection);
  RemitLayer *layer = remit_selection_get_layer (self->selection);
  g_autofree char *key = remit_library_dup_key (self->library, framework);

  if (self->restoring)
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
  on_selection_changed (self);
  if (g_str_equal (pspec->name, "framework"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRAMEWORK]);
}

/* Shows a framework and selects what of the ids it has; NULL leaves what is selected. */
static void
show (RemitWindow    *self,
      RemitFramework *framework,
      const char     *service_model_id,
      const char     *layer_id)
{
  RemitServiceModel *model = remit_framework_find_service_model (framework, service_model_id);

  remit_selection_set_framework (self->selection, framework);
  remit_selection_select (self->selection,
                          layer_id != NULL ? remit_framework_find_layer (framework, layer_id) : remit_selection_get_layer (self->selection),
                          model != NULL ? model : remit_selection_get_service_model (self->selection));
}

/* --- documents --- */

static void
show_error (RemitWindow  *self,
            const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The document cannot be opened"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  remit_button_names_set (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What to select in a document that is on its way. */
typedef struct
{
  RemitWindow *window;
  char *service_model;
  char *layer;
  guint number;
  gboolean quiet; /* where it cannot be read nobody asked for it just now */
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->window);
  g_free (self->service_model);
  g_free (self->layer);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
on_opened (GObject      *library,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  RemitWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitFramework) framework = remit_library_open_finish (REMIT_LIBRARY (library), result, &error);

  if (self->library == NULL)
    return; /* the window was closed meanwhile */
  if (framework != NULL && opening->number == self->n_openings)
    {
      self->restoring = FALSE;
      show (self, framework, opening->service_model, opening->layer);
    }
  else if (framework == NULL && !opening->quiet)
    show_error (self, error);
  if (opening->quiet)
    self->restoring = FALSE;
}

static void
open_document (RemitWindow *self,
               GFile       *file,
               const char  *service_model,
               const char  *layer,
               gboolean     quiet)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->service_model = g_strdup (service_model);
  opening->layer = g_strdup (layer);
  opening->quiet = quiet;
  opening->number = ++self->n_openings;
  remit_library_open_async (self->library, file, NULL, on_opened, opening);
}

/**
 * remit_window_open:
 * @file: a document
 * @service_model: (nullable): the id of what to select in it
 * @layer: (nullable): the id of what to select in it
 *
 * Reads a document of the user's own and shows it. Where it cannot be read, a message says why and what was open stays.
 */
void
remit_window_open (RemitWindow *self,
                   GFile       *file,
                   const char  *service_model,
                   const char  *layer)
{
  g_return_if_fail (REMIT_IS_WINDOW (self));

  open_document (self, file, service_model, layer, FALSE);
}

static void
on_file_chosen (GtkNativeDialog *dialog,
                int              response,
                RemitWindow     *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && (file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))) != NULL)
    remit_window_open (self, file, NULL, NULL);
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

  for (GSList *file = files; file != NULL; file = file->next)
    remit_window_open (self, file->data, NULL, NULL);
  return files != NULL;
}

/* --- looks --- */

/* Takes from the desktop and the settings how all is to look. */
static void
update_look (RemitWindow *self)
{
  g_autoptr (RemitLook) look = remit_look_new (GTK_WIDGET (self), self->settings);

  for (guint i = 0; i < G_N_ELEMENTS (theme_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), theme_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), theme_classes[look->theme]);
  remit_diagram_view_set_look (remit_explore_page_get_view (self->explore), look);
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
        forget_openings (self);
      if (framework != NULL)
        remit_selection_set_framework (self->selection, framework);
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
  g_clear_object (&self->selection);
  g_clear_object (&self->library);
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
  gboolean is_document = strstr (key, "://") != NULL;
  RemitFramework *framework = is_document ? NULL : remit_library_find (self->library, key);

  if (is_document)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (key);
      self->restoring = TRUE;
      open_document (self, file, model_id, layer_id, TRUE);
    }
  show (self, framework != NULL ? framework : remit_library_find (self->library, "azure-current"), model_id, layer_id);
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
 * @framework: one of the catalogue
 * @service_model_id: (nullable): one of its service models; %NULL leaves what is selected
 * @layer_id: (nullable): one of its layers; %NULL leaves what is selected
 *
 * Shows what somebody asks for, whatever was to be shown.
 */
void
remit_window_show (RemitWindow    *self,
                   RemitFramework *framework,
                   const char     *service_model_id,
                   const char     *layer_id)
{
  g_return_if_fail (REMIT_IS_WINDOW (self));

  forget_openings (self);
  show (self, framework, service_model_id, layer_id);
}

RemitSelection *
remit_window_get_selection (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), NULL);

  return self->selection;
}
