/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "remit-framework-reader.h"

G_BEGIN_DECLS

/* A document being read: where we are in it and what was wrong so far. */
typedef struct
{
  RemitTextFunc text_func;
  gpointer user_data;
  GListStore *problems;
  guint n_errors;
  GString *pointer; /* JSON pointer of the value being read */
} RemitReading;

RemitFramework *remit_reading_run (JsonNode *root, RemitTextFunc text_func, gpointer user_data, GListStore *problems);

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
} RemitFieldFlags;

JsonObject *remit_reading_as_object (RemitReading *self, JsonNode *node);
JsonArray *remit_reading_get_array (RemitReading *self, JsonObject *object, const char *member, guint min, guint max, RemitFieldFlags flags);
JsonObject *remit_reading_get_object (RemitReading *self, JsonObject *object, const char *member, RemitFieldFlags flags);
char *remit_reading_dup_string (RemitReading *self, JsonObject *object, const char *member, RemitFieldFlags flags);
char *remit_reading_dup_id (RemitReading *self, JsonObject *object);
GStrv remit_reading_dup_texts (RemitReading *self, JsonObject *object, const char *member);
char *remit_reading_dup_node (RemitReading *self, JsonNode *node, RemitFieldFlags flags);

G_END_DECLS
