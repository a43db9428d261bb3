"""Reads the boundaries of the 57 kelurahan out of a GeoJSON file. Pure but for its rows.

Nothing is guessed: a feature is matched by its Kemendagri code or its name, and whatever does not
fit is told in words. What this gives is still as fine as the file; kim/simplifying.py thins it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from kim.models import Kelurahan

# Properties as agencies and volunteers name them; letter case does not matter.
CODES = "kode code kode_desa kdepum kode_kd kode_kel kode_kelurahan kode_kemendagri".split()
NAMES = (
    "name nama namobj wadmkd desa kelurahan kel_desa nama_desa nama_kel nama_kelurahan "
    "nm_kelurahan nmdesa village name_4"
).split()
CITIES = "wadmkk kabkot kab_kota kota nmkab kabupaten name_2".split()
CITY = "kotamalang"
# Nothing of the city lies outside: longitude, latitude.
WEST, EAST, SOUTH, NORTH = 112.4, 112.9, -8.25, -7.75
FAR = 0.03  # degrees between a boundary and the middle on record: some three kilometres
PREFIX = re.compile(r"^(kelurahan|kel\.?|desa)\s+", re.IGNORECASE)


class UnreadableBoundariesError(ValueError):
    """The file cannot be used; ``problems`` says why, one sentence each."""

    def __init__(self, problems: list[str]):
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Feature:
    """One feature of the file that may be a kelurahan."""

    number: int
    properties: dict[str, str]
    geometry: object

    def said(self, names: Iterable[str]) -> list[str]:
        return [self.properties[name] for name in names if self.properties.get(name)]

    def __str__(self) -> str:
        words = self.said(NAMES) or self.said(CODES)
        return f"Fitur ke-{self.number}" + (f" ({words[0]})" if words else "")


def read_boundaries(text: str, places: Iterable[Kelurahan]) -> dict[int, list]:
    """Return the polygons of every one of ``places`` by its key.

    Raises UnreadableBoundariesError with everything that is wrong: not GeoJSON, a name or code that
    nobody knows, a kelurahan twice or not at all, a polygon that is none or lies elsewhere.
    Features that say they belong to another city are passed over.
    """
    places = list(places)
    by_code = {_digits(place.code): place for place in places}
    by_name = {_bare(name): place for place in places for name in (place.name, *place.alias_list)}
    found: dict[int, list] = {}
    first: dict[int, Feature] = {}
    problems: list[str] = []
    for feature in _features(text):
        try:
            place = _place(feature, by_code, by_name)
            if place.pk in first:
                raise ValueError(f"{place} sudah ada pada fitur ke-{first[place.pk].number}")
            first[place.pk] = feature
            found[place.pk] = _polygons(feature.geometry)
            _is_there(place, found[place.pk])
        except ValueError as error:
            problems.append(f"{feature}: {error}.")
    lacking = [place.name for place in places if place.pk not in first]
    if lacking:
        problems.append(f"Tidak ada batas untuk {len(lacking)} kelurahan: {', '.join(lacking)}.")
    if problems:
        raise UnreadableBoundariesError(problems)
    return found


def _features(text: str) -> Iterator[Feature]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableBoundariesError([f"Bukan JSON yang utuh: {error}."]) from error
    rows = data.get("features") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        raise UnreadableBoundariesError(["Bukan GeoJSON: tidak ada daftar “features”."])
    for number, row in enumerate(rows, 1):
        row = row if isinstance(row, dict) else {}
        properties = row.get("properties")
        words = {
            str(name).casefold(): str(value).strip()
            for name, value in (properties if isinstance(properties, dict) else {}).items()
            if isinstance(value, str | int) and str(value).strip()
        }
        feature = Feature(number, words, row.get("geometry"))
        cities = feature.said(CITIES)
        if not cities or any(_bare(city) == CITY for city in cities):
            yield feature


def _place(
    feature: Feature, by_code: dict[str, Kelurahan], by_name: dict[str, Kelurahan]
) -> Kelurahan:
    codes, names = feature.said(CODES), feature.said(NAMES)
    if not codes and not names:
        raise ValueError("tidak ada kode atau nama kelurahan")
    coded = {by_code[_digits(code)] for code in codes if _digits(code) in by_code}
    named = {by_name[_bare(name)] for name in names if _bare(name) in by_name}
    if len(coded | named) > 1:
        words = " dan ".join(sorted(str(place) for place in coded | named))
        raise ValueError(f"kode dan namanya menunjuk kelurahan yang berbeda: {words}")
    if coded or named:
        return (coded | named).pop()
    near = [
        by_name[match]
        for name in names
        for match in get_close_matches(_bare(name), by_name, 1, cutoff=0.6)
    ]
    hint = f"; mungkin {near[0]}" if near else ""
    raise ValueError(f"kelurahan itu tidak dikenal{hint}")


def _polygons(geometry: object) -> list:
    """Return the polygons of a geometry; ValueError tells what is wrong with it."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise ValueError(f"bentuknya {kind or 'kosong'}, bukan Polygon atau MultiPolygon")
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons:
        raise ValueError("tidak berisi poligon")
    for rings in polygons:
        if not isinstance(rings, list) or not rings:
            raise ValueError("tidak berisi cincin")
        for ring in rings:
            _check_ring(ring)
    return [[[[x, y] for x, y, *_ in ring] for ring in rings] for rings in polygons]


def _check_ring(ring: object) -> None:
    if not isinstance(ring, list) or len(ring) < 4:
        raise ValueError("ada cincin dengan kurang dari empat titik")
    for point in ring:
        if not isinstance(point, list) or len(point) < 2 or not all(map(_is_number, point[:2])):
            raise ValueError("ada titik yang bukan pasangan bujur dan lintang")
        x, y = point[:2]
        if not (WEST <= x <= EAST and SOUTH <= y <= NORTH):
            is_turned = WEST <= y <= EAST and SOUTH <= x <= NORTH
            hint = "bujur dan lintang tertukar" if is_turned else "tulis dalam derajat (WGS 84)"
            raise ValueError(f"titik {x}, {y} jauh dari Kota Malang; {hint}")
    if ring[0][:2] != ring[-1][:2]:
        raise ValueError("ada cincin yang tidak tertutup: titik akhirnya bukan titik awalnya")
    if len({(x, y) for x, y, *_ in ring}) < 3:
        raise ValueError("ada cincin tanpa luas")


def _is_there(place: Kelurahan, polygons: list) -> None:
    points = [point for rings in polygons for point in rings[0]]
    x, y = float(place.longitude), float(place.latitude)
    (left, right), (south, north) = (
        (min(values), max(values)) for values in zip(*points, strict=True)
    )
    if not (left - FAR <= x <= right + FAR and south - FAR <= y <= north + FAR):
        raise ValueError(f"letaknya jauh dari titik tengah {place} yang tercatat")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 1e9


def _digits(code: str) -> str:
    return "".join(re.findall(r"[0-9]", code))


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", PREFIX.sub("", name.strip())).casefold()
