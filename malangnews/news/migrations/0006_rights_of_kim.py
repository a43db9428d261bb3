"""The role of those who write for a KIM, and who at the desk looks after them.

A contributor gets no permission at all: what she may do is asked of kim.Contributor, so that no
list, suggestion, history or file of the desk opens to her.
"""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

ALL = ("add", "change", "view", "delete")
CONTRIBUTORS = "Kontributor KIM"
GROUPS = {
    "Penulis": {"kimactivity": ALL},
    "Penyunting": {"kimactivity": ALL, "potentialcontact": ALL},
    "Pembina KIM": {
        "kimactivity": ALL,
        "potentialcontact": ALL,
        "contributor": ("change", "view"),
        "invitation": ("add", "change", "view"),
        "boundary": ("view",),
    },
}


def give_rights(apps, schema_editor):
    alias = schema_editor.connection.alias
    create_permissions(installed.get_app_config("kim"), verbosity=0, using=alias, apps=apps)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    for name, rights in GROUPS.items():
        # An office may have renamed or removed a role: its own are left alone.
        for group in groups.filter(name=name):
            codenames = [f"{verb}_{model}" for model, verbs in rights.items() for verb in verbs]
            found = permissions.filter(content_type__app_label="kim", codename__in=codenames)
            if len(found) != len(codenames):
                raise LookupError(f"{name} lacks one of {', '.join(codenames)}")
            group.permissions.add(*found)
    groups.get_or_create(name=CONTRIBUTORS)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0005_stories_sent_by_kim"),
        ("kim", "0005_every_consent_is_whole"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
