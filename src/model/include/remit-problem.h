/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  REMIT_SEVERITY_WARNING, /* the document can be used */
  REMIT_SEVERITY_ERROR,   /* it cannot */
} RemitSeverity;

GType remit_severity_get_type (void);
#define REMIT_TYPE_SEVERITY (remit_severity_get_type ())

/* Something wrong with a document: what, and where. */
#define REMIT_TYPE_PROBLEM (remit_problem_get_type ())
G_DECLARE_FINAL_TYPE (RemitProblem, remit_problem, REMIT, PROBLEM, GObject)

RemitSeverity remit_problem_get_severity (RemitProblem *self);
const char *remit_problem_get_pointer (RemitProblem *self); /* (nullable): JSON pointer (RFC 6901); NULL where line and column say it */
guint remit_problem_get_line (RemitProblem *self);          /* from 1; 0 where the pointer says it */
guint remit_problem_get_column (RemitProblem *self);        /* from 1, in characters */
const char *remit_problem_get_message (RemitProblem *self);
char *remit_problem_to_string (RemitProblem *self, const char *file);

G_END_DECLS
