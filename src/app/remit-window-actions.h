/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-opener.h"
#include "remit-pages.h"
#include "remit-progress.h"
#include "remit-window.h"

G_BEGIN_DECLS

void remit_window_actions_install (GtkWidgetClass *widget_class);

/* what the actions need of a window; all (transfer none) */
RemitLibrary *remit_window_get_library (RemitWindow *self);
RemitOpener *remit_window_get_opener (RemitWindow *self);
RemitPages *remit_window_get_pages (RemitWindow *self);
GSettings *remit_window_get_settings (RemitWindow *self);
RemitProgress *remit_window_get_progress (RemitWindow *self);         /* opens when it is needed first */
RemitStoryboardCatalog *remit_window_get_lessons (RemitWindow *self); /* its data folders may not be read yet */

G_END_DECLS
