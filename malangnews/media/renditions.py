"""Renditions: the sizes and shapes in which a photo is sent to readers.

"full" has the photo's own ratio; "cover" is 16:9, cropped around the focal point. WebP is made when
a photo is saved, AVIF (smaller, slower to write) afterwards by `manage.py make_avif`. A photo keeps
the list of what exists, so that a page asks the storage for nothing.
"""

import io
from collections.abc import Iterable
from typing import NamedTuple, TypedDict

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from PIL import Image

SHAPES = ("full", "cover")
# A phone shows a picture 328 to 400 px wide: 360 serves its plain screen, 720 the fine one.
WIDTHS = (360, 480, 720, 960, 1280)
RATIO = 16 / 9
AT_ONCE = ("webp",)
FORMATS = ("avif", "webp")  # the first that a browser knows is taken
QUALITY = {"webp": 75, "avif": 58}
# Wide files are shown on fine screens, where a coarser picture looks the same.
WIDE, QUALITY_OF_WIDE = 720, {"webp": 72, "avif": 54}
# The widest file that a phone takes, and what it may weigh: leaves and crowds need a coarser hand.
PHONE, PHONE_BYTES = 720, 55_000
COARSER = {"webp": (60, 50, 40, 30), "avif": (46, 38, 30)}
OPTIONS = {"webp": {"method": 4}, "avif": {"speed": 8}}


class Plan(TypedDict):
    """A rendition that a photo should have; ``focal`` (percent) only where it is cropped."""

    shape: str
    format: str
    width: int
    height: int
    focal: list[int] | None


class Rendition(Plan):
    """A rendition that exists: ``name`` is its file in the storage."""

    name: str


class Source(NamedTuple):
    """What a <source> of <picture> says; width and height are those of its largest file."""

    type: str
    srcset: str
    width: int
    height: int


def ladder(width: int) -> list[int]:
    """Return the widths to make of a picture so many px wide; none is larger than the picture."""
    return [step for step in WIDTHS if step < width] + ([width] if width <= WIDTHS[-1] else [])


def crop_box(size: tuple[int, int], focal: Iterable[int]) -> tuple[float, float, float, float]:
    """Return the largest 16:9 box (left, top, right, bottom in px) around a point in percent."""
    width, height = min(size[0], size[1] * RATIO), min(size[1], size[0] / RATIO)
    left, top = (
        min(max(side * percent / 100 - part / 2, 0), side - part)
        for side, percent, part in zip(size, focal, (width, height), strict=True)
    )
    return left, top, left + width, top + height


def wanted(
    size: tuple[int, int], focal: tuple[int, int], formats: Iterable[str] = FORMATS
) -> list[Plan]:
    """Return all that a photo of that size (px) and focal point (percent) should have."""
    plans = []
    for shape in SHAPES:
        left, top, right, bottom = crop_box(size, focal) if shape == "cover" else (0, 0, *size)
        for width in ladder(max(1, int(right - left))):
            plan = {
                "shape": shape,
                "width": width,
                "height": max(1, round(width * (bottom - top) / (right - left))),
                "focal": list(focal) if shape == "cover" else None,
            }
            plans += [Plan(format=kind, **plan) for kind in formats]
    return plans


def plan_of(rendition: Rendition) -> Plan:
    """Return what a rendition is, whatever its file is called."""
    return {key: value for key, value in rendition.items() if key != "name"}


def make(storage: Storage, master: str, image: Image.Image, plans: list[Plan]) -> list[Rendition]:
    """Draw and keep the planned renditions of ``image``, whose master's name is ``master``.

    Returns them with their names. When one fails, those made before it are taken away again.
    """
    made: list[Rendition] = []
    try:
        for shape in SHAPES:
            largest = None
            for plan in sorted(plans, key=lambda plan: -plan["width"]):
                if plan["shape"] != shape:
                    continue
                size = plan["width"], plan["height"]
                if largest is None:
                    box = crop_box(image.size, plan["focal"]) if plan["focal"] else None
                    largest = image.resize(size, Image.Resampling.LANCZOS, box, reducing_gap=3.0)
                picture = largest
                if picture.size != size:
                    picture = largest.resize(size, Image.Resampling.LANCZOS)
                name = storage.save(_name(master, plan), ContentFile(encode(picture, plan)))
                made.append(Rendition(name=name, **plan))
    except Exception:
        remove(storage, (rendition["name"] for rendition in made))
        raise
    return made


def encode(picture: Image.Image, plan: Plan) -> bytes:
    """Write a picture in the plan's format and return the file's bytes.

    What a phone takes is written coarser, step by step, while it is larger than ``PHONE_BYTES``.
    """
    kind = plan["format"]
    first = (QUALITY_OF_WIDE if plan["width"] >= WIDE else QUALITY)[kind]
    for quality in (first, *COARSER[kind]):
        buffer = io.BytesIO()
        picture.save(buffer, kind.upper(), quality=quality, **OPTIONS[kind])
        if plan["width"] > PHONE or buffer.tell() <= PHONE_BYTES:
            break
    return buffer.getvalue()


def remove(storage: Storage, names: Iterable[str]) -> None:
    """Delete files that nothing names any more; those already gone are no error."""
    for name in names:
        storage.delete(name)


def sources(storage: Storage, renditions: list[Rendition], shape: str) -> list[Source]:
    """Return what <picture> offers in that shape: AVIF first, then WebP; what there is of them."""
    found = []
    for kind in FORMATS:
        rows = [row for row in renditions if (row["shape"], row["format"]) == (shape, kind)]
        if rows:
            rows.sort(key=lambda row: row["width"])
            srcset = ", ".join(f"{storage.url(row['name'])} {row['width']}w" for row in rows)
            found.append(Source(f"image/{kind}", srcset, rows[-1]["width"], rows[-1]["height"]))
    return found


def _name(master: str, plan: Plan) -> str:
    """Name a file after its master: another focal point is another name, so caches never lie."""
    focal = "".join(f"-{percent}" for percent in plan["focal"] or ())
    return f"{master.rpartition('.')[0]}-{plan['shape']}-{plan['width']}{focal}.{plan['format']}"
