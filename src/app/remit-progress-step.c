/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-progress-step.h"

void
remit_progress_step_free (gpointer step)
{
  RemitProgressStep *self = step;

  g_strfreev (self->people);
  g_free (self->lesson);
  g_free (self->scene);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static gboolean
save_once (RemitProgressStore      *store,
           const RemitProgressStep *step,
           const char              *person,
           GError                 **error)
{
  switch (step->kind)
    {
    case REMIT_PROGRESS_STEP_SCENE:
      return remit_progress_store_save_scene (store, person, step->lesson, step->scene, step->n_checks, step->now, error);
    case REMIT_PROGRESS_STEP_ANSWER:
      return remit_progress_store_save_answer (store, person, step->lesson, step->scene, step->is_right, step->now, error);
    case REMIT_PROGRESS_STEP_DONE:
      return remit_progress_store_save_done (store, person, step->lesson, step->now, error);
    case REMIT_PROGRESS_STEP_LOAD:
    default:
      return TRUE;
    }
}

/* Somebody who came to a lesson in its midst begins it with this step. */
static gboolean
save (RemitProgressStore      *store,
      const RemitProgressStep *step,
      const char              *person,
      GError                 **error)
{
  g_autoptr (GError) cause = NULL;

  if (save_once (store, step, person, &cause))
    return TRUE;
  if (step->scene != NULL && g_error_matches (cause, REMIT_PROGRESS_ERROR, REMIT_PROGRESS_ERROR_INVALID)
      && remit_progress_store_save_scene (store, person, step->lesson, step->scene, step->n_checks, step->now, NULL))
    return save_once (store, step, person, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Runs in the store's thread. */
gboolean
remit_progress_step_take (RemitProgressStore *store,
                          gpointer            data,
                          GError            **error)
{
  RemitProgressStep *step = data;
  gboolean done = TRUE;

  if (step->kind != REMIT_PROGRESS_STEP_LOAD && remit_progress_store_get_read_only (store) == NULL)
    {
      if (step->people == NULL)
        done = save (store, step, NULL, error);
      for (char **person = step->people; person != NULL && *person != NULL && done; person++)
        done = save (store, step, *person, error);
    }
  if (done)
    step->records = remit_progress_store_list_lessons (store, step->people != NULL ? step->people[0] : NULL, error);
  return step->records != NULL;
}
