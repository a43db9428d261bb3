"""Every component in every state on one page: /komponen/, only with DEBUG. No queries."""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from kim.atlas import Atlas, build_atlas
from kim.geography import draw_outline
from kim.placing import Placing, mark_places
from malangnews import sample_charts, samples
from malangnews.core.batik import MOTIFS, PALETTES, cloth

KELURAHAN = Path(__file__).resolve().parent.parent / "kim" / "data" / "kelurahan.csv"
KECAMATAN = ("Blimbing", "Klojen", "Kedungkandang", "Sukun", "Lowokwaru")
STATES = {
    "active": "Terbentuk",
    "in_process": "Dalam pembentukan",
    "dormant": "Vakum",
    "dissolved": "Bubar",
    "none": "Belum tercatat",
}
# Which tiles of the sample atlas are in another state than "active".
MARKED = {5: "none", 11: "dormant", 17: "in_process", 23: "none", 29: "none", 31: "dissolved"}
RECORDS = (
    "figures chips facets sources citation milestones corrections handover stated people facts "
    "draft scheduled photo"
).split()


@dataclass(frozen=True)
class Tile:
    """A kelurahan as the atlas wants it, in a sample state."""

    name: str
    hex_column: int
    hex_row: int
    kecamatan: str
    state: str
    url: str = samples.HERE

    @property
    def slug(self) -> str:
        return slugify(self.name)

    @property
    def kecamatan_slug(self) -> str:
        return slugify(self.kecamatan)

    @property
    def state_label(self) -> str:
        return STATES[self.state]

    @property
    def kim_names(self) -> list[str]:
        return [] if self.state == "none" else ["KIM Contoh"]


def components(request: HttpRequest) -> HttpResponse:
    """Show the components; the sample records link back to this page."""
    articles = [samples.article(*words, slugify(words[-1])) for words in samples.HEADLINES]
    pages = Paginator(range(2400), 20)
    return render(
        request,
        "components.html",
        {
            "articles": articles,
            "lead": articles[0],
            "photo_article": samples.article(
                "Prestasi", "arema", "Berita dengan foto", "foto", lead_photo=samples.photo()
            ),
            "awards": [samples.award(*rank) for rank in samples.RANKS],
            "cloths": [_cloths(motif, number) for number, motif in enumerate(sorted(MOTIFS))],
            "atlas": _atlas(),
            "small_atlas": _atlas("tunjungsekar"),
            "placing": _placing("tunjungsekar", "mojolangu"),
            "outline": draw_outline([[samples.RING]]),
            "kecamatan": [
                {"name": name, "slug": slugify(name), "url": samples.HERE} for name in KECAMATAN
            ],
            "states": [{"state": code, "label": label} for code, label in STATES.items()],
            "pages": [pages.page(1), pages.page(7), pages.page(120)],
            "columns": sample_charts.columns(),
            "bars": sample_charts.bars(),
            "crumbs": [("KIM", samples.HERE), ("Kecamatan Lowokwaru", samples.HERE)],
            **{name: getattr(samples, name)() for name in RECORDS},
        },
    )


def _cloths(motif: str, number: int) -> dict[str, object]:
    """Find a key for a dark and a light cloth of ``motif``, each in a palette of its own."""
    palettes = list(PALETTES)
    keys = [key for key in map("contoh {}".format, range(400)) if cloth(key).motif == motif]
    pieces = [
        {
            "key": next(key for key in keys if cloth(key).is_light == is_light),
            "palette": palettes[(number + 3 * is_light) % len(palettes)],
        }
        for is_light in (False, True)
    ]
    return {"motif": motif, "pieces": pieces}


def _atlas(current: str | None = None) -> Atlas:
    """Lay out the real kelurahan with sample states."""
    with KELURAHAN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tiles = [
        Tile(
            name=row["name"],
            hex_column=int(row["hex_column"]),
            hex_row=int(row["hex_row"]),
            kecamatan=row["kecamatan"],
            state=MARKED.get(number % 32, "active"),
        )
        for number, row in enumerate(rows)
    ]
    return build_atlas(tiles, current)


def _placing(main: str, other: str) -> Placing:
    """Mark two of the real kelurahan."""
    tiles = {hexagon.tile.slug: hexagon.tile for hexagon in _atlas().hexagons}
    return mark_places([tiles[main]], [tiles[other]])
