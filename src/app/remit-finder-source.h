/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-model.h"

G_BEGIN_DECLS

/* The finder over a list of frameworks, made when it is asked for first, in a thread, and made anew when the list has changed. */
#define REMIT_TYPE_FINDER_SOURCE (remit_finder_source_get_type ())
G_DECLARE_FINAL_TYPE (RemitFinderSource, remit_finder_source, REMIT, FINDER_SOURCE, GObject)

RemitFinderSource *remit_finder_source_new (GListModel *frameworks);
void remit_finder_source_get_async (RemitFinderSource *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
RemitFinder *remit_finder_source_get_finish (RemitFinderSource *self, GAsyncResult *result, GError **error); /* (transfer full) */

G_END_DECLS
