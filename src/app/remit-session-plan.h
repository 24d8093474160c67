/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <libremit-story.h>
#include <libremit-study.h>

G_BEGIN_DECLS

/* Where an onboarding session is planned. */
#define REMIT_TYPE_SESSION_PLAN (remit_session_plan_get_type ())
G_DECLARE_FINAL_TYPE (RemitSessionPlan, remit_session_plan, REMIT, SESSION_PLAN, AdwBin)

/* Called with the object that remit_session_plan_confirm() was given. */
typedef void (*RemitConfirmedFunc) (gpointer object);

void remit_session_plan_set_sources (RemitSessionPlan *self, RemitCatalog *frameworks, RemitStoryboardCatalog *lessons);
RemitSession *remit_session_plan_create_session (RemitSessionPlan *self, GFile *file); /* (transfer full) */
void remit_session_plan_open (RemitSessionPlan *self, GFile *file);
gboolean remit_session_plan_save (RemitSessionPlan *self, GFile *file);
gboolean remit_session_plan_is_changed (RemitSessionPlan *self);
void remit_session_plan_confirm (RemitSessionPlan *self, RemitConfirmedFunc func, gpointer object);
void remit_session_plan_add_document (RemitSessionPlan *self, GFile *file);

G_END_DECLS
