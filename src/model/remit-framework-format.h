/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-reading.h"
#include "remit-values.h"

G_BEGIN_DECLS

/* What a document is built into; everything is looked up by id. */
typedef struct
{
  RemitReading *reading; /* borrowed */
  RemitFramework *framework;
  GHashTable *owners;
  GHashTable *service_models;
  GHashTable *zones;
  GHashTable *sources;
} RemitFormat;

gpointer remit_format_read (RemitReader *reader, RemitReading *reading, JsonObject *root); /* (transfer full) */
void remit_format_read_cells (RemitFormat *self, JsonObject *layer_object, RemitLayer *layer);

G_END_DECLS
