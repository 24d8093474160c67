/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-search-provider.h"

#include "remit-config.h"
#include "remit-finder-source.h"

#define LIMIT 10 /* results: the shell shows fewer */

/**
 * RemitSearchProvider:
 *
 * Nothing is read before the shell asks. Until an answer is sent the application is held.
 */
struct _RemitSearchProvider
{
  GObject parent_instance;

  /* borrowed */
  GApplication *application;

  /* owned */
  RemitCatalog *catalog;
  RemitFinderSource *source;
  GDBusConnection *connection;

  guint registration_id; /* 0 while it is not exported */
};

G_DEFINE_FINAL_TYPE (RemitSearchProvider, remit_search_provider, G_TYPE_OBJECT)

enum
{
  ACTIVATE_RESULT,
  LAUNCH_SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the interface; not as XML, which would be parsed at every start --- */

#define ARGUMENT(name, signature) (&(GDBusArgInfo){ -1, (char *) name, (char *) signature, NULL })
#define ARGUMENTS(...) ((GDBusArgInfo *[]){ __VA_ARGS__, NULL })
#define METHOD(name, in, out) (&(GDBusMethodInfo){ -1, (char *) name, in, out, NULL })

static const GDBusInterfaceInfo interface = {
  -1,
  (char *) "org.gnome.Shell.SearchProvider2",
  (GDBusMethodInfo *[]){
    METHOD ("GetInitialResultSet", ARGUMENTS (ARGUMENT ("terms", "as")), ARGUMENTS (ARGUMENT ("results", "as"))),
    METHOD ("GetSubsearchResultSet", ARGUMENTS (ARGUMENT ("previous_results", "as"), ARGUMENT ("terms", "as")), ARGUMENTS (ARGUMENT ("results", "as"))),
    METHOD ("GetResultMetas", ARGUMENTS (ARGUMENT ("identifiers", "as")), ARGUMENTS (ARGUMENT ("metas", "aa{sv}"))),
    METHOD ("ActivateResult", ARGUMENTS (ARGUMENT ("identifier", "s"), ARGUMENT ("terms", "as"), ARGUMENT ("timestamp", "u")), NULL),
    METHOD ("LaunchSearch", ARGUMENTS (ARGUMENT ("terms", "as"), ARGUMENT ("timestamp", "u")), NULL),
    NULL },
  NULL,
  NULL,
  NULL
};

/* --- answers: (transfer full) (nullable) to a method whose parameters these are; floating --- */

static char *
dup_words (GVariant *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);

  return g_strjoinv (" ", (char **) words);
}

/* The terms are the last parameter; what was found for fewer of them is of no use: another may be the best for more. */
static GVariant *
answer_result_set (RemitSearchProvider *self,
                   RemitFinder         *finder,
                   GVariant            *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree char *words = dup_words (terms);
  g_autoptr (GListModel) findings = remit_finder_find (finder, words, NULL, LIMIT);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);
      g_variant_builder_add (&ids, "s", remit_finding_get_id (finding));
    }
  return g_variant_new ("(as)", &ids);
}

/* What is not known any more has no entry. */
static GVariant *
answer_result_metas (RemitSearchProvider *self,
                     RemitFinder         *finder,
                     GVariant            *parameters)
{
  g_autofree const char **ids = NULL;
  GVariantBuilder metas;

  g_variant_get (parameters, "(^a&s)", &ids);
  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (const char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RemitFinding) finding = remit_finder_lookup (finder, *id);

      if (finding == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (*id));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (remit_finding_get_title (finding)));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (remit_finding_get_reason (finding)));
      g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (REMIT_APP_ID));
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

/* Where the result is not known any more its words are searched. */
static GVariant *
answer_activate (RemitSearchProvider *self,
                 RemitFinder         *finder,
                 GVariant            *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 1);
  g_autofree char *words = dup_words (terms);
  g_autoptr (RemitFinding) finding = NULL;
  const char *id;

  g_variant_get_child (parameters, 0, "&s", &id);
  finding = remit_finder_lookup (finder, id);
  if (finding != NULL)
    g_signal_emit (self, signals[ACTIVATE_RESULT], 0, finding);
  else
    g_signal_emit (self, signals[LAUNCH_SEARCH], 0, words);
  return NULL;
}

