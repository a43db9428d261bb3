"""kim/boundary_file.py: what is taken for a kelurahan, and what is told of what is not."""

import copy

import pytest

from kim.boundary_file import UnreadableBoundariesError, read_boundaries
from kim.models import Kelurahan
from tests.factories import kelurahan
from tests.kim.squares import as_text, collection, feature, square

pytestmark = pytest.mark.django_db


def read(data: dict | str) -> dict:
    text = data if isinstance(data, str) else as_text(data)
    return read_boundaries(text, Kelurahan.objects.all())


def problems(data: dict | str) -> list[str]:
    with pytest.raises(UnreadableBoundariesError) as caught:
        read(data)
    return caught.value.problems


def with_samaan(**changes) -> dict:
    """All 57, with something else at Samaan's feature; ``geometry`` or ``properties``."""
    data = collection()
    row = next(row for row in data["features"] if row["properties"]["NAMOBJ"] == "Samaan")
    row.update(changes)
    return data


def test_whole_file_gives_every_kelurahan():
    found = read(collection())
    assert len(found) == 57
    samaan = kelurahan("Samaan")
    assert found[samaan.pk] == [[square(float(samaan.longitude), float(samaan.latitude))]]


@pytest.mark.parametrize(
    "properties",
    [
        {"kode": "35.73.02.1003"},
        {"KDEPUM": "3573021003"},
        {"name": "SAMAAN"},
        {"WADMKD": "Kelurahan Samaan", "WADMKK": "Kota Malang"},
        {"Nama_Desa": " samaan ", "kode": "999"},
    ],
)
def test_kelurahan_is_known_by_code_or_name(properties):
    samaan = kelurahan("Samaan")
    properties = {
        name: samaan.code if value == "35.73.02.1003" else value
        for name, value in properties.items()
    }
    if "KDEPUM" in properties:
        properties["KDEPUM"] = samaan.code.replace(".", "")
    assert samaan.pk in read(with_samaan(properties=properties))


def test_kelurahan_is_known_by_another_spelling():
    data = collection()
    row = next(r for r in data["features"] if r["properties"]["NAMOBJ"] == "Rampalcelaket")
    row["properties"] = {"nama": "Rampal Celaket"}
    assert kelurahan("Rampalcelaket").pk in read(data)


def test_several_polygons_and_heights_are_taken():
    samaan = kelurahan("Samaan")
    ring = [[*point, 450.0] for point in square(float(samaan.longitude), float(samaan.latitude))]
    geometry = {"type": "MultiPolygon", "coordinates": [[ring], [ring]]}
    (first, second) = read(with_samaan(geometry=geometry))[samaan.pk]
    assert first == second
    assert len(first[0][0]) == 2


def test_other_cities_are_passed_over():
    data = collection()
    data["features"].append(
        {"type": "Feature", "properties": {"WADMKD": "Pandanlandung", "WADMKK": "Malang"}}
    )
    assert len(read(data)) == 57


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({"name": "Saman"}, "kelurahan itu tidak dikenal; mungkin Samaan"),
        ({"name": "Xyz"}, "kelurahan itu tidak dikenal."),
        ({"kode": "35.99"}, "kelurahan itu tidak dikenal."),
        ({}, "tidak ada kode atau nama kelurahan"),
        ({"name": ["Samaan"]}, "tidak ada kode atau nama kelurahan"),
        ({"name": "Kasin"}, "Kasin sudah ada pada fitur ke-"),
    ],
)
def test_unknown_kelurahan_is_named_with_the_nearest_and_as_missing(properties, words):
    told = problems(with_samaan(properties=properties))
    assert any(words in line for line in told), told
    assert "Tidak ada batas untuk 1 kelurahan: Samaan." in told


def test_code_and_name_of_two_kelurahan_are_a_contradiction():
    properties = {"kode": kelurahan("Kasin").code, "nama": "Samaan"}
    (first, *_) = problems(with_samaan(properties=properties))
    assert "kode dan namanya menunjuk kelurahan yang berbeda: Kasin dan Samaan" in first


def ring_of(*points) -> dict:
    return {"type": "Polygon", "coordinates": [list(points)]}


HERE = square(112.62, -7.965)


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (None, "bentuknya kosong"),
        ("POLYGON", "bentuknya kosong"),
        ({"type": "Point", "coordinates": [112.6, -7.9]}, "bentuknya Point"),
        ({"type": "Polygon"}, "tidak berisi cincin"),
        ({"type": "MultiPolygon"}, "tidak berisi poligon"),
        ({"type": "MultiPolygon", "coordinates": []}, "tidak berisi poligon"),
        ({"type": "MultiPolygon", "coordinates": [[]]}, "tidak berisi cincin"),
        (ring_of(*HERE[:3]), "kurang dari empat titik"),
        (ring_of(*HERE[:4]), "tidak tertutup"),
        (ring_of(HERE[0], HERE[1], HERE[1], HERE[0]), "tanpa luas"),
        (ring_of(*[["a", "b"]] * 4), "bukan pasangan bujur dan lintang"),
        (ring_of(*[[True, False]] * 4), "bukan pasangan bujur dan lintang"),
        (ring_of(*[[10**400, 1]] * 4), "bukan pasangan bujur dan lintang"),
        (ring_of(*[[y, x] for x, y in HERE]), "bujur dan lintang tertukar"),
        (ring_of(*[[678_000, 9_119_000]] * 4), "tulis dalam derajat (WGS 84)"),
        (ring_of(*square(112.80, -8.1)), "letaknya jauh dari titik tengah Samaan"),
    ],
)
def test_wrong_geometry_is_told(geometry, words):
    told = problems(with_samaan(geometry=geometry))
    assert len(told) == 1, told
    assert "(Samaan)" in told[0]
    assert words in told[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Bukan JSON yang utuh"),
        ("[" * 100_000, "Bukan JSON yang utuh"),
        ("[]", "Bukan GeoJSON"),
        ('{"features": 3}', "Bukan GeoJSON"),
        ('{"type": "Topology"}', "Bukan GeoJSON"),
    ],
)
def test_what_is_no_geojson_is_told(text, words):
    assert words in problems(text)[0]


def test_features_that_are_none_do_no_harm():
    data = collection()
    data["features"] += [None, 7, {"properties": None}, {"properties": {"name": None}}]
    told = problems(data)
    assert len(told) == 4
    assert all("tidak ada kode atau nama" in line for line in told)


def test_every_fault_is_told_at_once():
    data = copy.deepcopy(collection())
    data["features"][3]["properties"] = {"name": "Entah"}
    data["features"][5]["geometry"] = None
    data["features"] = [*data["features"][:-1], feature(kelurahan("Samaan"))]
    assert len(problems(data)) == 4
