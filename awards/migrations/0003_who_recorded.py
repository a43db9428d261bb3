"""Who began a record wrote its facts, as far as is known."""

from django.db import migrations
from django.db.models import F


def name_recorders(apps, schema_editor):
    awards = apps.get_model("awards", "Award").objects.using(schema_editor.connection.alias)
    awards.filter(recorded_by=None, confirmed_by=None).update(recorded_by=F("created_by"))


class Migration(migrations.Migration):
    dependencies = [("awards", "0002_the_desk_of_the_registry")]

    operations = [migrations.RunPython(name_recorders, migrations.RunPython.noop)]
