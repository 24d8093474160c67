/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-problem-private.h"

#define MAX_PROBLEMS 1000 /* a hostile file has millions; nobody reads them */
#define MAX_ID 64

static void
report (RemitReading *self,
        RemitSeverity severity,
        const char   *message)
{
  if (severity == REMIT_SEVERITY_ERROR)
    self->n_errors++;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->problems)) < MAX_PROBLEMS || (severity == REMIT_SEVERITY_ERROR && self->n_errors == 1))
    {
      g_autoptr (RemitProblem) problem = remit_problem_new (severity, self->pointer->str, message);
      g_list_store_append (self->problems, problem);
    }
}

/* Reports an error at the current place. */
void
remit_reading_error (RemitReading *self,
                     const char   *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  report (self, REMIT_SEVERITY_ERROR, message);
}

/**
 * remit_reading_enter:
 *
 * Goes into a member: errors are reported there until remit_reading_leave().
 *
 * Returns: what to leave with
 */
gsize
remit_reading_enter (RemitReading *self,
                     const char   *member)
{
  gsize mark = self->pointer->len;

  g_string_append_c (self->pointer, '/');
  for (const char *c = member; *c != '\0'; c++)
    {
      if (*c == '~')
        g_string_append (self->pointer, "~0");
      else if (*c == '/')
        g_string_append (self->pointer, "~1");
      else
        g_string_append_c (self->pointer, *c);
    }
  return mark;
}

gsize
remit_reading_enter_index (RemitReading *self,
                           guint         index)
{
  gsize mark = self->pointer->len;

  g_string_append_printf (self->pointer, "/%u", index);
  return mark;
}

void
remit_reading_leave (RemitReading *self,
                     gsize         mark)
{
  g_string_truncate (self->pointer, mark);
}

/* Warns of members that the format does not have: a slip of the pen, or a newer document. */
void
remit_reading_check_members (RemitReading      *self,
                             JsonObject        *object,
                             const char *const *known)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      {
        gsize mark = remit_reading_enter (self, name);
        report (self, REMIT_SEVERITY_WARNING, _("this member is not known and is ignored"));
        remit_reading_leave (self, mark);
      }
}

/* The value of a member, or NULL; a missing one is an error of the object. */
JsonNode *
remit_reading_get_member (RemitReading   *self,
                          JsonObject     *object,
                          const char     *member,
                          RemitFieldFlags flags)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL && (flags & REMIT_FIELD_REQUIRED) != 0)
    remit_reading_error (self, _("the member \"%s\" is missing"), member);
  return node;
}

JsonObject *
remit_reading_as_object (RemitReading *self,
                         JsonNode     *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  remit_reading_error (self, _("an object is expected here"));
  return NULL;
}

JsonObject *
remit_reading_get_object (RemitReading   *self,
                          JsonObject     *object,
                          const char     *member,
                          RemitFieldFlags flags)
{
  JsonNode *node = remit_reading_get_member (self, object, member, flags);
  gsize mark = remit_reading_enter (self, member);
  JsonObject *result = node != NULL ? remit_reading_as_object (self, node) : NULL;

  remit_reading_leave (self, mark);
  return result;
}

/* (nullable): the array of a member, where it has between @min and @max elements. */
JsonArray *
remit_reading_get_array (RemitReading   *self,
                         JsonObject     *object,
                         const char     *member,
                         guint           min,
                         guint           max,
                         RemitFieldFlags flags)
{
  JsonNode *node = remit_reading_get_member (self, object, member, flags);
  JsonArray *array = NULL;
  gsize mark;

  if (node == NULL)
    return NULL;
  mark = remit_reading_enter (self, member);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    remit_reading_error (self, _("an array is expected here"));
  else if (json_array_get_length (json_node_get_array (node)) < min)
    remit_reading_error (self, ngettext ("at least %u element is expected here", "at least %u elements are expected here", min), min);
  else if (json_array_get_length (json_node_get_array (node)) > max)
    remit_reading_error (self, _("there are %u elements here, more than the %u that are read"),
                         json_array_get_length (json_node_get_array (node)), max);
  else
    array = json_node_get_array (node);
  remit_reading_leave (self, mark);
  return array;
}

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* Counts as the maxLength of JSON Schema does: code points, whatever people see of them. */
static gboolean
check_length_of_name (RemitReading *self,
                      const char   *name)
{
  glong length = g_utf8_strlen (name, -1);

  if (length > REMIT_READER_MAX_NAME)
    remit_reading_error (self, _("this name has %ld characters, more than the %d that are read"), length, REMIT_READER_MAX_NAME);
  return length <= REMIT_READER_MAX_NAME;
}

char *
remit_reading_dup_node (RemitReading   *self,
                        JsonNode       *node,
                        RemitFieldFlags flags)
{
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      remit_reading_error (self, _("a string is expected here"));
      return NULL;
    }
  text = json_node_get_string (node);
  if (is_blank (text))
    {
      remit_reading_error (self, _("this text is empty"));
      return NULL;
    }
  if ((flags & REMIT_FIELD_NAME) != 0 && !check_length_of_name (self, text))
    return NULL;
  if ((flags & REMIT_FIELD_TEXT) != 0 && self->text_func != NULL)
    text = self->text_func (text, self->pointer->str, self->user_data);
  return g_strdup (text);
}

char *
remit_reading_dup_string (RemitReading   *self,
                          JsonObject     *object,
                          const char     *member,
                          RemitFieldFlags flags)
{
  JsonNode *node = remit_reading_get_member (self, object, member, flags);
  char *text;
  gsize mark;

  if (node == NULL)
    return NULL;
  mark = remit_reading_enter (self, member);
  text = remit_reading_dup_node (self, node, flags);
  remit_reading_leave (self, mark);
  return text;
}

/* Whether @text is one, as all ids of all formats are. */
gboolean
remit_reading_is_id (const char *text)
{
  gsize i;

  for (i = 0; text[i] != '\0'; i++)
    {
      gboolean is_hyphen = text[i] == '-';

      if (!is_hyphen && !g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]))
        return FALSE;
      if (is_hyphen && (i == 0 || text[i - 1] == '-' || text[i + 1] == '\0'))
        return FALSE;
    }
  return i <= MAX_ID;
}

/* The member "id", which every named thing must have. */
char *
remit_reading_dup_id (RemitReading *self,
                      JsonObject   *object)
{
  g_autofree char *id = remit_reading_dup_string (self, object, "id", REMIT_FIELD_REQUIRED);

  if (id != NULL && !remit_reading_is_id (id))
    {
      gsize mark = remit_reading_enter (self, "id");
      remit_reading_error (self, _("an id is lower case letters, digits and single hyphens between them, at most %d"), MAX_ID);
      remit_reading_leave (self, mark);
      g_clear_pointer (&id, g_free);
    }
  return g_steal_pointer (&id);
}

/* (nullable): a list of texts that people read. */
GStrv
remit_reading_dup_texts (RemitReading   *self,
                         JsonObject     *object,
                         const char     *member,
                         guint           min,
                         guint           max,
                         RemitFieldFlags flags)
{
  JsonArray *array = remit_reading_get_array (self, object, member, min, max, flags);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize mark;

  if (array == NULL)
    return NULL;
  mark = remit_reading_enter (self, member);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize item_mark = remit_reading_enter_index (self, i);
      g_autofree char *text = remit_reading_dup_node (self, json_array_get_element (array, i), REMIT_FIELD_TEXT);

      if (text != NULL)
        g_strv_builder_add (builder, text);
      remit_reading_leave (self, item_mark);
    }
  remit_reading_leave (self, mark);
  return g_strv_builder_end (builder);
}
