/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The model floor: what a framework is, and how it is read. */
#include "remit-catalog.h"
#include "remit-comparison.h"
#include "remit-coverage.h"
#include "remit-equivalences.h"
#include "remit-file.h"
#include "remit-finder.h"
#include "remit-framework-reader.h"
#include "remit-framework.h"
#include "remit-reader.h"
#include "remit-selection.h"
