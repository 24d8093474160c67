/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-equivalences.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "frameworks-resources.h"
#include "remit-values.h"

#define PATH "/io/github/remit_app/Remit/equivalences.json"

G_DEFINE_ENUM_TYPE (RemitAgreement, remit_agreement,
                    G_DEFINE_ENUM_VALUE (REMIT_AGREEMENT_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (REMIT_AGREEMENT_DIFFERENT, "different"),
                    G_DEFINE_ENUM_VALUE (REMIT_AGREEMENT_OPEN, "open"))

struct _RemitCounterpart
{
  GObject parent_instance;
  RemitFramework *framework;
  RemitResponsibility *cell;
  RemitAgreement agreement;
  const char *note; /* of the equivalences, which stay */
};

G_DEFINE_FINAL_TYPE (RemitCounterpart, remit_counterpart, G_TYPE_OBJECT)

static void
remit_counterpart_finalize (GObject *object)
{
  RemitCounterpart *self = REMIT_COUNTERPART (object);

  g_clear_object (&self->framework);
  g_clear_object (&self->cell);

  G_OBJECT_CLASS (remit_counterpart_parent_class)->finalize (object);
}

static void
remit_counterpart_class_init (RemitCounterpartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_counterpart_finalize;
}

static void
remit_counterpart_init (RemitCounterpart *self)
{
}

RemitFramework *
remit_counterpart_get_framework (RemitCounterpart *self)
{
  g_return_val_if_fail (REMIT_IS_COUNTERPART (self), NULL);

  return self->framework;
}

RemitResponsibility *
remit_counterpart_get_cell (RemitCounterpart *self)
{
  g_return_val_if_fail (REMIT_IS_COUNTERPART (self), NULL);

  return self->cell;
}

RemitAgreement
remit_counterpart_get_agreement (RemitCounterpart *self)
{
  g_return_val_if_fail (REMIT_IS_COUNTERPART (self), REMIT_AGREEMENT_OPEN);

  return self->agreement;
}

const char *
remit_counterpart_get_note (RemitCounterpart *self)
{
  g_return_val_if_fail (REMIT_IS_COUNTERPART (self), NULL);

  return self->note;
}

/* The document as it is parsed; it never changes, so threads may read it. */
struct _RemitEquivalences
{
  GObject parent_instance;
  JsonNode *root;
};

G_DEFINE_FINAL_TYPE (RemitEquivalences, remit_equivalences, G_TYPE_OBJECT)

static void
remit_equivalences_class_init (RemitEquivalencesClass *klass)
{
}

static void
remit_equivalences_init (RemitEquivalences *self)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (remit_frameworks_get_resource (), PATH, 0, &error);

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message); /* the build checks the file */
  self->root = json_parser_steal_root (parser);
}

/**
 * remit_equivalences_get_default:
 *
 * Returns: (transfer none): those that are built in
 */
RemitEquivalences *
remit_equivalences_get_default (void)
{
  static RemitEquivalences *equivalences;

  if (g_once_init_enter (&equivalences))
    g_once_init_leave (&equivalences, g_object_new (REMIT_TYPE_EQUIVALENCES, NULL));
  return equivalences;
}

/* Whether a concept has @id among what it is in @framework. */
static gboolean
has_member (JsonObject     *concept,
            RemitFramework *framework,
            const char     *id)
{
  JsonObject *members = json_object_get_object_member (concept, "members");
  const char *name = remit_item_get_id (REMIT_ITEM (framework));
  JsonArray *ids = json_object_has_member (members, name) ? json_object_get_array_member (members, name) : NULL;

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    if (g_str_equal (json_array_get_string_element (ids, i), id))
      return TRUE;
  return FALSE;
}

/* The first concept of a kind that has both; NULL where the two mean different things. */
static JsonObject *
find_concept (RemitEquivalences *self,
              const char        *kind,
              RemitFramework    *framework,
              gpointer           item,
              RemitFramework    *other,
              gpointer           other_item)
{
  JsonArray *concepts = json_object_get_array_member (json_node_get_object (self->root), kind);

  for (guint i = 0; i < json_array_get_length (concepts); i++)
    {
      JsonObject *concept = json_array_get_object_element (concepts, i);

      if (has_member (concept, framework, remit_item_get_id (item)) && has_member (concept, other, remit_item_get_id (other_item)))
        return concept;
    }
  return NULL;
}

