"""Puts one reading together from its marks, with evidence, history and reasons."""

import re
from dataclasses import replace

from awards.reading.attribution import giver_for, nearest, work_for
from awards.reading.conferment import conferment
from awards.reading.details import find_place
from awards.reading.marks import Mark, Reading
from awards.reading.memory import Event, Memory, level_for
from awards.reading.modality import is_history
from awards.reading.scenes import Scene

ITEM = re.compile(  # a sentence that tells one of several awards counted before
    r"(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|terakhir|rinciannya|masing-masing|"
    r"yakni|yaitu|(?:dua|tiga|empat|lima|kedua|ketiga|keempat|kelima)\s+penghargaan)\b"
)


def with_first(reading: Reading, mark: Mark) -> Reading:
    """Return a reading with the first rank, said by a verb or by "pemenang", not printed."""
    return replace(
        reading, rank_norm="JUARA_1", evidence={**reading.evidence, "rank_norm": mark.span}
    )


def build(
    scene: Scene,
    memory: Memory,
    rank: Mark | None,
    who: Mark,
    event: Event | None,
    category: Mark | None,
    why: tuple[str, ...],
    at: Mark | None = None,
) -> Reading:
    """Put one award together from its marks."""
    spans: dict[str, tuple[int, int]] = {}
    said: dict[str, object] = {}

    def put(name: str, value: object, span: tuple[int, int]) -> None:
        if value and name not in said:
            said[name], spans[name] = value, span

    anchor = rank or who
    put(
        "recipient",
        memory.full(scene, who) if who is not memory.subject else memory.full(scene, who),
        who.span,
    )
    if rank:
        put("rank", rank.value or None, rank.span)
        put("rank_norm", rank.more["norm"] or None, rank.span)
    if category:
        put("category", category.value, category.span)
    if event:
        put("event", event.name, event.spans["event"])
        for fact in ("abbreviation", "year"):
            if fact in event.facts:
                put(fact, event.facts[fact], event.spans[fact])
    start, end = scene.clause(anchor.start)
    level = nearest(scene, scene.levels, anchor, start, end)
    if level:
        put("level", level.value, level.span)
    elif event and "level" in event.facts:
        put("level", event.facts["level"], event.spans["level"])
    group = nearest(scene, scene.classes, anchor, start, end)
    if group:
        put("participant_class", group.value, group.span)
    giver = giver_for(scene, anchor, start, end)
    if event and "organiser" in event.facts:
        put("organiser", event.facts["organiser"], event.spans["organiser"])
    if giver:
        put("organiser", giver.value, giver.span)
        if event and giver.more["how"] != "from":
            event.learn("organiser", giver.value, giver.span)
    if "organiser" not in said and memory.giver and ITEM.match(scene.low(scene.start, scene.end)):
        if scene.sentence.paragraph - memory.giver_paragraph <= 1:
            put("organiser", memory.giver.value, memory.giver.span)
    if "organiser" in said:
        put("level", level_for(str(said["organiser"])), spans["organiser"])
    work = work_for(scene, anchor)
    if work:
        put("work", work.value, work.span)
    day = conferment(scene)
    if day and not giver_hands_over(scene):
        put("date", day.value, day.span)
        put("year", int(day.value[:4]), day.span)
        place = find_place(scene.source, scene.start, scene.end, day)
        if place:
            put("place", place.value, place.span)
    old, year = is_history(_without_events(scene), start, end, (at or anchor).start, memory.now)
    if (
        not old
        and memory.now
        and isinstance(said.get("year"), int)
        and said["year"] < memory.now - 1
    ):
        old = True
    old = old or (event is not None and memory.is_older(event))
    if year and "year" not in said:
        said["year"] = year
    reasons = (*why, *(("diceritakan sebagai riwayat",) if old else ()))
    ends = list(spans.values())
    return Reading(
        **said,
        historic=old,
        start=min(a for a, _ in ends),
        end=max(b for _, b in ends),
        evidence=spans,
        reasons=reasons,
    )


def _without_events(scene: Scene) -> str:
    """Return the text with the sentence's events painted over: their years are names."""
    low = scene.main(scene.start, scene.end)
    for mark in scene.events:
        low = low[: mark.start] + "_" * (mark.end - mark.start) + low[mark.end :]
    return low


def giver_hands_over(scene: Scene) -> bool:
    """Whether an official of the house hands over what was won elsewhere."""
    return (
        re.search(
            r"\b(?:wali\s?kota|bupati|gubernur|lurah|camat|"
            r"kepala\s+dinas)\b[^.]{0,60}\b(?:menyerahkan|serahkan)\b[^.]{0,80}\byang\s+diraih\b",
            scene.low(scene.start, scene.end),
        )
        is not None
    )
