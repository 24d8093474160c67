/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-sheet.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

#include "remit-config.h"
#include "remit-publish-resources.h"

#define FONT_FAMILY "Cantarell,Adwaita Sans,Inter,Noto Sans,sans-serif"
#define INK_TEXT 0x1e1e1e
#define INK_SECONDARY 0x5e5c64

static const struct
{
  double size; /* points */
  int weight;
  guint32 ink;
  int lines; /* at most: the rest becomes an ellipsis */
  const char *structure; /* what it is to a screen reader */
} faces[REMIT_N_FACES] = {
  [REMIT_FACE_BRAND] = { 11, 600, INK_SECONDARY, 1, "P" },
  [REMIT_FACE_HEADING] = { 20, 700, REMIT_INK_BLUE, 2, "H1" },
  [REMIT_FACE_NAME_LARGE] = { 32, 700, INK_TEXT, 2, "H2" },
  [REMIT_FACE_NAME_MEDIUM] = { 22, 700, INK_TEXT, 2, "H2" },
  [REMIT_FACE_NAME_SMALL] = { 15, 700, INK_TEXT, 12, "H2" },
  [REMIT_FACE_LEAD] = { 12, 400, INK_TEXT, 4, "P" },
  [REMIT_FACE_TITLE] = { 14, 600, INK_TEXT, 3, "P" },
  [REMIT_FACE_HEAD] = { 9.5, 600, INK_SECONDARY, 2, "P" },
  [REMIT_FACE_CELL] = { 10.5, 400, INK_TEXT, 3, "P" },
  [REMIT_FACE_CELL_STRONG] = { 10.5, 700, INK_TEXT, 3, "P" },
  [REMIT_FACE_NOTE] = { 9, 400, INK_SECONDARY, 6, "P" },
};

struct _RemitSheet
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  gboolean rtl;
};

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_ink (RemitSheet *self,
         guint32     ink)
{
  cairo_set_source_rgb (self->cr, (ink >> 16) / 255.0, (ink >> 8 & 0xff) / 255.0, (ink & 0xff) / 255.0);
}

/* One line, with one space where there is white space. U+FFFD stands for what cairo refuses, and would draw nothing after, which is text
 * that is not UTF-8 and code points that are no characters; and for control characters. */
static char *
dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029)
        c = ' ';
      if ((c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe || g_unichar_iscntrl (c))
        c = 0xfffd;
      if (c != ' ' || !g_str_has_suffix (line->str, " "))
        g_string_append_unichar (line, c);
    }
  return g_strstrip (g_string_free (line, FALSE));
}

/* From the left edge of the page. */
static double
get_left (RemitSheet *self,
          double      x,
          double      width)
{
  return self->rtl ? REMIT_SHEET_WIDTH - x - width : x;
}

static RemitFace
get_face (PangoLayout *text)
{
  return (RemitFace) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (text), "remit-face"));
}

/**
 * remit_sheet_new:
 * @title: what the document is called
 * @now: when it is made, seconds since 1970-01-01 00:00 UTC
 * @rtl: whether it is read from right to left
 */
RemitSheet *
remit_sheet_new (const char *title,
                 gint64      now,
                 gboolean    rtl)
{
  RemitSheet *self = g_new0 (RemitSheet, 1);
  g_autofree char *line = dup_line (title);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *created = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  self->rtl = rtl;
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_bytes, self->bytes, REMIT_SHEET_WIDTH, REMIT_SHEET_HEIGHT);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, line);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Remit " REMIT_VERSION);
  if (created != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  self->cr = cairo_create (self->surface);
  self->context = pango_cairo_create_context (self->cr);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return self;
}

void
remit_sheet_free (RemitSheet *self)
{
  g_object_unref (self->context);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface); /* writes what is left of it */
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * remit_sheet_create_text:
 * @text: plain text; white space of any kind becomes one space
 * @width: of a line, in points
 *
 * Returns: (transfer full): the text in its lines
 */
