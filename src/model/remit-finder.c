/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-query.h"
#include "remit-values.h"

struct _RemitFinder
{
  GObject parent_instance;
  RemitIndex *index; /* never changes */
};

G_DEFINE_FINAL_TYPE (RemitFinder, remit_finder, G_TYPE_OBJECT)

/* A question, and how good an answer each place is. */
typedef struct
{
  RemitQuery query;
  const RemitIndex *index;
  const char *open; /* (nullable): the id of the framework that is asked first */
  float *scores;    /* of each place */
} Search;

/* --- places --- */

/* Scores what the question says of several places at once, each word counting for one of them: 0 unless it says something of each of
 * the first @n_needed. */
static float
combine (const Search *self,
         const guint  *places,
         guint         n_places,
         guint         n_needed)
{
  guint at[4], ends[4];
  guint32 taken = 0;
  guint missing = (1u << n_needed) - 1;
  float score = 0;

  for (guint i = 0; i < n_places; i++)
    {
      at[i] = self->query.first_match[places[i]];
      ends[i] = self->query.first_match[places[i] + 1];
    }
  while (TRUE)
    {
      const RemitMatch *best = NULL;
      guint best_place = 0;

      for (guint i = 0; i < n_places; i++)
        {
          if (missing != 0 && (missing & (1u << i)) == 0)
            continue; /* first those that are needed */
          while (at[i] < ends[i] && (g_array_index (self->query.matches, RemitMatch, at[i]).mask & taken) != 0)
            at[i]++;
          if (at[i] < ends[i] && (best == NULL || g_array_index (self->query.matches, RemitMatch, at[i]).score > best->score))
            {
              best = &g_array_index (self->query.matches, RemitMatch, at[i]);
              best_place = i;
            }
        }
      if (best == NULL)
        return missing == 0 ? score : 0;
      taken |= best->mask;
      score += best->score;
      missing &= ~(1u << best_place);
    }
}

static void
raise_score (Search *self,
             guint   place,
             float   score)
{
  self->scores[place] = MAX (self->scores[place], score);
}

/* A layer together with a service that is in one column is a cell. */
static void
score_cells_of_service (Search *self,
                        guint   service_place)
{
  const RemitPlace *service = remit_index_get_place (self->index, service_place);
  guint first = service->framework_place + 1;

  for (guint i = first; i < self->index->places->len; i++)
    {
      const RemitPlace *layer = remit_index_get_place (self->index, i);

      if (layer->framework != service->framework || layer->kind == REMIT_FINDING_CELL)
        break;
      if (layer->kind == REMIT_FINDING_LAYER && remit_query_get_match (&self->query, i) != NULL)
        raise_score (self, remit_index_find_cell (self->index, i, service->model_place),
                     combine (self, (const guint[]){ i, service_place, service->framework_place }, 3, 2));
    }
}

static void
score_place (Search *self,
             guint   number)
{
  const RemitPlace *place = remit_index_get_place (self->index, number);
  guint parts[4], n_parts = 0, n_needed = 1;

  if (place->kind == REMIT_FINDING_CELL)
    {
      if (remit_query_get_match (&self->query, place->layer_place) == NULL
          || remit_query_get_match (&self->query, place->model_place) == NULL)
        return;
      parts[n_parts++] = place->layer_place;
      parts[n_parts++] = place->model_place;
      n_needed = 2;
    }
  else if (remit_query_get_match (&self->query, number) == NULL)
    return;
  else
    {
      parts[n_parts++] = number;
      if (place->kind == REMIT_FINDING_SERVICE)
        {
          parts[n_parts++] = place->model_place;
          if (remit_query_get_match (&self->query, number)->is_whole)
            score_cells_of_service (self, number);
        }
    }
  if (place->kind != REMIT_FINDING_FRAMEWORK)
    parts[n_parts++] = place->framework_place;
  raise_score (self, number, combine (self, parts, n_parts, n_needed));
}

/* What is said about a place counts little beside its names, and nothing where part of the question is missing in both. */
static void
score_texts (Search *self)
{
  g_autofree guint32 *masks = g_new0 (guint32, self->index->places->len);
  g_autofree float *weights = g_new0 (float, self->index->places->len);

  for (guint i = 0; i < self->index->words->len; i++)
    {
      const RemitWord *word = &g_array_index (self->index->words, RemitWord, i);

      if (self->query.masks[i] == 0 || word->is_ignored)
        continue;
      for (guint j = 0; j < word->places->len; j++)
        {
          guint place = g_array_index (word->places, guint, j);

          if ((self->query.masks[i] & ~masks[place]) != 0)
            weights[place] += self->query.worths[i];
          masks[place] |= self->query.masks[i];
        }
    }
  for (guint i = 0; i < self->index->places->len; i++)
    if (self->query.asked != 0 && (masks[i] & self->query.asked) == self->query.asked)
      self->scores[i] += (self->scores[i] > 0 ? 0.005f : 0.1f) * weights[i];
}

