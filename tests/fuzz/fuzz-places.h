/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libremit-model.h>

void fuzz_check_line (RemitProblem *problem, const char *text, gsize length);
void fuzz_check_pointers (GListModel *problems, JsonNode *root);
