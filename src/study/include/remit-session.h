/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libremit-model.h>

G_BEGIN_DECLS

#define REMIT_SESSION_MAX_ITEMS 100
#define REMIT_SESSION_MAX_MINUTES 480 /* of an item */

/* A point of an agenda: a lesson or a framework, and how many minutes it takes. */
#define REMIT_TYPE_AGENDA_ITEM (remit_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (RemitAgendaItem, remit_agenda_item, REMIT, AGENDA_ITEM, GObject)

RemitAgendaItem *remit_agenda_item_new_lesson (const char *lesson, guint minutes);
RemitAgendaItem *remit_agenda_item_new_framework (const char *framework, guint minutes);
const char *remit_agenda_item_get_lesson (RemitAgendaItem *self);    /* (nullable): its id */
const char *remit_agenda_item_get_framework (RemitAgendaItem *self); /* (nullable): an id, a file: address or a relative path */
guint remit_agenda_item_get_minutes (RemitAgendaItem *self);
GFile *remit_agenda_item_get_file (RemitAgendaItem *self, GFile *session_file);

/* An onboarding session as it is planned: a title and an agenda. Immutable. */
#define REMIT_TYPE_SESSION (remit_session_get_type ())
G_DECLARE_FINAL_TYPE (RemitSession, remit_session, REMIT, SESSION, GObject)

RemitSession *remit_session_new (const char *title, const char *note, GListModel *agenda);
const char *remit_session_get_title (RemitSession *self);
const char *remit_session_get_note (RemitSession *self);   /* (nullable) */
GListModel *remit_session_get_agenda (RemitSession *self); /* (transfer none): of RemitAgendaItem */
guint remit_session_get_start (RemitSession *self, guint position);
guint remit_session_get_minutes (RemitSession *self);

char *remit_session_to_json (RemitSession *self);
gboolean remit_session_save (RemitSession *self, GFile *file, GError **error);

G_END_DECLS
