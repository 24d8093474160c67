/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-look.h"
#include "remit-progress.h"

G_BEGIN_DECLS

/* The lessons, and the one that is taken. */
#define REMIT_TYPE_LEARN_PAGE (remit_learn_page_get_type ())
G_DECLARE_FINAL_TYPE (RemitLearnPage, remit_learn_page, REMIT, LEARN_PAGE, GtkWidget)

GtkWidget *remit_learn_page_new (RemitStoryboardCatalog *lessons, RemitProgress *progress);
void remit_learn_page_set_look (RemitLearnPage *self, const RemitLook *look);
gboolean remit_learn_page_open (RemitLearnPage *self, const char *lesson);
void remit_learn_page_focus (RemitLearnPage *self);
char *remit_learn_page_dup_title (RemitLearnPage *self); /* (transfer full) */

G_END_DECLS
