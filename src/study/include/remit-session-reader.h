/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-session.h"

G_BEGIN_DECLS

/* Reads sessions, with the functions of its parent. */
#define REMIT_TYPE_SESSION_READER (remit_session_reader_get_type ())
G_DECLARE_FINAL_TYPE (RemitSessionReader, remit_session_reader, REMIT, SESSION_READER, RemitReader)

RemitSessionReader *remit_session_reader_new (void);

G_END_DECLS
