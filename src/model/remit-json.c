/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What json-glib does not check before it builds a tree: json-glib 1.6 recurses once per bracket (100,000 of them overrun the stack),
 * keeps the last of two members of one name, ends a string at \u0000 and skips comments. So the grammar of RFC 8259 is walked here
 * first, with a stack of a fixed size, and every failure has a line and a column. */

#include "remit-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-reader.h"
#include "remit-problem-private.h"

#define MAX_DIGITS 19 /* of an integer of 64 bits */

typedef struct
{
  gboolean is_object;
  GHashTable *names; /* of the object's members so far */
} Level;

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  GString *text; /* the last string, decoded */
  Level levels[REMIT_READER_MAX_DEPTH];
  guint depth;
  RemitProblem *problem;
} Scanner;

static gboolean
fail (Scanner    *self,
      const char *at,
      const char *message)
{
  guint line = 1;
  const char *line_start = self->start;

  for (const char *c = self->start; c < at; c++)
    if (*c == '\n')
      {
        line++;
        line_start = c + 1;
      }
  self->problem = remit_problem_new_at_line (line, g_utf8_strlen (line_start, at - line_start) + 1, message);
  return FALSE;
}

static gboolean
fail_here (Scanner    *self,
           const char *expected)
{
  g_autofree char *message = NULL;

  if (self->at == self->end)
    message = g_strdup_printf (_("the file ends where %s is expected"), expected);
  else
    message = g_strdup_printf (_("expected %s, found \"%.*s\""), expected, (int) (g_utf8_next_char (self->at) - self->at), self->at);
  return fail (self, self->at, message);
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
}

static gboolean
take (Scanner *self,
      char     wanted)
{
  if (self->at == self->end || *self->at != wanted)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Four hexadecimal digits, or -1. */
static int
scan_unit (Scanner *self)
{
  int unit = 0;

  if (self->end - self->at < 4)
    return -1;
  for (int i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (*self->at))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (*self->at);
    }
  return unit;
}

static gboolean
scan_escape (Scanner  *self,
             gunichar *out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape = self->at - 1;
  const char *letter = self->at < self->end ? strchr (letters, *self->at) : NULL;
  int unit, low;

  if (letter != NULL && *letter != '\0')
    {
      self->at++;
      *out = (guchar) meanings[letter - letters];
      return TRUE;
    }
  if (!take (self, 'u') || (unit = scan_unit (self)) < 0)
    return fail (self, escape, _("this is not an escape of JSON"));
  *out = (gunichar) unit;
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail (self, escape, _("half of a surrogate pair stands alone"));
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (!take (self, '\\') || !take (self, 'u') || (low = scan_unit (self)) < 0xdc00 || low > 0xdfff)
        return fail (self, escape, _("half of a surrogate pair stands alone"));
      *out = 0x10000 + ((gunichar) (unit - 0xd800) << 10) + (gunichar) (low - 0xdc00);
    }
  return TRUE;
}

/* Characters that no XML document can hold, and controls: a document is plain text that is drawn. */
static gboolean
is_forbidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xfffe || c == 0xffff;
}

static gboolean
scan_string (Scanner *self)
{
  const char *quote = self->at;

  if (!take (self, '"'))
    return fail_here (self, _("a string"));
  g_string_truncate (self->text, 0);
  while (!take (self, '"'))
    {
      const char *at = self->at;
      gunichar c;

      if (at == self->end)
        return fail (self, quote, _("this string is not closed"));
      c = g_utf8_get_char (at);
      self->at = g_utf8_next_char (at);
      if (c == '\\' && !scan_escape (self, &c))
        return FALSE;
      if (is_forbidden (c))
        {
          g_autofree char *message = g_strdup_printf (_("the control character U+%04X is not allowed"), c);
          return fail (self, at, message);
        }
      g_string_append_unichar (self->text, c);
      if (self->text->len > REMIT_READER_MAX_TEXT)
        return fail (self, quote, _("this string is longer than 64 KiB"));
    }
  return TRUE;
}

static gboolean
scan_digits (Scanner *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > first || fail_here (self, _("a digit"));
}

