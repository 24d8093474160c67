/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-finder-private.h"

G_BEGIN_DECLS

/* A phrase that is in a question. */
typedef struct
{
  guint place;
  guint32 mask; /* the words that it has */
  float score;
  gboolean is_whole;    /* all its words are there, none of them unfinished, */
  gboolean is_in_order; /* and follow each other */
  RemitPhraseKind kind;
} RemitMatch;

/* What somebody asks. Its words are bits of masks, by their place in it. */
typedef struct
{
  const RemitIndex *index;
  guint n_words;
  guint32 asked;            /* the words that say something */
  guint32 *masks;           /* of each word of the index: where the question has it */
  float *worths;            /* of each word of the index: its weight where it is spelt so, less where not */
  gboolean *are_whole;      /* of each word of the index: whether the question has all of it, with or without a mistake */
  GArray *matches;          /* of RemitMatch, those of a place together, the best first */
  guint *first_match;       /* of each place; one more at the end */
  guint32 layer_words;      /* that name a layer and are not weak */
  gboolean names_framework;
} RemitQuery;

void remit_query_init (RemitQuery *self, const RemitIndex *index, const char *words);
void remit_query_clear (RemitQuery *self);
const RemitMatch *remit_query_get_match (const RemitQuery *self, guint place); /* (nullable): the best */

G_END_DECLS
