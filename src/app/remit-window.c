/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-window.h"

#include <glib/gi18n.h>

#include "remit-dispute-list.h"
#include "remit-menu.h"
#include "remit-opener.h"
#include "remit-pages.h"
#include "remit-search-view.h"
#include "remit-window-actions.h"

#define HEADER_MIN_WIDTH 740 /* CSS pixels, at 100 % text */
#define HEADER_REST 480      /* about: of what stands beside the switcher of pages, with a long title of a framework */
#define BAR_HEIGHT 47        /* about: of the header, and of the switcher at the bottom */

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
  GtkMenuButton *menu_button;
  GtkWidget *switcher; /* has the next in it */
  AdwViewSwitcher *page_switcher;
  GtkWidget *disagreements_button;
  GtkOverlay *overlay;
  AdwToastOverlay *toasts;
  RemitPages *pages;

  /* borrowed */
  GtkWidget *search; /* NULL until it is opened */

  /* owned */
  RemitSelection *selection;
  RemitLibrary *library;
  RemitOpener *opener;
  GSettings *settings;
  RemitProgress *progress;         /* not open until it is needed */
  RemitStoryboardCatalog *lessons; /* not read until they are needed */
  GSignalGroup *selection_signals;
  guint save_id; /* of the source that saves the selection */
};

G_DEFINE_FINAL_TYPE (RemitWindow, remit_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_FRAMEWORK = 1, /* the selected one's key in the library */
  PROP_SHOW_DISAGREEMENTS, /* the selection's */
  PROP_PAGE,          /* the name of the one that is seen */
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

static double
get_text_scale (RemitWindow *self)
{
  return remit_diagram_view_get_look (remit_explore_page_get_view (remit_pages_get_explore (self->pages)))->text_scale;
}

/* In a narrow window there is room for the menus alone, and the pages are chosen below. GTK keeps the default width at the window's width. */
static void
update_header (RemitWindow *self)
{
  RemitFramework *framework = self->selection != NULL ? remit_selection_get_framework (self->selection) : NULL;
  int width, height, switcher;
  gboolean is_wide;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_widget_measure (GTK_WIDGET (self->page_switcher), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &switcher, NULL, NULL);
  is_wide = width >= MAX (HEADER_MIN_WIDTH * get_text_scale (self), switcher + HEADER_REST) || gtk_window_is_maximized (GTK_WINDOW (self)) || gtk_window_is_fullscreen (GTK_WINDOW (self));
  gtk_widget_set_visible (self->switcher, is_wide);
  gtk_widget_set_visible (self->disagreements_button, is_wide);
  remit_pages_set_narrow (self->pages, !is_wide);
  if (framework != NULL)
    {
      const char *short_title = remit_framework_get_short (framework);
      g_autofree char *text = is_wide ? remit_library_dup_title (framework, short_title) : g_strdup (short_title);
      g_autofree char *title = remit_library_dup_title (framework, remit_item_get_title (REMIT_ITEM (framework)));
      g_autofree char *name = g_strdup_printf (_("Framework: %s"), title);

      remit_menu_button_set_text (self->framework_button, text, name);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->framework_button), title);
    }
}

/* What a screen reader says when it changes, wherever the focus is; GTK 4.8 has no announcements. */
static void
update_title (RemitWindow *self)
{
  g_autofree char *shown = remit_pages_dup_title (self->pages);
  g_autofree char *title = g_strdup_printf (_("%s – Remit"), shown);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
on_selection_changed (RemitWindow *self)
{
  update_header (self);
  if (self->save_id == 0)
    self->save_id = g_timeout_add_seconds (1, save, self);
}

static void
on_selection_notify (RemitWindow *self,
                     GParamSpec  *pspec)
{
  gboolean is_switch = g_str_equal (pspec->name, "show-disputed");

  if (remit_opener_is_restoring (self->opener) && !is_switch) /* what somebody chooses meanwhile is what he wants */
    remit_opener_forget (self->opener);
  on_selection_changed (self);
  if (g_str_equal (pspec->name, "framework"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRAMEWORK]);
  if (!is_switch)
    return;
  if (gtk_window_get_focus (GTK_WINDOW (self)) != NULL && gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self)), REMIT_TYPE_DISPUTE_LIST) != NULL)
    remit_pages_focus (self->pages); /* the list may go */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DISAGREEMENTS]);
}

/* --- pages --- */

static void
on_page_changed (RemitWindow *self)
{
  gboolean explores = g_strcmp0 (remit_pages_get_page (self->pages), "explore") == 0;

  /* keys of what is not seen */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.service-model", explores);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clear", explores);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-disagreements", explores);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
