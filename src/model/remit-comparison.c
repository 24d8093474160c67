/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-comparison-private.h"

#include <glib/gi18n-lib.h>

#include "remit-values.h"

struct _RemitComparison
{
  GObject parent_instance;
  RemitFramework *framework, *other; /* owned */
  gboolean is_move;
  char *title, *framework_title, *other_title;
  GArray *columns;  /* of RemitPair, both of whose items there are */
  GListModel *rows; /* of RemitComparisonRow */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitComparison, remit_comparison, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
remit_comparison_get_item_type (GListModel *model)
{
  return REMIT_TYPE_COMPARISON_ROW;
}

static guint
remit_comparison_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (REMIT_COMPARISON (model)->rows);
}

static gpointer
remit_comparison_get_item (GListModel *model,
                           guint       position)
{
  return g_list_model_get_item (REMIT_COMPARISON (model)->rows, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_comparison_get_item_type;
  iface->get_n_items = remit_comparison_get_n_items;
  iface->get_item = remit_comparison_get_item;
}

static void
remit_comparison_finalize (GObject *object)
{
  RemitComparison *self = REMIT_COMPARISON (object);

  g_clear_object (&self->framework);
  g_clear_object (&self->other);
  g_free (self->title);
  g_free (self->framework_title);
  g_free (self->other_title);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (remit_comparison_parent_class)->finalize (object);
}

static void
remit_comparison_class_init (RemitComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_comparison_finalize;
}

static void
remit_comparison_init (RemitComparison *self)
{
}

static gboolean
has_id (GListModel *items,
        const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RemitItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (remit_item_get_id (item), id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_same_title (RemitItem *item,
                RemitItem *other_item)
{
  g_autofree char *title = g_utf8_casefold (remit_item_get_title (item), -1);
  g_autofree char *other_title = g_utf8_casefold (remit_item_get_title (other_item), -1);

  return g_str_equal (title, other_title);
}

/* (transfer full): of RemitPair: all of @items in their order, each with every one that corresponds to it, then those of @other_items that
 * are in no pair yet. Where nobody wrote down what corresponds to what it is the same id, or the same title where there is no same id. */
static GArray *
align (RemitFramework *framework,
       GListModel     *items,
       RemitFramework *other,
       GListModel     *other_items)
{
  RemitEquivalences *equivalences = remit_equivalences_get_default ();
  gboolean is_covered = remit_equivalences_cover (equivalences, framework, other);
  guint n_others = g_list_model_get_n_items (other_items);
  g_autofree gboolean *is_paired = g_new0 (gboolean, n_others);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RemitPair));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RemitItem) item = g_list_model_get_item (items, i);
      gboolean is_alone = TRUE, has_namesake = !is_covered && has_id (other_items, remit_item_get_id (item));

      for (guint j = 0; j < n_others; j++)
        {
          g_autoptr (RemitItem) other_item = g_list_model_get_item (other_items, j);
          RemitPair pair = { item, other_item, NULL };
          gboolean is_same;

          if (is_covered)
            is_same = remit_equivalences_match (equivalences, framework, item, other, other_item, &pair.note);
          else if (has_namesake)
            is_same = g_str_equal (remit_item_get_id (item), remit_item_get_id (other_item));
          else
            is_same = has_same_title (item, other_item) && !has_id (items, remit_item_get_id (other_item));
          if (!is_same)
            continue;
          g_array_append_val (pairs, pair);
          is_paired[j] = TRUE;
          is_alone = FALSE;
        }
      if (is_alone)
        g_array_append_val (pairs, ((RemitPair){ item, NULL, NULL }));
    }
  for (guint j = 0; j < n_others; j++)
    {
      g_autoptr (RemitItem) other_item = g_list_model_get_item (other_items, j);

      if (!is_paired[j])
        g_array_append_val (pairs, ((RemitPair){ NULL, other_item, NULL }));
    }
  return pairs;
}

/* How a comparison calls a framework. */
static char *
dup_framework_title (RemitFramework *framework)
{
  const char *title = remit_framework_get_short (framework), *edition = remit_framework_get_edition (framework);

  return edition != NULL ? g_strdup_printf (_("%s · %s"), title, edition) : g_strdup (title);
}

/* @columns is taken; a column that only one has is left out. The title is to be set. */
static RemitComparison *
make (RemitFramework *framework,
      RemitFramework *other,
      GArray         *columns)
{
  RemitComparison *self = g_object_new (REMIT_TYPE_COMPARISON, NULL);
  g_autoptr (GArray) layers = align (framework, remit_framework_get_layers (framework), other, remit_framework_get_layers (other));
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  self->framework = g_object_ref (framework);
  self->other = g_object_ref (other);
  self->framework_title = dup_framework_title (framework);
  self->other_title = dup_framework_title (other);
  self->columns = columns;
  for (guint i = columns->len; i > 0; i--)
    if (g_array_index (columns, RemitPair, i - 1).item == NULL || g_array_index (columns, RemitPair, i - 1).other_item == NULL)
      g_array_remove_index (columns, i - 1);
  for (guint i = 0; i < layers->len; i++)
    {
      RemitComparisonRow *row = g_object_new (REMIT_TYPE_COMPARISON_ROW, NULL);

      row->framework = g_object_ref (framework);
      row->other = g_object_ref (other);
      row->layers = g_array_index (layers, RemitPair, i);
      row->columns = g_array_ref (columns);
      g_ptr_array_add (rows, row);
    }
  self->rows = remit_list_new (REMIT_TYPE_COMPARISON_ROW, rows);
  return self;
}

