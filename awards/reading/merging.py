"""One award told twice is one reading: the fuller one, completed by the other."""

import re
from dataclasses import replace

from awards.reading.marks import FIELDS, Mark, Reading
from awards.reading.memory import plain

LIGHT = frozenset("penghargaan anugerah award awards lomba ajang the dan of tahun".split())
IN_BRACKETS = re.compile(r"\([^()]*\)")
STATE_SCHOOL = re.compile(r"\b(sd|smp|sma|smk|mts|ma|mi) negeri\b")
ALIKE = 8  # names that are one begin alike, as far as this
RECENT = 200  # how many of one recipient are compared, so that huge texts take their time only once
FORMS = (
    (re.compile(r"^(?:pemerintah kota|pemkot) "), "kota "),
    (re.compile(r"^(?:pemerintah kabupaten|pemkab) "), "kabupaten "),
    (re.compile(r"^(?:pemerintah provinsi|pemprov|provinsi) "), ""),
    (
        re.compile(r"^(?:dinas komunikasi dan informatika|dinkominfo|dinas kominfo|kominfo) "),
        "diskominfo ",
    ),
)


def who(name: str | None) -> str:
    """Return a recipient for comparison: Pemkot X, Pemerintah Kota X and Kota X are one."""
    low = STATE_SCHOOL.sub(r"\1n", plain(IN_BRACKETS.sub("", name or "")))
    for pattern, other in FORMS:
        low = pattern.sub(other, low)
    return low


def same_event(one: str | None, two: str | None) -> bool:
    """Whether two names of events can mean the same; one that is not said can mean any."""
    if not one or not two:
        return True
    a, b = plain(one), plain(two)
    if a in b or b in a:
        return True
    first, second = set(a.split()) - LIGHT, set(b.split()) - LIGHT
    short = min(len(first), len(second))
    return short > 0 and len(first & second) / short >= 0.6


def with_work(reading: Reading, work: Mark) -> Reading:
    """Return a reading with the work that the next sentence names."""
    return replace(
        reading,
        work=work.value,
        evidence={**reading.evidence, "work": work.span},
        end=max(reading.end, work.end),
    )


def merge(readings: list[Reading], titles: list[Reading]) -> list[Reading]:
    """Return readings without repetitions; what only the headline says stays unless rivalled."""
    kept: list[Reading] = []
    places: dict[str, list[int]] = {}
    for reading in readings:
        near = places.setdefault(who(reading.recipient)[:ALIKE], [])
        for place in near[-RECENT:]:
            if _same(reading, kept[place]):
                kept[place] = _join(kept[place], reading)
                break
        else:
            near.append(len(kept))
            kept.append(reading)
    kept += [title for title in titles if not _told_again(title, titles, kept)]
    return sorted(kept, key=lambda r: (r.start, r.end))


def _told_again(title: Reading, titles: list[Reading], kept: list[Reading]) -> bool:
    """Whether the text itself tells what the headline says, perhaps under another name."""

    def alike(one: Reading, two: Reading) -> bool:
        event = two.abbreviation and two.abbreviation.lower() in plain(one.event or "").split()
        return one.rank_norm in (None, two.rank_norm) and bool(
            event or same_event(one.event, two.event)
        )

    if any(
        _shorter(title.recipient, r.recipient) and (title.rank_norm in (None, r.rank_norm))
        for r in kept
    ):
        return True
    rivals = [r for r in kept if alike(title, r)]
    return len(rivals) >= sum(alike(title, other) for other in titles)


def _shorter(one: str | None, two: str | None) -> bool:
    """Whether a headline's name is part of the text's, or the other way round."""
    a, b = who(one), who(two)
    first, second = set(a.split()), set(b.split())
    short = min(len(first), len(second))
    shared = short > 2 and len(first & second) / short > 0.6
    return a == b or shared or (min(len(a), len(b)) >= ALIKE and (a in b or b in a))


def _same(one: Reading, two: Reading) -> bool:
    if one.historic != two.historic or one.rank_norm != two.rank_norm:
        if one.historic or two.historic or (one.rank_norm and two.rank_norm):
            return False
        if not (one.event and two.event) or (one.rank and two.rank):
            return False
    if not _one_recipient(one.recipient, two.recipient):
        return False
    if one.category and two.category and plain(one.category) != plain(two.category):
        return False
    if one.year and two.year and one.year != two.year:
        return False
    if (
        not one.rank_norm
        and not two.rank_norm
        and plain(one.rank or "") != plain(two.rank or "")
        and one.rank
        and two.rank
    ):
        return False
    return same_event(one.event, two.event)


def _one_recipient(one: str | None, two: str | None) -> bool:
    a, b = who(one), who(two)
    return a == b or (min(len(a), len(b)) >= ALIKE and (a.startswith(b) or b.startswith(a)))


def _join(first: Reading, second: Reading) -> Reading:
    """Complete one reading by another; evidence goes along."""
    values, spans = {}, dict(first.evidence)
    for name in FIELDS[:13]:
        if getattr(first, name) is None and getattr(second, name) is not None:
            values[name] = getattr(second, name)
            if name in second.evidence:
                spans[name] = second.evidence[name]
    return replace(
        first,
        **values,
        start=min(a for a, _ in spans.values()),
        end=max(b for _, b in spans.values()),
        evidence=spans,
        reasons=(*first.reasons, "disebut lagi di tempat lain dalam naskah"),
    )
