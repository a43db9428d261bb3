"""Nothing is in a file that was not decided to be there, and each column has its words."""

import csv

import pytest

from awards.exports.columns import COLUMNS, DICTIONARY, KINDS, READ
from awards.exports.rows import cells, for_export
from awards.models import Award
from tests.factories import make_award, make_kim, make_person

pytestmark = pytest.mark.django_db

# A column added to the files is decided here too, by somebody who asked whether it may be public.
PUBLIC = (
    "id alamat_tetap alamat ajang singkatan tahun tingkat penyelenggara kategori kelas_peserta "
    "peringkat jenis_peringkat urutan penerima penerima_jenis penerima_id penerima_kelurahan karya "
    "jenis_karya diputuskan diputuskan_ketelitian dianugerahkan dianugerahkan_ketelitian tempat "
    "diserahkan nomor_piagam keterangan sanggahan sumber sumber_penerbit sumber_alamat terbit "
    "disimpan"
).split()


def row(award, site="https://contoh.id"):
    rows = Award.objects.filter(pk=award.pk)
    names = [column.name for column in COLUMNS]
    return dict(zip(names, next(iter(cells(rows, site))), strict=True))


def test_files_give_these_columns_and_no_other():
    assert [column.name for column in COLUMNS] == PUBLIC
    assert set(READ) == set(PUBLIC)


def test_every_column_has_a_kind_a_meaning_and_an_origin():
    with DICTIONARY.open(encoding="utf-8") as lines:
        assert next(csv.reader(lines)) == ["name", "kind", "meaning", "example", "origin"]
    for column in COLUMNS:
        assert column.kind in KINDS
        assert column.meaning.endswith((".", "bawah."))
        assert column.origin.endswith(".")


def test_row_tells_everything_that_the_page_tells(award):
    told = row(award)
    assert told["id"] == f"a{award.pk}"
    assert told["alamat_tetap"] == f"https://contoh.id/p/a{award.pk}/"
    assert told["alamat"] == f"https://contoh.id{award.get_absolute_url()}"
    assert (told["ajang"], told["singkatan"], told["tahun"]) == (
        "Anugerah Media Humas",
        "AMH",
        2023,
    )
    assert told["tingkat"] == "nasional"
    # Under the name that the ministry bore on that day.
    assert told["penyelenggara"] == ["Kementerian Komunikasi dan Informatika", "Humas Provinsi"]
    assert told["peringkat"] == "Terbaik I"
    assert (told["jenis_peringkat"], told["urutan"]) == ("terbaik", 1)
    assert told["penerima"] == ["Diskominfo Kota Malang", "KIM Samaan"]
    assert told["penerima_jenis"] == ["lembaga", "kim"]
    assert told["penerima_id"] == ["lembaga-diskominfo-kota-malang", "kim-kim-samaan"]
    assert told["penerima_kelurahan"] == ["", "Samaan"]
    assert (told["karya"], told["jenis_karya"]) == ("Gelaran Malang", "Video")
    assert told["tempat"] == "Surabaya"
    assert told["nomor_piagam"] == "12/AMH/2023"
    assert told["keterangan"] == "Satu piagam untuk keduanya."
    assert told["sumber"] == ["Berita penganugerahan"]


def test_date_known_by_the_month_is_no_day(award):
    told = row(award)
    assert (str(told["diputuskan"]), told["diputuskan_ketelitian"]) == ("2023-09", "bulan")
    assert (str(told["dianugerahkan"]), told["dianugerahkan_ketelitian"]) == (
        "2023-10-30",
        "tanggal",
    )


def test_identifiers_of_recipients_are_values_of_the_filter(award, client):
    for known in row(award)["penerima_id"]:
        assert award.category in client.get("/penghargaan/", {"penerima": known}).content.decode()


def test_withdrawn_kim_is_named_without_its_address():
    kim = make_kim(published=True, name="KIM Surut")
    award = make_award(published=True, recipients=[kim])
    type(kim).objects.filter(pk=kim.pk).withdraw("Diminta pengurusnya.")
    told = row(award)
    assert (told["penerima"], told["penerima_id"]) == (["KIM Surut"], [""])


def test_unknown_is_empty():
    told = row(make_award(published=True, recipients=[make_person()]))
    for name in ("karya", "diputuskan", "diputuskan_ketelitian", "dianugerahkan", "diserahkan"):
        assert not told[name]


@pytest.mark.parametrize("many", [1, 12])
def test_rows_cost_the_same_queries_however_many(many, django_assert_num_queries):
    for _ in range(many):
        make_award(published=True, recipients=[make_kim(published=True), make_person()])
    with django_assert_num_queries(7):
        assert len(list(for_export(Award.objects.published()).iterator(chunk_size=100))) == many
    with django_assert_num_queries(7):
        assert len(list(cells(Award.objects.published(), ""))) == many
