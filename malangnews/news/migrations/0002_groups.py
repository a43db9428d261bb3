"""The four roles of the newsroom, with the permissions that each needs.

Permissions are made after all migrations as a rule; here they are made first, so that the groups
can have them. Run again, it only adds what is missing.
"""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

EDIT = ("add", "change", "view")
ALL = (*EDIT, "delete")

# What is written at the desk: rows with a life of their own, and the rows inside their forms.
WRITTEN = ("news.article", "awards.award", "awards.handover", "kim.kim", "kim.potential")
INSIDE = (
    "news.byline",
    "awards.recipient",
    "awards.source",
    "awards.organizationname",
    "kim.kimmilestone",
    "kim.kimaccount",
)
NAMED = (
    "awards.programme",
    "awards.edition",
    "awards.organization",
    "awards.person",
    "awards.work",
)
STATED = ("awards.statedawardfigure", "kim.statedkimfigure")
NEWS = ("news.article", "news.byline", "news.correction", "news.rubric", "news.staffinitial")
PLACES = ("kim.kelurahan", "kim.kecamatan")
TAGS = ("taggit.tag", "taggit.taggeditem")

# The delete right on what is written reaches a writer's own drafts only: the admin sees to it.
WRITER = {
    **dict.fromkeys((*WRITTEN, *INSIDE), ALL),
    **dict.fromkeys((*NAMED, "media.photo"), EDIT),
    **dict.fromkeys((*PLACES, *TAGS, "news.rubric", "news.staffinitial"), ("view",)),
    "news.correction": ("view",),
}
GROUPS = {
    "Penulis": WRITER,
    "Penyunting": {
        **WRITER,
        **dict.fromkeys(WRITTEN, (*ALL, "publish")),
        **dict.fromkeys((*NAMED, *STATED, *TAGS, "media.photo"), ALL),
        **dict.fromkeys(("news.correction", "news.rubric", "news.staffinitial"), ALL),
    },
    "Pengelola Penghargaan": {
        **dict.fromkeys((*NEWS, *PLACES, *TAGS, "kim.kim", "kim.potential"), ("view",)),
        **dict.fromkeys(("kim.kimmilestone", "kim.kimaccount"), ("view",)),
        **dict.fromkeys((*NAMED, "media.photo", "awards.statedawardfigure"), ALL),
        **dict.fromkeys(("awards.recipient", "awards.source", "awards.organizationname"), ALL),
        **dict.fromkeys(("awards.award", "awards.handover"), (*ALL, "publish")),
    },
    "Pembina KIM": {
        **dict.fromkeys((*NEWS, *TAGS, "kim.kecamatan", "media.photo"), ("view",)),
        **dict.fromkeys(("kim.kimmilestone", "kim.kimaccount", "kim.kimmember"), ALL),
        **dict.fromkeys(("kim.kim", "kim.potential"), (*ALL, "publish")),
        "kim.statedkimfigure": ALL,
        "kim.kelurahan": ("change", "view"),
    },
}
LABELS = ("news", "awards", "kim", "media", "taggit")


def make_groups(apps, schema_editor):
    alias = schema_editor.connection.alias
    for label in LABELS:
        config = installed.get_app_config(label)
        create_permissions(config, verbosity=0, using=alias, apps=apps)
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    for name, rights in GROUPS.items():
        group, _ = group_model.objects.using(alias).get_or_create(name=name)
        for model, verbs in rights.items():
            label, model_name = model.split(".")
            codenames = [f"{verb}_{model_name}" for verb in verbs]
            found = permission_model.objects.using(alias).filter(
                content_type__app_label=label, codename__in=codenames
            )
            if len(found) != len(codenames):
                raise LookupError(f"{name}: {model} lacks one of {', '.join(codenames)}")
            group.permissions.add(*found)


def remove_groups(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0001_initial"),
        ("awards", "0001_initial"),
        ("kim", "0002_reference_places"),
        ("media", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