/* Which framework is meant: the one that is named, the one that is open, the first one. */
static void
weigh_frameworks (Search *self)
{
  for (guint i = 0; i < self->index->places->len; i++)
    {
      const RemitPlace *place = remit_index_get_place (self->index, i);
      const RemitMatch *named = remit_query_get_match (&self->query, place->framework_place);

      if (self->open != NULL && g_str_equal (remit_item_get_id (REMIT_ITEM (place->framework)), self->open))
        self->scores[i] *= 1.3f;
      else
        self->scores[i] *= (place->is_second ? 0.8f : 1.1f) - 0.02f * (float) MIN (place->rank, 9);
      if (self->query.names_framework && (named == NULL || !named->is_whole))
        self->scores[i] *= 0.5f;
    }
}

/* --- class --- */

static void
remit_finder_finalize (GObject *object)
{
  remit_index_free (REMIT_FINDER (object)->index);

  G_OBJECT_CLASS (remit_finder_parent_class)->finalize (object);
}

static void
remit_finder_class_init (RemitFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_finder_finalize;
}

static void
remit_finder_init (RemitFinder *self)
{
}

/**
 * remit_finder_new:
 * @frameworks: of RemitFramework; those that it holds now. Where two have one id, the first is taken. In a thread this has to be a list of
 *   that thread's: a RemitCatalog reads its frameworks as they are asked for
 *
 * Reads every text of theirs, and the built-in services and keywords. Where the program runs in another language, the built-in frameworks
 * are found by their English texts as well.
 *
 * Returns: (transfer full): a finder
 */
RemitFinder *
remit_finder_new (GListModel *frameworks)
{
  RemitFinder *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (frameworks), NULL);

  self = g_object_new (REMIT_TYPE_FINDER, NULL);
  self->index = remit_index_new (frameworks);
  return self;
}

/* In what order places with one score come. */
static guint
get_kind_rank (RemitFindingKind kind)
{
  static const guint ranks[] = { [REMIT_FINDING_FRAMEWORK] = 0, [REMIT_FINDING_LAYER] = 1, [REMIT_FINDING_SERVICE_MODEL] = 2,
                                 [REMIT_FINDING_SERVICE] = 3, [REMIT_FINDING_CELL] = 4 };
  return ranks[kind];
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Search *search = user_data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  guint one_rank = get_kind_rank (remit_index_get_place (search->index, one)->kind);
  guint other_rank = get_kind_rank (remit_index_get_place (search->index, other)->kind);

  if (search->scores[one] != search->scores[other])
    return search->scores[one] > search->scores[other] ? -1 : 1;
  if (one_rank != other_rank)
    return one_rank < other_rank ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* (transfer full): the best places, each service once. */
static GPtrArray *
list_findings (Search *self,
               guint   limit)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) services = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->index->places->len; i++)
    if (self->scores[i] > 0)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_places, self);
  for (guint i = 0; i < order->len && findings->len < limit; i++)
    {
      guint number = g_array_index (order, guint, i);
      const RemitPlace *place = remit_index_get_place (self->index, number);

      if (self->scores[number] < 0.3f * self->scores[g_array_index (order, guint, 0)])
        break;
      if (place->service == NULL || g_hash_table_add (services, (gpointer) place->service))
        g_ptr_array_add (findings, remit_finding_new (place));
    }
  return findings;
}

/**
 * remit_finder_find:
 * @words: what somebody types, anything at all; the last word may be unfinished
 * @open: (nullable): the framework that is asked first
 * @limit: of the number of findings
 *
 * Returns: (transfer full): of RemitFinding, the best first; none where the words say nothing
 */
GListModel *
remit_finder_find (RemitFinder    *self,
                   const char     *words,
                   RemitFramework *open,
                   guint           limit)
{
  Search search = { 0 };
  GPtrArray *findings;

  g_return_val_if_fail (REMIT_IS_FINDER (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (open == NULL || REMIT_IS_FRAMEWORK (open), NULL);

  search.index = self->index;
  search.open = open != NULL ? remit_item_get_id (REMIT_ITEM (open)) : NULL;
  search.scores = g_new0 (float, self->index->places->len);
  remit_query_init (&search.query, self->index, words);
  for (guint i = 0; i < self->index->places->len; i++)
    score_place (&search, i);
  score_texts (&search);
  weigh_frameworks (&search);
  findings = list_findings (&search, limit);
  remit_query_clear (&search.query);
  g_free (search.scores);
  return remit_list_new (REMIT_TYPE_FINDING, findings);
}

/**
 * remit_finder_lookup:
 * @id: of a finding, of this or another run of the program
 *
 * Returns: (transfer full) (nullable): the finding, if what it names is still there
 */
RemitFinding *
remit_finder_lookup (RemitFinder *self,
                     const char  *id)
{
  guint place;

  g_return_val_if_fail (REMIT_IS_FINDER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index->ids, id)) - 1;
  return place != REMIT_INDEX_NONE ? remit_finding_new (remit_index_get_place (self->index, place)) : NULL;
}
