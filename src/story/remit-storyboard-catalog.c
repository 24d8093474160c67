/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-storyboard-catalog.h"

#include <glib/gi18n-lib.h>

#include "lessons-resources.h"

/* In the order in which they are best learned. */
static const char *const built_in_ids[] = { "why", "house-and-flat", "service-models", "always-yours", "moving-middle", "always-microsofts",
                                            "vm-step-by-step", "ai", "traditional-and-cloud", "compliance", "editions", "key-points", NULL };

/* Frameworks that only lessons have. */
static const char *const own_framework_ids[] = { "home" };

#define N_OWN_FRAMEWORKS G_N_ELEMENTS (own_framework_ids)

struct _RemitStoryboardCatalog
{
  RemitDocumentCatalog parent_instance;
  RemitCatalog *frameworks;
  RemitFramework *own_frameworks[N_OWN_FRAMEWORKS]; /* NULL until it is read */
};

G_DEFINE_FINAL_TYPE (RemitStoryboardCatalog, remit_storyboard_catalog, REMIT_TYPE_DOCUMENT_CATALOG)

static RemitFramework *
find_framework (gpointer    self,
                const char *id)
{
  return remit_storyboard_catalog_find_framework (self, id);
}

/* A thread has a catalogue of its own: ours reads when it is asked, and so it belongs to our thread. */
static RemitReader *
create_reader (RemitDocumentCatalog *self)
{
  RemitStoryboardCatalog *catalog = self != NULL ? g_object_ref (REMIT_STORYBOARD_CATALOG (self)) : remit_storyboard_catalog_new (NULL);

  return remit_storyboard_reader_new (find_framework, catalog, g_object_unref);
}

static char *
dup_taken (const char *id)
{
  return g_strdup_printf (_("the id \"%s\" is taken by another lesson"), id);
}

static void
remit_storyboard_catalog_finalize (GObject *object)
{
  RemitStoryboardCatalog *self = REMIT_STORYBOARD_CATALOG (object);

  g_clear_object (&self->frameworks);
  for (guint i = 0; i < N_OWN_FRAMEWORKS; i++)
    g_clear_object (&self->own_frameworks[i]);

  G_OBJECT_CLASS (remit_storyboard_catalog_parent_class)->finalize (object);
}

static void
remit_storyboard_catalog_class_init (RemitStoryboardCatalogClass *klass)
{
  RemitDocumentCatalogClass *catalog_class = REMIT_DOCUMENT_CATALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_storyboard_catalog_finalize;
  catalog_class->document_type = REMIT_TYPE_STORYBOARD;
  catalog_class->folder = "lessons";
  catalog_class->built_in = built_in_ids;
  catalog_class->get_resource = remit_lessons_get_resource;
  catalog_class->create_reader = create_reader;
  catalog_class->dup_taken = dup_taken;
}

static void
remit_storyboard_catalog_init (RemitStoryboardCatalog *self)
{
}

/**
 * remit_storyboard_catalog_new:
 * @frameworks: (nullable): where the frameworks of built-in lessons come from; a catalogue of its own where it is %NULL
 *
 * Lessons of the data folders are read in a thread (remit_document_catalog_read_async()) and may have frameworks that say the same as
 * those of @frameworks and are other objects.
 *
 * Returns: (transfer full): the lessons at hand
 */
RemitStoryboardCatalog *
remit_storyboard_catalog_new (RemitCatalog *frameworks)
{
  RemitStoryboardCatalog *self = g_object_new (REMIT_TYPE_STORYBOARD_CATALOG, NULL);

  self->frameworks = frameworks != NULL ? g_object_ref (frameworks) : remit_catalog_new ();
  return self;
}

/* (transfer full): a reader of lessons for this thread, which finds the frameworks that are at hand; keeps the catalogue. */
RemitReader *
remit_storyboard_catalog_create_reader (RemitStoryboardCatalog *self)
{
  g_return_val_if_fail (REMIT_IS_STORYBOARD_CATALOG (self), NULL);

  return create_reader (REMIT_DOCUMENT_CATALOG (self));
}

/**
 * remit_storyboard_catalog_find_framework:
 *
 * Where no framework that is built in has the id, the data folders of frameworks are read, once: waits for the disk.
 *
 * Returns: (transfer none) (nullable): a framework that lessons may name: one of lessons only, or one of the catalogue
 */
RemitFramework *
remit_storyboard_catalog_find_framework (RemitStoryboardCatalog *self,
                                         const char             *id)
{
  RemitFramework *framework;

  g_return_val_if_fail (REMIT_IS_STORYBOARD_CATALOG (self), NULL);

  for (guint i = 0; i < N_OWN_FRAMEWORKS; i++)
    if (g_strcmp0 (own_framework_ids[i], id) == 0)
      {
        g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();

        if (self->own_frameworks[i] == NULL)
          self->own_frameworks[i] = remit_document_catalog_read_built_in (REMIT_READER (reader), remit_lessons_get_resource (),
                                                                          "lessons/frameworks", id);
        return self->own_frameworks[i];
      }
  framework = remit_catalog_find (self->frameworks, id);
  if (framework == NULL && !remit_catalog_is_read (self->frameworks))
    {
      remit_catalog_read (self->frameworks);
      framework = remit_catalog_find (self->frameworks, id);
    }
  return framework;
}
