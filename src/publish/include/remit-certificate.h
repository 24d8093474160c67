/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libremit-study.h>

G_BEGIN_DECLS

/**
 * RemitCertificate:
 * @participant: whose certificate it is
 * @session: (nullable): the title of the session that it is about
 * @began: when the session began; without one it is ignored
 * @records: (element-type RemitLessonRecord): what was learnt; of these, those of @participant are told, in this order
 * @lessons: (nullable) (element-type utf8 RemitStoryboard): lessons by their ids; a lesson that is not here is called by its id
 * @rtl: whether it is read from right to left
 * @now: when it is issued
 *
 * What a certificate says. Times are seconds since 1970-01-01 00:00 UTC. Nothing is owned.
 */
typedef struct
{
  const char *participant;
  const char *session;
  gint64 began;
  GPtrArray *records;
  GHashTable *lessons;
  gboolean rtl;
  gint64 now;
} RemitCertificate;

GBytes *remit_certificate_to_pdf (const RemitCertificate *self, GError **error);
gboolean remit_certificate_save (const RemitCertificate *self, GFile *file, GError **error);

G_END_DECLS
