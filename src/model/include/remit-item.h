/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RemitItem:
 *
 * What every named thing of a framework has: an id, unique among its kind, a title and perhaps a summary. Items are immutable once
 * read, so any thread may read them. All text is owned by the item.
 *
 * Declared by hand and not by G_DECLARE_DERIVABLE_TYPE, whose instance struct is open to everybody.
 */
#define REMIT_TYPE_ITEM (remit_item_get_type ())
#define REMIT_ITEM(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), REMIT_TYPE_ITEM, RemitItem))
#define REMIT_IS_ITEM(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), REMIT_TYPE_ITEM))
GType remit_item_get_type (void);
typedef struct _RemitItem RemitItem;
typedef struct
{
  GObjectClass parent_class;
} RemitItemClass;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitItem, g_object_unref)

const char *remit_item_get_id (RemitItem *self);
const char *remit_item_get_title (RemitItem *self);
const char *remit_item_get_summary (RemitItem *self); /* (nullable) */
char *remit_dup_first_sentence (const char *text);

G_END_DECLS
