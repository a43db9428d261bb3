"""Penyunting teach the search; what was missed they read and clear away."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = {
    "synonym": ("add", "change", "view", "delete"),
    "pin": ("add", "change", "view", "delete"),
    "miss": ("view", "delete"),
}


def give_rights(apps, schema_editor):
    alias = schema_editor.connection.alias
    create_permissions(installed.get_app_config("search"), verbosity=0, using=alias, apps=apps)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    codenames = [f"{verb}_{model}" for model, verbs in RIGHTS.items() for verb in verbs]
    found = permissions.filter(content_type__app_label="search", codename__in=codenames)
    if len(found) != len(codenames):
        raise LookupError(f"One is lacking of {', '.join(codenames)}")
    # An office may have renamed or removed the role: its own are left alone.
    for group in apps.get_model("auth", "Group").objects.using(alias).filter(name="Penyunting"):
        group.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_the_table_of_words"),
        ("news", "0004_rights_of_the_award_year"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
