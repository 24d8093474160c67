/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "remit-reader.h"
#include "remit-values.h"

G_BEGIN_DECLS

/* A document being read: where we are in it and what was wrong so far. */
struct _RemitReading
{
  RemitTextFunc text_func;
  gpointer user_data;
  GListStore *problems;
  guint n_errors;
  GString *pointer; /* JSON pointer of the value being read */
  char *format;     /* what the document says it is; NULL before that is read */
};

#define REMIT_READING_MAX_TEXTS 200     /* in a list */
#define REMIT_READING_MAX_REFERENCES 50 /* to sources */

/* The grammar every document shares; what is wrong is reported where it stands. */
void remit_reading_error (RemitReading *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gsize remit_reading_enter (RemitReading *self, const char *member);
gsize remit_reading_enter_index (RemitReading *self, guint index);
void remit_reading_leave (RemitReading *self, gsize mark);
void remit_reading_check_members (RemitReading *self, JsonObject *object, const char *const *known);

typedef enum
{
  REMIT_FIELD_REQUIRED = 1 << 0,
  REMIT_FIELD_TEXT = 1 << 1, /* people read it: it passes through the text function */
  REMIT_FIELD_NAME = 1 << 2, /* it is drawn or listed, perhaps many times: at most REMIT_READER_MAX_NAME characters */
} RemitFieldFlags;

JsonNode *remit_reading_get_member (RemitReading *self, JsonObject *object, const char *member, RemitFieldFlags flags);
JsonObject *remit_reading_as_object (RemitReading *self, JsonNode *node);
JsonArray *remit_reading_get_array (RemitReading *self, JsonObject *object, const char *member, guint min, guint max, RemitFieldFlags flags);
JsonObject *remit_reading_get_object (RemitReading *self, JsonObject *object, const char *member, RemitFieldFlags flags);
char *remit_reading_dup_string (RemitReading *self, JsonObject *object, const char *member, RemitFieldFlags flags);
gboolean remit_reading_is_id (const char *text);
char *remit_reading_dup_id (RemitReading *self, JsonObject *object);
GStrv remit_reading_dup_texts (RemitReading *self, JsonObject *object, const char *member, guint min, guint max, RemitFieldFlags flags);
char *remit_reading_dup_node (RemitReading *self, JsonNode *node, RemitFieldFlags flags);

/* What all formats have: remit-reading-items.c. */
typedef RemitItem *(*RemitReadItemFunc) (gpointer user_data, JsonObject *object, guint position); /* (transfer full) */

gboolean remit_reading_read_format (RemitReading *self, JsonObject *root, const char *format);
void remit_reading_read_item (RemitReading *self, JsonObject *object, RemitItem *item, const char *title_member);
GListModel *remit_reading_read_items (RemitReading *self, JsonObject *root, const char *member, guint min, guint max, RemitFieldFlags flags,
                                      GType type, GHashTable *table, RemitReadItemFunc read, gpointer user_data);
GListModel *remit_reading_read_sources (RemitReading *self, JsonObject *root, GHashTable *table);
void remit_reading_error_of_id (RemitReading *self, const char *what, const char *id);
gpointer remit_reading_look_up (RemitReading *self, GHashTable *table, const char *id, const char *what);
GListModel *remit_reading_read_references (RemitReading *self, JsonObject *object, const char *member, guint min, guint max,
                                           GHashTable *table, GType type, const char *what);
gboolean remit_reading_read_choice (RemitReading *self, JsonObject *object, const char *member, RemitFieldFlags flags,
                                    const char *const *choices, guint *choice);
gboolean remit_reading_read_integer (RemitReading *self, JsonObject *object, const char *member, int min, int max, RemitFieldFlags flags,
                                     guint *value);

G_END_DECLS
