/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitFinderSource: one finder for all who ask, and another when the list has changed. */

#include "widget-fixture.h"

#include "remit-finder-source.h"

static void
take_finder (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GPtrArray *finders = user_data;
  g_autoptr (GError) error = NULL;
  RemitFinder *finder = remit_finder_source_get_finish (REMIT_FINDER_SOURCE (source), result, &error);

  if (finder == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_ptr_array_add (finders, finder);
}

static gboolean
finds (RemitFinder *finder,
       const char  *words)
{
  g_autoptr (GListModel) findings = remit_finder_find (finder, words, NULL, 1);

  return g_list_model_get_n_items (findings) == 1;
}

/* The thread may let go of it a little later than it answers. */
static void
wait_for_end (gpointer source)
{
  g_object_add_weak_pointer (source, &source);
  g_object_unref (source);
  wait_until (source == NULL);
}

static void
count_outdated (guint *n_outdated)
{
  (*n_outdated)++;
}

static void
test_get (void)
{
  g_autoptr (GListStore) frameworks = g_list_store_new (REMIT_TYPE_FRAMEWORK);
  g_autoptr (RemitFramework) made = make_framework (2, 2);
  g_autoptr (GPtrArray) finders = g_ptr_array_new_with_free_func (g_object_unref);
  RemitFinderSource *source = remit_finder_source_new (G_LIST_MODEL (frameworks));
  guint n_outdated = 0;

  g_signal_connect_swapped (source, "outdated", G_CALLBACK (count_outdated), &n_outdated);
  for (guint i = 0; i < 3; i++)
    remit_finder_source_get_async (source, NULL, take_finder, finders);
  wait_until (finders->len == 3);
  remit_finder_source_get_async (source, NULL, take_finder, finders);
  wait_until (finders->len == 4);
  for (guint i = 1; i < 4; i++)
    g_assert_true (finders->pdata[i] == finders->pdata[0]);
  g_assert_false (finds (finders->pdata[0], "L1"));

  g_list_store_append (frameworks, made);
  g_assert_cmpuint (n_outdated, ==, 1);
  remit_finder_source_get_async (source, NULL, take_finder, finders);
  wait_until (finders->len == 5);
  g_assert_true (finders->pdata[4] != finders->pdata[0]);
  g_assert_true (finds (finders->pdata[4], "L1"));
  wait_for_end (source);
}

/* The list changes while a thread makes the finder: whoever asked gets one that knows what is new. */
static void
test_change_meanwhile (void)
{
  g_autoptr (GListStore) frameworks = g_list_store_new (REMIT_TYPE_FRAMEWORK);
  g_autoptr (RemitFramework) made = make_framework (2, 2);
  g_autoptr (GPtrArray) finders = g_ptr_array_new_with_free_func (g_object_unref);
  RemitFinderSource *source = remit_finder_source_new (G_LIST_MODEL (frameworks));

  remit_finder_source_get_async (source, NULL, take_finder, finders);
  g_list_store_append (frameworks, made);
  wait_until (finders->len == 1);
  g_assert_true (finds (finders->pdata[0], "L1"));
  wait_for_end (source);
}

/* Who does not want it any more is told so; the source goes when the thread is done. */
static void
test_cancel (void)
{
  g_autoptr (GListStore) frameworks = g_list_store_new (REMIT_TYPE_FRAMEWORK);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) finders = g_ptr_array_new ();
  gpointer source = remit_finder_source_new (G_LIST_MODEL (frameworks));

  g_object_add_weak_pointer (source, &source);
  remit_finder_source_get_async (source, cancellable, take_finder, finders);
  g_cancellable_cancel (cancellable);
  g_object_unref (source);
  wait_until (finders->len == 1 && source == NULL);
  g_assert_null (finders->pdata[0]);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/finder-source/get", test_get);
  g_test_add_func ("/finder-source/change-meanwhile", test_change_meanwhile);
  g_test_add_func ("/finder-source/cancel", test_cancel);
  return g_test_run ();
}
