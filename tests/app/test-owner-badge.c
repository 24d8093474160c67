/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitOwnerBadge: the parties, in their colours and with a word where there is not just one; as a strip, colours alone. */

#include "widget-fixture.h"

#include "remit-owner-badge.h"

static RemitOwner *
find_owner (RemitFramework *framework,
            const char     *id)
{
  GListModel *owners = remit_framework_get_owners (framework);

  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);

      if (g_str_equal (remit_item_get_id (REMIT_ITEM (owner)), id))
        return owner; /* the framework holds it */
    }
  g_assert_not_reached ();
}

/* What it shows: "text(class,class) …", without the classes of GTK's own. */
static char *
describe (GtkWidget *badge)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (badge); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (child);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) ours = NULL;
      g_autofree char *list = NULL;

      for (char **name = classes; *name != NULL; name++)
        if (!g_str_equal (*name, "horizontal") && !g_str_equal (*name, "vertical"))
          g_strv_builder_add (builder, *name);
      ours = g_strv_builder_end (builder);
      list = g_strjoinv (",", ours);
      g_string_append_printf (text, "%s%s(%s)", text->len > 0 ? " " : "", GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : "", list);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_owners (void)
{
  static const struct
  {
    const char *owner, *badge, *strip;
  } cases[] = {
    { "library", "Library(party,green)", "(party,green)" },
    { "library-and-it", "Library(party,green) City IT(party,blue) Library and City IT(kind)", "(party,green) (party,blue)" },
    { "all-three", "Library(party,green) City IT(party,blue) Vendor(party,orange) All three(kind)", "(party,green) (party,blue) (party,orange)" },
    { "contract", "By contract(party,depends)", "(party,depends)" },
  };
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  RemitOwnerBadge *badge = g_object_ref_sink (REMIT_OWNER_BADGE (remit_owner_badge_new ()));

  gtk_test_accessible_assert_role (badge, GTK_ACCESSIBLE_ROLE_GROUP);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shows = NULL;
      g_autofree char *strip = NULL;

      remit_owner_badge_set_owner (badge, find_owner (framework, cases[i].owner));
      shows = describe (GTK_WIDGET (badge));
      g_assert_cmpstr (shows, ==, cases[i].badge);
      remit_owner_badge_set_strip (badge, TRUE);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (badge), "strip"));
      strip = describe (GTK_WIDGET (badge));
      g_assert_cmpstr (strip, ==, cases[i].strip);
      remit_owner_badge_set_strip (badge, FALSE);
      g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (badge), "strip"));
    }
  remit_owner_badge_set_owner (badge, NULL);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (badge)));
  g_assert_finalize_object (badge);
}

static void
test_properties (void)
{
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  GObject *badge = g_object_ref_sink (G_OBJECT (remit_owner_badge_new ()));
  g_auto (GValue) no = G_VALUE_INIT;
  g_auto (GValue) yes = G_VALUE_INIT;

  g_value_init (&no, G_TYPE_BOOLEAN);
  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  assert_property (badge, "strip", &no, &yes);
  assert_object_property (badge, "owner", find_owner (framework, "vendor"));
  g_assert_finalize_object (badge);
}

/* In the narrowest details every word is inside the badge. */
static void
test_narrow (void)
{
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  GtkWidget *badge = remit_owner_badge_new ();
  GtkWindow *window;

  remit_owner_badge_set_owner (REMIT_OWNER_BADGE (badge), find_owner (framework, "all-three"));
  window = show_in_window (badge, 320, 200);
  for (GtkWidget *child = gtk_widget_get_first_child (badge); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (child, badge, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 320);
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (child))));
    }
  destroy_window (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/owner-badge/owners", test_owners);
  g_test_add_func ("/owner-badge/properties", test_properties);
  g_test_add_func ("/owner-badge/narrow", test_narrow);
  return g_test_run ();
}
