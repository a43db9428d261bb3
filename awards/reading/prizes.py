"""Awards without a rank: the prize itself is what was won."""

import re

from awards.reading.ahead import FILL
from awards.reading.dropped import dropped_subject
from awards.reading.lists import AND
from awards.reading.marks import Mark
from awards.reading.memory import Memory
from awards.reading.scenes import Scene
from awards.reading.subjects import subject_of
from awards.reading.vocabulary import GIVEN, TAKEN

GET = re.compile(
    r"\b(?:(?:me)?raih|menyabet|sabet|memborong|memperoleh|mendapat(?:kan)?|dapat(?:kan)?|"
    r"menerima|terima|merebut|memboyong|boyong|membawa\s+pulang|"
    r"mengantongi|menyandang|mempertahankan|pertahankan|dianugerahi|diganjar|diberi|dinobatkan|"
    r"terpilih|ditetapkan|memenangi|memenangkan|"
    r"memperoleh|kantongi|gondol|menggondol|rebut|borong|dihadiahi)\b"
)
LIGHT = re.compile(
    r"(?:[\s,'\"]|\b(?:penghargaan|anugerah|piagam|trofi|piala|predikat|gelar|sertifikat|plakat|"
    r"sebagai|berupa|bergengsi|tertinggi|nasional|"
    r"internasional|kembali|lagi|untuk|kategori|bertajuk|tahun|atas|nama|titel|dua|tiga|satu|"
    r"pada|di|ajang|dalam|yakni|yaitu|yang|kali|kalinya|"
    r"kedua|ketiga|keempat|kelima|penghargaan|daerah|prestasi|apresiasi|status|sekaligus|salah|"
    r"satunya|juga)\b)*$"
)
LATER = re.compile(
    rf"{FILL}(?:{TAKEN}(?:\s+oleh)?|(?:{GIVEN})(?:\s+[\w,]+){{0,6}}?\s+(?:kepada|pada|untuk|"
    rf"bagi)|diterima(?:\s+oleh)?|kepada)\s*(?:oleh\s+)?$"
)
SAME = re.compile(r"\bpenghargaan\s+(?:serupa|yang\s+sama|sejenis)\b")
GIFT = re.compile(
    r"[\s,]*(?:penghargaan(?:nya)?\s+)?(?:(?:diberikan|diserahkan|dianugerahkan|jatuh)\s+(?:kepada|pada)|"
    r"diraih(?:\s+oleh)?)\s+"
)
LIST = re.compile(r"\b(?:penerima|peraih|pemegang)\b")
WINNER = re.compile(r"\b(?:pemenang(?:nya)?|jawara(?:nya)?)\b")
PERSONAL = re.compile(
    r"\b(?:leader|tokoh|pembina|bunda|kepala\s+daerah|bupati|wali\s?kota|gubernur|camat|lurah|"
    r"guru|ceo|pemimpin|figure|man|woman|people|"
    r"satyalancana|satyalencana|bintang|pejabat|leadership|inspirator|penggerak|person)\b"
)


def prizes(scene: Scene, memory: Memory) -> list[tuple[Mark, Mark, str, int]]:
    """Return (event, recipient, reason, place of the verb) for prizes named without a rank."""
    found = []
    for event in scene.events:
        start, end = scene.clause(event.start)
        if event.more.get("weak"):
            found += _won_contest(scene, event, start, end)
            continue
        if event.more.get("prize"):
            found += (
                _got(scene, memory, event, start)
                or _given(scene, event, end)
                or _listed(scene, event, end)
            )
        if not event.more.get("prize"):
            found += _won_contest(scene, event, start, end)
    return found


def category_winners(scene: Scene) -> list[tuple[Mark, Mark]]:
    """Return (category, recipient) of "kategori SD dimenangkan R"."""
    found = []
    for category in scene.categories:
        for name in scene.names:
            bare = scene.bare(category.end, name.start) if name.start >= category.end else ""
            if re.fullmatch(
                r"\s*(?:terbaik\s+)?(?:akhirnya\s+)?(?:dimenangkan|dimenangi|"
                r"dijuarai)(?:\s+oleh)?\s*",
                bare,
            ):
                found.append((category, name))
    return found


def category_gifts(scene: Scene) -> list[tuple[Mark, Mark]]:
    """Return (category, recipient) of "kategori X diberikan kepada R", where no rank is said."""
    found = []
    for category in scene.categories:
        for name in scene.names:
            bare = scene.bare(category.end, name.start) if name.start >= category.end else ""
            if GIFT.fullmatch(bare) and not name.more["office"]:
                found.append((category, name))
    return found


