/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "libremit-diagram.h"

/* An element of a document, as a parser sees it. */
typedef struct
{
  char *name;
  char *id;
  char *class_name;
  char *role;
  char *owner; /* id of the nearest element around it that has one */
  GString *content;
} Node;

RemitFramework *read_framework (const char *name); /* (transfer full): of tests/reference */
GPtrArray *parse (const char *svg, gssize length); /* (transfer full): of Node, in document order */
GPtrArray *parse_diagram (RemitDiagram *diagram);  /* (transfer full): of Node, in document order */
const Node *find_node (GPtrArray *nodes, const char *name, const char *owner); /* (transfer none) (nullable): the first */
guint count_nodes (GPtrArray *nodes, const char *class_name);
gboolean lies_in (const cairo_rectangle_t *inner, const cairo_rectangle_t *outer, double slack);
gboolean overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b);
void check_shapes (RemitDiagram *diagram);
void check_texts (RemitDiagram *diagram);
void check_words (RemitDiagram *diagram);
