/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-certificate.h"

#include <glib/gi18n-lib.h>
#include <libremit-diagram.h>
#include <libremit-story.h>

#include "remit-config.h"
#include "remit-sheet.h"

/* Of the table: all in points. */
#define DATE_WIDTH 118.0
#define CHECKS_WIDTH 92.0
#define GAP 12.0 /* between columns, and between a cell's text and its edges across */
#define LESSON_WIDTH (REMIT_SHEET_TEXT_WIDTH - DATE_WIDTH - CHECKS_WIDTH - 4 * GAP)
#define DATE_X (REMIT_SHEET_MARGIN + LESSON_WIDTH + 2 * GAP)
#define CHECKS_X (DATE_X + DATE_WIDTH + GAP)
#define TEACHES_WIDTH (LESSON_WIDTH + GAP + DATE_WIDTH) /* below the date, too */
#define TEACHES_GAP 2.0
#define PADDING 7.0 /* above and below a cell's text */
#define BOTTOM (REMIT_SHEET_HEIGHT - 92.0)
#define NEXT_TOP 68.0 /* of the table on the pages after the first */

typedef struct
{
  PangoLayout *lesson;
  PangoLayout *teaches; /* (nullable) */
  PangoLayout *date;
  PangoLayout *checks;
  double height; /* with what it teaches */
  guint page;
  double y;
} Row;

typedef struct
{
  const RemitCertificate *certificate; /* borrowed */
  RemitSheet *sheet;
  GPtrArray *rows; /* of Row, the last being the total */
  Row *head;
  PangoLayout *name;
  gboolean shows_teaches;
  guint lessons, done, checks, passed;
} Certificate;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->lesson);
  g_clear_object (&row->teaches);
  g_clear_object (&row->date);
  g_clear_object (&row->checks);
  g_free (row);
}

static void
certificate_clear (Certificate *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->head, row_free);
  g_clear_object (&self->name);
  g_clear_pointer (&self->sheet, remit_sheet_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Certificate, certificate_clear)

/* Where this machine is. */
static char *
dup_date (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  /* Translators: a date on a certificate, as g_date_time_format() has it: 12 January 2026. */
  char *date = time != NULL ? g_date_time_format (time, _("%-d %B %Y")) : NULL;

  return date != NULL ? date : g_strdup ("–"); /* past the year 9999 */
}

static char *
dup_fraction (guint part,
              guint whole)
{
  /* Translators: checks passed: “2 of 3”. */
  return whole > 0 ? g_strdup_printf (_("%u of %u"), part, whole) : g_strdup ("–");
}

static Row *
create_row (Certificate *self,
            const char  *lesson,
            const char  *teaches,
            const char  *date,
            const char  *checks,
            RemitFace    face)
{
  Row *row = g_new0 (Row, 1);

  row->lesson = remit_sheet_create_text (self->sheet, lesson, face, LESSON_WIDTH);
  if (teaches != NULL && *teaches != '\0')
    row->teaches = remit_sheet_create_text (self->sheet, teaches, REMIT_FACE_NOTE, TEACHES_WIDTH);
  row->date = remit_sheet_create_text (self->sheet, date, face, DATE_WIDTH);
  row->checks = remit_sheet_create_text (self->sheet, checks, face, CHECKS_WIDTH);
  return row;
}

static void
add_record (Certificate             *self,
            const RemitLessonRecord *record)
{
  RemitStoryboard *lesson = self->certificate->lessons != NULL ? g_hash_table_lookup (self->certificate->lessons, record->lesson) : NULL;
  g_autofree char *teaches = lesson != NULL ? g_strjoinv (" · ", (GStrv) remit_storyboard_get_teaches (lesson)) : NULL;
  g_autofree char *date = record->state == REMIT_LESSON_DONE ? dup_date (record->done) : g_strdup (_("begun, not done"));
  g_autofree char *checks = dup_fraction (record->passed, record->checks);

  if (g_strcmp0 (record->person, self->certificate->participant) != 0)
    return;
  self->lessons++;
  if (record->state == REMIT_LESSON_NOT_BEGUN)
    return;
  self->done += record->state == REMIT_LESSON_DONE;
  self->checks += record->checks;
  self->passed += record->passed;
  g_ptr_array_add (self->rows, create_row (self, lesson != NULL ? remit_item_get_title (REMIT_ITEM (lesson)) : record->lesson, teaches,
                                           date, checks, REMIT_FACE_CELL));
}

static void
add_total (Certificate *self)
{
  g_autofree char *done = g_strdup_printf (ngettext ("%u of %u lesson done", "%u of %u lessons done", self->lessons), self->done,
                                           self->lessons);
  g_autofree char *checks = dup_fraction (self->passed, self->checks);

  g_ptr_array_add (self->rows, create_row (self, done, NULL, "", checks, REMIT_FACE_CELL_STRONG));
}

