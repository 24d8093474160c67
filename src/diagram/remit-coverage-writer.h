/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-coverage-plan.h"
#include "remit-writer.h"

G_BEGIN_DECLS

RemitDocument remit_coverage_writer_write (RemitCoveragePlan *plan, const char *font_family);

G_END_DECLS