def same_prize(scene: Scene) -> list[tuple[Mark, int]]:
    """Return who was given "penghargaan serupa", and where that stands."""
    match = SAME.search(scene.source.low, scene.start, scene.end)
    if not match:
        return []
    for name in scene.names:
        if (
            name.start >= match.end()
            and LATER.match(scene.bare(match.end(), name.start))
            and not name.more["office"]
        ):
            return [(mark, match.start()) for mark in name_list(scene, name)]
    return []


def _got(scene: Scene, memory: Memory, event: Mark, start: int) -> list:
    found = list(GET.finditer(scene.source.low, start, event.start))
    last = found[-1] if found else None
    if last is None or not LIGHT.match(scene.bare(last.end(), event.start)):
        return []
    subject = subject_of(scene, event.start, start)
    if subject is None:
        earlier = dropped_subject(scene, memory, event, {})
        return [(event, mark, why, last.start()) for mark, why in earlier]
    group = _subjects(scene, subject)
    return [(event, mark, "penghargaan disebut sesudah kata kerja", last.start()) for mark in group]


def _subjects(scene: Scene, subject: Mark) -> list[Mark]:
    if subject not in scene.names:
        return [subject]
    group, at = [subject], scene.names.index(subject)
    while at > 0:
        other = scene.names[at - 1]
        gap = scene.source.low[other.more.get("tail", other.end) : scene.names[at].start]
        if not AND.match(gap) or other.more["masked"] or other.more["office"]:
            break
        group.append(other)
        at -= 1
    return group[::-1]


def _given(scene: Scene, event: Mark, end: int) -> list:
    for name in scene.names:
        if not event.end <= name.start < end:
            continue
        bare = scene.bare(event.end, name.start)
        personal = name.more["office"] and PERSONAL.search(event.value.lower())
        if name.more["office"] and not personal and LATER.match(bare):
            others = [m for m in name_list(scene, name)[1:] if not m.more["office"]]
            return [(event, m, "diberikan kepada penerimanya", event.start) for m in others]
        if (LATER.match(bare) or re.fullmatch(rf"{FILL}untuk\s*", bare)) and (
            personal or not name.more["office"]
        ):
            return [
                (event, mark, "diberikan kepada penerimanya", event.start)
                for mark in name_list(scene, name)
            ]
        return []
    return []


def _listed(scene: Scene, event: Mark, end: int) -> list:
    head = LIST.search(scene.source.low, max(scene.start, event.start - 40), event.start)
    head = head or re.search(
        r"\b(?:meraih|menerima)\b",
        scene.source.low[max(scene.start, event.start - 30) : event.start],
    )
    if not head:
        return []
    for name in scene.names:
        if event.end <= name.start and re.fullmatch(
            rf"{FILL}(?:adalah|yakni|yaitu|ialah|antara\s+lain|di\s?antaranya|:)\s*:?\s*",
            scene.bare(event.end, name.start),
        ):
            return [
                (event, mark, "disebut dalam daftar penerima", event.start)
                for mark in name_list(scene, name)
            ]
    return []


def _won_contest(scene: Scene, event: Mark, start: int, end: int) -> list:
    """A contest that was won, or whose winner is named, gives the first rank."""
    head = WINNER.search(scene.source.low, max(scene.start, event.start - 25), event.start)
    for name in scene.names:
        if not event.end <= name.start < end:
            continue
        bare = scene.bare(event.end, name.start)
        taken = len(bare) < 140 and re.search(
            r"\b(?:dimenangkan|dimenangi|dijuarai)(?:\s+oleh)?\s*$", bare
        )
        copula = head and re.fullmatch(
            rf"{FILL}(?:adalah|yakni|yaitu|ialah|jatuh\s+kepada)\s*", bare
        )
        group = name_list(scene, name) if taken or copula else []
        if len(group) == 1:
            return [(event, name, "disebut sebagai pemenang", event.start)]
        return []
    return []


def name_list(scene: Scene, name: Mark) -> list[Mark]:
    """Return a name and those listed behind it: "A, B, dan C"."""
    group, at = [name], scene.names.index(name)
    while at + 1 < len(scene.names):
        other = scene.names[at + 1]
        gap = scene.source.low[scene.names[at].more.get("tail", scene.names[at].end) : other.start]
        if not AND.match(gap) or other.more["office"]:
            break
        group.append(other)
        at += 1
    return group
