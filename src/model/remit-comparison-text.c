/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-comparison.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARKDOWN "\\`*_[]<>|~&#$" /* what means something in the middle of a line; every line begins with something of ours */

/* A document of headings, lists and tables, in plain text or in Markdown. */
typedef struct
{
  GString *text;
  gboolean is_markdown;
} Writer;

static void
add_escaped (GString    *text,
             const char *words,
             const char *special)
{
  for (; *words != '\0'; words++)
    {
      if (strchr (special, *words) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *words);
    }
}

static void
add_words (Writer     *self,
           const char *words)
{
  add_escaped (self->text, words, self->is_markdown ? MARKDOWN : "");
}

/* Documents may have spaces where none are wanted. */
static void
end_line (Writer *self)
{
  gsize length = self->text->len;

  while (length > 0 && self->text->str[length - 1] == ' ')
    length--;
  g_string_truncate (self->text, length);
  g_string_append_c (self->text, '\n');
}

static void
add_heading (Writer     *self,
             const char *mark,
             const char *words)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  if (self->is_markdown)
    g_string_append_printf (self->text, "%s ", mark);
  add_words (self, words);
  end_line (self);
  if (self->is_markdown)
    end_line (self);
}

static void
add_paragraph (Writer     *self,
               const char *words)
{
  if (self->is_markdown && !g_str_has_suffix (self->text->str, "\n\n"))
    g_string_append_c (self->text, '\n');
  add_words (self, words);
  end_line (self);
}

/* --- tables --- */

static guint
get_width (const char *words)
{
  guint width = 0;

  for (; *words != '\0'; words = g_utf8_next_char (words))
    {
      gunichar c = g_utf8_get_char (words);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* The widest of a column. */
static guint
get_column_width (GPtrArray *lines,
                  guint      column)
{
  guint width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, get_width (((char **) lines->pdata[i])[column]));
  return width;
}

/* @lines: of GStrv, all of one length, the heads first. */
static void
add_table (Writer    *self,
           GPtrArray *lines)
{
  guint n = g_strv_length (lines->pdata[0]);
  g_autofree guint *widths = g_new (guint, n);

  for (guint column = 0; column < n; column++)
    widths[column] = get_column_width (lines, column);
  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];

      for (guint column = 0; column < n; column++)
        {
          g_string_append (self->text, self->is_markdown ? "| " : "");
          add_words (self, line[column]);
          if (self->is_markdown)
            g_string_append_c (self->text, ' ');
          else
            g_string_append_printf (self->text, "%*s", (int) (widths[column] - get_width (line[column]) + 2), "");
        }
      g_string_append (self->text, self->is_markdown ? "|" : "");
      end_line (self);
      for (guint column = 0; self->is_markdown && i == 0 && column < n; column++)
        g_string_append (self->text, column + 1 < n ? "|---" : "|---|\n");
    }
}

/* (transfer full): "≠ Shared / Microsoft" */
static char *
dup_cell (RemitComparisonRow *row,
          guint               column)
{
  static const char *const marks[] = { [REMIT_AGREEMENT_SAME] = "", [REMIT_AGREEMENT_DIFFERENT] = "≠ ", [REMIT_AGREEMENT_OPEN] = "? " };
  g_autofree char *owners = remit_comparison_row_dup_owners (row, column);

  return g_strconcat (marks[remit_comparison_row_get_agreement (row, column)], owners, NULL);
}

/* (transfer full): of GStrv: the heads, then the layers that both have */
static GPtrArray *
list_common (RemitComparison *comparison)
{
  guint n = remit_comparison_get_n_columns (comparison);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char **line = g_new0 (char *, n + 2);

  line[0] = g_strdup (_("Layer"));
  for (guint column = 0; column < n; column++)
    line[column + 1] = remit_comparison_dup_column_title (comparison, column);
  g_ptr_array_add (lines, line);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      if (remit_comparison_row_get_layer (row) == NULL || remit_comparison_row_get_other_layer (row) == NULL)
        continue;
      line = g_new0 (char *, n + 2);
      line[0] = remit_comparison_row_dup_title (row);
      for (guint column = 0; column < n; column++)
        line[column + 1] = dup_cell (row, column);
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/* (transfer full): of GStrv: the heads, then the layers that only @framework, one of the two, has, in all of its service models */
static GPtrArray *
list_alone (RemitComparison *comparison,
            RemitFramework  *framework)
{
  guint n = g_list_model_get_n_items (remit_framework_get_service_models (framework));
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char **line = g_new0 (char *, n + 2);
  RemitServiceModel *model;

  line[0] = g_strdup (_("Layer"));
  for (guint i = 0; (model = remit_framework_get_service_model (framework, i)) != NULL; i++)
    line[i + 1] = g_strdup (remit_item_get_title (REMIT_ITEM (model)));
  g_ptr_array_add (lines, line);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      RemitLayer *layer = remit_comparison_row_get_layer (row), *other_layer = remit_comparison_row_get_other_layer (row);

      if (framework == remit_comparison_get_framework (comparison) ? other_layer != NULL : layer != NULL)
        continue;
      line = g_new0 (char *, n + 2);
      line[0] = remit_comparison_row_dup_title (row);
      for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
        {
          RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer != NULL ? layer : other_layer, model);

          line[j + 1] = g_strdup (remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (cell))));
        }
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/* --- sources --- */

