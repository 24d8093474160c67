/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-opener.h"

#include <glib/gi18n.h>

#include "remit-message.h"

#define FALLBACK "azure-current"

typedef struct _Request Request;

struct _RemitOpener
{
  GObject parent_instance;

  /* borrowed */
  GtkWindow *window; /* NULL once it is closed */
  AdwToastOverlay *toasts;
  AdwToast *remarks;  /* (nullable): about what is shown */
  Request *restoring; /* what was shown last time is on its way: what is shown meanwhile is not to be remembered */

  /* owned */
  RemitLibrary *library;
  RemitSelection *selection;

  guint n_requests; /* so far: the newest is the one to show */
  gboolean has_told; /* what is wrong with the data folders */
};

G_DEFINE_FINAL_TYPE (RemitOpener, remit_opener, G_TYPE_OBJECT)

/* What is to be shown when it has been read. */
struct _Request
{
  RemitOpener *opener;
  GSList *files; /* of GFile, to be read one after the other; the last that can be read is shown */
  char *key;     /* what is to be restored */
  char *restored_model, *restored_layer;
  char *asked_model, *asked_layer; /* go first, and must be there */
  GApplicationCommandLine *command_line; /* (nullable): who asked */
  guint number;

  /* what was read */
  RemitFramework *framework;
  char *name; /* of the framework's document */
  GString *errors, *remarks;
  guint n_bad, n_remarks;
};

static Request *
request_new (RemitOpener *opener)
{
  Request *self = g_new0 (Request, 1);

  self->opener = g_object_ref (opener);
  self->errors = g_string_new (NULL);
  self->remarks = g_string_new (NULL);
  self->number = ++opener->n_requests;
  return self;
}

static void
request_free (Request *self)
{
  g_slist_free_full (self->files, g_object_unref);
  g_free (self->key);
  g_free (self->restored_model);
  g_free (self->restored_layer);
  g_free (self->asked_model);
  g_free (self->asked_layer);
  g_clear_object (&self->command_line);
  g_clear_object (&self->framework);
  g_free (self->name);
  g_string_free (self->errors, TRUE);
  g_string_free (self->remarks, TRUE);
  g_object_unref (self->opener);
  g_free (self);
}

/* --- messages --- */

/* Says which of the ids a framework does not have. */
static void
tell_missing (RemitOpener             *self,
              const char              *name,
              RemitFramework          *framework,
              const char              *service_model,
              const char              *layer,
              GApplicationCommandLine *command_line)
{
  g_auto (GStrv) missing = remit_library_dup_missing (framework, service_model, layer);

  for (char **reason = missing; *reason != NULL; reason++)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", name, *reason);

      remit_message_tell (GTK_WIDGET (self->toasts), text, NULL);
      if (command_line == NULL)
        continue;
      g_application_command_line_printerr (command_line, "remit: %s\n", text);
      g_application_command_line_set_exit_status (command_line, 1);
    }
}

/* --- requests --- */

/* Shows a framework and selects what of the ids it has; NULL leaves what is selected. */
static void
show (RemitOpener    *self,
      RemitFramework *framework,
      const char     *service_model,
      const char     *layer)
{
  RemitServiceModel *model = remit_framework_find_service_model (framework, service_model);

  remit_selection_set_framework (self->selection, framework);
  remit_selection_select (self->selection,
                          layer != NULL ? remit_framework_find_layer (framework, layer) : remit_selection_get_layer (self->selection),
                          model != NULL ? model : remit_selection_get_service_model (self->selection));
}

static void
tell_errors (Request *request)
{
  RemitOpener *self = request->opener;
  g_autofree char *one = request->key != NULL ? g_strdup_printf (_("%s cannot be opened"), request->name) : g_strdup (_("The document cannot be opened"));
  g_autofree char *many = g_strdup_printf (ngettext ("%u document cannot be opened", "%u documents cannot be opened", request->n_bad), request->n_bad);

  if (request->key != NULL) /* nobody asked for it just now */
    remit_message_tell (GTK_WIDGET (self->toasts), one, request->errors->str);
  else
    remit_message_present (self->window, request->n_bad == 1 ? one : many, request->errors->str);
}

static void
tell_remarks (Request *request)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u remark about %s", "%u remarks about %s", request->n_remarks), request->n_remarks, request->name);

  g_set_weak_pointer (&request->opener->remarks, remit_message_tell (GTK_WIDGET (request->opener->toasts), title, request->remarks->str));
}

