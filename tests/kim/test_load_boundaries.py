"""manage.py load_boundaries: all or nothing, and the same file twice changes nothing."""

import pytest
from django.core.management import CommandError, call_command

from kim.models import Boundary
from tests.factories import kelurahan
from tests.kim.squares import as_text, collection

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path, capsys):
    def call(data: dict | str, **options) -> str:
        file = tmp_path / "batas.geojson"
        text = data if isinstance(data, str) else as_text(data)
        file.write_text(text, encoding="utf-8")
        call_command("load_boundaries", str(file), **options)
        return capsys.readouterr().out

    return call


def test_file_is_loaded_with_its_source(load):
    told = load(
        collection(), source_name="Peta uji", source_url="https://peta.example/", licence="CC0"
    )
    assert "57 dari 57 batas disimpan" in told
    row = Boundary.objects.get(kelurahan=kelurahan("Samaan"))
    assert (row.source_name, row.source_url, row.licence) == (
        "Peta uji",
        "https://peta.example/",
        "CC0",
    )
    assert len(row.polygons[0][0]) == 5


def test_same_file_again_changes_nothing(load):
    load(collection())
    before = dict(Boundary.objects.values_list("pk", "loaded_at"))
    assert "0 dari 57 batas disimpan, 57 sudah sama" in load(collection())
    assert dict(Boundary.objects.values_list("pk", "loaded_at")) == before


def test_only_what_differs_is_written(load):
    load(collection())
    data = collection()
    ring = data["features"][0]["geometry"]["coordinates"][0]
    ring[1][0] += 0.001
    assert "1 dari 57 batas disimpan" in load(data)
    assert Boundary.objects.count() == 57


def test_one_fault_and_nothing_is_loaded(load):
    data = collection()
    data["features"][10]["properties"] = {"name": "Entah"}
    with pytest.raises(CommandError, match="Tidak ada yang dimuat") as caught:
        load(data)
    assert "Fitur ke-11 (Entah)" in str(caught.value)
    assert not Boundary.objects.exists()


def test_fault_leaves_what_was_loaded_before(load):
    load(collection())
    with pytest.raises(CommandError):
        load(collection(collection()["features"][:56]))
    assert Boundary.objects.count() == 57


def test_many_faults_are_cut_short_but_what_lacks_is_always_named(load):
    rows = [{"properties": {"name": f"Entah {n}"}} for n in range(100)]
    with pytest.raises(CommandError) as caught:
        load(collection(rows))
    told = str(caught.value).splitlines()
    assert len(told) < 50
    assert any(line.startswith("Tidak ada batas untuk 57 kelurahan") for line in told)
    assert told[-1] == "Dan 61 lagi."


@pytest.mark.parametrize(
    "options",
    [
        {"source_name": "x" * 201},
        {"licence": "x" * 121},
        {"source_url": "javascript:alert(1)"},
        {"tolerance": -1.0},
        {"tolerance": float("nan")},
    ],
)
def test_options_that_cannot_be_are_refused(load, options):
    with pytest.raises(CommandError):
        load(collection(), **options)
    assert not Boundary.objects.exists()


def test_file_that_is_not_there_or_no_text_is_told(tmp_path):
    picture = tmp_path / "gambar.geojson"
    picture.write_bytes(b"\xff\xd8\xff\xe0")
    for path in (picture, tmp_path / "tiada.geojson", tmp_path):
        with pytest.raises(CommandError, match="tidak dapat dibaca"):
            call_command("load_boundaries", str(path))
    with pytest.raises(CommandError, match="Sebutkan berkas"):
        call_command("load_boundaries")


def test_boundaries_can_be_taken_away_again(load, capsys):
    load(collection())
    call_command("load_boundaries", remove=True)
    assert "57 batas dihapus" in capsys.readouterr().out
    assert not Boundary.objects.exists()