static gboolean
has_source (RemitResponsibility *cell,
            RemitSource         *source)
{
  GListModel *sources = cell != NULL ? remit_responsibility_get_sources (cell) : NULL;

  for (guint i = 0; cell != NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) one = g_list_model_get_item (sources, i);

      if (one == source)
        return TRUE;
    }
  return FALSE;
}

/* Whether a cell that is compared relies on @source. */
static gboolean
is_cited (RemitComparison *comparison,
          RemitSource     *source)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      for (guint column = 0; column < remit_comparison_get_n_columns (comparison); column++)
        if (has_source (remit_comparison_row_get_cell (row, column), source)
            || has_source (remit_comparison_row_get_other_cell (row, column), source))
          return TRUE;
    }
  return FALSE;
}

static void
add_source (Writer      *self,
            RemitSource *source)
{
  const char *url = remit_source_get_url (source);

  g_string_append (self->text, self->is_markdown ? "- **" : "- ");
  add_words (self, remit_source_get_publisher (source));
  g_string_append (self->text, !self->is_markdown ? ": " : url != NULL ? "**: [" : "**: ");
  add_words (self, remit_item_get_title (REMIT_ITEM (source)));
  if (self->is_markdown && url != NULL)
    {
      g_string_append (self->text, "](<");
      add_escaped (self->text, url, "\\<>&");
      g_string_append (self->text, ">)");
    }
  g_string_append_printf (self->text, ", %s\n", remit_source_get_date (source));
  if (!self->is_markdown && url != NULL)
    g_string_append_printf (self->text, "  %s\n", url);
}

static void
add_sources (Writer          *self,
             RemitComparison *comparison,
             RemitFramework  *framework,
             const char      *title)
{
  GListModel *sources = remit_framework_get_sources (framework);
  gboolean is_first = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) source = g_list_model_get_item (sources, i);

      if (!is_cited (comparison, source))
        continue;
      if (is_first)
        {
          /* Translators: %s is a framework */
          g_autofree char *heading = g_strdup_printf (_("Sources of %s"), title);

          add_heading (self, "##", heading);
        }
      add_source (self, source);
      is_first = FALSE;
    }
}

/* --- a move --- */

static void
add_moved_layer (Writer             *self,
                 RemitComparisonRow *row)
{
  RemitResponsibility *cell = remit_comparison_row_get_other_cell (row, 0);
  const char *before = remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (remit_comparison_row_get_cell (row, 0))));
  const char *after = remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (cell)));
  g_autofree char *overview = remit_dup_first_sentence (remit_responsibility_get_explanation (cell));

  g_string_append (self->text, self->is_markdown ? "- **" : "- ");
  add_words (self, remit_item_get_title (REMIT_ITEM (remit_comparison_row_get_layer (row))));
  g_string_append (self->text, self->is_markdown ? "** (" : " (");
  if (!g_str_equal (before, after))
    {
      add_words (self, before);
      g_string_append (self->text, " → ");
    }
  add_words (self, after);
  g_string_append (self->text, overview == NULL ? ")\n" : self->is_markdown ? "): " : ")\n  ");
  if (overview != NULL)
    {
      add_words (self, overview);
      end_line (self);
    }
}

static void
add_groups (Writer          *self,
            RemitComparison *comparison)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (comparison));

  for (RemitChange change = 0; change < REMIT_N_CHANGES; change++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *heading = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

          if (remit_comparison_row_get_change (row) == change)
            g_ptr_array_add (rows, g_steal_pointer (&row));
        }
      if (rows->len == 0)
        continue;
      heading = g_strdup_printf ("%s (%u)", remit_change_get_title (change), rows->len);
      add_heading (self, "##", heading);
      for (guint i = 0; i < rows->len; i++)
        add_moved_layer (self, rows->pdata[i]);
    }
}

/* --- frameworks --- */

/* The layers and service models that only @framework has. */
static void
add_alone (Writer          *self,
           RemitComparison *comparison,
           RemitFramework  *framework,
           const char      *title)
{
  g_autoptr (GPtrArray) lines = list_alone (comparison, framework);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) models = NULL;
  g_autofree char *heading = NULL;
  RemitServiceModel *model;

  for (guint i = 0; (model = remit_framework_get_service_model (framework, i)) != NULL; i++)
    {
      gboolean is_alone = TRUE;

      for (guint column = 0; column < remit_comparison_get_n_columns (comparison); column++)
        if (model == remit_comparison_get_service_model (comparison, column) || model == remit_comparison_get_other_service_model (comparison, column))
          is_alone = FALSE;
      if (is_alone)
        g_strv_builder_add (builder, remit_item_get_title (REMIT_ITEM (model)));
    }
  models = g_strv_builder_end (builder);
  if (lines->len == 1 && *models == NULL)
    return;
  /* Translators: %s is a framework; a heading above what the other has not */
  heading = g_strdup_printf (_("Only in %s"), title);
  add_heading (self, "##", heading);
  if (lines->len > 1)
    add_table (self, lines);
  if (*models != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", models);
      g_autofree char *words = g_strdup_printf (_("Service models: %s"), list);

      add_paragraph (self, words);
    }
}