/* Shows what was read and says what is wrong with it. Frees the request. */
static void
finish (Request *request)
{
  RemitOpener *self = request->opener;
  gboolean is_newest = request->number == self->n_requests;

  if (self->restoring == request)
    self->restoring = NULL;
  if (request->framework == NULL && request->key != NULL) /* what was asked for is then asked of what there is instead */
    request->framework = g_object_ref (remit_selection_get_framework (self->selection));
  if (is_newest && request->framework != NULL)
    {
      show (self, request->framework, request->asked_model != NULL ? request->asked_model : request->restored_model,
            request->asked_layer != NULL ? request->asked_layer : request->restored_layer);
      tell_missing (self, request->n_bad == 0 ? request->name : remit_item_get_id (REMIT_ITEM (request->framework)), request->framework,
                    request->asked_model, request->asked_layer, request->command_line);
    }
  if (request->n_bad > 0)
    tell_errors (request);
  if (request->n_remarks > 0 && request->key == NULL)
    tell_remarks (request);
  request_free (request);
}

static void read_next (Request *request);

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  RemitFrameworkReader *reader = REMIT_FRAMEWORK_READER (source);
  GListModel *problems = remit_framework_reader_get_problems (reader);
  Request *request = user_data;
  g_autoptr (GFile) file = request->files->data;
  g_autofree char *path = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitFramework) framework = remit_framework_reader_read_file_finish (reader, result, &error);

  request->files = g_slist_delete_link (request->files, request->files);
  if (framework != NULL || request->name == NULL)
    {
      g_free (request->name);
      request->name = g_path_get_basename (path);
    }
  if (framework != NULL)
    {
      remit_library_add (request->opener->library, framework, file);
      g_set_object (&request->framework, framework);
      request->n_remarks += remit_message_add_problems (request->remarks, path, problems, REMIT_SEVERITY_WARNING);
    }
  else if (request->key == NULL && g_strcmp0 (remit_reader_get_format (REMIT_READER (reader)), "remit-session") == 0 && request->opener->window != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      gtk_widget_activate_action (GTK_WIDGET (request->opener->window), "win.open-session", "s", uri);
    }
  else
    {
      request->n_bad++;
      if (remit_message_add_problems (request->errors, path, problems, REMIT_SEVERITY_ERROR) == 0)
        g_string_append_printf (request->errors, "%s%s", request->errors->len > 0 ? "\n\n" : "", error->message);
    }
  read_next (request);
}

static void
read_next (Request *request)
{
  if (request->opener->window == NULL)
    request_free (request);
  else if (request->files == NULL)
    finish (request);
  else
    {
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      remit_framework_reader_read_file_async (reader, request->files->data, NULL, on_read, request);
    }
}

/* --- the catalogue --- */

/* Once. */
static void
tell_folders (RemitOpener *self)
{
  const char *const *messages = remit_catalog_get_messages (remit_library_get_catalog (self->library));
  guint n = g_strv_length ((char **) messages);
  g_autofree char *title = g_strdup_printf (ngettext ("%u file in the data folder cannot be used", "%u files in the data folder cannot be used", n), n);
  g_autofree char *text = g_strjoinv ("\n\n", (char **) messages);

  if (n > 0 && !self->has_told && self->window != NULL)
    remit_message_tell (GTK_WIDGET (self->toasts), title, text);
  self->has_told = TRUE;
}

static void
on_catalog_read (GObject      *catalog,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (RemitOpener) self = user_data;

  remit_catalog_read_finish (REMIT_CATALOG (catalog), result, NULL); /* cannot fail: nobody cancels it */
  tell_folders (self);
}

static void
on_catalog_read_for (GObject      *catalog,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  Request *request = user_data;
  RemitFramework *framework;

  remit_catalog_read_finish (REMIT_CATALOG (catalog), result, NULL);
  tell_folders (request->opener);
  framework = remit_catalog_find (REMIT_CATALOG (catalog), request->key);
  if (framework == NULL)
    {
      g_string_append_printf (request->errors, _("no framework has the id \"%s\""), request->key);
      request->n_bad++;
    }
  g_set_object (&request->framework, framework);
  request->name = g_strdup (request->key);
  read_next (request);
}

/* --- class --- */

static void
remit_opener_dispose (GObject *object)
{
  RemitOpener *self = REMIT_OPENER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->remarks);
  g_clear_object (&self->library);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (remit_opener_parent_class)->dispose (object);
}

static void
remit_opener_class_init (RemitOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_opener_dispose;
}

static void
remit_opener_init (RemitOpener *self)
{
}

/**
 * remit_opener_new:
 * @window: where what cannot be shown is told
 * @toasts: a part of it
 * @library: where documents that were read are added
 * @selection: what is shown
 *
 * Returns: (transfer full): an opener, which does not keep the window
 */
RemitOpener *
remit_opener_new (GtkWindow       *window,
                  AdwToastOverlay *toasts,
                  RemitLibrary    *library,
                  RemitSelection  *selection)
{
  RemitOpener *self = g_object_new (REMIT_TYPE_OPENER, NULL);

  g_set_weak_pointer (&self->window, window);
  self->toasts = toasts;
  self->library = g_object_ref (library);
  self->selection = g_object_ref (selection);
  return self;
}

/**
 * remit_opener_restore:
 * @key: the key of what was shown last time; it may be gone
 * @service_model: the id of what was selected in it
 * @layer: the id of what was selected in it
 *
 * Shows it at once where it is built in. What must be read is read, and shown unless something else is chosen meanwhile.
 */
