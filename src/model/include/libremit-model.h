/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The model floor: what a framework is, and how it is read. */
#include "remit-catalog.h"
#include "remit-framework-reader.h"
#include "remit-framework.h"
#include "remit-selection.h"
