/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "remit-explore-page.h"
#include "remit-library.h"
#include "remit-progress.h"

G_BEGIN_DECLS

/* The pages of a window, one of which is seen. */
#define REMIT_TYPE_PAGES (remit_pages_get_type ())
G_DECLARE_FINAL_TYPE (RemitPages, remit_pages, REMIT, PAGES, GtkWidget)

gboolean remit_pages_has (const char *page);
void remit_pages_set_selection (RemitPages *self, RemitSelection *selection, RemitLibrary *library);
void remit_pages_set_lessons (RemitPages *self, RemitStoryboardCatalog *lessons, RemitProgress *progress);
void remit_pages_set_look (RemitPages *self, const RemitLook *look, double text_scale);
void remit_pages_set_narrow (RemitPages *self, gboolean narrow);
void remit_pages_focus (RemitPages *self);
char *remit_pages_dup_title (RemitPages *self);                 /* (transfer full) */
const char *remit_pages_get_page (RemitPages *self);
void remit_pages_set_page (RemitPages *self, const char *page);
gboolean remit_pages_show_lesson (RemitPages *self, const char *lesson);
AdwViewStack *remit_pages_get_stack (RemitPages *self);         /* (transfer none) */
RemitExplorePage *remit_pages_get_explore (RemitPages *self);   /* (transfer none) */

G_END_DECLS
