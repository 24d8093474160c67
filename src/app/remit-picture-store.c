/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-picture-store.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* More service models than this are drawn when they are asked for, not ahead. */
#define MAX_DRAWN_AHEAD 12

/**
 * RemitPictureStore:
 *
 * Signals: `drawn` when a picture that was missing is there.
 */
struct _RemitPictureStore
{
  GObject parent_instance;
  GPtrArray *pictures; /* owned: equal but for the service model, what is brought out and whether owners are hidden */
  struct _Job *job;    /* the picture being drawn, or to be drawn next */
  guint n_running;     /* threads that draw, perhaps what nobody wants any more */
};

/* A picture being drawn in a thread; it belongs to the store and to the thread. */
typedef struct _Job
{
  RemitPictureRequest *request;
  RemitPicture *part; /* (nullable): of the picture that is to be completed */
  GCancellable *cancellable;
  GMutex mutex;
  GCond cond;
  gboolean started;
  gboolean done;
  RemitPicture *picture; /* NULL until it is done, and where that failed */
} Job;

G_DEFINE_FINAL_TYPE (RemitPictureStore, remit_picture_store, G_TYPE_OBJECT)

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static guint n_running_in_all; /* threads of all stores */

static void
clear_job (gpointer data)
{
  Job *job = data;

  remit_picture_request_free (job->request);
  g_clear_object (&job->part);
  g_object_unref (job->cancellable);
  g_clear_object (&job->picture);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
}

static void
release_job (gpointer job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

/* Forgets the picture being drawn. */
static void
cancel (RemitPictureStore *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job->cancellable);
  g_clear_pointer (&self->job, release_job);
}

static void
remit_picture_store_dispose (GObject *object)
{
  RemitPictureStore *self = REMIT_PICTURE_STORE (object);

  cancel (self);
  g_ptr_array_set_size (self->pictures, 0);

  G_OBJECT_CLASS (remit_picture_store_parent_class)->dispose (object);
}

static void
remit_picture_store_finalize (GObject *object)
{
  g_ptr_array_unref (REMIT_PICTURE_STORE (object)->pictures);
  G_OBJECT_CLASS (remit_picture_store_parent_class)->finalize (object);
}

