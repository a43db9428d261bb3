"""What each role may do with the award year and with merging, once 0002 has made the roles."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

ALL = ("add", "change", "view", "delete")
KEEPER = {
    "call": ALL,
    "entry": ALL,
    "merge": ("add", "change", "view"),
}
GROUPS = {
    "Penulis": {"call": ("view",), "entry": ("view",)},
    "Penyunting": KEEPER,
    "Pengelola Penghargaan": KEEPER,
}


def give_rights(apps, schema_editor):
    alias = schema_editor.connection.alias
    config = installed.get_app_config("awards")
    create_permissions(config, verbosity=0, using=alias, apps=apps)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    for name, rights in GROUPS.items():
        # An office may have renamed or removed a role: its own are left alone.
        for group in groups.filter(name=name):
            codenames = [f"{verb}_{model}" for model, verbs in rights.items() for verb in verbs]
            found = permissions.filter(content_type__app_label="awards", codename__in=codenames)
            if len(found) != len(codenames):
                raise LookupError(f"{name} lacks one of {', '.join(codenames)}")
            group.permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0003_the_desk_of_the_newsroom"),
        ("awards", "0003_who_recorded"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
