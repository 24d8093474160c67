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
  int (*run) (int argc, char **argv); /* argv[0] is the command's name */
} Command;

extern const Command commands[]; /* ends with a NULL name */

G_END_DECLS