/* (nullable): translated */
static const char *
get_note (JsonObject *concept)
{
  return json_object_has_member (concept, "note") ? g_dgettext (GETTEXT_PACKAGE, json_object_get_string_member (concept, "note")) : NULL;
}

static gboolean
knows (RemitEquivalences *self,
       RemitFramework    *framework)
{
  JsonArray *parties = json_object_get_array_member (json_node_get_object (self->root), "parties");
  const char *id = remit_item_get_id (REMIT_ITEM (framework));

  for (guint i = 0; i < json_array_get_length (parties); i++)
    if (json_object_has_member (json_object_get_object_member (json_array_get_object_element (parties, i), "members"), id))
      return TRUE;
  return FALSE;
}

/**
 * remit_equivalences_cover:
 *
 * Returns: whether it is written down what in @framework is what in @other: not for a document of the user's, nor for a framework and a
 *   changed copy of it; there what has the same id is the same
 */
gboolean
remit_equivalences_cover (RemitEquivalences *self,
                          RemitFramework    *framework,
                          RemitFramework    *other)
{
  g_return_val_if_fail (REMIT_IS_EQUIVALENCES (self), FALSE);

  return !g_str_equal (remit_item_get_id (REMIT_ITEM (framework)), remit_item_get_id (REMIT_ITEM (other)))
         && knows (self, framework) && knows (self, other);
}

/**
 * remit_equivalences_match:
 * @item: a layer or a service model of @framework
 * @other_item: one of the same kind, of @other
 * @note: (out) (nullable): how far the likeness goes
 *
 * Returns: whether they mean the same
 */
gboolean
remit_equivalences_match (RemitEquivalences *self,
                          RemitFramework    *framework,
                          RemitItem         *item,
                          RemitFramework    *other,
                          RemitItem         *other_item,
                          const char       **note)
{
  JsonObject *concept;

  g_return_val_if_fail (REMIT_IS_EQUIVALENCES (self), FALSE);

  concept = find_concept (self, REMIT_IS_LAYER (item) ? "layers" : "serviceModels", framework, item, other, other_item);
  *note = concept != NULL ? get_note (concept) : NULL;
  return concept != NULL;
}

static gboolean
is_same_party (RemitEquivalences *self,
               RemitFramework    *framework,
               RemitOwner        *party,
               RemitFramework    *other,
               RemitOwner        *other_party)
{
  if (!remit_equivalences_cover (self, framework, other))
    return g_str_equal (remit_item_get_id (REMIT_ITEM (party)), remit_item_get_id (REMIT_ITEM (other_party)));
  return find_concept (self, "parties", framework, party, other, other_party) != NULL;
}

/* Who is responsible: the party itself, or those that share. */
static GPtrArray *
list_parties (RemitOwner *owner)
{
  GPtrArray *parties = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *sharing = remit_owner_get_parties (owner);

  if (remit_owner_get_kind (owner) == REMIT_OWNER_PARTY)
    g_ptr_array_add (parties, g_object_ref (owner));
  for (guint i = 0; i < g_list_model_get_n_items (sharing); i++)
    g_ptr_array_add (parties, g_list_model_get_item (sharing, i));
  return parties;
}

/**
 * remit_equivalences_compare_owners:
 * @owner: of @framework
 * @other_owner: of @other
 *
 * Two answers are the same if the same parties have the work, all of one's being the other's, or if both depend on the same thing.
 */
