/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-finder-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (RemitFindingKind, remit_finding_kind,
                    G_DEFINE_ENUM_VALUE (REMIT_FINDING_CELL, "cell"),
                    G_DEFINE_ENUM_VALUE (REMIT_FINDING_LAYER, "layer"),
                    G_DEFINE_ENUM_VALUE (REMIT_FINDING_SERVICE_MODEL, "model"),
                    G_DEFINE_ENUM_VALUE (REMIT_FINDING_SERVICE, "service"),
                    G_DEFINE_ENUM_VALUE (REMIT_FINDING_FRAMEWORK, "framework"))

struct _RemitFinding
{
  GObject parent_instance;
  RemitFindingKind kind;
  char *id;
  char *title;
  char *reason;
  RemitFramework *framework;
  RemitLayer *layer;
  RemitServiceModel *service_model;
};

G_DEFINE_FINAL_TYPE (RemitFinding, remit_finding, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_REASON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- reasons --- */

/* (transfer full) (nullable): the titles of the layers that one owner has under @model, with commas between them. "You" are the first
 * party: with @is_shared the layers you share, else those that are yours alone. */
static char *
dup_layers_of_yours (RemitFramework    *framework,
                     RemitServiceModel *model,
                     gboolean           is_shared)
{
  GListModel *owners = remit_framework_get_owners (framework);
  g_autoptr (RemitOwner) you = NULL;
  GString *titles = g_string_new (NULL);
  RemitLayer *layer;

  for (guint i = 0; i < g_list_model_get_n_items (owners) && you == NULL; i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);

      if (remit_owner_get_kind (owner) == REMIT_OWNER_PARTY)
        g_set_object (&you, owner);
    }
  for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
    {
      RemitOwner *owner = remit_responsibility_get_owner (remit_framework_get_responsibility (framework, layer, model));
      GListModel *parties = remit_owner_get_parties (owner);
      gboolean is_yours = !is_shared && owner == you;

      for (guint j = 0; is_shared && j < g_list_model_get_n_items (parties); j++)
        {
          g_autoptr (RemitOwner) party = g_list_model_get_item (parties, j);
          is_yours = is_yours || party == you;
        }
      if (is_yours)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", remit_item_get_title (REMIT_ITEM (layer)));
    }
  return g_string_free (titles, titles->len == 0);
}

/* (transfer full) (nullable): "you keep Customer data, Client devices; shared: Identities and users" */
static char *
dup_yours (RemitFramework    *framework,
           RemitServiceModel *model)
{
  g_autofree char *kept = dup_layers_of_yours (framework, model, FALSE);
  g_autofree char *shared = dup_layers_of_yours (framework, model, TRUE);

  if (kept != NULL && shared != NULL)
    return g_strdup_printf (_("you keep %s; shared: %s"), kept, shared);
  if (kept != NULL)
    return g_strdup_printf (_("you keep %s"), kept);
  return shared != NULL ? g_strdup_printf (_("shared: %s"), shared) : NULL;
}

static char *
explain_service (RemitFramework     *framework,
                 RemitServiceModel  *model,
                 const RemitService *service)
{
  const char *title = remit_item_get_title (REMIT_ITEM (model));
  g_autofree char *yours = dup_yours (framework, model);
  GString *reason = g_string_new (NULL);

  /* Follows the name of a service: "Azure SQL Database is PaaS: you keep ..." */
  if (yours != NULL)
    g_string_append_printf (reason, _("is %s: %s."), title, yours);
  else
    g_string_append_printf (reason, _("is %s."), title);
  if (service->exception != NULL)
    g_string_append_printf (reason, " %s", g_dgettext (GETTEXT_PACKAGE, service->exception));
  return g_string_free (reason, FALSE);
}

static char *
explain_service_model (RemitFramework    *framework,
                       RemitServiceModel *model)
{
  const char *name = remit_service_model_get_name (model);
  g_autofree char *yours = dup_yours (framework, model);

  return yours != NULL ? g_strdup_printf ("%s: %s", name, yours) : g_strdup (name);
}

static char *
explain_cell (RemitResponsibility *cell)
{
  const char *owner = remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (cell)));
  const char *explanation = remit_responsibility_get_explanation (cell);

  return explanation != NULL ? g_strdup_printf ("%s: %s", owner, explanation) : g_strdup (owner);
}

