/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-problem-private.h"

#include <glib/gi18n-lib.h>

struct _RemitProblem
{
  GObject parent_instance;
  RemitSeverity severity;
  char *pointer;
  guint line;
  guint column;
  char *message;
};

G_DEFINE_ENUM_TYPE (RemitSeverity, remit_severity,
                    G_DEFINE_ENUM_VALUE (REMIT_SEVERITY_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (REMIT_SEVERITY_ERROR, "error"))

G_DEFINE_FINAL_TYPE (RemitProblem, remit_problem, G_TYPE_OBJECT)

enum
{
  PROP_SEVERITY = 1,
  PROP_POINTER,
  PROP_LINE,
  PROP_COLUMN,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_problem_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  RemitProblem *self = REMIT_PROBLEM (object);

  switch (prop_id)
    {
    case PROP_SEVERITY:
      g_value_set_enum (value, self->severity);
      break;
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_COLUMN:
      g_value_set_uint (value, self->column);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_problem_finalize (GObject *object)
{
  RemitProblem *self = REMIT_PROBLEM (object);

  g_free (self->pointer);
  g_free (self->message);

  G_OBJECT_CLASS (remit_problem_parent_class)->finalize (object);
}

static void
remit_problem_class_init (RemitProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_problem_get_property;
  object_class->finalize = remit_problem_finalize;

  properties[PROP_SEVERITY] = g_param_spec_enum ("severity", NULL, NULL, REMIT_TYPE_SEVERITY, REMIT_SEVERITY_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POINTER] = g_param_spec_string ("pointer", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_problem_init (RemitProblem *self)
{
}

RemitSeverity
remit_problem_get_severity (RemitProblem *self)
{
  g_return_val_if_fail (REMIT_IS_PROBLEM (self), REMIT_SEVERITY_ERROR);

  return self->severity;
}

const char *
remit_problem_get_pointer (RemitProblem *self)
{
  g_return_val_if_fail (REMIT_IS_PROBLEM (self), NULL);

  return self->pointer;
}

guint
remit_problem_get_line (RemitProblem *self)
{
  g_return_val_if_fail (REMIT_IS_PROBLEM (self), 0);

  return self->line;
}

guint
remit_problem_get_column (RemitProblem *self)
{
  g_return_val_if_fail (REMIT_IS_PROBLEM (self), 0);

  return self->column;
}

const char *
remit_problem_get_message (RemitProblem *self)
{
  g_return_val_if_fail (REMIT_IS_PROBLEM (self), NULL);

  return self->message;
}

RemitProblem *
remit_problem_new (RemitSeverity severity,
                   const char   *pointer,
                   const char   *message)
{
  RemitProblem *self = g_object_new (REMIT_TYPE_PROBLEM, NULL);

  self->severity = severity;
  self->pointer = g_strdup (pointer);
  self->message = g_strdup (message);
  return self;
}

RemitProblem *
remit_problem_new_at_line (guint       line,
                           guint       column,
                           const char *message)
{
  RemitProblem *self = remit_problem_new (REMIT_SEVERITY_ERROR, NULL, message);

  self->line = line;
  self->column = column;
  return self;
}

/**
 * remit_problem_to_string:
 * @file: (nullable): what to call the document
 *
 * Returns: (transfer full): a line of text: file, where it is said, place and reason
 */
char *
remit_problem_to_string (RemitProblem *self,
                         const char   *file)
{
  g_return_val_if_fail (REMIT_IS_PROBLEM (self), NULL);

  if (self->pointer == NULL && file == NULL)
    return g_strdup_printf (_("line %u, column %u: %s"), self->line, self->column, self->message);
  if (self->pointer == NULL)
    return g_strdup_printf (_("%s: line %u, column %u: %s"), file, self->line, self->column, self->message);
  return g_strdup_printf ("%s%s%s: %s", file != NULL ? file : "", file != NULL ? ": " : "", *self->pointer == '\0' ? "/" : self->pointer,
                          self->message);
}
