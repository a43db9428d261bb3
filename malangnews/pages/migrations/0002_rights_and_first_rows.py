"""Who arranges pages, menus and front page; and the menus and the front page as they begin."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

ALL = ("add", "change", "view", "delete")
GROUPS = {
    # The delete right on what is written reaches a writer's own drafts only: the admin sees to it.
    "Penulis": {"page": ALL},
    "Penyunting": {
        "page": (*ALL, "publish"),
        "menuitem": ALL,
        "homeblock": ALL,
        "homestory": ALL,
        "alert": ALL,
    },
}
MENUS = {
    "head": {
        "Berita": "/berita/",
        "Penghargaan": "/penghargaan/",
        "KIM": "/kim/",
        "Potensi": "/kim/potensi/",
    },
    "explore": {
        "Berita": "/berita/",
        "Penghargaan": "/penghargaan/",
        "Statistik penghargaan": "/penghargaan/statistik/",
        "Buku tahunan": "/penghargaan/laporan/",
        "KIM": "/kim/",
        "Potensi kelurahan": "/kim/potensi/",
    },
    "office": {"Daftar ralat": "/ralat/", "Umpan RSS, Atom, dan JSON": "/umpan/"},
}
BLOCKS = ("lead", "figures", "stories", "atlas", "weekly")


def give_rights(apps, schema_editor):
    alias = schema_editor.connection.alias
    create_permissions(installed.get_app_config("pages"), verbosity=0, using=alias, apps=apps)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    for name, rights in GROUPS.items():
        # An office may have renamed or removed a role: its own are left alone.
        for group in groups.filter(name=name):
            codenames = [f"{verb}_{model}" for model, verbs in rights.items() for verb in verbs]
            found = permissions.filter(content_type__app_label="pages", codename__in=codenames)
            if len(found) != len(codenames):
                raise LookupError(f"{name} lacks one of {', '.join(codenames)}")
            group.permissions.add(*found)


def add_rows(apps, schema_editor):
    alias = schema_editor.connection.alias
    items = apps.get_model("pages", "MenuItem")
    blocks = apps.get_model("pages", "HomeBlock")
    items.objects.using(alias).bulk_create(
        items(menu=menu, label=label, address=address, position=position)
        for menu, links in MENUS.items()
        for position, (label, address) in enumerate(links.items(), 1)
    )
    blocks.objects.using(alias).bulk_create(
        blocks(kind=kind, position=position) for position, kind in enumerate(BLOCKS, 1)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_the_front_and_its_pages"),
        ("news", "0006_rights_of_kim"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(give_rights, migrations.RunPython.noop),
        migrations.RunPython(add_rows, migrations.RunPython.noop),
    ]
