/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-progress.h"

#include <glib/gi18n.h>

#include "remit-progress-step.h"

#define MESSAGE_PAUSE (60 * G_TIME_SPAN_SECOND) /* before the same message comes again */

/**
 * RemitProgress:
 *
 * A RemitProgressStore that is opened when it is needed first. What is asked for is done in its order, in the store's thread; what is asked
 * for before the store is open waits for that. Until all of it is done the application does not end. Where the store cannot be opened, a
 * message says so, nothing is kept, and the next step tries again.
 */
struct _RemitProgress
{
  GObject parent_instance;

  /* owned */
  GFile *file; /* (nullable) */
  GStrv people; /* (nullable) */
  RemitProgressStore *store; /* NULL until it is open */
  GQueue waiting;            /* of GTask, for the store */
  GHashTable *records;       /* of RemitLessonRecord, by lesson */
  char *read_only;           /* (nullable) */
  char *last_message;
  char *last_lesson, *last_scene; /* (nullable): which was saved */

  guint n_checks; /* of the last lesson */
  gint64 last_message_time;
  gboolean is_opening;
  gboolean is_ready;
};

G_DEFINE_FINAL_TYPE (RemitProgress, remit_progress, G_TYPE_OBJECT)

enum
{
  PROP_READY = 1,
  PROP_READ_ONLY,
  PROP_PEOPLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is asked of the store --- */

typedef struct
{
  RemitProgressFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GApplication *application; /* (nullable): which this keeps from ending */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->data_free != NULL)
    self->data_free (self->data);
  if (self->application != NULL)
    g_application_release (self->application);
  g_clear_object (&self->application);
  g_free (self);
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (remit_progress_store_run_finish (REMIT_PROGRESS_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_waiting (RemitProgress *self)
{
  GTask *task;

  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      Job *job = g_task_get_task_data (task);
      remit_progress_store_run_async (self->store, job->func, job->data, NULL, on_run, task);
    }
}

static void
tell (RemitProgress *self,
      const char    *message)
{
  gint64 now = g_get_monotonic_time ();

  if (g_strcmp0 (message, self->last_message) == 0 && now - self->last_message_time < MESSAGE_PAUSE)
    return;
  g_free (self->last_message);
  self->last_message = g_strdup (message);
  self->last_message_time = now;
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
set_read_only (RemitProgress *self,
               const char    *reason)
{
  if (g_strcmp0 (self->read_only, reason) == 0)
    return;
  g_free (self->read_only);
  self->read_only = g_strdup (reason);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

static void
set_ready (RemitProgress *self,
           gboolean       ready)
{
  if (self->is_ready == ready)
    return;
  self->is_ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

/* What waited has failed as the opening did. */
static void
fail_waiting (RemitProgress *self,
              const GError  *error)
{
  g_autofree char *message = g_strdup_printf (_("What you learn is not kept: %s"), error->message);
  GQueue waiting = self->waiting; /* what comes meanwhile tries again */
  GTask *task;

  g_queue_init (&self->waiting);
  set_read_only (self, error->message);
  tell (self, message);
  while ((task = g_queue_pop_head (&waiting)) != NULL)
    {
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
  set_ready (self, TRUE);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RemitProgress) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *message = NULL;
  const char *reason;

  self->is_opening = FALSE;
  self->store = remit_progress_store_open_finish (result, &error);
  if (self->store == NULL)
    {
      fail_waiting (self, error);
      return;
    }
  reason = remit_progress_store_get_read_only (self->store);
  set_read_only (self, reason);
  if (reason != NULL)
    message = g_strdup_printf (_("What you learn now is not kept: %s: %s"), remit_progress_store_get_path (self->store), reason);
  notice = remit_progress_store_take_notice (self->store);
  if (notice != NULL)
    tell (self, notice);
  if (message != NULL)
    tell (self, message);
  run_waiting (self);
}

/* --- records --- */

static const char *
get_first (const GStrv people)
{
  return people != NULL ? people[0] : NULL;
}

static void
on_step_taken (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  RemitProgress *self = REMIT_PROGRESS (source);
  RemitProgressStep *step = user_data;
  g_autoptr (GError) error = NULL;

  if (!remit_progress_run_finish (self, result, &error))
    {
      g_autofree char *message = g_strdup_printf (step->kind == REMIT_PROGRESS_STEP_LOAD ? _("What you have learnt cannot be read: %s") : _("The last step was not saved: %s"),
                                                  error->message);

      if (self->store != NULL) /* otherwise the opening has told */
        tell (self, message);
      set_ready (self, TRUE);
      return;
    }
  if (g_strcmp0 (get_first (step->people), get_first (self->people)) != 0)
    return; /* those of the others are on their way */
  g_hash_table_remove_all (self->records);
  g_ptr_array_set_free_func (step->records, NULL);
  for (guint i = 0; i < step->records->len; i++)
    {
      RemitLessonRecord *record = step->records->pdata[i];
      g_hash_table_insert (self->records, record->lesson, record);
    }
  set_ready (self, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_step (RemitProgress     *self,
          RemitProgressStep *step)
{
  step->people = g_strdupv (self->people);
  step->now = g_get_real_time () / G_USEC_PER_SEC;
  remit_progress_run_async (self, remit_progress_step_take, step, remit_progress_step_free, on_step_taken, step);
}

/* --- class --- */

static void
remit_progress_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  RemitProgress *self = REMIT_PROGRESS (object);

  switch (prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->is_ready);
      break;
    case PROP_READ_ONLY:
      g_value_set_string (value, self->read_only);
      break;
    case PROP_PEOPLE:
      g_value_set_boxed (value, self->people);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_progress_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PEOPLE:
      remit_progress_set_people (REMIT_PROGRESS (object), g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_progress_finalize (GObject *object)
{
  RemitProgress *self = REMIT_PROGRESS (object);

  g_clear_object (&self->file);
  g_clear_object (&self->store);
  g_hash_table_unref (self->records);
  g_strfreev (self->people);
  g_free (self->read_only);
  g_free (self->last_message);
  g_free (self->last_lesson);
  g_free (self->last_scene);

  G_OBJECT_CLASS (remit_progress_parent_class)->finalize (object);
}

static void
remit_progress_class_init (RemitProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_progress_get_property;
  object_class->set_property = remit_progress_set_property;
  object_class->finalize = remit_progress_finalize;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_READ_ONLY] = g_param_spec_string ("read-only", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PEOPLE] = g_param_spec_boxed ("people", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The records are others than before. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* There is something to tell the user (a text): a file was set aside, a step could not be saved. */
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
remit_progress_init (RemitProgress *self)
{
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) remit_lesson_record_free);
}

/**
 * remit_progress_new:
 * @file: (nullable): the database; %NULL for the usual one, see remit_progress_store_open()
 *
 * Returns: (transfer full): progress that is not open yet
 */
RemitProgress *
remit_progress_new (GFile *file)
{
  RemitProgress *self = g_object_new (REMIT_TYPE_PROGRESS, NULL);

  self->file = file != NULL ? g_object_ref (file) : NULL;
  return self;
}

void
remit_progress_open (RemitProgress *self)
{
  g_return_if_fail (REMIT_IS_PROGRESS (self));

  if (self->store == NULL && !self->is_opening)
    remit_progress_reload (self);
}

gboolean
remit_progress_get_ready (RemitProgress *self)
{
  g_return_val_if_fail (REMIT_IS_PROGRESS (self), FALSE);

  return self->is_ready;
}

const char *
remit_progress_get_read_only (RemitProgress *self)
{
  g_return_val_if_fail (REMIT_IS_PROGRESS (self), NULL);

  return self->read_only;
}

const char *
remit_progress_get_path (RemitProgress *self)
{
  g_return_val_if_fail (REMIT_IS_PROGRESS (self), NULL);

  return self->store != NULL ? remit_progress_store_get_path (self->store) : NULL;
}

const char *const *
remit_progress_get_people (RemitProgress *self)
{
  g_return_val_if_fail (REMIT_IS_PROGRESS (self), NULL);

  return (const char *const *) self->people;
}

/**
 * remit_progress_set_people:
 * @people: (nullable): names, whose steps are recorded from now on; %NULL or none for the person at this machine
 *
 * Until the records of the first are read, there are none.
 */
void
remit_progress_set_people (RemitProgress     *self,
                           const char *const *people)
{
  static const char *const none[] = { NULL };
  gboolean is_first_same;

  g_return_if_fail (REMIT_IS_PROGRESS (self));

  if (people == NULL)
    people = none;
  if (g_strv_equal (people, self->people != NULL ? (const char *const *) self->people : none))
    return;
  is_first_same = g_strcmp0 (people[0], get_first (self->people)) == 0;
  g_strfreev (self->people);
  self->people = people[0] != NULL ? g_strdupv ((char **) people) : NULL;
  if (!is_first_same)
    {
      g_hash_table_remove_all (self->records);
      if (self->is_ready || self->is_opening || self->store != NULL)
        {
          set_ready (self, FALSE);
          remit_progress_reload (self);
        }
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PEOPLE]);
}

const RemitLessonRecord *
remit_progress_get_lesson (RemitProgress *self,
                           const char    *lesson)
{
  g_return_val_if_fail (REMIT_IS_PROGRESS (self) && lesson != NULL, NULL);

  return g_hash_table_lookup (self->records, lesson);
}

/**
 * remit_progress_save_scene:
 * @lesson: its id
 * @scene: the id of the scene that is shown
 * @n_checks: how many questions the lesson has
 *
 * Saves where the people are; the first time, that they have begun the lesson. A failure is told by "message".
 */
void
remit_progress_save_scene (RemitProgress *self,
                           const char    *lesson,
                           const char    *scene,
                           guint          n_checks)
{
  RemitProgressStep *step;

  g_return_if_fail (REMIT_IS_PROGRESS (self) && lesson != NULL && scene != NULL);

  step = g_new0 (RemitProgressStep, 1);
  *step = (RemitProgressStep) { .kind = REMIT_PROGRESS_STEP_SCENE, .lesson = g_strdup (lesson), .scene = g_strdup (scene), .n_checks = n_checks };
  g_free (self->last_lesson);
  g_free (self->last_scene);
  self->last_lesson = g_strdup (lesson);
  self->last_scene = g_strdup (scene);
  self->n_checks = n_checks;
  add_step (self, step);
}

/* Saves an answer in a lesson that is begun. */
void
remit_progress_save_answer (RemitProgress *self,
                            const char    *lesson,
                            const char    *scene,
                            gboolean       is_right)
{
  RemitProgressStep *step;

  g_return_if_fail (REMIT_IS_PROGRESS (self) && lesson != NULL && scene != NULL);

  step = g_new0 (RemitProgressStep, 1);
  *step = (RemitProgressStep) { .kind = REMIT_PROGRESS_STEP_ANSWER, .lesson = g_strdup (lesson), .scene = g_strdup (scene), .is_right = is_right };
  if (g_strcmp0 (lesson, self->last_lesson) == 0)
    step->n_checks = self->n_checks;
  add_step (self, step);
}

/* Saves that a lesson that is begun is done. */
void
remit_progress_save_done (RemitProgress *self,
                          const char    *lesson)
{
  RemitProgressStep *step;

  g_return_if_fail (REMIT_IS_PROGRESS (self) && lesson != NULL);

  step = g_new0 (RemitProgressStep, 1);
  *step = (RemitProgressStep) { .kind = REMIT_PROGRESS_STEP_DONE, .lesson = g_strdup (lesson) };
  if (g_strcmp0 (lesson, self->last_lesson) == 0)
    {
      step->scene = g_strdup (self->last_scene);
      step->n_checks = self->n_checks;
    }
  add_step (self, step);
}

/**
 * remit_progress_run_async:
 * @func: what to do in the store's thread, after all that was asked for before
 * @data: for @func
 * @data_free: (nullable): frees @data after the callback
 *
 * For what is more than a step. After what changes records call remit_progress_reload().
 */
void
remit_progress_run_async (RemitProgress      *self,
                          RemitProgressFunc   func,
                          gpointer            data,
                          GDestroyNotify      data_free,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GApplication *application = g_application_get_default ();
  GTask *task;
  Job *job;

  g_return_if_fail (REMIT_IS_PROGRESS (self) && func != NULL);

  job = g_new (Job, 1);
  *job = (Job) { func, data, data_free, application != NULL ? g_object_ref (application) : NULL };
  if (application != NULL)
    g_application_hold (application);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, remit_progress_run_async);
  g_task_set_task_data (task, job, job_free);
  g_queue_push_tail (&self->waiting, task);
  if (self->store != NULL)
    run_waiting (self);
  else if (!self->is_opening)
    {
      self->is_opening = TRUE;
      remit_progress_store_open_async (self->file, on_opened, g_object_ref (self));
    }
}

/* Whether the function succeeded; fails too where there is no store. */
gboolean
remit_progress_run_finish (RemitProgress *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Reads the records again. */
void
remit_progress_reload (RemitProgress *self)
{
  g_return_if_fail (REMIT_IS_PROGRESS (self));

  add_step (self, g_new0 (RemitProgressStep, 1)); /* which saves nothing */
}
