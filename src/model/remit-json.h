/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-problem.h"

G_BEGIN_DECLS

RemitProblem *remit_json_check (const char *text, gsize length);

G_END_DECLS
