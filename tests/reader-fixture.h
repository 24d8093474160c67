/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libremit-model.h>

/* What the tests of the reader share: documents as text, and what is true of every result. */

#define BEFORE_LAYERS \
  "{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"f\", \"title\": \"F\"," \
  "\"owners\": [{\"id\": \"you\", \"label\": \"You\", \"kind\": \"party\"}]," \
  "\"serviceModels\": [{\"id\": \"own\", \"title\": \"Own\"}]"
#define LAYERS ", \"layers\": [{\"id\": \"data\", \"title\": \"Data\", \"responsibilities\": {\"own\": {\"owner\": \"you\"}}}]}"
#define MINIMAL BEFORE_LAYERS LAYERS

void reader_check_result (RemitFrameworkReader *reader, RemitFramework *framework, const GError *error, const char *name);
RemitFramework *reader_read_text (RemitFrameworkReader *reader, const char *text, gssize length);
char *reader_dup_places (RemitFrameworkReader *reader);
void reader_check_text (const char *text, gssize length, const char *places);
char *reader_nest (const char *before, const char *open, guint n, const char *middle, const char *close, const char *after);
char *reader_make_matrix (guint n_layers, guint n_models);
char *reader_dup_full (gsize *length);