RemitAgreement
remit_equivalences_compare_owners (RemitEquivalences *self,
                                   RemitFramework    *framework,
                                   RemitOwner        *owner,
                                   RemitFramework    *other,
                                   RemitOwner        *other_owner)
{
  g_autoptr (GPtrArray) parties = list_parties (owner), other_parties = list_parties (other_owner);

  g_return_val_if_fail (REMIT_IS_EQUIVALENCES (self), REMIT_AGREEMENT_OPEN);

  if (parties->len == 0 && g_strcmp0 (remit_owner_get_depends_on (owner), remit_owner_get_depends_on (other_owner)) == 0)
    return REMIT_AGREEMENT_SAME;
  if (parties->len == 0 || other_parties->len == 0)
    return REMIT_AGREEMENT_OPEN;
  if (parties->len != other_parties->len)
    return REMIT_AGREEMENT_DIFFERENT;
  for (guint i = 0; i < parties->len; i++)
    {
      gboolean is_found = FALSE;

      for (guint j = 0; j < other_parties->len && !is_found; j++)
        is_found = is_same_party (self, framework, parties->pdata[i], other, other_parties->pdata[j]);
      if (!is_found)
        return REMIT_AGREEMENT_DIFFERENT;
    }
  return REMIT_AGREEMENT_SAME;
}

static RemitCounterpart *
make_counterpart (RemitEquivalences   *self,
                  RemitFramework      *framework,
                  RemitResponsibility *cell,
                  RemitFramework      *other,
                  RemitResponsibility *other_cell,
                  JsonObject          *concept)
{
  RemitCounterpart *counterpart = g_object_new (REMIT_TYPE_COUNTERPART, NULL);

  counterpart->framework = g_object_ref (other);
  counterpart->cell = g_object_ref (other_cell);
  counterpart->agreement = remit_equivalences_compare_owners (self, framework, remit_responsibility_get_owner (cell),
                                                              other, remit_responsibility_get_owner (other_cell));
  counterpart->note = get_note (concept);
  return counterpart;
}

/**
 * remit_equivalences_list_counterparts:
 * @cell: of @framework
 * @other: another framework
 *
 * Returns: (transfer full): of RemitCounterpart, in the order of @other's layers and service models: its cells that speak of the same
 *   thing as @cell
 */
GListModel *
remit_equivalences_list_counterparts (RemitEquivalences   *self,
                                      RemitFramework      *framework,
                                      RemitResponsibility *cell,
                                      RemitFramework      *other)
{
  GPtrArray *counterparts = g_ptr_array_new_with_free_func (g_object_unref);
  RemitLayer *layer;
  RemitServiceModel *model;

  g_return_val_if_fail (REMIT_IS_EQUIVALENCES (self), NULL);

  for (guint i = 0; framework != other && (layer = remit_framework_get_layer (other, i)) != NULL; i++)
    {
      JsonObject *concept = find_concept (self, "layers", framework, remit_responsibility_get_layer (cell), other, layer);

      for (guint j = 0; concept != NULL && (model = remit_framework_get_service_model (other, j)) != NULL; j++)
        if (find_concept (self, "serviceModels", framework, remit_responsibility_get_service_model (cell), other, model) != NULL)
          g_ptr_array_add (counterparts,
                           make_counterpart (self, framework, cell, other, remit_framework_get_responsibility (other, layer, model), concept));
    }
  return remit_list_new (REMIT_TYPE_COUNTERPART, counterparts);
}

/**
 * remit_equivalences_is_disputed:
 * @cell: of @framework
 * @others: of RemitFramework; @framework may be among them
 *
 * Returns: whether a claim about the cell, or a cell of @others that speaks of the same thing, names another owner
 */
gboolean
remit_equivalences_is_disputed (RemitEquivalences   *self,
                                RemitFramework      *framework,
                                RemitResponsibility *cell,
                                GListModel          *others)
{
  GListModel *claims = remit_responsibility_get_claims (cell);

  g_return_val_if_fail (REMIT_IS_EQUIVALENCES (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);

      if (remit_claim_get_owner (claim) != remit_responsibility_get_owner (cell))
        return TRUE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr (RemitFramework) other = g_list_model_get_item (others, i);
      g_autoptr (GListModel) counterparts = remit_equivalences_list_counterparts (self, framework, cell, other);

      for (guint j = 0; j < g_list_model_get_n_items (counterparts); j++)
        {
          g_autoptr (RemitCounterpart) counterpart = g_list_model_get_item (counterparts, j);

          if (counterpart->agreement == REMIT_AGREEMENT_DIFFERENT)
            return TRUE;
        }
    }
  return FALSE;
}
