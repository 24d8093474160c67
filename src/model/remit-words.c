/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-words.h"

#include <string.h>

static void
end_word (GPtrArray *words,
          GString   *word)
{
  if (word->len > 0)
    g_ptr_array_add (words, g_strndup (word->str, word->len));
  g_string_truncate (word, 0);
}

/**
 * remit_words_split:
 * @text: anything; it need not be UTF-8
 * @max_bytes: how much of it is looked at
 * @max_words: how many words are taken
 *
 * Returns: (transfer full): its words, without case, accents and signs, letters and digits of whatever width being the same
 */
GPtrArray *
remit_words_split (const char *text,
                   gsize       max_bytes,
                   guint       max_words)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, max_bytes));
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL); /* accents follow their letters */
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  g_autoptr (GString) word = g_string_new (NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = folded; *at != '\0' && words->len < max_words; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (word, c);
      else if (!g_unichar_ismark (c) && c != '\'' && c != 0x2019) /* apostrophes */
        end_word (words, word);
    }
  if (words->len < max_words)
    end_word (words, word);
  return words;
}

/**
 * remit_words_compare:
 * @word: as it is typed
 * @other: as it should be
 *
 * Compares two different words byte by byte: a mistake in a letter that takes several bytes is more than one mistake.
 *
 * Returns: whether one mistake leads from one to the other, or to its beginning
 */
RemitNearness
remit_words_compare (const char *word,
                     gsize       length,
                     const char *other,
                     gsize       other_length)
{
  gsize same = 0, rest, other_rest;

  if (length > other_length + 1)
    return REMIT_NEARNESS_NONE;
  while (same < length && same < other_length && word[same] == other[same])
    same++;
  word += same, rest = length - same;
  other += same, other_rest = other_length - same;
  if (rest == 0)
    return other_rest == 1 ? REMIT_NEARNESS_WORD : REMIT_NEARNESS_PREFIX;
  /* What follows the mistake is equal to the end of the word that is typed. */
  if (other_rest >= rest + 1 && memcmp (word, other + 1, rest) == 0) /* one is missing */
    return other_rest == rest + 1 ? REMIT_NEARNESS_WORD : REMIT_NEARNESS_PREFIX;
  if (other_rest >= rest && memcmp (word + 1, other + 1, rest - 1) == 0) /* another */
    return other_rest == rest ? REMIT_NEARNESS_WORD : REMIT_NEARNESS_PREFIX;
  if (other_rest >= rest && rest >= 2 && word[0] == other[1] && word[1] == other[0] && memcmp (word + 2, other + 2, rest - 2) == 0)
    return other_rest == rest ? REMIT_NEARNESS_WORD : REMIT_NEARNESS_PREFIX;
  if (other_rest >= rest - 1 && memcmp (word + 1, other, rest - 1) == 0) /* one too many */
    return other_rest == rest - 1 ? REMIT_NEARNESS_WORD : REMIT_NEARNESS_PREFIX;
  return REMIT_NEARNESS_NONE;
}