void
remit_opener_restore (RemitOpener *self,
                      const char  *key,
                      const char  *service_model,
                      const char  *layer)
{
  RemitFramework *framework;
  Request *request;

  g_return_if_fail (REMIT_IS_OPENER (self));

  framework = remit_library_find (self->library, key);
  show (self, framework != NULL ? framework : remit_library_find (self->library, FALLBACK), service_model, layer);
  if (framework != NULL || *key == '\0')
    return;
  self->restoring = request = request_new (self);
  request->key = g_strdup (key);
  request->restored_model = g_strdup (service_model);
  request->restored_layer = g_strdup (layer);
  if (strstr (key, "://") != NULL)
    {
      request->files = g_slist_prepend (NULL, g_file_new_for_uri (key));
      read_next (request);
    }
  else
    remit_catalog_read_async (remit_library_get_catalog (self->library), NULL, on_catalog_read_for, request);
}

static void
ask (Request                 *request,
     const char              *service_model,
     const char              *layer,
     GApplicationCommandLine *command_line)
{
  g_free (request->asked_model);
  request->asked_model = g_strdup (service_model);
  g_free (request->asked_layer);
  request->asked_layer = g_strdup (layer);
  if (service_model != NULL || layer != NULL) /* otherwise it need not wait for a file that may be slow */
    g_set_object (&request->command_line, command_line);
}

/**
 * remit_opener_open:
 * @files: (element-type GFile): documents; onboarding sessions among them open in their own window
 * @service_model: (nullable): the id of what to select
 * @layer: (nullable): the id of what to select
 * @command_line: (nullable): where it is told, too, that there is nothing with such an id
 *
 * Reads documents of the user's own and shows the last one that can be read. One message says why the others cannot; where none can,
 * what was open stays.
 */
void
remit_opener_open (RemitOpener             *self,
                   GSList                  *files,
                   const char              *service_model,
                   const char              *layer,
                   GApplicationCommandLine *command_line)
{
  Request *request;

  g_return_if_fail (REMIT_IS_OPENER (self));

  remit_opener_forget (self);
  request = request_new (self);
  request->files = g_slist_copy_deep (files, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  ask (request, service_model, layer, command_line);
  read_next (request);
}

/**
 * remit_opener_show:
 * @framework: (nullable): one that has been read; %NULL for the one that is shown, or will be when it is restored
 * @service_model: (nullable): the id of one of its service models; %NULL leaves what is selected
 * @layer: (nullable): the id of one of its layers; %NULL leaves what is selected
 * @command_line: (nullable): where it is told, too, that there is nothing with such an id
 */
void
remit_opener_show (RemitOpener             *self,
                   RemitFramework          *framework,
                   const char              *service_model,
                   const char              *layer,
                   GApplicationCommandLine *command_line)
{
  Request *restoring;

  g_return_if_fail (REMIT_IS_OPENER (self));

  restoring = self->restoring;
  if (framework == NULL && restoring != NULL)
    {
      ask (restoring, service_model, layer, command_line);
      return;
    }
  if (framework == NULL)
    framework = remit_selection_get_framework (self->selection);
  remit_opener_forget (self);
  show (self, framework, service_model, layer);
  tell_missing (self, remit_item_get_id (REMIT_ITEM (framework)), framework, service_model, layer, command_line);
}

static const char *
get_id (gpointer item)
{
  return item != NULL ? remit_item_get_id (item) : NULL;
}

/* A service model that was found is shown as such, without the layer that was selected. */
void
remit_opener_show_finding (RemitOpener  *self,
                           RemitFinding *finding)
{
  RemitLayer *layer;

  g_return_if_fail (REMIT_IS_OPENER (self));
  g_return_if_fail (REMIT_IS_FINDING (finding));

  layer = remit_finding_get_layer (finding);
  remit_opener_show (self, remit_finding_get_framework (finding), get_id (remit_finding_get_service_model (finding)), get_id (layer), NULL);
  remit_selection_set_layer (self->selection, layer);
}

/* Reads the data folders; the menu grows by what they hold. */
void
remit_opener_read_catalog (RemitOpener *self)
{
  g_return_if_fail (REMIT_IS_OPENER (self));

  remit_catalog_read_async (remit_library_get_catalog (self->library), NULL, on_catalog_read, g_object_ref (self));
}

/* Something else is asked for than what is still being read. */
void
remit_opener_forget (RemitOpener *self)
{
  g_return_if_fail (REMIT_IS_OPENER (self));

  self->n_requests++;
  self->restoring = NULL;
  if (self->remarks != NULL)
    adw_toast_dismiss (self->remarks);
  g_clear_weak_pointer (&self->remarks);
}

gboolean
remit_opener_is_restoring (RemitOpener *self)
{
  g_return_val_if_fail (REMIT_IS_OPENER (self), FALSE);

  return self->restoring != NULL;
}
