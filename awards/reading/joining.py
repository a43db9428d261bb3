"""Joins what belongs to one name: places behind a comma, "RW 05 dan RW 19 Kelurahan P"."""

import re

from awards.reading.marks import Mark
from awards.reading.text import Source

PLACED = "kelurahan desa rw rt kampung kim kelompok kwt posyandu sdn smpn sman".split()


SEAT = re.compile(  # ", Gunungkidul" behind a village: where it lies
    r",\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
    r"(?=,?\s(?:sebagai|meraih|menempati|menyabet|berhasil|keluar|menjadi|merebut|di\s+posisi)\b)"
)


def join_names(source: Source, names: list[Mark]) -> list[Mark]:
    """Return names without those that only tell where the one before is (kept as its `tail`)."""
    kept: list[Mark] = []
    for k, mark in enumerate(names):
        before = kept[-1] if kept else None
        gap = source.clean[before.end : mark.start] if before else ""
        if (
            before
            and gap == ", "
            and _is_its_place(before, mark)
            and not _goes_on(source, names, k)
        ):
            before.more["tail"] = mark.end
            continue
        kept.append(mark)
    for mark in kept:
        if mark.more["head"] in ("desa", "kelurahan", "dusun", "kecamatan"):
            if (seat := SEAT.match(source.clean, mark.end)) and not any(
                seat.start() < other.end and other.start < seat.end() for other in kept
            ):
                mark.more["tail"] = seat.end()
    for mark, after in zip(kept, kept[1:], strict=False):
        words = source.clean[mark.start : mark.end].split()
        link = source.low[mark.end : after.start].strip()
        if (
            mark.more["head"] in ("rw", "rt")
            and len(words) == 2
            and link in ("dan", ",", "serta", ", dan")
        ):
            tail = re.search(r"\s(?:Kelurahan|Desa)\s.*$", source.raw[after.start : after.end])
            if tail:
                mark.more["complete"] = tail[0]
    return kept


def _is_its_place(name: Mark, place: Mark) -> bool:
    """Whether a name behind a comma is only where the first one is: "RW 3, Kelurahan X"."""
    small, large = name.more["head"], place.more["head"]
    if large in ("kelurahan", "desa"):
        return small not in ("kelurahan", "desa", "kecamatan", "kota", "kabupaten", "provinsi")
    if large == "kecamatan":
        return small not in ("kecamatan", "kota", "kabupaten", "provinsi")
    if large in ("kota", "kabupaten", "kab"):
        return small in PLACED
    return large in ("provinsi", "jawa") and small in (*PLACED, "kota", "kabupaten")


def _goes_on(source: Source, names: list[Mark], k: int) -> bool:
    """Whether the name at k is followed by "dan" and another: then it is one of a list."""
    after = names[k + 1] if k + 1 < len(names) else None
    link = source.low[names[k].end : after.start] if after else ""
    return re.fullmatch(r",? (?:dan|serta) ", link) is not None
