/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

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

/* What the commands share: described in commands.c */
extern gboolean as_json;
gboolean parse (const char *usage, const GOptionEntry *entries, int min, int max, int *argc, char ***argv);
void print_error (const GError *error);
void print_json (JsonBuilder *builder);
void add_string (JsonBuilder *builder, const char *name, const char *value);
RemitFramework *open_framework (const char *id_or_file);
gboolean find_service_model (RemitFramework *framework, const char *file, const char *id, RemitServiceModel **model);

extern const GOptionEntry json_entry[];
int run_check (int argc, char **argv);
extern const GOptionEntry find_entries[];
int run_find (int argc, char **argv);
extern const GOptionEntry compare_entries[];
int run_compare (int argc, char **argv);

G_END_DECLS
