/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The publish floor: what is known, as documents that leave the program. */
#include "remit-certificate.h"
