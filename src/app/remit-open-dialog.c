/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-open-dialog.h"

#include <glib/gi18n.h>

#include "remit-choose-file.h"

static void
on_chosen (gpointer opener,
           GFile   *file)
{
  remit_opener_open (opener, &(GSList){ file, NULL }, NULL, NULL, NULL);
}

/* Asks for a document of the user's own, which the opener opens. */
void
remit_open_dialog_show (GtkWindow   *window,
                        RemitOpener *opener)
{
  remit_choose_file (window, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Framework"), NULL, _("Frameworks"), "json", on_chosen,
                     g_object_ref (opener), g_object_unref);
}
