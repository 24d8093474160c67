/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-values.h"

struct _RemitList
{
  GObject parent_instance;
  GType item_type;
  GPtrArray *items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitList, remit_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
remit_list_get_item_type (GListModel *model)
{
  return REMIT_LIST (model)->item_type;
}

static guint
remit_list_get_n_items (GListModel *model)
{
  return REMIT_LIST (model)->items->len;
}

static gpointer
remit_list_get_item (GListModel *model,
                     guint       position)
{
  GPtrArray *items = REMIT_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_list_get_item_type;
  iface->get_n_items = remit_list_get_n_items;
  iface->get_item = remit_list_get_item;
}

static void
remit_list_finalize (GObject *object)
{
  g_ptr_array_unref (REMIT_LIST (object)->items);
  G_OBJECT_CLASS (remit_list_parent_class)->finalize (object);
}

static void
remit_list_class_init (RemitListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_list_finalize;
}

static void
remit_list_init (RemitList *self)
{
}

GListModel *
remit_list_new (GType      item_type,
                GPtrArray *items)
{
  RemitList *self = g_object_new (REMIT_TYPE_LIST, NULL);

  self->item_type = item_type;
  self->items = items;
  return G_LIST_MODEL (self);
}

GListModel *
remit_list_empty (GType item_type)
{
  return remit_list_new (item_type, g_ptr_array_new ());
}
