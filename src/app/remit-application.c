/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "remit-button-names.h"
#include "remit-config.h"
#include "remit-library.h"
#include "remit-pages.h"
#include "remit-picture-store.h"
#include "remit-search-provider.h"
#include "remit-window.h"

#define SERVICE_IDLE 10000 /* milliseconds that a service without a window waits for another question */

/* The one window, what it shows from, and the actions that need none. */
struct _RemitApplication
{
  AdwApplication parent_instance;

  /* owned */
  RemitCatalog *catalog;
  GSettings *settings;
  GThread *beginning;       /* makes the store, until it is joined; until then the catalogue is its own */
  RemitPictureStore *store; /* where the first picture is being drawn; NULL where nothing could be foreseen */
  RemitSearchProvider *search_provider;
};

G_DEFINE_FINAL_TYPE (RemitApplication, remit_application, ADW_TYPE_APPLICATION)

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GtkApplication *self = user_data;
  GtkWidget *about = adw_about_window_new ();
  /* libadwaita 1.2 never frees a copyright that it is given by itself, and puts it like this before the licence */
  g_autofree char *content = g_strconcat ("© 2026 The Remit authors\n\n",
                                          _("The content is licensed under <a href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a>. It "
                                            "tells in its own words what the sources named with each cell say; they are their publishers’."), NULL);

  g_object_set (about,
                "transient-for", gtk_application_get_active_window (self),
                "application", self,
                "modal", TRUE,
                "application-name", _("Remit"),
                "application-icon", REMIT_APP_ID,
                "version", REMIT_VERSION,
                "developer-name", _("The Remit authors"),
                "comments", _("Who is responsible for what in the cloud: on-premises, IaaS, PaaS and SaaS."),
                "website", "https://github.com/remit-app/remit",
                "issue-url", "https://github.com/remit-app/remit/issues",
                "copyright", "© 2026 The Remit authors",
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, a line each */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _("Explanations and questions"), NULL, GTK_LICENSE_CUSTOM, content);
  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (about), _("Built with"),
                                       (const char *[]){ "GTK https://www.gtk.org", "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita/",
                                                         "librsvg https://wiki.gnome.org/Projects/LibRsvg", "JSON-GLib https://gnome.pages.gitlab.gnome.org/json-glib/", NULL });
  remit_button_names_set (about);
  gtk_window_present (GTK_WINDOW (about));
}

/* Main windows first: they take those with them that have nothing to ask. */
static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  return REMIT_IS_WINDOW ((gpointer) b) - REMIT_IS_WINDOW ((gpointer) a);
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  g_autolist (GtkWindow) windows = g_list_copy_deep (gtk_application_get_windows (user_data), (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  g_application_set_inactivity_timeout (user_data, 0);
  if (windows == NULL) /* a service that nobody asked for a window */
    g_application_quit (user_data);
  windows = g_list_sort (windows, compare_windows);
  /* closing them saves their size */
  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
}

/* The next one ends the program at once. */
static gboolean
on_signal (gpointer user_data)
{
  quit (NULL, NULL, user_data);
  return G_SOURCE_REMOVE;
}

static void
update_color_scheme (RemitApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[g_settings_get_enum (self->settings, "color-scheme")]);
}

static GtkWindow *
find_window (RemitApplication *self)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (REMIT_IS_WINDOW (window->data))
      return window->data;
  return NULL;
}

static RemitWindow *
get_window (RemitApplication *self)
{
  GtkWindow *window = find_window (self);

  return window != NULL ? REMIT_WINDOW (window) : remit_window_new (ADW_APPLICATION (self), self->catalog, self->settings, self->store);
}

/* From here on the catalogue is the main thread's. */
static void
finish_beginning (RemitApplication *self)
{
  if (self->beginning != NULL)
    self->store = g_thread_join (g_steal_pointer (&self->beginning));
}

/* GTK reads the themes of icons in a thread and locks them for that. Each path that is added makes it read all again: libadwaita's comes
 * first therefore, and there is none of our own (the application has no resource base path). What is still to be read when that is done is
 * read here, so that the first icon of the window need not wait for it. */
static gpointer
read_icons (gpointer theme)
{
  gtk_icon_theme_has_icon (theme, "open-menu-symbolic");
  g_object_unref (theme);
  return NULL;
}

