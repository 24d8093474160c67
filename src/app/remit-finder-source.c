/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-finder-source.h"

struct _RemitFinderSource
{
  GObject parent_instance;

  /* owned */
  GListModel *frameworks;
  RemitFinder *finder; /* NULL until it is made, and again when it is out of date */
  GPtrArray *waiting;  /* of GTask, for a thread that makes it; NULL where none does */

  gboolean is_outdated; /* what the thread makes */
};

G_DEFINE_FINAL_TYPE (RemitFinderSource, remit_finder_source, G_TYPE_OBJECT)

enum
{
  OUTDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
make_in_thread (GTask        *task,
                gpointer      self,
                gpointer      frameworks,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, remit_finder_new (frameworks), g_object_unref);
}

static void on_made (GObject *source, GAsyncResult *result, gpointer user_data);

/* The thread gets a list of its own: the frameworks are immutable, the list is not. */
static void
make (RemitFinderSource *self)
{
  g_autoptr (GListStore) frameworks = g_list_store_new (REMIT_TYPE_FRAMEWORK);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_made, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->frameworks); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (self->frameworks, i);
      g_list_store_append (frameworks, framework);
    }
  self->is_outdated = FALSE;
  g_task_set_source_tag (task, make);
  g_task_set_task_data (task, g_steal_pointer (&frameworks), g_object_unref);
  g_task_run_in_thread (task, make_in_thread);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  RemitFinderSource *self = REMIT_FINDER_SOURCE (source);
  g_autoptr (RemitFinder) finder = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) waiting = NULL;

  if (self->is_outdated)
    {
      make (self);
      return;
    }
  g_set_object (&self->finder, finder);
  waiting = g_steal_pointer (&self->waiting);
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_pointer (g_ptr_array_index (waiting, i), g_object_ref (finder), g_object_unref);
}

static void
on_items_changed (RemitFinderSource *self)
{
  g_clear_object (&self->finder);
  self->is_outdated = TRUE;
  g_signal_emit (self, signals[OUTDATED], 0);
}

static void
remit_finder_source_dispose (GObject *object)
{
  RemitFinderSource *self = REMIT_FINDER_SOURCE (object);

  g_clear_object (&self->frameworks);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (remit_finder_source_parent_class)->dispose (object);
}

static void
remit_finder_source_class_init (RemitFinderSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_finder_source_dispose;

  /**
   * RemitFinderSource::outdated:
   *
   * The list has changed: who shows what a finder found asks for the new one.
   */
  signals[OUTDATED] = g_signal_new ("outdated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
remit_finder_source_init (RemitFinderSource *self)
{
}

/**
 * remit_finder_source_new:
 * @frameworks: a list of RemitFramework, read from the main thread alone
 *
 * Returns: (transfer full): a source that has nothing to do yet
 */
RemitFinderSource *
remit_finder_source_new (GListModel *frameworks)
{
  RemitFinderSource *self = g_object_new (REMIT_TYPE_FINDER_SOURCE, NULL);

  self->frameworks = g_object_ref (frameworks);
  g_signal_connect_object (frameworks, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/* Tells the finder over what the list has now; one thread makes it, however many ask. */
void
remit_finder_source_get_async (RemitFinderSource  *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (REMIT_IS_FINDER_SOURCE (self));

  g_task_set_source_tag (task, remit_finder_source_get_async);
  if (self->finder != NULL)
    {
      g_task_return_pointer (task, g_object_ref (self->finder), g_object_unref);
      return;
    }
  if (self->waiting == NULL)
    {
      self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      make (self);
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
}

/* Fails only where it was cancelled. */
RemitFinder *
remit_finder_source_get_finish (RemitFinderSource *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
