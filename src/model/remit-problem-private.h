/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-problem.h"

G_BEGIN_DECLS

RemitProblem *remit_problem_new (RemitSeverity severity, const char *pointer, const char *message);
RemitProblem *remit_problem_new_at_line (guint line, guint column, const char *message);

G_END_DECLS
