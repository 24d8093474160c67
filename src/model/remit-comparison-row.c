/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-comparison-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RemitChange, remit_change,
                    G_DEFINE_ENUM_VALUE (REMIT_CHANGE_HAND_OVER, "hand-over"),
                    G_DEFINE_ENUM_VALUE (REMIT_CHANGE_KEEP, "keep"),
                    G_DEFINE_ENUM_VALUE (REMIT_CHANGE_SHARE, "share"),
                    G_DEFINE_ENUM_VALUE (REMIT_CHANGE_TAKE, "take"),
                    G_DEFINE_ENUM_VALUE (REMIT_CHANGE_OTHERS, "others"),
                    G_DEFINE_ENUM_VALUE (REMIT_CHANGE_OPEN, "open"))

/**
 * remit_change_get_title:
 *
 * Returns: the heading of the layers that change so
 */
const char *
remit_change_get_title (RemitChange change)
{
  switch (change)
    {
    case REMIT_CHANGE_HAND_OVER:
      return _("You hand over");
    case REMIT_CHANGE_KEEP:
      return _("You keep");
    case REMIT_CHANGE_SHARE:
      return _("Becomes shared");
    case REMIT_CHANGE_TAKE:
      return _("Newly yours");
    case REMIT_CHANGE_OTHERS:
      return _("Stays with others");
    case REMIT_CHANGE_OPEN:
    default:
      return _("Depends");
    }
}

/* (transfer full): what both are called */
char *
remit_pair_dup_title (const RemitPair *pair)
{
  RemitItem *item = pair->item != NULL ? pair->item : pair->other_item, *other_item = pair->other_item != NULL ? pair->other_item : pair->item;

  if (g_str_equal (remit_item_get_title (item), remit_item_get_title (other_item)))
    return g_strdup (remit_item_get_title (item));
  return g_strdup_printf ("%s / %s", remit_item_get_title (item), remit_item_get_title (other_item));
}

G_DEFINE_FINAL_TYPE (RemitComparisonRow, remit_comparison_row, G_TYPE_OBJECT)

static void
remit_comparison_row_finalize (GObject *object)
{
  RemitComparisonRow *self = REMIT_COMPARISON_ROW (object);

  g_clear_object (&self->framework);
  g_clear_object (&self->other);
  g_clear_pointer (&self->columns, g_array_unref);

  G_OBJECT_CLASS (remit_comparison_row_parent_class)->finalize (object);
}

static void
remit_comparison_row_class_init (RemitComparisonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_comparison_row_finalize;
}

static void
remit_comparison_row_init (RemitComparisonRow *self)
{
}

RemitLayer *
remit_comparison_row_get_layer (RemitComparisonRow *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON_ROW (self), NULL);

  return self->layers.item;
}

RemitLayer *
remit_comparison_row_get_other_layer (RemitComparisonRow *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON_ROW (self), NULL);

  return self->layers.other_item;
}

const char *
remit_comparison_row_get_note (RemitComparisonRow *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON_ROW (self), NULL);

  return self->layers.note;
}

/**
 * remit_comparison_row_dup_title:
 *
 * Returns: (transfer full): "Applications"; "Client devices / Devices" where the two call it differently
 */
char *
remit_comparison_row_dup_title (RemitComparisonRow *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON_ROW (self), NULL);

  return remit_pair_dup_title (&self->layers);
}

/**
 * remit_comparison_row_get_cell:
 * @column: less than the comparison's number of columns
 *
 * Returns: (transfer none) (nullable): of the first framework; %NULL where only the other has the layer
 */
RemitResponsibility *
remit_comparison_row_get_cell (RemitComparisonRow *self,
                               guint               column)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON_ROW (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return self->layers.item != NULL
             ? remit_framework_get_responsibility (self->framework, self->layers.item, g_array_index (self->columns, RemitPair, column).item)
             : NULL;
}

/**
 * remit_comparison_row_get_other_cell:
 * @column: less than the comparison's number of columns
 *
 * Returns: (transfer none) (nullable): of the other framework, in a move of the service model one moves to; %NULL where only the first
 *   has the layer
 */
