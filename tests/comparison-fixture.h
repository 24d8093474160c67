/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libremit-model.h>

/* (transfer full): a document of the user's, titled "Own ID". @models: "id:title;…"; @layers: "id:title:owner owner…" a line each, with the
 * owners you, they and third, both (you and they), others (you and third) and open (which depends on something). */
RemitFramework *comparison_make_framework (const char *id, const char *models, const char *layers);
