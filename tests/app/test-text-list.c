/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitTextList: shows its texts and nothing of what it showed before; rows are kept. */

#include "widget-fixture.h"

#include "remit-text-list.h"

static char *
describe (GtkWidget *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row))
      g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (row))));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *texts[5];
    const char *shows;
    guint n_rows;
  } cases[] = {
    { { "one", "two" }, "one|two|", 2 },
    { { "a", "b", "c", "<b>d</b>" }, "a|b|c|<b>d</b>|", 4 },
    { { "only" }, "only|", 4 },
    { { NULL }, "", 4 },
    { { "again", "and again" }, "again|and again|", 4 },
  };
  GtkWidget *list = g_object_ref_sink (remit_text_list_new ());

  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_null (gtk_widget_get_first_child (list));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shows = NULL;

      remit_text_list_set_texts (REMIT_TEXT_LIST (list), cases[i].texts);
      shows = describe (list);
      g_assert_cmpstr (shows, ==, cases[i].shows);
      g_assert_cmpuint (count_items (list), ==, cases[i].n_rows);
    }
  gtk_test_accessible_assert_role (gtk_widget_get_first_child (list), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  remit_text_list_set_texts (REMIT_TEXT_LIST (list), NULL);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_first_child (list)));
  g_assert_finalize_object (list);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/text-list/texts", test_texts);
  return g_test_run ();
}
