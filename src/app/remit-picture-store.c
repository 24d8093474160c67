/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-picture-store.h"

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
  GPtrArray *pictures;       /* owned: equal but for the service model */
  GCancellable *cancellable; /* owned: of the picture being drawn */
};

G_DEFINE_FINAL_TYPE (RemitPictureStore, remit_picture_store, G_TYPE_OBJECT)

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remit_picture_store_dispose (GObject *object)
{
  RemitPictureStore *self = REMIT_PICTURE_STORE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
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

/* Those of another size or look go: nobody asks for them again. */
static void
add (RemitPictureStore *self,
     RemitPicture      *picture)
{
  if (self->pictures->len > 0)
    {
      RemitPictureRequest same = *remit_picture_get_request (g_ptr_array_index (self->pictures, 0));

      same.layout.service_model = remit_picture_get_request (picture)->layout.service_model;
      if (!remit_picture_request_equal (&same, remit_picture_get_request (picture)))
        g_ptr_array_set_size (self->pictures, 0);
    }
  g_ptr_array_add (self->pictures, g_object_ref (picture));
}

static void
on_drawn (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (RemitPictureStore) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitPicture) picture = remit_picture_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (picture == NULL)
    {
      g_message ("%s", error->message); /* what is shown stays */
      return;
    }
  add (self, picture);
  g_signal_emit (self, signals[DRAWN], 0);
}

static void
draw (RemitPictureStore         *self,
      const RemitPictureRequest *request)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  remit_picture_new_async (request, self->cancellable, on_drawn, g_object_ref (self));
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
    draw (self, request);
  return picture;
}

/**
 * remit_picture_store_get_now:
 *
 * Returns: (transfer none) (nullable): the picture, drawn at once where it is missing; %NULL where that failed
 */
RemitPicture *
remit_picture_store_get_now (RemitPictureStore         *self,
                             const RemitPictureRequest *request)
{
  g_autoptr (RemitPicture) picture = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (REMIT_IS_PICTURE_STORE (self), NULL);

  if (find (self, request) == NULL)
    {
      picture = remit_picture_new (request, &error);
      if (picture != NULL)
        add (self, picture);
      else
        g_message ("%s", error->message);
    }
  return find (self, request);
}

/* Draws the next of a stack's other service models while nobody waits for a picture. */
void
remit_picture_store_draw_ahead (RemitPictureStore         *self,
                                const RemitPictureRequest *request)
{
  RemitPictureRequest other = *request;
  GListModel *models = remit_framework_get_service_models (request->framework);

  g_return_if_fail (REMIT_IS_PICTURE_STORE (self));

  if (request->layout.arrangement != REMIT_ARRANGEMENT_STACK || g_list_model_get_n_items (models) > MAX_DRAWN_AHEAD)
    return;
  for (guint i = 0; self->cancellable == NULL && i < g_list_model_get_n_items (models); i++)
    {
      other.layout.service_model = remit_framework_get_service_model (request->framework, i);
      if (find (self, &other) == NULL)
        draw (self, &other);
    }
}
