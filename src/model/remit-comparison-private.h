/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "remit-comparison.h"

G_BEGIN_DECLS

/* Two layers or two service models that correspond; either may be NULL. Both belong to their frameworks. */
typedef struct
{
  gpointer item, other_item;
  const char *note; /* of the equivalences, which stay */
} RemitPair;

char *remit_pair_dup_title (const RemitPair *pair);

struct _RemitComparisonRow
{
  GObject parent_instance;
  RemitFramework *framework, *other; /* owned */
  RemitPair layers;
  GArray *columns; /* owned, of RemitPair: the comparison's */
};

G_END_DECLS
