/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-choose-file.h"

#include <glib/gi18n.h>

typedef struct
{
  RemitChosenFunc func;
  gpointer data;
  GDestroyNotify data_free;
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *self = data;

  self->data_free (self->data);
  g_free (self);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             Choice          *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && (file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))) != NULL)
    choice->func (choice->data, file);
  g_object_unref (dialog);
}

/**
 * remit_choose_file:
 * @window: what asks
 * @action: whether one is opened or saved
 * @name: (nullable): what a new file is called at first
 * @kind: what such files are
 * @suffix: how their names end, without the dot
 * @func: called when one is chosen, otherwise not
 * @data: for @func
 * @data_free: frees @data after that
 */
void
remit_choose_file (GtkWindow           *window,
                   GtkFileChooserAction action,
                   const char          *title,
                   const char          *name,
                   const char          *kind,
                   const char          *suffix,
                   RemitChosenFunc      func,
                   gpointer             data,
                   GDestroyNotify       data_free)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { func, data, data_free };
  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  if (name != NULL)
    {
      g_autofree char *file_name = g_strdelimit (g_strconcat (name, ".", suffix, NULL), G_DIR_SEPARATOR_S, '-');
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), choice, choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
