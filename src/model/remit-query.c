/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-query.h"

#include <math.h>
#include <string.h>

#include "remit-words.h"

#define MAX_BYTES 1024 /* of a question; what follows is not looked at */
#define MAX_WORDS 24
#define FORGIVEN 0.75f /* what is left of a word's worth after a mistake */
#define MIN_NEAR 5     /* letters of the longer of two words, where a mistake is forgiven */

/* --- words --- */

static void
hit_word (RemitQuery *self,
          guint       word,
          guint       position,
          float       worth,
          gboolean    is_whole)
{
  self->masks[word] |= 1u << position;
  self->are_whole[word] = self->are_whole[word] || is_whole;
  self->worths[word] = MAX (self->worths[word], worth);
}

/* What an unfinished word is worth where it may become @word: the more of that is there, and the more names have it. */
static float
weigh_beginning (const RemitWord *word,
                 gsize            length)
{
  return 0.4f + 0.2f * (float) length / (float) word->length + 0.04f * log2f ((float) MAX (word->n_titles, 1));
}

/* The last word may be unfinished; what it may become is worth @most at most. Returns whether it begins a word that names something. */
static gboolean
match_beginning (RemitQuery *self,
                 const char *text,
                 guint       position,
                 float       most)
{
  gsize length = strlen (text);
  gboolean is_name = FALSE;

  for (guint i = 0; i < self->index->words->len; i++)
    {
      const RemitWord *word = &g_array_index (self->index->words, RemitWord, i);

      if (word->length <= length || word->is_ignored || memcmp (word->text, text, length) != 0)
        continue;
      hit_word (self, i, position, MIN (weigh_beginning (word, length), most), FALSE);
      is_name = is_name || word->is_in_phrase;
    }
  return is_name;
}

/* Forgives one mistake, in names alone. */
static void
match_near (RemitQuery *self,
            const char *text,
            guint       position,
            gboolean    is_last,
            float       forgiveness)
{
  gsize length = strlen (text);

  for (guint i = 0; i < self->index->words->len; i++)
    {
      const RemitWord *word = &g_array_index (self->index->words, RemitWord, i);
      RemitNearness nearness;

      if (!word->is_in_phrase || word->is_ignored || MAX (word->length, length) < MIN_NEAR)
        continue;
      nearness = remit_words_compare (text, length, word->text, word->length);
      if (nearness == REMIT_NEARNESS_WORD)
        hit_word (self, i, position, forgiveness * word->weight, TRUE);
      else if (nearness == REMIT_NEARNESS_PREFIX && is_last && length >= MIN_NEAR && *text == *word->text)
        hit_word (self, i, position, forgiveness * weigh_beginning (word, length), FALSE);
    }
}

/* Finds what @text may mean: itself; as the last word, what begins so; else what differs by one letter. */
static void
match_word (RemitQuery *self,
            const char *text,
            guint       position)
{
  gboolean is_last = position == self->n_words - 1, is_beginning = FALSE;
  guint exact = remit_index_find_word (self->index, text);
  const RemitWord *same = exact != REMIT_INDEX_NONE ? &g_array_index (self->index->words, RemitWord, exact) : NULL;

  if (same != NULL)
    hit_word (self, exact, position, same->weight, TRUE);
  if (same != NULL && same->is_ignored)
    return;
  self->asked |= 1u << position;
  if (is_last)
    is_beginning = match_beginning (self, text, position, same != NULL && same->is_in_phrase ? 0.9f * same->weight : 1);
  if (same == NULL || !same->is_in_phrase)
    match_near (self, text, position, is_last, is_beginning ? 0.4f : FORGIVEN);
}

/* Whether @text is a word of a name. */
static gboolean
is_name (const RemitIndex *index,
         const char       *text)
{
  guint number = remit_index_find_word (index, text);

  return number != REMIT_INDEX_NONE && g_array_index (index->words, RemitWord, number).is_in_phrase;
}