static void
remit_picture_store_class_init (RemitPictureStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_picture_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_picture_store_finalize;

  signals[DRAWN] = g_signal_new ("drawn", REMIT_TYPE_PICTURE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
remit_picture_store_init (RemitPictureStore *self)
{
  self->pictures = g_ptr_array_new_with_free_func (g_object_unref);
}

RemitPictureStore *
remit_picture_store_new (void)
{
  return g_object_new (REMIT_TYPE_PICTURE_STORE, NULL);
}

static RemitPicture *
find (RemitPictureStore         *self,
      const RemitPictureRequest *request)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (remit_picture_request_equal (remit_picture_get_request (g_ptr_array_index (self->pictures, i)), request))
      return g_ptr_array_index (self->pictures, i);
  return NULL;
}

/* Those of another size or look go: nobody asks for them again. So does the part of a picture that is whole now. */
static void
add (RemitPictureStore *self,
     RemitPicture      *picture)
{
  RemitPicture *part = find (self, remit_picture_get_request (picture));

  if (part != NULL)
    g_ptr_array_remove (self->pictures, part);
  if (self->pictures->len > 0)
    {
      RemitPictureRequest same = *remit_picture_get_request (g_ptr_array_index (self->pictures, 0));

      same.layout.service_model = remit_picture_get_request (picture)->layout.service_model;
      same.show_disputed = remit_picture_get_request (picture)->show_disputed;
      same.owners_hidden = remit_picture_get_request (picture)->owners_hidden;
      same.parts = remit_picture_get_request (picture)->parts;
      if (!remit_picture_request_equal (&same, remit_picture_get_request (picture)))
        g_ptr_array_set_size (self->pictures, 0);
    }
  g_ptr_array_add (self->pictures, g_object_ref (picture));
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  RemitPicture *picture = NULL;

  if (!g_cancellable_is_cancelled (cancellable))
    picture = job->part != NULL ? remit_picture_complete (job->part, &error) : remit_picture_new (job->request, &error);
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  job->picture = picture;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
#ifdef __GLIBC__
  if (job->part != NULL || job->request->first == NULL) /* otherwise the rest is drawn soon, and the window is being made */
    malloc_trim (0); /* drawing takes much that it gives back in small pieces */
#endif
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void start (RemitPictureStore *self);

/* The store forgets a job that it waited for or that nobody wants any more. */
static void
on_drawn (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  RemitPictureStore *self = REMIT_PICTURE_STORE (source);
  g_autoptr (GError) error = NULL;
  Job *job = g_task_get_task_data (G_TASK (result));

  self->n_running--;
  n_running_in_all--;
  if (!g_task_propagate_boolean (G_TASK (result), &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s", error->message); /* what is shown stays */
  if (self->job == job)
    {
      if (job->picture != NULL)
        add (self, job->picture);
      g_clear_pointer (&self->job, release_job);
      if (error == NULL)
        g_signal_emit (self, signals[DRAWN], 0);
    }
  else if (self->job != NULL && !self->job->started)
    start (self);
}

static void
start (RemitPictureStore *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->job->cancellable, on_drawn, NULL);

  self->n_running++;
  n_running_in_all++;
  self->job->started = TRUE;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->job), release_job);
  g_task_run_in_thread (task, draw_in_thread);
}

/* While a window is resized every frame asks for another: one is drawn at a time, and then the newest. */
static void
draw (RemitPictureStore         *self,
      const RemitPictureRequest *request,
      RemitPicture              *part)
{
  if (self->job != NULL && remit_picture_request_equal (self->job->request, request))
    return;
  cancel (self);
  self->job = g_atomic_rc_box_new0 (Job);
  self->job->request = remit_picture_request_copy (request);
  self->job->part = part != NULL ? g_object_ref (part) : NULL;
  self->job->cancellable = g_cancellable_new ();
  g_mutex_init (&self->job->mutex);
  g_cond_init (&self->job->cond);
  if (self->n_running == 0)
    start (self);
}

/**
 * remit_picture_store_get:
 *
 * Returns: (transfer none) (nullable): the picture; %NULL where it is being drawn from now on, in a thread
 */
RemitPicture *
remit_picture_store_get (RemitPictureStore         *self,
                         const RemitPictureRequest *request)
{
  RemitPicture *picture;

  g_return_val_if_fail (REMIT_IS_PICTURE_STORE (self), NULL);

  picture = find (self, request);
  if (picture == NULL)
    draw (self, request, NULL);
  return picture;
}

/* Whether a picture like that is being drawn, perhaps of another size. */
gboolean
remit_picture_store_is_drawing (RemitPictureStore         *self,
                                const RemitPictureRequest *request)
{
  g_return_val_if_fail (REMIT_IS_PICTURE_STORE (self), FALSE);

  return self->job != NULL && remit_picture_request_alike (self->job->request, request);
}

/* How many pictures are being drawn in this process, by all stores, or are drawn and not yet there. */
guint
remit_picture_store_get_n_running (void)
{
  return n_running_in_all;
}

/**
 * remit_picture_store_wait:
 *
 * Waits for the picture that is being drawn; there is no `drawn` for it then.
 *
 * Returns: (transfer none) (nullable): the picture; %NULL where none is being drawn or that failed
 */
RemitPicture *
remit_picture_store_wait (RemitPictureStore *self)
{
  RemitPicture *picture;
  Job *job;

  g_return_val_if_fail (REMIT_IS_PICTURE_STORE (self), NULL);

  if ((job = self->job) == NULL)
    return NULL;
  if (!job->started)
    start (self);
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
  picture = job->picture;
  if (picture != NULL)
    add (self, picture);
  g_clear_pointer (&self->job, release_job);
  return picture;
}

/* Draws what is missing of a picture, or the next of those that may be asked for then, while nobody waits for a picture: those of other
 * service models, unless a matrix has all of them, and those with owners hidden or shown, where what is shown recedes. */
void
remit_picture_store_draw_ahead (RemitPictureStore         *self,
                                const RemitPictureRequest *request)
{
  RemitPicture *picture = find (self, request);
  RemitPictureRequest other = *request;
  guint n_models = g_list_model_get_n_items (remit_framework_get_service_models (request->framework));
  gboolean is_matrix = request->layout.arrangement == REMIT_ARRANGEMENT_MATRIX;

  g_return_if_fail (REMIT_IS_PICTURE_STORE (self));

  if (self->job == NULL && picture != NULL && !remit_picture_is_whole (picture))
    draw (self, request, picture);
  if (n_models > MAX_DRAWN_AHEAD || (is_matrix && !request->recedes))
    return;
  if (is_matrix)
    n_models = 1;
  for (guint i = 0; self->job == NULL && i < n_models * (request->recedes ? 2 : 1); i++)
    {
      other.owners_hidden = request->owners_hidden != (i >= n_models);
      if (!is_matrix)
        other.layout.service_model = remit_framework_get_service_model (request->framework, i % n_models);
      if (find (self, &other) == NULL)
        draw (self, &other, NULL);
    }
}
