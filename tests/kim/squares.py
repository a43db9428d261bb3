"""A GeoJSON file as a deployment might give it: a square round the middle of every kelurahan."""

import json

from kim.models import Kelurahan

HALF = 0.003


def square(longitude: float, latitude: float, half: float = HALF) -> list[list[float]]:
    """Return a closed ring."""
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    return [[round(longitude + x * half, 6), round(latitude + y * half, 6)] for x, y in corners]


def feature(place: Kelurahan, **properties) -> dict:
    ring = square(float(place.longitude), float(place.latitude))
    return {
        "type": "Feature",
        "properties": properties or {"KODE_DESA": place.code, "NAMOBJ": place.name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def collection(features: list[dict] | None = None) -> dict:
    """Return all 57, or the features given."""
    rows = [feature(place) for place in Kelurahan.objects.all()] if features is None else features
    return {"type": "FeatureCollection", "features": rows}


def as_text(data: dict) -> str:
    return json.dumps(data)
