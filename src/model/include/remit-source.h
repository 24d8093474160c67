/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-item.h"

G_BEGIN_DECLS

/* Where a statement was published. */
#define REMIT_TYPE_SOURCE (remit_source_get_type ())
G_DECLARE_FINAL_TYPE (RemitSource, remit_source, REMIT, SOURCE, RemitItem)

const char *remit_source_get_publisher (RemitSource *self);
const char *remit_source_get_date (RemitSource *self); /* ISO 8601: a year, a month or a day */
const char *remit_source_get_url (RemitSource *self);  /* (nullable): https only */

G_END_DECLS