RemitResponsibility *
remit_comparison_row_get_other_cell (RemitComparisonRow *self,
                                     guint               column)
{
  g_return_val_if_fail (REMIT_IS_COMPARISON_ROW (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return self->layers.other_item != NULL
             ? remit_framework_get_responsibility (self->other, self->layers.other_item, g_array_index (self->columns, RemitPair, column).other_item)
             : NULL;
}

/**
 * remit_comparison_row_get_agreement:
 * @column: less than the comparison's number of columns
 *
 * Returns: how the two cells stand to each other; %REMIT_AGREEMENT_OPEN where there is only one
 */
RemitAgreement
remit_comparison_row_get_agreement (RemitComparisonRow *self,
                                    guint               column)
{
  RemitResponsibility *cell = remit_comparison_row_get_cell (self, column), *other_cell = remit_comparison_row_get_other_cell (self, column);

  if (cell == NULL || other_cell == NULL)
    return REMIT_AGREEMENT_OPEN;
  return remit_equivalences_compare_owners (remit_equivalences_get_default (), self->framework, remit_responsibility_get_owner (cell),
                                            self->other, remit_responsibility_get_owner (other_cell));
}

/**
 * remit_comparison_row_dup_owners:
 * @column: less than the comparison's number of columns
 *
 * Returns: (transfer full): "Customer"; "Shared / Microsoft" where the two do not say the same in the same words
 */
char *
remit_comparison_row_dup_owners (RemitComparisonRow *self,
                                 guint               column)
{
  RemitResponsibility *cell = remit_comparison_row_get_cell (self, column), *other_cell = remit_comparison_row_get_other_cell (self, column);
  const char *title = cell != NULL ? remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (cell))) : NULL;
  const char *other_title = other_cell != NULL ? remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (other_cell))) : NULL;

  if (title == NULL || other_title == NULL)
    return g_strdup (title != NULL ? title : other_title);
  if (g_str_equal (title, other_title) && remit_comparison_row_get_agreement (self, column) == REMIT_AGREEMENT_SAME)
    return g_strdup (title);
  return g_strdup_printf ("%s / %s", title, other_title);
}

static gboolean
has_part (RemitOwner *owner,
          RemitOwner *party)
{
  GListModel *sharing = remit_owner_get_parties (owner);
  gboolean has = owner == party;

  for (guint i = 0; i < g_list_model_get_n_items (sharing) && !has; i++)
    {
      g_autoptr (RemitOwner) one = g_list_model_get_item (sharing, i);

      has = one == party;
    }
  return has;
}

/* (transfer none) (nullable): the framework's first party */
static RemitOwner *
get_reader (RemitFramework *framework)
{
  GListModel *owners = remit_framework_get_owners (framework);

  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);

      if (remit_owner_get_kind (owner) == REMIT_OWNER_PARTY)
        return owner; /* it lives as long as the framework */
    }
  return NULL;
}

/* What the move means for the reader; only of a comparison of service models. */
RemitChange
remit_comparison_row_get_change (RemitComparisonRow *self)
{
  RemitOwner *before, *after, *reader;

  g_return_val_if_fail (REMIT_IS_COMPARISON_ROW (self), REMIT_CHANGE_OPEN);
  g_return_val_if_fail (self->framework == self->other && self->layers.item == self->layers.other_item, REMIT_CHANGE_OPEN);

  before = remit_responsibility_get_owner (remit_comparison_row_get_cell (self, 0));
  after = remit_responsibility_get_owner (remit_comparison_row_get_other_cell (self, 0));
  reader = get_reader (self->framework);
  if (remit_owner_get_kind (before) == REMIT_OWNER_DEPENDS || remit_owner_get_kind (after) == REMIT_OWNER_DEPENDS)
    return REMIT_CHANGE_OPEN;
  if (!has_part (after, reader))
    return has_part (before, reader) ? REMIT_CHANGE_HAND_OVER : REMIT_CHANGE_OTHERS;
  if (remit_comparison_row_get_agreement (self, 0) == REMIT_AGREEMENT_SAME)
    return REMIT_CHANGE_KEEP;
  return after == reader ? REMIT_CHANGE_TAKE : REMIT_CHANGE_SHARE;
}
