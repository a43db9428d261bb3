"""Readings of prizes without a rank: what a sentence says of who was given what."""

import re

from awards.reading.assembly import build, with_first
from awards.reading.attribution import categories_for, event_for
from awards.reading.exclusions import collector, excluded, unnamed
from awards.reading.marks import Mark, Reading
from awards.reading.memory import Memory
from awards.reading.prizes import category_gifts, category_winners, same_prize
from awards.reading.scenes import Scene

AT = r"\s*(?:oleh\s+)?(?:dalam|pada|di)\s+(?:ajang|gelaran|acara)?\s*"
FIRST = "disebut sebagai pemenang"
NAMED = "ajang disebut dalam kalimat"


def awarded(
    scene: Scene, memory: Memory, own: list, used: set[str], placed: set[int]
) -> list[Reading]:
    """Return the readings of prizes that were found in a sentence.

    `own` is what `prizes.prizes` found; `used` holds events that ranks of the sentence belong to,
    `placed` where the recipients of those ranks stand.
    """
    found: list[Reading] = []
    for mark, who, why, verb in own:
        first = why == FIRST
        start, end = scene.clause(mark.start)
        if mark.more.get("title") and _at_an_event(scene, mark):
            continue
        if who.start in placed or (not first and memory.event_of(mark).name in used):
            continue
        winner = collector(memory, scene, who, verb)
        if winner is None or unnamed(scene, winner):
            continue
        if excluded(scene, start, max(start, verb), mark.start, end):
            continue
        bare = (r for r in scene.ranks if r.start >= mark.end and not r.more["norm"])
        category = categories_for(scene, memory, mark)[0] or _title_before(scene, mark)
        event = memory.event_of(mark)
        if mark.more.get("title") and (contest := _contest_behind(scene, mark)):
            event, category = memory.event_of(contest), category or mark
        reading = build(
            scene, memory, next(bare, None), winner, event, category, (why, NAMED), mark
        )
        found.append(with_first(reading, mark) if first else reading)
    return found


def listed(scene: Scene, memory: Memory) -> list[Reading]:
    """Return the prize of a list's line that names no recipient: the list's introduction does."""
    if scene.sentence.kind != "line" or memory.listing is None or scene.names:
        return []
    why = ("penerima dari kalimat pengantar daftar", NAMED)
    return [
        build(scene, memory, None, memory.listing, memory.event_of(mark), None, why, mark)
        for mark in scene.events
        if mark.more.get("prize")
    ][:1]


def category_won(scene: Scene, memory: Memory, number: int) -> list[Reading]:
    """Return the readings of "kategori SD dimenangkan R"."""
    found = []
    known = memory.latest if not scene.ranks else None
    for category, name in category_gifts(scene) if known else ():
        if not excluded(scene, scene.start, category.start, category.start, scene.end):
            why = ("kategorinya diberikan kepada penerima", "ajang dari kalimat sebelumnya")
            found.append(build(scene, memory, None, name, known, category, why))
    for category, name in category_winners(scene):
        if excluded(scene, scene.start, category.start, category.start, scene.end):
            continue
        event, how = event_for(scene, memory, category, number)
        why = ("kategorinya dimenangkan", how)
        reading = build(scene, memory, None, name, event, category, why)
        found.append(with_first(reading, category))
    return found


def likewise(scene: Scene, memory: Memory) -> list[Reading]:
    """Return the readings of "penghargaan serupa diberikan kepada R"."""
    if memory.latest is None:
        return []
    why = ("“penghargaan serupa”", "ajang dari kalimat sebelumnya")
    return [
        build(scene, memory, None, who, memory.latest, None, why)
        for who, place in same_prize(scene)
        if not excluded(scene, scene.start, place, place, scene.end)
    ]


def _at_an_event(scene: Scene, title: Mark) -> bool:
    """Whether a title was given at an event that the clause names behind it."""
    _, end = scene.clause(title.start)
    return any(title.end <= m.start < end and m.more.get("prize") for m in scene.events)


def _contest_behind(scene: Scene, title: Mark) -> Mark | None:
    """Return the contest that a title was given in: "ditetapkan sebagai X dalam Kompetisi Y"."""
    for mark in scene.events:
        if mark.start >= title.end and not mark.more.get("weak"):
            gap = scene.bare(title.end, mark.start)
            return mark if re.fullmatch(AT, gap) else None
    return None


def _title_before(scene: Scene, event: Mark) -> Mark | None:
    """Return the title that was won at an event, as its category."""
    start, _ = scene.clause(event.start)
    titles = [m for m in scene.events if m.more.get("title") and start <= m.start < event.start]
    return titles[-1] if titles else None