static gboolean
has_difference (RemitComparison    *comparison,
                RemitComparisonRow *row)
{
  for (guint column = 0; column < remit_comparison_get_n_columns (comparison); column++)
    if (remit_comparison_row_get_agreement (row, column) == REMIT_AGREEMENT_DIFFERENT)
      return TRUE;
  return FALSE;
}

/* How far the likeness goes, where it matters. */
static void
add_notes (Writer          *self,
           RemitComparison *comparison)
{
  const char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      const char *note = remit_comparison_row_get_note (row);

      if (note == NULL || note == last || !has_difference (comparison, row))
        continue;
      if (last == NULL)
        add_heading (self, "##", _("How far the likeness goes"));
      g_string_append (self->text, self->is_markdown ? "- **" : "- ");
      add_words (self, remit_item_get_title (REMIT_ITEM (remit_comparison_row_get_layer (row))));
      g_string_append (self->text, self->is_markdown ? "**: " : ": ");
      add_words (self, note);
      end_line (self);
      last = note;
    }
}

static void
add_frameworks (Writer          *self,
                RemitComparison *comparison)
{
  g_autoptr (GPtrArray) lines = list_common (comparison);
  const char *title = remit_comparison_get_framework_title (comparison), *other_title = remit_comparison_get_other_framework_title (comparison);
  g_autofree char *summary = remit_comparison_dup_summary (comparison);
  /* Translators: both are frameworks; explains a table in which "≠ Shared / Microsoft" stands */
  g_autofree char *key = g_strdup_printf (_("Of two names, the first is from %s and the second from %s. ≠: the owners differ; ?: it depends."), title, other_title);

  add_paragraph (self, summary);
  if (lines->len > 1)
    {
      if (remit_comparison_get_n_columns (comparison) > 0)
        add_paragraph (self, key);
      end_line (self);
      add_table (self, lines);
    }
  add_alone (self, comparison, remit_comparison_get_framework (comparison), title);
  add_alone (self, comparison, remit_comparison_get_other_framework (comparison), other_title);
  add_notes (self, comparison);
}

static char *
write_comparison (RemitComparison *comparison,
                  gboolean         is_markdown)
{
  Writer self = { g_string_new (NULL), is_markdown };
  const char *title = remit_comparison_get_framework_title (comparison);

  add_heading (&self, "#", remit_comparison_get_title (comparison));
  if (remit_comparison_is_move (comparison))
    {
      g_autofree char *line = g_strdup_printf (_("Framework: %s"), title);

      add_paragraph (&self, line);
      add_groups (&self, comparison);
    }
  else
    add_frameworks (&self, comparison);
  add_sources (&self, comparison, remit_comparison_get_framework (comparison), title);
  if (!remit_comparison_is_move (comparison))
    add_sources (&self, comparison, remit_comparison_get_other_framework (comparison), remit_comparison_get_other_framework_title (comparison));
  return g_string_free (self.text, FALSE);
}

/**
 * remit_comparison_dup_summary:
 *
 * Returns: (transfer full): "34 cells agree, 2 differ"
 */
char *
remit_comparison_dup_summary (RemitComparison *self)
{
  guint same, different, open;
  GString *summary;

  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  same = remit_comparison_count (self, REMIT_AGREEMENT_SAME);
  different = remit_comparison_count (self, REMIT_AGREEMENT_DIFFERENT);
  open = remit_comparison_count (self, REMIT_AGREEMENT_OPEN);
  summary = g_string_new (NULL);
  if (same + different + open == 0)
    g_string_append (summary, _("The two have no cell in common."));
  else
    {
      g_string_append_printf (summary, g_dngettext (GETTEXT_PACKAGE, "%u cell agrees", "%u cells agree", same), same);
      /* Translators: %u cells differ; goes on after "%u cells agree" */
      g_string_append_printf (summary, g_dngettext (GETTEXT_PACKAGE, ", %u differs", ", %u differ", different), different);
    }
  if (open > 0)
    /* Translators: of %u cells one framework says that it depends on something; goes on after ", %u differ" */
    g_string_append_printf (summary, g_dngettext (GETTEXT_PACKAGE, ", %u is open", ", %u are open", open), open);
  return g_string_free (summary, FALSE);
}

/**
 * remit_comparison_to_text:
 *
 * Returns: (transfer full): the comparison in plain text, ending with a line end
 */
char *
remit_comparison_to_text (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  return write_comparison (self, FALSE);
}

/**
 * remit_comparison_to_markdown:
 *
 * Returns: (transfer full): the comparison in Markdown; nothing in the documents has a meaning there
 */
char *
remit_comparison_to_markdown (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  return write_comparison (self, TRUE);
}
