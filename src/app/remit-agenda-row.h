/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <libremit-study.h>

G_BEGIN_DECLS

/* A point of an agenda that can be changed. */
#define REMIT_TYPE_AGENDA_ROW (remit_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitAgendaRow, remit_agenda_row, REMIT, AGENDA_ROW, GtkListBoxRow)

GtkWidget *remit_agenda_row_new (RemitAgendaItem *item, GFile *session_file, const char *title);
void remit_agenda_row_set_title (RemitAgendaRow *self, const char *title);
RemitAgendaItem *remit_agenda_row_create_item (RemitAgendaRow *self, GFile *session_file); /* (transfer full) */
gboolean remit_agenda_row_is (RemitAgendaRow *self, const char *lesson, const char *framework);
guint remit_agenda_row_get_minutes (RemitAgendaRow *self);
void remit_agenda_row_set_place (RemitAgendaRow *self, guint minute, gboolean is_first, gboolean is_last);
void remit_agenda_row_focus (RemitAgendaRow *self, int direction);

G_END_DECLS