static void
create_name (Certificate *self)
{
  for (RemitFace face = REMIT_FACE_NAME_LARGE; face <= REMIT_FACE_NAME_SMALL; face++)
    {
      g_clear_object (&self->name);
      self->name = remit_sheet_create_text (self->sheet, self->certificate->participant, face, REMIT_SHEET_TEXT_WIDTH);
      if (!pango_layout_is_ellipsized (self->name))
        return;
    }
}

static double
put_text (Certificate *self,
          const char  *text,
          RemitFace    face,
          double       y)
{
  g_autoptr (PangoLayout) layout = remit_sheet_create_text (self->sheet, text, face, REMIT_SHEET_TEXT_WIDTH);

  return remit_sheet_put (self->sheet, layout, REMIT_SHEET_MARGIN, y, REMIT_SIDE_START);
}

/* The first page as far as the table. */
static double
put_opening (Certificate *self)
{
  const RemitCertificate *certificate = self->certificate;
  g_autofree char *date = dup_date (certificate->began);
  g_autoptr (PangoLayout) brand = remit_sheet_create_text (self->sheet, "Remit", REMIT_FACE_BRAND, REMIT_SHEET_TEXT_WIDTH - 52);
  g_autoptr (PangoLayout) heading = remit_sheet_create_text (self->sheet, _("Certificate"), REMIT_FACE_HEADING, REMIT_SHEET_TEXT_WIDTH - 52);
  double y = 60;

  remit_sheet_put_icon (self->sheet, REMIT_SHEET_MARGIN, y, 40);
  remit_sheet_put (self->sheet, brand, REMIT_SHEET_MARGIN + 52, y, REMIT_SIDE_START);
  y = remit_sheet_put (self->sheet, heading, REMIT_SHEET_MARGIN + 52, y + 15, REMIT_SIDE_START);
  y = remit_sheet_put (self->sheet, self->name, REMIT_SHEET_MARGIN, y + 36, REMIT_SIDE_START);
  /* Translators: this stands below the name of a person, above a table of lessons. */
  y = put_text (self, _("has taken these lessons on who is responsible for what in the cloud."), REMIT_FACE_LEAD, y + 6);
  if (certificate->session != NULL)
    {
      y = put_text (self, certificate->session, REMIT_FACE_TITLE, y + 22);
      y = put_text (self, date, REMIT_FACE_LEAD, y + 2);
    }
  return y + 24;
}

static double
get_row_height (Certificate *self,
                Row         *row)
{
  double height = MAX (remit_sheet_get_height (row->lesson), remit_sheet_get_height (row->date));

  if (self->shows_teaches && row->teaches != NULL)
    height += remit_sheet_get_height (row->teaches) + TEACHES_GAP;
  return MAX (height, remit_sheet_get_height (row->checks)) + 2 * PADDING;
}

/* Puts every row on a page; the total is never alone on one. Returns how many pages there are. */
static guint
place_rows (Certificate *self,
            double       top)
{
  guint page = 0;
  double y = top + self->head->height;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      double together;

      row->height = get_row_height (self, row);
      together = row->height + (i + 2 == self->rows->len ? get_row_height (self, self->rows->pdata[i + 1]) : 0);
      if (y + together > BOTTOM)
        {
          page++;
          y = NEXT_TOP + self->head->height;
        }
      row->page = page;
      row->y = y;
      y += row->height;
    }
  return page + 1;
}

static void
put_cell (Certificate *self,
          const char  *structure,
          PangoLayout *text,
          double       x,
          double       y,
          RemitSide    side,
          PangoLayout *more)
{
  remit_sheet_begin (self->sheet, structure);
  y = remit_sheet_put (self->sheet, text, x, y, side);
  if (more != NULL)
    remit_sheet_put (self->sheet, more, x, y + TEACHES_GAP, side);
  remit_sheet_end (self->sheet, structure);
}

static void
put_row (Certificate *self,
         Row         *row,
         double       y)
{
  const char *structure = row == self->head ? "TH" : "TD";

  remit_sheet_begin (self->sheet, "TR");
  put_cell (self, structure, row->lesson, REMIT_SHEET_MARGIN + GAP, y + PADDING, REMIT_SIDE_START, self->shows_teaches ? row->teaches : NULL);
  put_cell (self, structure, row->date, DATE_X, y + PADDING, REMIT_SIDE_START, NULL);
  put_cell (self, structure, row->checks, CHECKS_X, y + PADDING, REMIT_SIDE_END, NULL);
  remit_sheet_end (self->sheet, "TR");
}