/* "Customer: On-premises, IaaS; Microsoft: PaaS, SaaS" */
static char *
explain_layer (RemitFramework *framework,
               RemitLayer     *layer)
{
  GListModel *owners = remit_framework_get_owners (framework);
  GString *reason = g_string_new (NULL);
  RemitServiceModel *model;

  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);
      guint n_models = 0;

      for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
        {
          if (remit_responsibility_get_owner (remit_framework_get_responsibility (framework, layer, model)) != owner)
            continue;
          if (n_models++ == 0)
            g_string_append_printf (reason, "%s%s: ", reason->len > 0 ? "; " : "", remit_item_get_title (REMIT_ITEM (owner)));
          else
            g_string_append (reason, ", ");
          g_string_append (reason, remit_item_get_title (REMIT_ITEM (model)));
        }
    }
  return g_string_free (reason, FALSE);
}

static char *
explain_framework (RemitFramework *framework)
{
  const char *edition = remit_framework_get_edition (framework);
  const char *summary = remit_item_get_summary (REMIT_ITEM (framework));

  if (edition != NULL && summary != NULL)
    return g_strdup_printf ("%s: %s", edition, summary);
  return g_strdup (edition != NULL ? edition : summary != NULL ? summary : "");
}

/* --- class --- */

static void
remit_finding_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  RemitFinding *self = REMIT_FINDING (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_finding_finalize (GObject *object)
{
  RemitFinding *self = REMIT_FINDING (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->reason);
  g_clear_object (&self->framework);
  g_clear_object (&self->layer);
  g_clear_object (&self->service_model);

  G_OBJECT_CLASS (remit_finding_parent_class)->finalize (object);
}

static void
remit_finding_class_init (RemitFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = remit_finding_get_property;
  object_class->finalize = remit_finding_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_finding_init (RemitFinding *self)
{
}

/* A stable text: its parts are ids of documents and of data/services.json. */
char *
remit_finding_dup_id (const RemitPlace *place)
{
  const char *framework = remit_item_get_id (REMIT_ITEM (place->framework));
  const char *layer = place->layer != NULL ? remit_item_get_id (REMIT_ITEM (place->layer)) : NULL;
  const char *model = place->service_model != NULL ? remit_item_get_id (REMIT_ITEM (place->service_model)) : NULL;

  switch (place->kind)
    {
    case REMIT_FINDING_CELL:
      return g_strdup_printf ("%s/%s/%s", framework, layer, model);
    case REMIT_FINDING_LAYER:
      return g_strdup_printf ("layer:%s/%s", framework, layer);
    case REMIT_FINDING_SERVICE_MODEL:
      return g_strdup_printf ("model:%s/%s", framework, model);
    case REMIT_FINDING_SERVICE:
      if (g_str_equal (framework, g_array_index (place->service->columns, RemitColumn, 0).framework))
        return g_strdup_printf ("service:%s", place->service->id);
      return g_strdup_printf ("service:%s/%s", place->service->id, framework);
    case REMIT_FINDING_FRAMEWORK:
    default:
      return g_strdup_printf ("framework:%s", framework);
    }
}

RemitFinding *
remit_finding_new (const RemitPlace *place)
{
  RemitFinding *self = g_object_new (REMIT_TYPE_FINDING, NULL);
  RemitResponsibility *cell;

  self->kind = place->kind;
  self->id = remit_finding_dup_id (place);
  self->framework = g_object_ref (place->framework);
  g_set_object (&self->layer, place->layer);
  g_set_object (&self->service_model, place->service_model);
  switch (place->kind)
    {
    case REMIT_FINDING_CELL:
      cell = remit_framework_get_responsibility (place->framework, place->layer, place->service_model);
      self->title = remit_responsibility_dup_place (cell);
      self->reason = explain_cell (cell);
      break;
    case REMIT_FINDING_LAYER:
      self->title = g_strdup (remit_item_get_title (REMIT_ITEM (place->layer)));
      self->reason = explain_layer (place->framework, place->layer);
      break;
    case REMIT_FINDING_SERVICE_MODEL:
      self->title = g_strdup (remit_item_get_title (REMIT_ITEM (place->service_model)));
      self->reason = explain_service_model (place->framework, place->service_model);
      break;
    case REMIT_FINDING_SERVICE:
      self->title = g_strdup (place->service->name);
      self->reason = explain_service (place->framework, place->service_model, place->service);
      break;
    case REMIT_FINDING_FRAMEWORK:
    default:
      self->title = g_strdup (remit_item_get_title (REMIT_ITEM (place->framework)));
      self->reason = explain_framework (place->framework);
    }
  return self;
}

RemitFindingKind
remit_finding_get_kind (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), REMIT_FINDING_CELL);

  return self->kind;
}

const char *
remit_finding_get_id (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->id;
}

const char *
remit_finding_get_title (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->title;
}

const char *
remit_finding_get_reason (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->reason;
}

RemitFramework *
remit_finding_get_framework (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->framework;
}

RemitLayer *
remit_finding_get_layer (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->layer;
}

RemitServiceModel *
remit_finding_get_service_model (RemitFinding *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING (self), NULL);

  return self->service_model;
}
