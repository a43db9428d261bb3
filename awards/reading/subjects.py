"""Who a clause is about: the name before its verb of winning."""

import re

from awards.reading.marks import Mark
from awards.reading.names import GROUPS, capitals_before
from awards.reading.scenes import Scene
from awards.reading.vocabulary import COPULA_RE, GIVE_RE, TAKEN, WIN, WON

VERB = re.compile(rf"\b(?:{WIN}|{WON})\b")


SAYING = re.compile(
    r"\b(?:mengatakan|menyatakan|menuturkan|menyebut(?:kan)?|menjelaskan|menambahkan|mengungkapkan|"
    r"mengaku|berharap|berpesan|menyampaikan|menegaskan)\b"
)
PRONOUN = re.compile(
    r"\b(?:ia|dia|mereka|keduanya|ketiganya|kelompok\s+(?:ini|itu|tersebut)|"
    r"tim\s+(?:ini|itu|tersebut)|(?P<kind>kota|kabupaten|provinsi|kelurahan|kecamatan|sekolah|"
    r"madrasah|kampus|dinas|desa|kim|puskesmas|perusahaan|bank|rumah\s+sakit)\s+"
    r"(?:(?:milik|asal|pimpinan|di)\s+\w+(?:\s+\w+){0,2}\s+|[a-z]\w+\s+){0,2}(?:ini|itu|"
    r"tersebut))\b"
)


def verb_before(scene: Scene, place: int, start: int) -> re.Match | None:
    """Return the last verb of winning before a place in its clause."""
    last = None
    for match in VERB.finditer(scene.source.low, start, place):
        if not any(
            e.start <= match.start() < e.end for e in (*scene.events, *scene.works, *scene.names)
        ):
            last = match
    return last


def subject_of(scene: Scene, place: int, start: int) -> Mark | None:
    """Return who the clause is about: the name before its verb of winning."""
    first = last = verb_before(scene, place, start)
    while first is not None:
        earlier = verb_before(scene, first.start(), start)
        between = scene.source.low[earlier.end() : first.start()] if earlier else ""
        if earlier is None or ". " in between:
            break
        if _between(scene, earlier.end(), first.start()):
            break
        first = earlier
    if first is None:
        return _announced(scene, place, start)
    for verb in (last, first) if last is not first else (first,):
        found = _subject(scene, verb, start)
        if found:
            return found
    return _announced(scene, place, start)


def _between(scene: Scene, a: int, b: int) -> bool:
    return any(
        a <= m.start and m.end <= b and not m.more["masked"] and not m.more["by"]
        for m in scene.names
    )


def _subject(scene: Scene, verb: re.Match, start: int) -> Mark | None:
    giver = GIVE_RE.search(scene.source.low, start, verb.start())
    before = [
        m
        for m in scene.names
        if start <= m.start
        and m.end <= verb.start()
        and not m.more["masked"]
        and not m.more["by"]
        and not (giver and m.end <= giver.start())
    ]
    said = list(SAYING.finditer(scene.source.low, start, verb.start()))
    if said:
        before = [m for m in before if m.start > said[-1].start()]
    pronoun = PRONOUN.search(scene.source.low, before[-1].end, verb.start()) if before else None
    if pronoun and pronoun["kind"]:
        return None
    place = _skip_adverbs(scene, verb.start(), start)
    run = capitals_before(scene.source, scene.words, place, start)
    if (
        run
        and not is_head_run(scene, run)
        and not any(
            run.meets(m)
            for m in (
                *scene.names,
                *scene.events,
                *scene.organisers,
                *scene.ranks,
                *scene.categories,
            )
        )
    ):
        named = bool(before) and not re.search(
            r"[,:]\s*$|\b(?:dan|bahwa|sedangkan|sementara|bernama)\s+$", scene.low(start, run.start)
        )
        if not named and (not run.more["alone"] or run.start > scene.start + 1):
            masked = re.search(
                r"(?:\b(?:dari|di|oleh|kepada|bersama|kepala|ketua)|\d|se-)\s*$",
                scene.low(max(start, run.start - 14), run.start),
            )
            if not masked:
                run.more |= {"masked": False, "by": False, "office": False}
                return run
    if not before:
        return None
    last = before[-1]
    while len(before) > 1 and _apposition(scene, before[-2], before[-1], verb):
        before.pop()
        last = before[-1]
    person = _apposed_person(scene, last, verb, start)
    return person or last


def is_head_run(scene: Scene, run: Mark) -> bool:
    """Whether capitals are the place behind a name: "Kelurahan X, Kecamatan Y"."""
    return any(m.end < run.end <= m.more.get("tail", m.end) for m in scene.names)


def _apposed_person(scene: Scene, group: Mark, verb: re.Match, start: int) -> Mark | None:
    """In "Aulia, siswa SMAN 1, meraih" the person wins."""
    if not GROUPS.fullmatch(group.more["head"]) or group.more["head"] in ("tim", "kontingen"):
        return None
    if not scene.source.clean[max(0, group.start - 2) : group.start].startswith(","):
        return None
    run = capitals_before(scene.source, scene.words, group.start - 2, start)
    if run and not any(run.meets(m) for m in (*scene.events, *scene.organisers, *scene.names)):
        run.more |= {"masked": False, "by": False, "office": False}
        return run
    return None


def _apposition(scene: Scene, one: Mark, two: Mark, verb: re.Match) -> bool:
    gap = scene.source.low[one.more.get("tail", one.end) : two.start]
    after = scene.source.low[two.more.get("tail", two.end) : verb.start()]
    if re.search(r"\byang\b", gap) and not re.search(r",\s*$", gap) and "dan" not in gap.split():
        return True
    return bool(
        re.match(r"\s*(?:\([^)]*\))?,\s*(?:\w+\s+){0,3}$", gap)
        and re.match(r"\s*(?:\([^)]*\))?,", after)
        and " dan " not in gap
    )


def _skip_adverbs(scene: Scene, place: int, start: int) -> int:
    low = scene.source.low
    match = re.search(
        r"(?:[\s,]*\b(?:berhasil|sukses|kembali|juga|pun|telah|sudah|mampu|langsung|resmi|turut|"
        r"akhirnya|bahkan|kini|dapat|bisa|"
        r"secara|resmi|lagi-lagi|sama-sama|masing-masing|dan|tampil|ikut|untuk|ketiga|kedua|"
        r"kali|kalinya|pertama)\b|[\s,]|\([^()]{0,40}\))*$",
        low[start:place],
    )
    return start + match.start() if match else place


def _announced(scene: Scene, place: int, start: int) -> Mark | None:
    """In "prestasi yang diraih R yakni K" the name follows the verb."""
    if not COPULA_RE.search(scene.source.low, start, place):
        return None
    for match in re.finditer(rf"\b{TAKEN}(?:\s+oleh)?\s+", scene.source.low[start:place]):
        for name in scene.names:
            if (
                0 <= name.start - (start + match.end()) <= 1
                and name.end <= place
                and not name.more["office"]
            ):
                return name
    return None
