/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-text.h"

#include <pango/pangocairo.h>

static const struct
{
  double size; /* CSS pixels at 100 % */
  int weight;
} fonts[REMIT_N_FONTS] = {
  [REMIT_FONT_HEAD] = { 19, 700 },
  [REMIT_FONT_HEAD_SMALL] = { 16, 700 },
  [REMIT_FONT_CAPTION] = { 13, 400 },
  [REMIT_FONT_ZONE] = { 13, 600 },
  [REMIT_FONT_ZONE_SMALL] = { 11, 600 },
  [REMIT_FONT_LAYER] = { 16, 500 },
  [REMIT_FONT_CELL] = { 15, 600 },
  [REMIT_FONT_LEGEND] = { 14, 500 },
};

#define LINE_SPACING 1.3 /* times the font size */
#define DESCENT 0.25     /* times the font size: how far Latin letters reach below the baseline */

struct _RemitMeasure
{
  PangoLayout *layout;
  PangoFontDescription *descriptions[REMIT_N_FONTS];
  GHashTable *entries; /* a set of Entry */
  double scale;
  double cap_height; /* of a font of size 1 */
};

typedef struct
{
  RemitText text;
  const char *source; /* borrowed from the caller */
  int width;          /* Pango units, or one of the special widths */
} Entry;

static guint
entry_hash (gconstpointer key)
{
  const Entry *entry = key;

  return g_str_hash (entry->source) * 31 + (guint) entry->width * 8 + entry->text.font;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->width == other->width && one->text.font == other->text.font && g_str_equal (one->source, other->source);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < entry->text.n_lines; i++)
    g_free (entry->text.lines[i].text);
  g_free (entry->text.lines);
  g_free (entry);
}

/* White space as SVG shows it: one space between words, none at the ends. Pango would start a paragraph at U+2029. */
static char *
collapse_spaces (const char *text)
{
  GString *collapsed = g_string_new (NULL);
  gboolean pending = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029)
        {
          pending = collapsed->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (collapsed, ' ');
      pending = FALSE;
      g_string_append_len (collapsed, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (collapsed, FALSE);
}

static void
read_lines (RemitMeasure *self,
            RemitText    *text)
{
  const char *laid_out = pango_layout_get_text (self->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  double size = remit_measure_get_size (self, text->font);
  double cap_height = remit_measure_get_cap_height (self, text->font);
  double ascent = cap_height;
  double descent = DESCENT * size;

  text->n_lines = (guint) pango_layout_get_line_count (self->layout);
  text->lines = g_new0 (RemitLine, text->n_lines);
  text->rtl = pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (self->layout, 0)) == PANGO_DIRECTION_RTL;

  for (guint i = 0; i < text->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle ink, logical;
      double baseline = pango_layout_iter_get_baseline (iter);

      pango_layout_iter_get_line_extents (iter, &ink, &logical);
      text->lines[i].text = g_strstrip (g_strndup (laid_out + line->start_index, (gsize) line->length));
      text->lines[i].width = (double) logical.width / PANGO_SCALE;
      text->width = MAX (text->width, text->lines[i].width);
      ascent = MAX (ascent, (baseline - ink.y) / PANGO_SCALE);
      descent = MAX (descent, (ink.y + ink.height - baseline) / PANGO_SCALE);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);

  text->line_height = MAX (LINE_SPACING * size, ascent + descent);
  text->height = (text->n_lines - 1) * text->line_height + 2 * MAX (ascent - cap_height / 2, descent + cap_height / 2);
}

static double
measure_cap_height (RemitMeasure *self)
{
  PangoRectangle ink;

  pango_layout_set_font_description (self->layout, self->descriptions[REMIT_FONT_CELL]);
  pango_layout_set_text (self->layout, "H", 1);
  pango_layout_get_extents (self->layout, &ink, NULL);

  return (double) ink.height / PANGO_SCALE / remit_measure_get_size (self, REMIT_FONT_CELL);
}

/**
 * remit_measure_new:
 * @font_family: families as in CSS
 * @scale: size of the text, 1 is 100 %
 * @rtl: the direction of text that has none of its own
 */
RemitMeasure *
remit_measure_new (const char *font_family,
                   double      scale,
                   gboolean    rtl)
{
  RemitMeasure *self = g_new0 (RemitMeasure, 1);
  /* The default font map is one per thread, and the one librsvg draws with: what is measured here is warm there. */
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* As librsvg does: an unhinted text is equally wide at every size. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72); /* sizes are absolute; fonts are looked up by resolution, too */
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  self->scale = scale;
  self->entries = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  for (guint i = 0; i < REMIT_N_FONTS; i++)
    {
      self->descriptions[i] = pango_font_description_new ();
      pango_font_description_set_family (self->descriptions[i], font_family);
      pango_font_description_set_weight (self->descriptions[i], (PangoWeight) fonts[i].weight);
      pango_font_description_set_absolute_size (self->descriptions[i], fonts[i].size * scale * PANGO_SCALE);
    }
  self->cap_height = measure_cap_height (self);

  return self;
}

void
remit_measure_free (RemitMeasure *self)
{
  g_hash_table_unref (self->entries);
  g_object_unref (self->layout);
  for (guint i = 0; i < REMIT_N_FONTS; i++)
    pango_font_description_free (self->descriptions[i]);
  g_free (self);
}

/**
 * remit_measure_text:
 * @text: a text that lives as long as @self
 * @font: how it is set
 * @width: CSS pixels of a line, or %REMIT_TEXT_UNWRAPPED or %REMIT_TEXT_NARROWEST
 *
 * Breaks a text into lines: between words, and inside of words that are longer than a line.
 */
const RemitText *
remit_measure_text (RemitMeasure *self,
                    const char   *text,
                    RemitFont     font,
                    double        width)
{
  Entry key = { .text.font = font, .source = text, .width = width < 0 ? -1 : (int) (width * PANGO_SCALE) };
  Entry *entry = g_hash_table_lookup (self->entries, &key);
  g_autofree char *collapsed = NULL;

  if (entry != NULL)
    return &entry->text;

  collapsed = collapse_spaces (text);
  pango_layout_set_font_description (self->layout, self->descriptions[font]);
  pango_layout_set_wrap (self->layout, key.width == 0 ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, key.width);
  pango_layout_set_text (self->layout, collapsed, -1);

  entry = g_new (Entry, 1);
  *entry = key;
  read_lines (self, &entry->text);
  g_hash_table_add (self->entries, entry);

  return &entry->text;
}

double
remit_measure_get_size (RemitMeasure *self,
                        RemitFont     font)
{
  return fonts[font].size * self->scale;
}

double
remit_measure_get_cap_height (RemitMeasure *self,
                              RemitFont     font)
{
  return self->cap_height * remit_measure_get_size (self, font);
}

int
remit_font_get_weight (RemitFont font)
{
  return fonts[font].weight;
}
