/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-study-records.h"

static void
free_person (gpointer data)
{
  RemitStudyPerson *self = data;

  g_free (self->name);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_free (self);
}

RemitStudyRecords *
remit_study_records_new (void)
{
  RemitStudyRecords *self = g_new0 (RemitStudyRecords, 1);

  self->sessions = g_ptr_array_new ();
  self->session_lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->people = g_ptr_array_new_with_free_func (free_person);
  return self;
}

void
remit_study_records_free (RemitStudyRecords *self)
{
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->session_lessons);
  g_ptr_array_unref (self->people);
  g_free (self->path);
  g_free (self);
}

static gboolean
load_person (RemitStudyRecords  *self,
             RemitProgressStore *store,
             const char         *name,
             GError            **error)
{
  GPtrArray *lessons = remit_progress_store_list_lessons (store, name, error);
  RemitStudyPerson *person;

  if (lessons == NULL)
    return FALSE;
  if (name == NULL && lessons->len == 0)
    {
      g_ptr_array_unref (lessons);
      return TRUE;
    }
  person = g_new (RemitStudyPerson, 1);
  *person = (RemitStudyPerson) { g_strdup (name), lessons };
  g_ptr_array_add (self->people, person);
  return TRUE;
}

/* A RemitProgressFunc, for records that are new. */
gboolean
remit_study_records_load (RemitProgressStore *store,
                          gpointer            data,
                          GError            **error)
{
  RemitStudyRecords *self = data;
  GPtrArray *sessions = remit_progress_store_list_sessions (store, error);
  g_auto (GStrv) names = NULL;

  self->path = g_strdup (remit_progress_store_get_path (store));
  if (sessions == NULL)
    return FALSE;
  g_ptr_array_unref (self->sessions);
  self->sessions = sessions;
  for (guint i = 0; i < sessions->len; i++)
    {
      RemitSessionRecord *record = sessions->pdata[i];
      GPtrArray *lessons = remit_progress_store_list_session_lessons (store, record->id, error);

      if (lessons == NULL)
        return FALSE;
      g_ptr_array_add (self->session_lessons, lessons);
    }
  names = remit_progress_store_list_people (store, error);
  if (names == NULL || !load_person (self, store, NULL, error))
    return FALSE;
  for (char **name = names; *name != NULL; name++)
    if (!load_person (self, store, *name, error))
      return FALSE;
  return TRUE;
}

/* Returns: its position; -1 if it is not there any more */
int
remit_study_records_find_session (RemitStudyRecords *self,
                                  gint64             id)
{
  for (guint i = 0; i < self->sessions->len; i++)
    if (((RemitSessionRecord *) self->sessions->pdata[i])->id == id)
      return (int) i;
  return -1;
}

/* Returns: (transfer container): those of one person, in their order */
GPtrArray *
remit_study_records_of (GPtrArray  *lessons,
                        const char *person)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < lessons->len; i++)
    if (g_strcmp0 (((RemitLessonRecord *) lessons->pdata[i])->person, person) == 0)
      g_ptr_array_add (found, lessons->pdata[i]);
  return found;
}