on_cell_wanted (RemitWindow       *self,
                RemitFramework    *framework,
                RemitLayer        *layer,
                RemitServiceModel *model)
{
  remit_window_show (self, framework, remit_item_get_id (REMIT_ITEM (model)), remit_item_get_id (REMIT_ITEM (layer)), NULL);
  remit_pages_focus (self->pages);
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

/* Takes from the desktop and the settings how all is to look. */
static void
update_look (RemitWindow *self)
{
  g_autoptr (RemitLook) look = remit_look_new (GTK_WIDGET (self), self->settings);

  for (guint i = 0; i < G_N_ELEMENTS (theme_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), theme_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), theme_classes[look->theme]);
  remit_pages_set_look (self->pages, look, g_settings_get_double (self->settings, "text-scale"));
  update_header (self);
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
    case PROP_SHOW_DISAGREEMENTS:
      g_value_set_boolean (value, self->selection != NULL && remit_selection_get_show_disputed (self->selection));
      break;
    case PROP_PAGE:
      g_value_set_string (value, remit_pages_get_page (self->pages));
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
    case PROP_SHOW_DISAGREEMENTS:
      remit_selection_set_show_disputed (self->selection, g_value_get_boolean (value));
      break;
    case PROP_PAGE:
      remit_pages_set_page (self->pages, g_value_get_string (value));
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
  g_clear_object (&self->settings);
  g_clear_object (&self->progress);
  g_clear_object (&self->lessons);
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
  properties[PROP_SHOW_DISAGREEMENTS] = g_param_spec_boolean ("show-disagreements", NULL, NULL, FALSE,
                                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "explore", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (REMIT_TYPE_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, framework_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, page_switcher);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, disagreements_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, pages);
  gtk_widget_class_install_property_action (widget_class, "win.framework", "framework");
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
  gtk_widget_class_install_property_action (widget_class, "win.show-disagreements", "show-disagreements");
  remit_window_actions_install (widget_class);
}

static void
remit_window_init (RemitWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_view_switcher_set_stack (self->page_switcher, remit_pages_get_stack (self->pages));
  gtk_menu_button_set_create_popup_func (self->framework_button, create_framework_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu, NULL, NULL);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (update_header), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (update_header), NULL);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (update_header), NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
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
 * remit_window_foresee_height:
 * @text_scale: size of the text, 1 is 100 %
 * @width: of a window, in CSS pixels
 * @height: of the window
 *
 * Needs no display.
 *
 * Returns: about the height of a page, before there is one to be measured
 */
int
remit_window_foresee_height (double text_scale,
                             int    width,
                             int    height)
{
  return height - BAR_HEIGHT - (width < HEADER_MIN_WIDTH * text_scale ? BAR_HEIGHT : 0);
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
  g_signal_connect_object (self->pages, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::page", G_CALLBACK (on_page_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "activated", G_CALLBACK (on_cell_wanted), self, G_CONNECT_SWAPPED);
  remit_pages_set_selection (self->pages, self->selection, self->library);
  remit_pages_set_lessons (self->pages, remit_window_get_lessons (self), remit_window_get_progress (self));
  remit_explore_page_prepare (remit_pages_get_explore (self->pages), store, width, remit_window_foresee_height (get_text_scale (self), width, height));
  g_signal_connect_object (self, "map", G_CALLBACK (remit_pages_focus), self->pages, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

/**
 * remit_window_show:
 * @framework: (nullable): one of the catalogue; %NULL for the one that is shown, or will be when it has been read
 * @service_model: (nullable): the id of one of its service models; %NULL leaves what is selected
 * @layer: (nullable): the id of one of its layers; %NULL leaves what is selected
 * @command_line: (nullable): where it is told, too, that there is nothing with such an id
 *
 * Shows what somebody asks for, whatever was to be shown; a layer on the page that explains it.
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
  if (layer != NULL)
    remit_pages_set_page (self->pages, "explore");
}

/* Shows what was found, with the focus on it. */
void
remit_window_show_finding (RemitWindow  *self,
                           RemitFinding *finding)
{
  g_return_if_fail (REMIT_IS_WINDOW (self));

  remit_opener_show_finding (self->opener, finding);
  remit_pages_set_page (self->pages, "explore");
  remit_explore_page_focus_selected (remit_pages_get_explore (self->pages));
}

/**
 * remit_window_find:
 * @words: (nullable): what to search; %NULL for what somebody is going to type
 */
void
remit_window_find (RemitWindow *self,
                   const char  *words)
{
  g_return_if_fail (REMIT_IS_WINDOW (self));

  if (self->search == NULL)
    {
      self->search = remit_search_view_new (G_LIST_MODEL (self->library), self->selection);
      g_signal_connect_object (self->search, "chosen", G_CALLBACK (remit_window_show_finding), self, G_CONNECT_SWAPPED);
      gtk_overlay_add_overlay (self->overlay, self->search);
    }
  remit_opener_read_catalog (self->opener);
  remit_search_view_open (REMIT_SEARCH_VIEW (self->search), words);
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

/* --- for its actions --- */

RemitLibrary *
remit_window_get_library (RemitWindow *self)
{
  return self->library;
}

RemitOpener *
remit_window_get_opener (RemitWindow *self)
{
  return self->opener;
}

RemitPages *
remit_window_get_pages (RemitWindow *self)
{
  return self->pages;
}

GSettings *
remit_window_get_settings (RemitWindow *self)
{
  return self->settings;
}

RemitProgress *
remit_window_get_progress (RemitWindow *self)
{
  if (self->progress == NULL)
    self->progress = remit_progress_new (NULL);
  return self->progress;
}

RemitStoryboardCatalog *
remit_window_get_lessons (RemitWindow *self)
{
  if (self->lessons == NULL)
    self->lessons = remit_storyboard_catalog_new (remit_library_get_catalog (self->library));
  return self->lessons;
}