static GVariant *
answer_launch (RemitSearchProvider *self,
               RemitFinder         *finder,
               GVariant            *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 0);
  g_autofree char *words = dup_words (terms);

  g_signal_emit (self, signals[LAUNCH_SEARCH], 0, words);
  return NULL;
}

/* --- requests --- */

typedef struct
{
  RemitSearchProvider *provider;
  GDBusMethodInvocation *invocation;
} Request;

static void
on_finder (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  static const struct
  {
    const char *method;
    GVariant *(*answer) (RemitSearchProvider *self, RemitFinder *finder, GVariant *parameters);
  } answers[] = {
    { "GetInitialResultSet", answer_result_set }, { "GetSubsearchResultSet", answer_result_set }, { "GetResultMetas", answer_result_metas },
    { "ActivateResult", answer_activate },        { "LaunchSearch", answer_launch },
  };
  g_autofree Request *request = user_data;
  g_autoptr (RemitSearchProvider) self = request->provider;
  g_autoptr (RemitFinder) finder = remit_finder_source_get_finish (REMIT_FINDER_SOURCE (source), result, NULL); /* cannot fail: nobody cancels it */
  const char *method = g_dbus_method_invocation_get_method_name (request->invocation);
  GVariant *answer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].method, method))
      answer = answers[i].answer (self, finder, g_dbus_method_invocation_get_parameters (request->invocation));
  g_dbus_method_invocation_return_value (request->invocation, answer);
  g_application_release (self->application);
}

static void
on_catalog_read (GObject      *catalog,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Request *request = user_data;

  remit_catalog_read_finish (REMIT_CATALOG (catalog), result, NULL);
  remit_finder_source_get_async (request->provider->source, NULL, on_finder, request);
}

static void
on_method_call (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  RemitSearchProvider *self = user_data;
  Request *request = g_new (Request, 1);

  request->provider = g_object_ref (self);
  request->invocation = invocation;
  g_application_hold (self->application);
  remit_catalog_read_async (self->catalog, NULL, on_catalog_read, request);
}

/* --- class --- */

static void
remit_search_provider_dispose (GObject *object)
{
  RemitSearchProvider *self = REMIT_SEARCH_PROVIDER (object);

  remit_search_provider_unexport (self);
  g_clear_object (&self->source);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (remit_search_provider_parent_class)->dispose (object);
}

static void
remit_search_provider_class_init (RemitSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_search_provider_dispose;

  /**
   * RemitSearchProvider::activate-result:
   * @finding: what somebody has chosen
   */
  signals[ACTIVATE_RESULT] = g_signal_new ("activate-result", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_FINDING);
  /**
   * RemitSearchProvider::launch-search:
   * @words: what somebody wants to search in the program itself
   */
  signals[LAUNCH_SEARCH] = g_signal_new ("launch-search", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
remit_search_provider_init (RemitSearchProvider *self)
{
}

/**
 * remit_search_provider_new:
 * @application: what is to run until an answer is sent; it must live longer
 * @catalog: what is searched
 *
 * Returns: (transfer full): a provider that nobody can ask yet
 */
RemitSearchProvider *
remit_search_provider_new (GApplication *application,
                           RemitCatalog *catalog)
{
  RemitSearchProvider *self = g_object_new (REMIT_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  self->catalog = g_object_ref (catalog);
  self->source = remit_finder_source_new (G_LIST_MODEL (catalog));
  return self;
}

/**
 * remit_search_provider_export:
 * @object_path: where the shell finds it; the file in share/gnome-shell/search-providers says so, too
 *
 * Returns: whether the path was free
 */
gboolean
remit_search_provider_export (RemitSearchProvider *self,
                              GDBusConnection     *connection,
                              const char          *object_path,
                              GError             **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_call };

  g_return_val_if_fail (REMIT_IS_SEARCH_PROVIDER (self) && self->registration_id == 0, FALSE);

  self->registration_id = g_dbus_connection_register_object (connection, object_path, (GDBusInterfaceInfo *) &interface, &vtable, self, NULL, error);
  if (self->registration_id != 0)
    self->connection = g_object_ref (connection);
  return self->registration_id != 0;
}

void
remit_search_provider_unexport (RemitSearchProvider *self)
{
  g_return_if_fail (REMIT_IS_SEARCH_PROVIDER (self));

  if (self->registration_id != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration_id);
  self->registration_id = 0;
  g_clear_object (&self->connection);
}
