/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-item.h"

G_BEGIN_DECLS

/* A way of buying computing: on-premises, IaaS, PaaS, SaaS. A column of the diagram. */
#define REMIT_TYPE_SERVICE_MODEL (remit_service_model_get_type ())
G_DECLARE_FINAL_TYPE (RemitServiceModel, remit_service_model, REMIT, SERVICE_MODEL, RemitItem)

const char *remit_service_model_get_name (RemitServiceModel *self);    /* "Platform as a service"; the title where there is none */
const char *remit_service_model_get_short (RemitServiceModel *self);   /* "On-prem"; the title where there is none */
const char *remit_service_model_get_caption (RemitServiceModel *self); /* (nullable): a few words under the title */
const char *const *remit_service_model_get_examples (RemitServiceModel *self); /* never NULL */
guint remit_service_model_get_position (RemitServiceModel *self);      /* its place in the framework, from 0 */

G_END_DECLS
