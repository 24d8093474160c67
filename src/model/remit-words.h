/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  REMIT_NEARNESS_NONE,
  REMIT_NEARNESS_PREFIX, /* the other word begins so, but for one letter */
  REMIT_NEARNESS_WORD,   /* one letter too many, too few, another, or two in the wrong order */
} RemitNearness;

GPtrArray *remit_words_split (const char *text, gsize max_bytes, guint max_words); /* (transfer full): of char * */
RemitNearness remit_words_compare (const char *word, gsize length, const char *other, gsize other_length);

G_END_DECLS
