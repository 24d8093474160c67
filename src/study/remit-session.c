/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-session.h"

#include "remit-reading.h"

struct _RemitAgendaItem
{
  GObject parent_instance;
  char *lesson;
  char *framework;
  guint minutes;
};

/**
 * RemitSession:
 *
 * A plan for onboarding: a title and an agenda of lessons and frameworks. The format of its file is `data/remit-session.schema.json`.
 */
struct _RemitSession
{
  GObject parent_instance;
  char *title;
  char *note;
  GListModel *agenda;
};

G_DEFINE_FINAL_TYPE (RemitAgendaItem, remit_agenda_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (RemitSession, remit_session, G_TYPE_OBJECT)

static void
remit_agenda_item_finalize (GObject *object)
{
  RemitAgendaItem *self = REMIT_AGENDA_ITEM (object);

  g_free (self->lesson);
  g_free (self->framework);

  G_OBJECT_CLASS (remit_agenda_item_parent_class)->finalize (object);
}

static void
remit_agenda_item_class_init (RemitAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_agenda_item_finalize;
}

static void
remit_agenda_item_init (RemitAgendaItem *self)
{
}

static RemitAgendaItem *
new_item (const char *lesson,
          const char *framework,
          guint       minutes)
{
  RemitAgendaItem *self = g_object_new (REMIT_TYPE_AGENDA_ITEM, NULL);

  self->lesson = g_strdup (lesson);
  self->framework = g_strdup (framework);
  self->minutes = minutes;
  return self;
}

/**
 * remit_agenda_item_new_lesson:
 * @lesson: its id
 * @minutes: from 1 to %REMIT_SESSION_MAX_MINUTES
 */
RemitAgendaItem *
remit_agenda_item_new_lesson (const char *lesson,
                              guint       minutes)
{
  g_return_val_if_fail (lesson != NULL, NULL);

  return new_item (lesson, NULL, minutes);
}

/**
 * remit_agenda_item_new_framework:
 * @framework: an id, a file: address, or a path relative to the session's file
 * @minutes: from 1 to %REMIT_SESSION_MAX_MINUTES
 */
RemitAgendaItem *
remit_agenda_item_new_framework (const char *framework,
                                 guint       minutes)
{
  g_return_val_if_fail (framework != NULL, NULL);

  return new_item (NULL, framework, minutes);
}

const char *
remit_agenda_item_get_lesson (RemitAgendaItem *self)
{
  g_return_val_if_fail (REMIT_IS_AGENDA_ITEM (self), NULL);

  return self->lesson;
}

const char *
remit_agenda_item_get_framework (RemitAgendaItem *self)
{
  g_return_val_if_fail (REMIT_IS_AGENDA_ITEM (self), NULL);

  return self->framework;
}

guint
remit_agenda_item_get_minutes (RemitAgendaItem *self)
{
  g_return_val_if_fail (REMIT_IS_AGENDA_ITEM (self), 0);

  return self->minutes;
}

/**
 * remit_agenda_item_get_file:
 * @session_file: (nullable): the session's file; %NULL for one that has none yet
 *
 * Returns: (transfer full) (nullable): the framework's file; %NULL where the item is a lesson, a framework with an id, or a relative path
 *   with nothing that it could be relative to
 */
GFile *
remit_agenda_item_get_file (RemitAgendaItem *self,
                            GFile           *session_file)
{
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (REMIT_IS_AGENDA_ITEM (self), NULL);

  if (self->framework == NULL || remit_reading_is_id (self->framework))
    return NULL;
  if (g_str_has_prefix (self->framework, "file:"))
    return g_file_new_for_uri (self->framework);
  folder = session_file != NULL ? g_file_get_parent (session_file) : NULL;
  return folder != NULL ? g_file_resolve_relative_path (folder, self->framework) : NULL;
}

static void
remit_session_finalize (GObject *object)
{
  RemitSession *self = REMIT_SESSION (object);

  g_free (self->title);
  g_free (self->note);
  g_clear_object (&self->agenda);

  G_OBJECT_CLASS (remit_session_parent_class)->finalize (object);
}

static void
remit_session_class_init (RemitSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_session_finalize;
}

static void
remit_session_init (RemitSession *self)
{
}

/**
 * remit_session_new:
 * @note: (nullable): what else whoever leads it wants to know
 * @agenda: of #RemitAgendaItem; the items it has now are taken
 *
 * Returns: (transfer full): a session
 */
RemitSession *
remit_session_new (const char *title,
                   const char *note,
                   GListModel *agenda)
{
  GPtrArray *items;
  RemitSession *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (agenda) && g_list_model_get_item_type (agenda) == REMIT_TYPE_AGENDA_ITEM, NULL);

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    g_ptr_array_add (items, g_list_model_get_item (agenda, i));
  self = g_object_new (REMIT_TYPE_SESSION, NULL);
  self->title = g_strdup (title);
  self->note = g_strdup (note);
  self->agenda = remit_list_new (REMIT_TYPE_AGENDA_ITEM, items);
  return self;
}

const char *
remit_session_get_title (RemitSession *self)
{
  g_return_val_if_fail (REMIT_IS_SESSION (self), NULL);

  return self->title;
}

const char *
remit_session_get_note (RemitSession *self)
{
  g_return_val_if_fail (REMIT_IS_SESSION (self), NULL);

  return self->note;
}

GListModel *
remit_session_get_agenda (RemitSession *self)
{
  g_return_val_if_fail (REMIT_IS_SESSION (self), NULL);

  return self->agenda;
}

/**
 * remit_session_get_start:
 * @position: of an item of the agenda
 *
 * Returns: after how many minutes the item begins
 */
guint
remit_session_get_start (RemitSession *self,
                         guint         position)
{
  guint minutes = 0;

  g_return_val_if_fail (REMIT_IS_SESSION (self), 0);

  for (guint i = 0; i < MIN (position, g_list_model_get_n_items (self->agenda)); i++)
    {
      g_autoptr (RemitAgendaItem) item = g_list_model_get_item (self->agenda, i);
      minutes += item->minutes;
    }
  return minutes;
}

/* How many minutes all of it takes. */
guint
remit_session_get_minutes (RemitSession *self)
{
  return remit_session_get_start (self, G_MAXUINT);
}
