/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "remit-study-records.h"

G_BEGIN_DECLS

/* The sessions that were run, and what everybody has done. */
#define REMIT_TYPE_SESSION_RECORDS (remit_session_records_get_type ())
G_DECLARE_FINAL_TYPE (RemitSessionRecords, remit_session_records, REMIT, SESSION_RECORDS, AdwBin)

void remit_session_records_set_sources (RemitSessionRecords *self, RemitProgress *progress, RemitStoryboardCatalog *lessons);
void remit_session_records_set_records (RemitSessionRecords *self, RemitStudyRecords *records);
void remit_session_records_save_table (RemitSessionRecords *self, gint64 session, GFile *file);
void remit_session_records_save_certificate (RemitSessionRecords *self, gint64 session, const char *person, GFile *file);

G_END_DECLS