/**
 * remit_comparison_new_service_models:
 * @from: of @framework
 * @to: of @framework
 *
 * Returns: (transfer full): what a move from one to the other changes: one column, and a row for each layer
 */
RemitComparison *
remit_comparison_new_service_models (RemitFramework    *framework,
                                     RemitServiceModel *from,
                                     RemitServiceModel *to)
{
  RemitComparison *self;
  GArray *columns;

  g_return_val_if_fail (REMIT_IS_FRAMEWORK (framework), NULL);
  g_return_val_if_fail (REMIT_IS_SERVICE_MODEL (from) && REMIT_IS_SERVICE_MODEL (to), NULL);

  columns = g_array_new (FALSE, FALSE, sizeof (RemitPair));
  g_array_append_val (columns, ((RemitPair){ from, to, NULL }));
  self = make (framework, framework, columns);
  self->is_move = TRUE;
  self->title = g_strdup_printf (_("Moving from %s to %s"), remit_item_get_title (REMIT_ITEM (from)), remit_item_get_title (REMIT_ITEM (to)));
  return self;
}

/* A changed copy of a document may be called as it is. */
static void
tell_titles_apart (RemitComparison *self)
{
  g_autofree char *title = NULL, *other_title = NULL;

  if (!g_str_equal (self->framework_title, self->other_title))
    return;
  title = self->framework_title;
  other_title = self->other_title;
  /* Translators: of two frameworks with the same title */
  self->framework_title = g_strdup_printf (_("%s (first)"), title);
  /* Translators: of two frameworks with the same title */
  self->other_title = g_strdup_printf (_("%s (second)"), other_title);
}

/**
 * remit_comparison_new_frameworks:
 *
 * Aligns by the equivalences, and where they do not cover the two by ids and titles. A layer or a service model with several
 * counterparts has a row or a column with each; a layer without one has a row of its own, those of @other at the end.
 *
 * Returns: (transfer full): the service models that both have, and the layers of both
 */
RemitComparison *
remit_comparison_new_frameworks (RemitFramework *framework,
                                 RemitFramework *other)
{
  RemitComparison *self;

  g_return_val_if_fail (REMIT_IS_FRAMEWORK (framework) && REMIT_IS_FRAMEWORK (other), NULL);

  self = make (framework, other,
               align (framework, remit_framework_get_service_models (framework), other, remit_framework_get_service_models (other)));
  tell_titles_apart (self);
  /* Translators: two frameworks that are compared */
  self->title = g_strdup_printf (_("%s and %s"), self->framework_title, self->other_title);
  return self;
}

gboolean
remit_comparison_is_move (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), FALSE);

  return self->is_move;
}

RemitFramework *
remit_comparison_get_framework (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  return self->framework;
}

RemitFramework *
remit_comparison_get_other_framework (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  return self->other;
}

/**
 * remit_comparison_get_framework_title:
 *
 * Returns: short, and with the edition: "Azure · January 2026"; not what the other is called
 */
const char *
remit_comparison_get_framework_title (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  return self->framework_title;
}

const char *
remit_comparison_get_other_framework_title (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  return self->other_title;
}

/**
 * remit_comparison_get_title:
 *
 * Returns: "Moving from IaaS to PaaS"; of frameworks "Azure · January 2026 and Google Cloud"
 */
const char *
remit_comparison_get_title (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);

  return self->title;
}

guint
remit_comparison_get_n_columns (RemitComparison *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), 0);

  return self->columns->len;
}

RemitServiceModel *
remit_comparison_get_service_model (RemitComparison *self,
                                    guint            column)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_array_index (self->columns, RemitPair, column).item;
}

RemitServiceModel *
remit_comparison_get_other_service_model (RemitComparison *self,
                                          guint            column)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_array_index (self->columns, RemitPair, column).other_item;
}

/**
 * remit_comparison_dup_column_title:
 *
 * Returns: (transfer full): "PaaS"; "PaaS / Container services" where the two call it differently
 */
char *
remit_comparison_dup_column_title (RemitComparison *self,
                                   guint            column)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return remit_pair_dup_title (&g_array_index (self->columns, RemitPair, column));
}

/* How many cells that both have stand to each other so. */
guint
remit_comparison_count (RemitComparison *self,
                        RemitAgreement   agreement)
{
  guint count = 0;

  g_return_val_if_fail (REMIT_IS_COMPARISON (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (self->rows, i);

      for (guint column = 0; row->layers.item != NULL && row->layers.other_item != NULL && column < self->columns->len; column++)
        count += remit_comparison_row_get_agreement (row, column) == agreement;
    }
  return count;
}
