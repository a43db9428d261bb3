"""Load the five kecamatan and 57 kelurahan from kim/data/kelurahan.csv."""

from django.db import migrations
from django.utils.text import slugify

from kim import reference


def load(apps, schema_editor):
    kecamatan_model = apps.get_model("kim", "Kecamatan")
    kelurahan_model = apps.get_model("kim", "Kelurahan")
    at_place = {}
    for row in reference.rows():
        kecamatan, _ = kecamatan_model.objects.get_or_create(
            code=row["kecamatan_code"],
            defaults={"name": row["kecamatan"], "slug": slugify(row["kecamatan"])},
        )
        place = int(row["hex_column"]), int(row["hex_row"])
        at_place[place] = kelurahan_model.objects.create(
            code=row["code"],
            name=row["name"],
            slug=slugify(row["name"]),
            kecamatan=kecamatan,
            postal_code=row["postal_code"],
            latitude=row["lat"],
            longitude=row["lon"],
            area_km2=row["area_km2"],
            hex_column=place[0],
            hex_row=place[1],
            aliases=row["aliases"].replace("|", "\n"),
        )
    for place, kelurahan in at_place.items():
        beside = [at_place[p] for p in reference.hex_neighbours(*place) if p in at_place]
        kelurahan.neighbours.add(*beside)


def unload(apps, schema_editor):
    apps.get_model("kim", "Kelurahan").objects.all().delete()
    apps.get_model("kim", "Kecamatan").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("kim", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]
