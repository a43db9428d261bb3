"""One sentence with everything that was found in it."""

import re
from dataclasses import dataclass, field, replace

from awards.reading.details import find_categories, find_dates, find_works
from awards.reading.events import EDITION, ORDER, find_events
from awards.reading.joining import join_names
from awards.reading.lexicon import OFFICES
from awards.reading.marks import Mark, Names
from awards.reading.names import find_names
from awards.reading.organisers import find_levels, find_organisers
from awards.reading.ranks import find_ranks
from awards.reading.text import Sentence, Source, Word
from awards.reading.vocabulary import WIN_RE

BREAKS = re.compile(
    r";|,?\s+\b(?:sedangkan|sementara|disusul|diikuti|adapun|namun|tetapi)\b|,\s+(?:kemudian|"
    r"lalu)\b|(?<!\b\w)\.\s"
)
MASKING = re.compile(
    r"(?:\b(?:(?<!tim )(?<!regu )dari|di|ke|bersama|melawan|mewakili|wakil|wakili|perwakilan|"
    r"mengungguli|mengalahkan|menyisihkan|atas|asal|selain|"
    r"versi|besutan|garapan|bagi|nama|tentang|se|alias|tingkat|menurut|lawan|terhadap|dengan|"
    r"wilayah|"
    r"antara|seluruh|setiap|semua|seperti|termasuk|bimbingan|binaan|pimpinan|naungan|warga|"
    r"masyarakat|mengharumkan|kepala|ketua|sekretaris|lurah|camat|rektor|wali|bupati|gubernur|"
    r"direktur|sebagai|"
    r"menjadi|selaku|predikat|gelar|status|kategori|lomba|ajang|anugerah|penghargaan|bidang|"
    r"duta|jabatan|sedangkan\s+dari|"
    r"hadapan|halaman|peserta|juri|alumni|alumnus|wajah|kawasan|wilayah|pada|dalam|depan|"
    r"mengajak|kata|ujar|tutur)\s+"
    r"(?:kepada\s+|para\s+|seorang\s+)?|se-)$"
)
AFTER_YEAR = re.compile(r"\s+(?:tahun\s+)?((?:19|20)\d\d)\b")
THAT = re.compile(r"\s(?:itu|ini|tersebut)\b")
RELATIVE = re.compile(r",\s+yang\s[^,;.]{0,90},")
DATELINE = re.compile(
    r"[A-Z][\w.,/|' ]{1,40}(?:\([^()\n]{2,40}\))?[\w.,/|' ]{0,30}\s-{1,2}\s?(?=[A-Z\"'])"
)
BY = re.compile(r"\boleh\s+$")


