/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-storyboard.h"

G_BEGIN_DECLS

/**
 * RemitFindFrameworkFunc:
 *
 * Returns: (transfer none) (nullable): the framework that has the id; what is read keeps a reference
 */
typedef RemitFramework *(*RemitFindFrameworkFunc) (gpointer user_data, const char *id);

/* Reads lessons, with the functions of RemitReader; what it reads is a RemitStoryboard. */
#define REMIT_TYPE_STORYBOARD_READER (remit_storyboard_reader_get_type ())
G_DECLARE_FINAL_TYPE (RemitStoryboardReader, remit_storyboard_reader, REMIT, STORYBOARD_READER, RemitReader)

RemitReader *remit_storyboard_reader_new (RemitFindFrameworkFunc find_framework, gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