/* Whether there is such a word, or one that begins so. */
static gboolean
is_known (const RemitIndex *index,
          const char       *text)
{
  for (guint i = 0; i < index->words->len; i++)
    if (g_str_has_prefix (g_array_index (index->words, RemitWord, i).text, text))
      return TRUE;
  return FALSE;
}

/* A space that was not typed is a mistake of one letter, too: parts what is no word into two that are in names. */
static void
part_words (const RemitIndex *index,
            GPtrArray        *texts)
{
  for (guint i = 0; i < texts->len && texts->len < MAX_WORDS; i++)
    {
      const char *text = texts->pdata[i];

      if (strlen (text) < MIN_NEAR || is_known (index, text))
        continue;
      for (const char *end = g_utf8_find_next_char (text, NULL); *end != '\0'; end = g_utf8_find_next_char (end, NULL))
        {
          g_autofree char *first = g_strndup (text, (gsize) (end - text));

          if (!is_name (index, first) || !is_name (index, end))
            continue;
          g_ptr_array_insert (texts, (int) i + 1, g_strdup (end));
          g_free (texts->pdata[i]);
          texts->pdata[i] = g_steal_pointer (&first);
          break;
        }
    }
}

/* --- phrases --- */

/* Sets the places in the question that @phrase's words have, each its own; false if it is not there. */
static gboolean
match_phrase (RemitQuery        *self,
              const RemitPhrase *phrase,
              RemitMatch        *match)
{
  guint n_found = 0, n_leading = 0, next = 0;
  float all = 0, found = 0, score = 0;
  gboolean says_something = FALSE, is_whole = TRUE, is_in_order = TRUE, is_beginning;

  match->mask = 0;
  for (guint i = 0; i < phrase->n_words; i++)
    {
      guint number = g_array_index (self->index->phrase_words, guint, phrase->first_word + i);
      const RemitWord *word = &g_array_index (self->index->words, RemitWord, number);
      guint32 mask = self->masks[number] & ~match->mask;
      guint position;

      all += word->weight;
      if (mask == 0)
        continue;
      position = n_found > 0 && (mask & (1u << next)) != 0 ? next : (guint) g_bit_nth_lsf (mask, -1);
      is_in_order = is_in_order && (n_found == 0 || position == next);
      next = position + 1;
      n_leading += n_found == i;
      n_found++;
      match->mask |= 1u << position;
      found += word->weight;
      score += self->worths[number];
      is_whole = is_whole && self->are_whole[number];
      says_something = says_something || !word->is_ignored;
    }
  if (!says_something)
    return FALSE;
  match->kind = phrase->kind;
  match->is_whole = is_whole && n_found == phrase->n_words;
  match->is_in_order = is_in_order;
  match->score = score * (is_in_order ? 1 : 0.8f);
  is_beginning = n_leading == n_found && is_in_order && next == self->n_words; /* it is being typed */
  if (n_found == phrase->n_words)
    match->score *= phrase->kind == REMIT_PHRASE_TITLE ? 1.02f : 1;
  else if (phrase->kind == REMIT_PHRASE_TITLE && is_beginning && n_found == self->n_words)
    match->score *= 0.95f;
  else if (phrase->kind == REMIT_PHRASE_TITLE || phrase->kind == REMIT_PHRASE_NAME)
    match->score *= (phrase->kind == REMIT_PHRASE_TITLE ? 1 : 0.8f) * (0.25f + 0.5f * found / all);
  else if (is_beginning)
    match->score *= 0.5f * found / all;
  else
    return FALSE;
  return TRUE;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const RemitMatch *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->score > other->score ? -1 : one->score < other->score;
}

/* Whether a longer phrase has all the words of @match: "network" is part of "network equipment". */
static gboolean
is_eaten (const RemitMatch *match,
          GArray           *eaters)
{
  for (guint i = 0; i < eaters->len; i++)
    {
      guint32 mask = g_array_index (eaters, guint32, i);

      if (mask != match->mask && (mask & match->mask) == match->mask)
        return TRUE;
    }
  return FALSE;
}

