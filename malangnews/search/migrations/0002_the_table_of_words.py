"""The index itself, as each database makes one, and the first synonyms."""

from django.db import migrations

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE search_index USING fts5(names, lead, body, marks, detail=column,"
        ' tokenize="unicode61 remove_diacritics 0")',
    ],
    # A column for each scope and no places of words: what GIN answers needs no second look.
    "postgresql": [
        "CREATE TABLE search_index (id bigint PRIMARY KEY, names tsvector NOT NULL,"
        " leads tsvector NOT NULL, words tsvector NOT NULL)",
        *(
            f"CREATE INDEX search_index_{column} ON search_index USING gin ({column})"
            " WITH (fastupdate = off)"
            for column in ("names", "leads", "words")
        ),
        "ALTER TABLE search_index ALTER words SET STORAGE EXTERNAL, ALTER words SET STATISTICS 500,"
        " ALTER leads SET STATISTICS 500, ALTER names SET STATISTICS 500",
    ],
}
SYNONYMS = [
    (
        "kominfo\nkomdigi\nkementerian komunikasi dan informatika\n"
        "kementerian komunikasi dan digital",
        "Nama kementerian sebelum dan sesudah Oktober 2024.",
    ),
    (
        "diskominfo\nkominfo\ndinas komunikasi dan informatika",
        "Dinasnya; orang sering menyebut Kominfo.",
    ),
    ("kim\nkelompok informasi masyarakat\nkomunitas informasi masyarakat", ""),
    ("umkm\nusaha mikro kecil dan menengah\nusaha mikro kecil menengah", ""),
    ("pemkot\npemerintah kota", ""),
    ("pemprov\npemerintah provinsi", ""),
    ("jatim\njawa timur", ""),
    ("situs\nwebsite\nlaman\nsitus web", ""),
    ("walikota\nwali kota", ""),
    ("keterbukaan informasi\nkip", ""),
]


def create(apps, schema_editor):
    for sql in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(sql)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_index")


def teach(apps, schema_editor):
    synonyms = apps.get_model("search", "Synonym").objects.using(schema_editor.connection.alias)
    for phrases, note in SYNONYMS:
        synonyms.get_or_create(phrases=phrases, defaults={"note": note})


class Migration(migrations.Migration):
    dependencies = [("search", "0001_the_index")]

    operations = [
        migrations.RunPython(create, drop),
        migrations.RunPython(teach, migrations.RunPython.noop),
    ]