/* JSON-GLib takes an integer modulo 2^64: one of 20 digits could pass for another. */
static gboolean
scan_number (Scanner *self)
{
  const char *first;

  take (self, '-');
  first = self->at;
  if (!take (self, '0') && !scan_digits (self))
    return FALSE;
  if (self->at - first > MAX_DIGITS)
    return fail (self, first, _("this number is too large"));
  if (take (self, '.') && !scan_digits (self))
    return FALSE;
  if (take (self, 'e') || take (self, 'E'))
    {
      if (!take (self, '+'))
        take (self, '-');
      return scan_digits (self);
    }
  return TRUE;
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }
  return fail_here (self, _("a value"));
}

static gboolean
scan_name (Scanner *self)
{
  Level *level = &self->levels[self->depth - 1];
  const char *at = self->at;

  if (!scan_string (self))
    return FALSE;
  if (level->names == NULL)
    level->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_add (level->names, g_strdup (self->text->str)))
    {
      g_autofree char *message = g_strdup_printf (_("the member \"%s\" stands here a second time"), self->text->str);
      return fail (self, at, message);
    }
  skip_space (self);
  if (!take (self, ':'))
    return fail_here (self, "\":\"");
  skip_space (self);
  return TRUE;
}

static gboolean
enter (Scanner *self)
{
  if (self->depth == REMIT_READER_MAX_DEPTH)
    return fail (self, self->at, _("arrays and objects are nested more than 64 deep"));
  self->levels[self->depth].is_object = *self->at == '{';
  if (self->levels[self->depth].names != NULL)
    g_hash_table_remove_all (self->levels[self->depth].names);
  self->depth++;
  self->at++;
  return TRUE;
}

/* After a value: closes what ends here and passes a comma. Leaves the scanner at the next value, or at depth 0. */
static gboolean
scan_after_value (Scanner *self)
{
  while (self->depth > 0)
    {
      gboolean is_object = self->levels[self->depth - 1].is_object;

      skip_space (self);
      if (take (self, ','))
        {
          skip_space (self);
          return !is_object || scan_name (self);
        }
      if (!take (self, is_object ? '}' : ']'))
        return fail_here (self, is_object ? _("\",\" or \"}\"") : _("\",\" or \"]\""));
      self->depth--;
    }
  return TRUE;
}

/* One value without what it contains. Sets @opened where a container was entered whose first value follows. */
static gboolean
scan_value (Scanner  *self,
            gboolean *opened)
{
  *opened = FALSE;
  if (self->at == self->end)
    return fail_here (self, _("a value"));
  switch (*self->at)
    {
    case '{':
    case '[':
      if (!enter (self))
        return FALSE;
      skip_space (self);
      if (take (self, self->levels[self->depth - 1].is_object ? '}' : ']'))
        {
          self->depth--;
          return TRUE;
        }
      *opened = TRUE;
      return !self->levels[self->depth - 1].is_object || scan_name (self);
    case '"':
      return scan_string (self);
    case '-':
    case '0' ... '9':
      return scan_number (self);
    default:
      return scan_word (self);
    }
}

static gboolean
scan_document (Scanner *self)
{
  const char *invalid;
  gboolean opened;

  if (!g_utf8_validate_len (self->start, self->end - self->start, &invalid))
    return fail (self, invalid, _("this is not UTF-8 text"));
  skip_space (self);
  do
    {
      if (!scan_value (self, &opened) || (!opened && !scan_after_value (self)))
        return FALSE;
    }
  while (self->depth > 0);
  skip_space (self);
  return self->at == self->end || fail_here (self, _("the end of the file"));
}

/**
 * remit_json_check:
 * @text: (array length=length): bytes, without a byte order mark
 *
 * Checks that @text is one JSON value (RFC 8259) in UTF-8, nested at most %REMIT_READER_MAX_DEPTH deep, with no string longer than
 * %REMIT_READER_MAX_TEXT bytes, no control character in a string and no two members of one name in an object.
 *
 * Returns: (transfer full) (nullable): the first problem, with line and column; %NULL where there is none
 */
RemitProblem *
remit_json_check (const char *text,
                  gsize       length)
{
  Scanner self = { .start = text, .at = text, .end = text + length, .text = g_string_new (NULL) };

  scan_document (&self);
  for (guint i = 0; i < G_N_ELEMENTS (self.levels); i++)
    g_clear_pointer (&self.levels[i].names, g_hash_table_unref);
  g_string_free (self.text, TRUE);
  return self.problem;
}
