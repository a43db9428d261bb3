"""Consents recorded before say who gave them: the person herself. Then every consent must."""

from django.db import migrations
from django.db.models import F


def complete(apps, schema_editor):
    members = apps.get_model("kim", "KimMember").objects.using(schema_editor.connection.alias)
    members.exclude(consent_on=None).filter(consent_by="").update(consent_by=F("name"))
    early = members.filter(consent_withdrawn_on__lt=F("consent_on"))
    early.update(consent_withdrawn_on=F("consent_on"))


class Migration(migrations.Migration):
    dependencies = [("kim", "0003_the_living_atlas")]

    operations = [migrations.RunPython(complete, migrations.RunPython.noop)]
