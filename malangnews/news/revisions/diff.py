"""Two snapshots compared: what a reader would find added, gone, or moved."""

import datetime as dt
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from django.utils import timezone

from malangnews.core.dates import format_date
from malangnews.news.models import Byline
from malangnews.news.revisions.blocks import Block, blocks
from malangnews.news.revisions.snapshot import Snapshot

LABELS = {
    "title": "Judul",
    "summary": "Ringkasan",
    "dateline_place": "Tempat (dateline)",
    "event_on": "Tanggal peristiwa",
    "body": "Isi berita",
    "rubric": "Rubrik",
    "episode": "Episode",
    "lead_photo": "Foto utama",
    "tags": "Tag",
    "kims": "KIM",
    "kelurahan": "Kelurahan",
    "awards": "Penghargaan",
    "potentials": "Potensi",
    "bylines": "Pembuat",
    "slug": "Alamat",
    "published_at": "Terbit pada",
    "published_until": "Tayang sampai",
}
WORD = re.compile(r"\s+|\w+|[^\w\s]")
LINK = re.compile(r"<a\b[^>]*>")
#: Blocks beside a change that are shown for the reader's bearings.
AROUND = 1
#: Two blocks less alike than this are one gone and one new, not one that was reworded.
ALIKE = 0.35
#: Runs larger than this are not searched for what was reworded: it would take minutes.
MOST_WORK, A_BLOCK = 100_000_000, 20
MOST_PAIRS = 20_000_000


@dataclass(frozen=True)
class Segment:
    """A run of words: "same", "gone" or "new"."""

    kind: str
    text: str

    @property
    def alone(self) -> tuple["Segment", ...]:
        """The segment as a run of its own, for lists."""
        return (self,)


@dataclass(frozen=True)
class Passage:
    """One block of the body: its segments, or how many unchanged ones were folded away."""

    segments: tuple[Segment, ...] = ()
    kind: str = ""
    folded: int = 0
    note: str = ""


@dataclass(frozen=True)
class Row:
    """One part of the story that differs; ``passages`` for the body, else ``segments``."""

    name: str
    label: str
    segments: tuple[Segment, ...] = ()
    passages: tuple[Passage, ...] = ()
    #: True when each segment is an item of its own: tags, awards, makers.
    is_list: bool = False


def compare(old: Snapshot, new: Snapshot) -> list[Row]:
    """Return a row for every part in which ``new`` differs from ``old``, in the form's order.

    A part that an older snapshot does not know counts as empty.
    """
    rows = []
    for name, label in LABELS.items():
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if name == "body":
            passages = _passages(blocks(before or ""), blocks(after or ""))
            rows += [Row(name, label, passages=passages)] if passages else []
        elif isinstance(before or after, list) and name not in ("rubric", "lead_photo"):
            items = _items(_names(name, before), _names(name, after))
            rows.append(Row(name, label, items, is_list=True))
        else:
            rows.append(Row(name, label, words(_text(name, before), _text(name, after))))
    return rows


def words(old: str, new: str) -> tuple[Segment, ...]:
    """Compare two texts word by word."""
    before, after = WORD.findall(old), WORD.findall(new)
    segments = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            segments.append(Segment("same", "".join(before[a:b])))
            continue
        segments += [Segment("gone", "".join(before[a:b]))] if b > a else []
        segments += [Segment("new", "".join(after[c:d]))] if d > c else []
    return tuple(segments)


def _passages(old: list[Block], new: list[Block]) -> tuple[Passage, ...]:
    """Compare by whole blocks first, and inside those that differ word by word."""
    if old == new:
        return ()
    if len(old) * len(new) > MOST_PAIRS:
        return tuple(_fold(_changed(old, new)))
    found: list[Passage] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [_same(block) for block in new[c:d]]
        else:
            found += _changed(old[a:b], new[c:d])
    return tuple(_fold(found))


def _same(block: Block) -> Passage:
    return Passage((Segment("same", block.text),), block.kind)


def _changed(old: list[Block], new: list[Block]) -> list[Passage]:
    """Pair the blocks of a changed run in order; what has no like partner is gone or new."""
    if _work(old) * _work(new) > MOST_WORK:
        kinds = (("gone", old), ("new", new))
        return [Passage((Segment(kind, b.text),), b.kind) for kind, run in kinds for b in run]
    found, waiting = [], list(new)
    for block in old:
        partner = next((i for i, other in enumerate(waiting) if _alike(block, other)), None)
        if partner is None:
            found.append(Passage((Segment("gone", block.text),), block.kind))
            continue
        found += [Passage((Segment("new", one.text),), one.kind) for one in waiting[:partner]]
        found.append(_reworded(block, waiting[partner]))
        waiting = waiting[partner + 1 :]
    return found + [Passage((Segment("new", one.text),), one.kind) for one in waiting]


def _work(run: list[Block]) -> int:
    """Return what a run costs to compare, in words."""
    return sum(A_BLOCK + len(block.text.split()) for block in run)


def _alike(old: Block, new: Block) -> bool:
    matcher = SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _reworded(old: Block, new: Block) -> Passage:
    note = ""
    if LINK.findall(old.markup) != LINK.findall(new.markup):
        note = "tautan berubah"
    elif old.kind != new.kind or old.text == new.text:
        note = "format berubah"
    return Passage(words(old.text, new.text), new.kind, note=note)


def _fold(passages: list[Passage]) -> list[Passage]:
    """Fold long runs of unchanged blocks, but for those next to a change."""
    found: list[Passage] = []
    runs = [(same, list(run)) for same, run in groupby(passages, key=_is_same)]
    for index, (same, run) in enumerate(runs):
        head = AROUND if index else 0
        tail = AROUND if index < len(runs) - 1 else 0
        if not same or len(run) <= head + tail + 1:
            found += run
            continue
        found += run[:head]
        found.append(Passage(folded=len(run) - head - tail))
        found += run[len(run) - tail :]
    return found


def _is_same(passage: Passage) -> bool:
    return not passage.note and all(one.kind == "same" for one in passage.segments)


def _names(name: str, value: list | None) -> list[str]:
    if name == "tags":
        return list(value or ())
    if name == "bylines":
        roles = dict(Byline.Role.choices)
        return [f"{roles.get(one['role'], one['role'])} {one['name']}" for one in value or ()]
    return [pair[1] for pair in value or ()]


def _items(old: list[str], new: list[str]) -> tuple[Segment, ...]:
    gone = [Segment("gone", name) for name in old if name not in new]
    kept = [Segment("same", name) for name in new if name in old]
    come = [Segment("new", name) for name in new if name not in old]
    return tuple(kept + gone + come)


def _text(name: str, value) -> str:
    if value in (None, ""):
        return ""
    if name in ("published_at", "published_until"):
        local = timezone.localtime(dt.datetime.fromisoformat(value))
        return f"{format_date(local.date())} pukul {local:%H.%M}"
    if name == "event_on":
        return format_date(dt.date.fromisoformat(value))
    return value[1] if isinstance(value, list) else str(value)
