/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-diagram.h"

G_BEGIN_DECLS

enum
{
  EXIT_DONE = 0,
  EXIT_INPUT = 1, /* the input is wrong */
  EXIT_USAGE = 2, /* the command line is wrong */
};

typedef struct
{
  const char *name;
  const char *arguments; /* as in the usage line */
  const char *summary;
  const GOptionEntry *entries; /* its options; ends with a NULL name */
  int (*run) (int argc, char **argv); /* argv[0] is the command's name */
} Command;

/* A line on standard error, as every message is: the program, then what it has to say. */
void complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

extern const Command commands[]; /* ends with a NULL name */

G_END_DECLS