static void
remit_application_startup (GApplication *application)
{
  RemitApplication *self = REMIT_APPLICATION (application);
  const GActionEntry entries[] = { { .name = "about", .activate = show_about }, { .name = "quit", .activate = quit } };
  const struct
  {
    const char *action;
    const char *keys[4];
  } accels[] = {
    { "win.open", { "<Control>o" } },
    { "win.find", { "<Control>f" } },
    { "win.sessions", { "<Control><Shift>o" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.fullscreen", { "F11" } },
    { "win.larger-text", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.smaller-text", { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.normal-text", { "<Control>0", "<Control>KP_0" } },
    { "win.page::explore", { "<Alt>1" } },
    { "win.page::compare", { "<Alt>2" } },
    { "win.page::learn", { "<Alt>3" } },
    { "win.shortcuts", { "<Control>question", "F1" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
  };
  GdkDisplay *display;

  /* GTK 4.8 has no name for the application then, and crashes when a screen reader asks for it. */
  if (g_application_get_dbus_connection (application) == NULL)
    g_setenv ("GTK_A11Y", "none", TRUE);
  g_application_set_resource_base_path (application, NULL); /* it has made one of its id */
  adw_init ();
  display = gdk_display_get_default ();
  remit_look_add_styles (display);
  g_thread_unref (g_thread_new ("icons", read_icons, g_object_ref (gtk_icon_theme_get_for_display (display))));
  G_APPLICATION_CLASS (remit_application_parent_class)->startup (application);
  finish_beginning (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  {
    g_autoptr (GAction) color_scheme = g_settings_create_action (self->settings, "color-scheme");
    g_autoptr (GAction) high_contrast = g_settings_create_action (self->settings, "high-contrast");

    g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
    g_action_map_add_action (G_ACTION_MAP (self), high_contrast);
  }
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
  g_unix_signal_add (SIGTERM, on_signal, self);
  g_unix_signal_add (SIGINT, on_signal, self);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (update_color_scheme), self, G_CONNECT_SWAPPED);
  update_color_scheme (self);
}

static void
remit_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (REMIT_APPLICATION (application))));
}

/* From the desktop, which starts the program as a service. */
static void
remit_application_open (GApplication *application,
                        GFile       **files,
                        int           n_files,
                        const char   *hint)
{
  g_autoptr (GSList) list = NULL;

  for (int i = n_files; i-- > 0;)
    list = g_slist_prepend (list, files[i]);
  remit_window_open (get_window (REMIT_APPLICATION (application)), list, NULL, NULL, NULL);
  g_application_activate (application);
}

/* --- search --- */

static void
on_activate_result (RemitApplication *self,
                    RemitFinding     *finding)
{
  remit_window_show_finding (get_window (self), finding);
  g_application_activate (G_APPLICATION (self));
}

static void
on_launch_search (RemitApplication *self,
                  const char       *words)
{
  remit_window_find (get_window (self), words);
  g_application_activate (G_APPLICATION (self));
}

static gboolean
remit_application_dbus_register (GApplication    *application,
                                 GDBusConnection *connection,
                                 const char      *object_path,
                                 GError         **error)
{
  RemitApplication *self = REMIT_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (remit_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->search_provider = remit_search_provider_new (application, self->catalog);
  g_signal_connect_object (self->search_provider, "activate-result", G_CALLBACK (on_activate_result), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_provider, "launch-search", G_CALLBACK (on_launch_search), self, G_CONNECT_SWAPPED);
  return remit_search_provider_export (self->search_provider, connection, path, error);
}

static void
remit_application_dbus_unregister (GApplication    *application,
                                   GDBusConnection *connection,
                                   const char      *object_path)
{
  g_clear_object (&REMIT_APPLICATION (application)->search_provider);
  G_APPLICATION_CLASS (remit_application_parent_class)->dbus_unregister (application, connection, object_path);
}

/* --- command line --- */

/* (nullable): what the options speak of: the framework they name, else what is or will be shown; NULL where that is still to be read. */
static RemitFramework *
get_framework (RemitApplication *self,
               GVariantDict     *options)
{
  GtkWindow *window = find_window (self);
  g_autofree char *key = g_settings_get_string (self->settings, "framework");
  const char *id;

  if (!g_variant_dict_lookup (options, "framework", "&s", &id))
    return window != NULL ? remit_window_get_framework (REMIT_WINDOW (window)) : remit_catalog_find (self->catalog, key);
  if (remit_catalog_find (self->catalog, id) == NULL)
    remit_catalog_read (self->catalog); /* the command line waits for the answer */
  return remit_catalog_find (self->catalog, id);
}

/* Waits for the data folders only where no built-in lesson has the id. */
static gboolean
has_lesson (RemitApplication *self,
            const char       *id)
{
  g_autoptr (RemitStoryboardCatalog) lessons = remit_storyboard_catalog_new (self->catalog);
  RemitDocumentCatalog *documents = REMIT_DOCUMENT_CATALOG (lessons);

  if (remit_document_catalog_find (documents, id) == NULL)
    remit_document_catalog_read (documents);
  return remit_document_catalog_find (documents, id) != NULL;
}

/* (transfer full): what the options ask for that cannot be, a text each, as far as it is known before a document is read. */
static GStrv
dup_problems (RemitApplication *self,
              GVariantDict     *options)
{
  gboolean has_files = g_variant_dict_contains (options, G_OPTION_REMAINING);
  RemitFramework *framework = has_files ? NULL : get_framework (self, options);
  g_autofree char *problem = NULL;
  const char *id, *model = NULL, *layer = NULL;

  g_variant_dict_lookup (options, "model", "&s", &model);
  g_variant_dict_lookup (options, "layer", "&s", &layer);
  if (g_variant_dict_lookup (options, "page", "&s", &id) && !remit_pages_has (id))
    problem = g_strdup_printf (_("there is no page \"%s\""), id);
  else if (has_files && g_variant_dict_contains (options, "framework"))
    problem = g_strdup (_("a file and --framework cannot be shown at once"));
  else if (g_variant_dict_lookup (options, "lesson", "&s", &id) && !has_lesson (self, id))
    problem = g_strdup_printf (_("no lesson has the id \"%s\""), id);
  else if (framework == NULL && g_variant_dict_lookup (options, "framework", "&s", &id))
    problem = g_strdup_printf (_("no framework has the id \"%s\""), id);
  else if (framework != NULL)
    return remit_library_dup_missing (framework, model, layer);
  return g_strdupv ((char *[]){ problem, NULL });
}

/* Says what the options name that does not exist, before there is a window. */
static gboolean
check_options (RemitApplication        *self,
               GApplicationCommandLine *command_line)
{
  g_auto (GStrv) problems = dup_problems (self, g_application_command_line_get_options_dict (command_line));

  for (char **problem = problems; *problem != NULL; problem++)
    g_application_command_line_printerr (command_line, "remit: %s\n", *problem);
  return *problems == NULL;
}

static void
apply_options (RemitApplication        *self,
               GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  const char *id = NULL, *model = NULL, *layer = NULL, *page = NULL, *lesson = NULL;
  g_autofree const char **paths = NULL;
  g_autoslist (GFile) files = NULL;

  g_variant_dict_lookup (options, "framework", "&s", &id);
  g_variant_dict_lookup (options, "model", "&s", &model);
  g_variant_dict_lookup (options, "layer", "&s", &layer);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &paths);
  for (const char **path = paths; path != NULL && *path != NULL; path++)
    files = g_slist_append (files, g_application_command_line_create_file_for_arg (command_line, *path));
  if (files != NULL)
    remit_window_open (get_window (self), files, model, layer, command_line);
  else if (id != NULL || model != NULL || layer != NULL)
    {
      RemitWindow *window = get_window (self);
      remit_window_show (window, id != NULL ? remit_catalog_find (self->catalog, id) : NULL, model, layer, command_line);
    }
  if (g_variant_dict_lookup (options, "page", "&s", &page))
    g_object_set (get_window (self), "page", page, NULL);
  if (g_variant_dict_lookup (options, "lesson", "&s", &lesson))
    gtk_widget_activate_action (GTK_WIDGET (get_window (self)), "win.lesson", "s", lesson);
}

/* What will be shown, as far as it can be foreseen. */
typedef struct
{
  RemitCatalog *catalog;
  char *framework;
  char *service_model;
  RemitLook *look;
  int window_width;
  int window_height;
} Foresight;

static void
foresight_free (Foresight *self)
{
  g_object_unref (self->catalog);
  g_free (self->framework);
  g_free (self->service_model);
  remit_look_free (self->look);
  g_free (self);
}

/* Returns: (transfer full) (nullable): a store that belongs to the main thread */
static gpointer
begin_in_thread (gpointer data)
{
  Foresight *self = data;
  RemitFramework *framework = remit_catalog_find (self->catalog, self->framework);
  RemitPictureStore *store = NULL;

  if (framework != NULL)
    {
      RemitServiceModel *model = remit_framework_find_service_model (framework, self->service_model);
      RemitPictureRequest request;
      int page_height = remit_window_foresee_height (self->look->text_scale, self->window_width, self->window_height);
      int width, height;

      if (model == NULL)
        model = remit_framework_get_service_model (framework, 0);
      remit_explore_page_get_diagram_size (self->look->text_scale, self->window_width, page_height, &width, &height);
      request = remit_picture_request_make (framework, model, self->look, width, height, 0);
      if (request.layout.arrangement == REMIT_ARRANGEMENT_MATRIX)
        request.first = model;
      store = remit_picture_store_new ();
      remit_picture_store_get (store, &request);
    }
  foresight_free (self);
  return store;
}

/* The framework is read and the diagram drawn while GTK opens the display and makes the window. */
static void
begin (RemitApplication *self,
       GVariantDict     *options)
{
  Foresight *foresight;

  if (g_variant_dict_contains (options, G_OPTION_REMAINING))
    return; /* a document */
  foresight = g_new0 (Foresight, 1);
  foresight->catalog = g_object_ref (self->catalog);
  if (!g_variant_dict_lookup (options, "framework", "s", &foresight->framework))
    foresight->framework = g_settings_get_string (self->settings, "framework");
  if (!g_variant_dict_lookup (options, "model", "s", &foresight->service_model))
    foresight->service_model = g_settings_get_string (self->settings, "service-model");
  foresight->look = remit_look_restore (self->settings);
  foresight->window_width = g_settings_get_int (self->settings, "window-width");
  foresight->window_height = g_settings_get_int (self->settings, "window-height");
  self->beginning = g_thread_new ("begin", begin_in_thread, foresight);
}

/* Runs before GTK is there. */
static int
remit_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  RemitApplication *self = REMIT_APPLICATION (application);
  GSettingsSchemaSource *schemas = g_settings_schema_source_get_default (); /* NULL: the machine has none at all */
  g_autoptr (GSettingsSchema) schema = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("remit %s\n", REMIT_VERSION);
      return 0;
    }
  schema = schemas != NULL ? g_settings_schema_source_lookup (schemas, REMIT_SCHEMA_ID, TRUE) : NULL;
  if (schema == NULL)
    {
      g_printerr ("remit: %s\n", _("its settings are not installed; from the source tree start it with build-aux/run"));
      return 1;
    }
  self->settings = g_settings_new (REMIT_SCHEMA_ID);
  self->catalog = remit_catalog_new ();
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) /* somebody types into the desktop's search, which shows no window */
    g_application_set_inactivity_timeout (application, SERVICE_IDLE);
  else
    begin (self, options);
  return -1; /* go on */
}

