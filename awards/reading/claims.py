"""Turns what one sentence says into proposed awards."""

import re

from awards.reading.assembly import build
from awards.reading.attribution import categories_for, event_for
from awards.reading.awarded import awarded, category_won, likewise, listed
from awards.reading.dropped import dropped_subject
from awards.reading.exclusions import (
    by_the_way,
    confers,
    excluded,
    for_government,
    only_announced,
    unnamed,
)
from awards.reading.frames import recipients
from awards.reading.groups import grouped
from awards.reading.marks import Mark, Reading
from awards.reading.memory import Memory
from awards.reading.prizes import prizes
from awards.reading.scenes import Scene
from awards.reading.subjects import verb_before

FOLLOW = re.compile(r",?\s*\b(?:disusul|diikuti)\s+(?:oleh\s+)?")


def claims(scene: Scene, memory: Memory, number: int) -> list[Reading]:
    """Return the awards that a sentence states; [] if it states none."""
    words = scene.low(scene.start, scene.end).rstrip("\"' ")
    if scene.sentence.kind == "related" or words.endswith("?"):
        return []
    own = prizes(scene, memory)
    ranked = {scene.clause(rank.start) for rank in scene.ranks if rank.more["norm"]}
    for mark, *_ in own:
        mark.more["owned"] = mark.more["prize"] and scene.clause(mark.start) not in ranked
    used: set[str] = set()
    placed: set[int] = set()
    found = _ranked(scene, memory, number, used, placed)
    found += _followers(scene, memory, number)
    if scene.events or not found:
        found += awarded(scene, memory, own, used, placed)
        found += category_won(scene, memory, number)
    return (
        found or listed(scene, memory) or likewise(scene, memory) or grouped(scene, memory, number)
    )


def _ranked(
    scene: Scene, memory: Memory, number: int, used: set[str], placed: set[int]
) -> list[Reading]:
    """Return a reading for each rank, recipient and category; note events used, names placed."""
    found: list[Reading] = []
    latest: dict[tuple[int, int], list[Mark]] = {}
    claimed: set[int] = set()
    for rank in scene.ranks:
        who = recipients(scene, rank, claimed) or dropped_subject(scene, memory, rank, latest)
        who = for_government(scene, memory, who, rank.start)
        who = [(mark, why) for mark, why in who if not unnamed(scene, mark)]
        if not who or not (rank.more["norm"] or confers(scene, rank)):
            continue
        again = not rank.more["sure"] and {mark.start for mark, _ in who} & placed
        if again or only_announced(scene, rank) or by_the_way(scene, rank):
            continue
        start, end = scene.clause(rank.start)
        verb = verb_before(scene, rank.start, start)
        if excluded(scene, start, verb.start() if verb else rank.start, rank.start, end):
            continue
        latest[(start, end)] = [mark for mark, _ in who]
        event, how = event_for(scene, memory, rank, number)
        used.add(event.name if event else "")
        placed.update(mark.start for mark, _ in who)
        for category in categories_for(scene, memory, rank):
            for mark, why in who:
                found.append(build(scene, memory, rank, mark, event, category, (why, how)))
    return found


def _followers(scene: Scene, memory: Memory, number: int) -> list[Reading]:
    """Read "disusul R2 dan R3" where no rank is said."""
    found: list[Reading] = []
    for match in FOLLOW.finditer(scene.source.low, scene.start, scene.end):
        before = [
            r for r in scene.ranks if r.end <= match.start() and r.more["norm"][-1:].isdigit()
        ]
        start, end = scene.clause(match.start() + 1)
        if any(match.end() <= r.start < end for r in scene.ranks):
            continue
        first = [m for m in scene.names if m.start == match.end()]
        norm = (
            before[-1].more["norm"]
            if before
            else "JUARA_1"
            if _winner_named(scene, match.start())
            else ""
        )
        if not norm and match.start() - scene.start < 3 and memory.ranked_number == number - 1:
            norm = memory.ranked_last
        if not first or not norm:
            continue
        kind, place = norm.rsplit("_", 1)
        at = scene.names.index(first[0])
        for step, name in enumerate(scene.names[at:], start=1):
            if name.end > end:
                break
            rank = Mark(
                "rank",
                match.start(),
                match.end(),
                "",
                {"norm": f"{kind}_{int(place) + step}", "sure": True},
            )
            event, how = event_for(scene, memory, rank, number)
            found.append(
                build(
                    scene,
                    memory,
                    rank,
                    name,
                    event,
                    None,
                    ("urutan sesudah pemenang sebelumnya", how),
                )
            )
    return found


def _winner_named(scene: Scene, place: int) -> bool:
    return re.search(r"\bpemenang\b.*\badalah\b", scene.source.low[scene.start : place]) is not None