PangoLayout *
remit_sheet_create_text (RemitSheet *self,
                         const char *text,
                         RemitFace   face,
                         double      width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILY);
  g_autofree char *line = dup_line (text);

  pango_font_description_set_weight (font, (PangoWeight) faces[face].weight);
  pango_font_description_set_absolute_size (font, faces[face].size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -faces[face].lines);
  pango_layout_set_text (layout, line, -1);
  g_object_set_data (G_OBJECT (layout), "remit-face", GUINT_TO_POINTER (face));
  return layout;
}

/* In points. */
double
remit_sheet_get_height (PangoLayout *text)
{
  int height;

  pango_layout_get_size (text, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * remit_sheet_put:
 * @side: where its lines stand, of the width they have
 *
 * Marks that are piled up on a letter end half a line from their own lines.
 *
 * Returns: the lower edge of the text
 */
double
remit_sheet_put (RemitSheet  *self,
                 PangoLayout *text,
                 double       x,
                 double       y,
                 RemitSide    side)
{
  RemitFace face = get_face (text);
  PangoLayoutLine *first = pango_layout_get_line_readonly (text, 0);
  gboolean text_rtl = pango_layout_line_get_resolved_direction (first) == PANGO_DIRECTION_RTL;
  double width = (double) pango_layout_get_width (text) / PANGO_SCALE;
  double height = remit_sheet_get_height (text);
  double play = faces[face].size / 2;
  gboolean is_right = self->rtl == (side == REMIT_SIDE_START);

  /* Pango mirrors a text whose direction is not that of its context. */
  pango_layout_set_alignment (text, is_right == (text_rtl == self->rtl) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, y - play, REMIT_SHEET_WIDTH, height + 2 * play);
  cairo_clip (self->cr);
  set_ink (self, faces[face].ink);
  cairo_move_to (self->cr, get_left (self, x, width), y);
  remit_sheet_begin (self, faces[face].structure);
  pango_cairo_show_layout (self->cr, text);
  remit_sheet_end (self, faces[face].structure);
  cairo_restore (self->cr);
  return y + height;
}

void
remit_sheet_fill (RemitSheet *self,
                  double      x,
                  double      y,
                  double      width,
                  double      height,
                  RemitInk    ink)
{
  set_ink (self, ink);
  cairo_rectangle (self->cr, get_left (self, x, width), y, width, height);
  cairo_fill (self->cr);
}

/* The program's own. */
void
remit_sheet_put_icon (RemitSheet *self,
                      double      x,
                      double      y,
                      double      size)
{
  RsvgRectangle place = { get_left (self, x, size), y, size, size };
  g_autoptr (GBytes) bytes = g_resource_lookup_data (remit_publish_get_resource (), "/io/github/remit_app/Remit/publish/icon.svg",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  RsvgHandle *icon = rsvg_handle_new_from_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);

  rsvg_handle_render_document (icon, self->cr, &place, NULL);
  g_object_unref (icon);
}

/**
 * remit_sheet_begin:
 * @structure: a type of the PDF's structure (ISO 32000-1, 14.8.4): what is put until its end belongs to it
 */
void
remit_sheet_begin (RemitSheet *self,
                   const char *structure)
{
  cairo_tag_begin (self->cr, structure, NULL);
}

void
remit_sheet_end (RemitSheet *self,
                 const char *structure)
{
  cairo_tag_end (self->cr, structure);
}

void
remit_sheet_next_page (RemitSheet *self)
{
  cairo_show_page (self->cr);
}

/**
 * remit_sheet_finish:
 *
 * Nothing can be put on it afterwards.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
remit_sheet_finish (RemitSheet *self,
                    GError    **error)
{
  cairo_status_t status;

  cairo_show_page (self->cr);
  cairo_surface_finish (self->surface);
  status = cairo_status (self->cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_bytes_new (self->bytes->data, self->bytes->len);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}
