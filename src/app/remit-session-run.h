/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "remit-study-records.h"

G_BEGIN_DECLS

/* Where an onboarding session is run. */
#define REMIT_TYPE_SESSION_RUN (remit_session_run_get_type ())
G_DECLARE_FINAL_TYPE (RemitSessionRun, remit_session_run, REMIT, SESSION_RUN, AdwBin)

void remit_session_run_set_sources (RemitSessionRun *self, RemitProgress *progress, RemitCatalog *frameworks, RemitStoryboardCatalog *lessons);
void remit_session_run_set_session (RemitSessionRun *self, gint64 session);
gint64 remit_session_run_get_session (RemitSessionRun *self);
void remit_session_run_set_records (RemitSessionRun *self, RemitStudyRecords *records);

G_END_DECLS
