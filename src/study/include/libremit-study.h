/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The study floor: what was learnt on this machine, and onboarding sessions. */
#include "remit-progress-store.h"
#include "remit-session-reader.h"
#include "remit-session.h"