/* The longest phrase counts, and a weak one only where no other word names a layer. */
static void
weigh_matches (RemitQuery *self)
{
  g_autoptr (GArray) eaters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->matches->len; i++)
    {
      RemitMatch *match = &g_array_index (self->matches, RemitMatch, i);

      if (match->is_whole && match->is_in_order && !is_eaten (match, eaters))
        g_array_append_val (eaters, match->mask);
    }
  for (guint i = 0; i < self->matches->len; i++)
    {
      RemitMatch *match = &g_array_index (self->matches, RemitMatch, i);
      RemitFindingKind kind = remit_index_get_place (self->index, match->place)->kind;

      if (is_eaten (match, eaters))
        {
          match->score *= 0.3f;
          match->is_whole = FALSE;
        }
      else if (match->is_whole && match->kind != REMIT_PHRASE_WEAK)
        {
          if (kind == REMIT_FINDING_LAYER)
            self->layer_words |= match->mask;
          self->names_framework = self->names_framework || kind == REMIT_FINDING_FRAMEWORK;
        }
    }
  for (guint i = 0; i < self->matches->len; i++)
    {
      RemitMatch *match = &g_array_index (self->matches, RemitMatch, i);

      if (match->kind == REMIT_PHRASE_WEAK)
        match->score *= (self->layer_words & ~match->mask) != 0 ? 0.02f : 0.95f;
    }
}

static void
match_phrases (RemitQuery *self)
{
  guint n_places = self->index->places->len, place = 0;

  for (guint i = 0; i < self->index->phrases->len; i++)
    {
      const RemitPhrase *phrase = &g_array_index (self->index->phrases, RemitPhrase, i);
      RemitMatch match;

      if (!match_phrase (self, phrase, &match))
        continue;
      for (guint j = 0; j < phrase->n_targets; j++)
        {
          const RemitTarget *target = &g_array_index (self->index->targets, RemitTarget, phrase->first_target + j);
          RemitMatch there = match;

          there.place = target->place;
          there.score *= 1 - 0.05f * (float) target->rank;
          there.is_whole = match.is_whole && target->rank == 0;
          g_array_append_val (self->matches, there);
        }
    }
  weigh_matches (self);
  g_array_sort (self->matches, compare_matches);
  for (guint i = 0; i < self->matches->len; i++)
    for (guint number = g_array_index (self->matches, RemitMatch, i).place; place <= number; place++)
      self->first_match[place] = i;
  for (; place <= n_places; place++)
    self->first_match[place] = self->matches->len;
}

/* Finds which words, and which phrases of @index, @words has; it may be anything. */
void
remit_query_init (RemitQuery       *self,
                  const RemitIndex *index,
                  const char       *words)
{
  g_autoptr (GPtrArray) texts = remit_words_split (words, MAX_BYTES, MAX_WORDS);

  part_words (index, texts);
  *self = (RemitQuery){ .index = index, .n_words = texts->len };
  self->masks = g_new0 (guint32, index->words->len);
  self->worths = g_new0 (float, index->words->len);
  self->are_whole = g_new0 (gboolean, index->words->len);
  self->matches = g_array_new (FALSE, FALSE, sizeof (RemitMatch));
  self->first_match = g_new (guint, index->places->len + 1);
  for (guint i = 0; i < texts->len; i++)
    match_word (self, texts->pdata[i], i);
  match_phrases (self);
}

void
remit_query_clear (RemitQuery *self)
{
  g_free (self->masks);
  g_free (self->worths);
  g_free (self->are_whole);
  g_array_unref (self->matches);
  g_free (self->first_match);
}

const RemitMatch *
remit_query_get_match (const RemitQuery *self,
                       guint             place)
{
  guint first = self->first_match[place];

  return first < self->first_match[place + 1] ? &g_array_index (self->matches, RemitMatch, first) : NULL;
}