@dataclass
class Scene:
    """A sentence, its words and its marks."""

    source: Source
    sentence: Sentence
    words: list[Word]
    ranks: list[Mark] = field(default_factory=list)
    events: list[Mark] = field(default_factory=list)
    organisers: list[Mark] = field(default_factory=list)
    categories: list[Mark] = field(default_factory=list)
    classes: list[Mark] = field(default_factory=list)
    levels: list[Mark] = field(default_factory=list)
    works: list[Mark] = field(default_factory=list)
    dates: list[Mark] = field(default_factory=list)
    names: list[Mark] = field(default_factory=list)
    clauses: list[tuple[int, int]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.sentence.end

    def low(self, start: int, end: int) -> str:
        """Return what stands between two places, in small letters."""
        return self.source.low[start:end]

    def bare(self, start: int, end: int) -> str:
        """Return the same with details painted over: only the frame's own words are left."""
        letters = list(self.source.low[start:end])
        for mark in (
            *self.categories,
            *self.classes,
            *self.events,
            *self.levels,
            *self.works,
            *self.organisers,
            *self.dates,
        ):
            a = mark.more.get("lead", mark.start)
            for place in range(max(a, start), min(mark.end, end)):
                letters[place - start] = " "
        return re.sub(r"\((?:[^()]{0,60})\)", lambda m: " " * len(m[0]), "".join(letters))

    def main(self, start: int, end: int) -> str:
        """Return the whole text in small letters with ", yang ..., " painted over in a stretch."""
        low = self.source.low
        part = RELATIVE.sub(lambda match: "_" * len(match[0]), low[start:end])
        return low[:start] + part + low[end:]

    def clause(self, place: int) -> tuple[int, int]:
        """Return the clause around a place."""
        return next((c for c in self.clauses if c[0] <= place < c[1]), (self.start, self.end))


def look(
    source: Source,
    sentence: Sentence,
    known: dict[str, str],
    names: Names | None,
    short: frozenset[str] = frozenset(),
) -> Scene:
    """Find everything in a sentence; `known` maps abbreviations met before to names of events."""
    start, end = sentence.start, sentence.end
    scene = Scene(source, sentence, source.words(start, end))
    scene.works = find_works(source, start, end)
    scene.ranks = [m for m in find_ranks(source, start, end) if not _inside(m, scene.works)]
    scene.dates = find_dates(source, start, end)
    scene.organisers = [
        m for m in find_organisers(source, start, end, scene.words) if not _inside(m, scene.works)
    ]
    taken = [*scene.works, *scene.ranks]
    scene.events = find_events(source, start, end, scene.words, [*taken, *scene.organisers])
    recalled = _remembered(scene, known)
    scene.events += recalled
    if names:
        others = [*taken, *scene.events]
        listed = _listed_names(scene, names.spoken_programmes, "event", others)
        scene.events += [replace(mark, more={"prize": True}) for mark in listed]
    scene.events.sort(key=lambda mark: mark.start)
    found = [
        m
        for m in find_categories(source, start, end)
        if not _inside(
            m, [*scene.works, *(r for r in scene.ranks if r.more["sure"] or r.more["norm"])]
        )
    ]
    scene.ranks = [
        r
        for r in scene.ranks
        if r.more["sure"]
        or r.more["norm"]
        or not any(r.meets(c) and r.start >= c.start and c.end >= r.end for c in found)
    ]
    scene.categories = [
        m for m in found if m.kind == "category" and not any(m.meets(r) for r in scene.ranks)
    ]
    scene.events = [e for e in scene.events if not any(e.meets(c) for c in scene.categories)]
    scene.classes = [
        m for m in found if m.kind == "class" and not any(m.meets(e) for e in scene.events)
    ]
    scene.levels = [
        m for m in find_levels(source, start, end) if not any(m.meets(e) for e in scene.events)
    ]
    taken = [*taken, *scene.events, *scene.organisers, *scene.categories, *scene.classes]
    known_names = _listed_names(
        scene, (names.spoken if names else frozenset()) | short, "name", taken
    )
    for mark in known_names:
        mark.more["head"] = "known"
    found_names = find_names(source, scene.words, [*taken, *known_names, *scene.levels])
    scene.names = sorted([*known_names, *found_names], key=lambda mark: mark.start)
    scene.names = join_names(source, scene.names)
    dateline = _dateline(source, sentence)
    for mark in scene.names:
        mark.more["office"] = mark.more["head"] in OFFICES
        before = source.low[max(start, mark.start - 40) : mark.start]
        mark.more["masked"] = bool(MASKING.search(before))
        mark.more["by"] = bool(BY.search(before))
        mark.more["masked"] |= mark.start < dateline
        owner = before.endswith("milik ")
        mark.more["masked"] |= owner and bool(THAT.match(source.low, mark.end, end))
        mark.more["masked"] |= any(level.end + 1 == mark.start for level in scene.levels)
    cuts = [
        m.start()
        for m in BREAKS.finditer(source.low, start, end)
        if not _within(m.start(), [*scene.works, *scene.events])
    ]
    edges = [start, *cuts, end]
    scene.clauses = [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]
    return scene


def _dateline(source: Source, sentence: Sentence) -> int:
    """Return where the text proper begins behind "MALANG, Outlet -"."""
    match = DATELINE.match(source.clean, sentence.start, sentence.end)
    return (
        match.end()
        if match and sentence.kind != "line" and not WIN_RE.search(match[0].lower())
        else sentence.start
    )


def _inside(mark: Mark, others: list[Mark]) -> bool:
    return any(mark.meets(other) for other in others)


def _within(place: int, marks: list[Mark]) -> bool:
    return any(m.start <= place < m.end for m in marks)


def _remembered(scene: Scene, known: dict[str, str]) -> list[Mark]:
    """Find abbreviations of events that an earlier sentence has explained."""
    found = []
    low, clean = scene.source.low, scene.source.clean
    for word in scene.words:
        if word.text not in known:
            continue
        more = {"abbreviation": word.text, "prize": False, "recalled": True}
        mark = Mark("event", word.start, word.end, known[word.text], more)
        scene.events = [
            e for e in scene.events if e.start != word.start or "abbreviation" in e.more
        ]
        if not _inside(mark, [*scene.events, *scene.ranks, *scene.works]):
            if year := AFTER_YEAR.match(low, word.end, scene.end):
                mark.end = year.end()
                more |= {"year": int(year[1]), "year_span": year.span(1)}
            if edition := EDITION.match(clean, word.end, scene.end):
                more["edition"] = ORDER.get(edition[1]) or int(edition[2] or 0)
            found.append(mark)
    return found


def _listed_names(scene: Scene, spoken: frozenset[str], kind: str, taken: list[Mark]) -> list[Mark]:
    """Find names that the gazetteer lists, the longest first."""
    found: list[Mark] = []
    for i, first in enumerate(scene.words if spoken else ()):
        if found and first.start < found[-1].end:
            continue
        for last in reversed(scene.words[i : i + 8]):
            if scene.source.low[first.start : last.end] in spoken:
                mark = Mark(kind, first.start, last.end, scene.source.raw[first.start : last.end])
                if not _inside(mark, taken):
                    found.append(mark)
                break
    return found