static int
remit_application_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  RemitApplication *self = REMIT_APPLICATION (application);

  if (!remit_diagram_has_fonts ())
    {
      g_application_command_line_printerr (command_line, "remit: %s\n", _("no font is installed"));
      return 1;
    }
  if (!check_options (self, command_line))
    return 1;
  apply_options (self, command_line);
  g_application_activate (application);
  return 0;
}

static void
remit_application_dispose (GObject *object)
{
  RemitApplication *self = REMIT_APPLICATION (object);

  finish_beginning (self);
  g_clear_object (&self->store);
  g_clear_object (&self->catalog);
  g_clear_object (&self->settings);
  /* What is being drawn is of no use any more, but its stylesheets go when the program ends. */
  while (remit_picture_store_get_n_running () > 0)
    g_main_context_iteration (NULL, TRUE);

  G_OBJECT_CLASS (remit_application_parent_class)->dispose (object);
}

static void
remit_application_class_init (RemitApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_application_dispose;
  application_class->startup = remit_application_startup;
  application_class->activate = remit_application_activate;
  application_class->open = remit_application_open;
  application_class->dbus_register = remit_application_dbus_register;
  application_class->dbus_unregister = remit_application_dbus_unregister;
  application_class->handle_local_options = remit_application_handle_local_options;
  application_class->command_line = remit_application_command_line;
}

static void
remit_application_init (RemitApplication *self)
{
  const GOptionEntry options[] = {
    { "framework", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Show this framework"), N_("ID") },
    { "model", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Select this service model"), N_("ID") },
    { "layer", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Select this layer"), N_("ID") },
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Show this page: explore, compare or learn"), N_("PAGE") },
    { "lesson", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Go on with this lesson, or begin it"), N_("ID") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE]") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

RemitApplication *
remit_application_new (void)
{
#ifdef __GLIBC__
  /* Pictures are large and come and go: what is large lies outside of the heaps and goes back when it is freed. A heap for each thread that
   * the start needs at once, so that none waits for another, and no more, so that none lies about for a thread that has ended. */
  mallopt (M_ARENA_MAX, 4);
  mallopt (M_MMAP_THRESHOLD, 256 * 1024);
#endif
  return g_object_new (REMIT_TYPE_APPLICATION, "application-id", REMIT_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, NULL);
}
