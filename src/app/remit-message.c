/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to be said in more than a line. */

#include "remit-message.h"

#include <glib/gi18n.h>

#include "remit-button-names.h"

/* Names in a file may be long and problems many: GTK would be busy with the lines for minutes. */
#define LINE_LENGTH 300   /* characters of a problem */
#define MOST_LINES 50     /* of a document's problems */
#define TEXT_LENGTH 20000 /* characters of a message */

#define LIST_WIDTH 30   /* of the text of a message, in characters */
#define LIST_HEIGHT 240 /* of the list of a message, in CSS pixels: a longer one scrolls */

/**
 * remit_message_new_question:
 * @window: what asks
 * @heading: not markup
 * @text: not markup
 *
 * Returns: (transfer none): a dialog with the answer "cancel", to which others are added before it is presented
 */
AdwMessageDialog *
remit_message_new_question (GtkWindow  *window,
                            const char *heading,
                            const char *text)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, NULL, NULL));

  adw_message_dialog_format_body_markup (dialog, "<b>%s</b>\n\n%s", heading, text);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

/* (transfer full): without its middle where it is longer than @length characters: the place is at the beginning, the reason at the end. */
static char *
dup_cut (const char *text,
         glong       length)
{
  glong whole = g_utf8_strlen (text, -1);
  g_autofree char *head = NULL, *tail = NULL;

  if (whole <= length)
    return g_strdup (text);
  head = g_utf8_substring (text, 0, length / 2);
  tail = g_utf8_substring (text, whole - length / 2, whole);
  return g_strconcat (head, "…", tail, NULL);
}

/**
 * remit_message_present:
 * @window: what it is about
 * @heading: (type utf8): not markup
 * @text: what there is to say in full; it scrolls where it is long, and can be copied. Where it is very long its middle is left out
 */
void
remit_message_present (GtkWindow  *window,
                       const char *heading,
                       const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (window, NULL, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *shown = dup_cut (text, TEXT_LENGTH);
  /* The scroller is as high as the label wants to be where it is as wide as it wants to be: a line of its own would be all.
   * With a margin for the frame of its focus, which would lie outside of what scrolls. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", shown, "selectable", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                                   "max-width-chars", LIST_WIDTH,
                                   "margin-start", 4, "margin-end", 4, "margin-top", 4, "margin-bottom", 4, NULL);

  /* Not as its heading: libadwaita 1.7 measures that for less than its width, which newer GTK warns of. */
  adw_message_dialog_format_body_markup (ADW_MESSAGE_DIALOG (dialog), "<b>%s</b>", heading);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  remit_button_names_set (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_label_select_region (GTK_LABEL (label), 0, 0); /* the focus has selected all of it */
}

/* What the button of a toast shows. */
typedef struct
{
  GtkWidget *widget; /* borrowed: in the window that has the toast */
  char *heading;
  char *text;
} Details;

static void
details_free (gpointer  data,
              GClosure *closure)
{
  Details *self = data;

  g_free (self->heading);
  g_free (self->text);
  g_free (self);
}

static void
on_toast_clicked (AdwToast *toast,
                  Details  *details)
{
  remit_message_present (GTK_WINDOW (gtk_widget_get_root (details->widget)), details->heading, details->text);
}

/**
 * remit_message_tell:
 * @widget: a toast overlay, or what is in one
 * @title: not markup
 * @text: (nullable): what there is to say in full, which the toast has a button for; it then stays until it is closed, and others come
 *   before it
 *
 * Returns: (transfer none) (nullable): the toast; %NULL where there is no overlay
 */
AdwToast *
remit_message_tell (GtkWidget  *widget,
                    const char *title,
                    const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;
  toast = adw_toast_new (markup);
  if (text != NULL)
    {
      Details *details = g_new (Details, 1);

      *details = (Details) { overlay, g_strdup (title), g_strdup (text) };
      adw_toast_set_button_label (toast, _("_Show"));
      adw_toast_set_timeout (toast, 0);
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_toast_clicked), details, details_free, 0);
    }
  else
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast); /* which takes it */
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)))
      remit_button_names_set (child);
  return toast;
}

/**
 * remit_message_add_problems:
 * @text: what to add to
 * @name: of the document
 * @severity: which of the problems
 *
 * Adds what is wrong with a document: its name, then a line each, of as many as somebody reads.
 *
 * Returns: how many there are
 */
guint
remit_message_add_problems (GString      *text,
                            const char   *name,
                            GListModel   *problems,
                            RemitSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *whole = remit_problem_to_string (problem, NULL);
      g_autofree char *line = dup_cut (whole, LINE_LENGTH);

      if (remit_problem_get_severity (problem) != severity)
        continue;
      if (count++ == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", name);
      if (count <= MOST_LINES)
        g_string_append_printf (text, "\n%s", line);
    }
  if (count > MOST_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", count - MOST_LINES), count - MOST_LINES);
    }
  return count;
}
