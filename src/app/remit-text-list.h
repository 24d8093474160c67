/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts under each other, a bullet before each. */
#define REMIT_TYPE_TEXT_LIST (remit_text_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitTextList, remit_text_list, REMIT, TEXT_LIST, GtkWidget)

GtkWidget *remit_text_list_new (void);
void remit_text_list_set_texts (RemitTextList *self, const char *const *texts);

void remit_label_set_text (GtkLabel *label, const char *text);

G_END_DECLS