/* The rows of a page. */
static void
put_table (Certificate *self,
           guint        page,
           double       top)
{
  remit_sheet_fill (self->sheet, REMIT_SHEET_MARGIN, top, REMIT_SHEET_TEXT_WIDTH, self->head->height, REMIT_INK_BAND);
  remit_sheet_begin (self->sheet, "Table");
  put_row (self, self->head, top);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (row->page != page)
        continue;
      put_row (self, row, row->y);
      if (i + 1 < self->rows->len)
        remit_sheet_fill (self->sheet, REMIT_SHEET_MARGIN, row->y + row->height, REMIT_SHEET_TEXT_WIDTH, 0.75, REMIT_INK_LINE);
    }
  remit_sheet_end (self->sheet, "Table");
}

/* What every page has. */
static void
put_frame (Certificate *self,
           guint        page,
           guint        n_pages)
{
  g_autofree char *date = dup_date (self->certificate->now);
  /* Translators: Remit VERSION, DATE. */
  g_autofree char *issued = g_strdup_printf (_("Issued by Remit %s on this machine, from its own records, on %s. No authority has examined what it says."),
                                             REMIT_VERSION, date);
  g_autoptr (PangoLayout) note = remit_sheet_create_text (self->sheet, issued, REMIT_FACE_NOTE, REMIT_SHEET_TEXT_WIDTH - 120);
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);
  g_autoptr (PangoLayout) numbered = remit_sheet_create_text (self->sheet, number, REMIT_FACE_NOTE, 108);

  remit_sheet_fill (self->sheet, 0, 0, REMIT_SHEET_WIDTH * 2 / 3, 6, REMIT_INK_BLUE);
  remit_sheet_fill (self->sheet, REMIT_SHEET_WIDTH * 2 / 3, 0, REMIT_SHEET_WIDTH / 3, 6, REMIT_INK_TEAL);
  if (page > 0)
    put_text (self, self->certificate->participant, REMIT_FACE_BRAND, 40);
  remit_sheet_put (self->sheet, note, REMIT_SHEET_MARGIN, BOTTOM + 24, REMIT_SIDE_START);
  if (n_pages > 1)
    remit_sheet_put (self->sheet, numbered, REMIT_SHEET_WIDTH - REMIT_SHEET_MARGIN - 108, BOTTOM + 24, REMIT_SIDE_END);
}

/* What the lessons teach is told where that takes no further page. */
static void
put_pages (Certificate *self)
{
  double top = put_opening (self);
  guint n_pages = place_rows (self, top);

  self->shows_teaches = TRUE;
  if (place_rows (self, top) > n_pages)
    {
      self->shows_teaches = FALSE;
      place_rows (self, top);
    }
  for (guint page = 0; page < n_pages; page++)
    {
      if (page > 0)
        remit_sheet_next_page (self->sheet);
      put_frame (self, page, n_pages);
      put_table (self, page, page > 0 ? NEXT_TOP : top);
    }
}

/**
 * remit_certificate_to_pdf:
 *
 * Makes an A4 document, with as many pages as it takes, in the language that the program runs in. Dates are those of this machine's time
 * zone. It can be made in any thread.
 *
 * Returns: (transfer full) (nullable): the PDF; %NULL, with an error of %G_IO_ERROR, where no font is installed or memory is short
 */
GBytes *
remit_certificate_to_pdf (const RemitCertificate *self,
                          GError                **error)
{
  g_auto (Certificate) work = { .certificate = self };
  g_autofree char *title = NULL;

  g_return_val_if_fail (self != NULL && self->participant != NULL && self->records != NULL, NULL);

  if (!remit_diagram_has_fonts ())
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("no font is installed"));
      return NULL;
    }
  /* Translators: what the document is called: “Certificate for Ada Lovelace”. */
  title = g_strdup_printf (_("Certificate for %s"), self->participant);
  work.sheet = remit_sheet_new (title, self->now, self->rtl);
  work.rows = g_ptr_array_new_with_free_func (row_free);
  work.head = create_row (&work, _("Lesson"), NULL, _("Done"), _("Checks passed"), REMIT_FACE_HEAD);
  work.head->height = get_row_height (&work, work.head);
  create_name (&work);
  for (guint i = 0; i < self->records->len; i++)
    add_record (&work, self->records->pdata[i]);
  add_total (&work);
  put_pages (&work);
  return remit_sheet_finish (work.sheet, error);
}

/**
 * remit_certificate_save:
 *
 * Writes the certificate to a file: all of it, or what was there stays. Errors say which file, and are those of remit_certificate_to_pdf()
 * and remit_file_save().
 *
 * Returns: whether it is written
 */
gboolean
remit_certificate_save (const RemitCertificate *self,
                        GFile                  *file,
                        GError                **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = remit_certificate_to_pdf (self, error);
  if (bytes == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  return remit_file_save (file, bytes, NULL, error);
}
