"""Who won: ties each rank of a sentence to its recipients, by the frame it stands in."""

from awards.reading.ahead import ahead_of
from awards.reading.lists import NEXT_TO, in_turn, whole_list
from awards.reading.marks import Mark
from awards.reading.scenes import Scene
from awards.reading.subjects import subject_of, verb_before
from awards.reading.vocabulary import GIVE_RE, WON_RE


def recipients(scene: Scene, rank: Mark, claimed: set[int]) -> list[tuple[Mark, str]]:
    """Return the recipients of one rank and the reason for each, [] if the clause names none.

    `claimed` holds where names stand that won an earlier rank by standing behind it; they are
    kept up to date here.
    """
    start, end = scene.clause(rank.start)
    subject = subject_of(scene, rank.end if rank.more.get("verb") else rank.start, start)
    near = _near(scene, rank, start)
    if near and near.start in claimed:
        near = None
    inverted = any(start <= place < rank.start for place in claimed)
    ahead = ahead_of(scene, rank, end, subject is not None, near, inverted)
    if ahead:
        group = in_turn(scene, rank, whole_list(scene, ahead, +1, rank), forward=True)
        claimed.update(mark.start for mark in group)
        return [(mark, "disebut langsung sesudah peringkat") for mark in group]
    if near:
        group = in_turn(scene, rank, whole_list(scene, near, -1, rank), forward=False)
        return [(mark, "disebut tepat di depan peringkat") for mark in group]
    if subject and subject.start not in claimed:
        group = in_turn(scene, rank, whole_list(scene, subject, -1, rank), forward=False)
        return [(mark, "pokok kalimat di depan kata kerja") for mark in group]
    return []


def _near(scene: Scene, rank: Mark, start: int) -> Mark | None:
    """Return the name right before the rank: "R juara II", "R sebagai juara dua"."""
    names = [
        m
        for m in scene.names
        if start <= m.start
        and m.end <= rank.start
        and not m.more["masked"]
        and not m.more["office"]
    ]
    if not names:
        return None
    name = names[-1]
    end = name.more.get("tail", name.end)
    if any(end <= r.start and r.end <= rank.start for r in scene.ranks):
        return None
    bare = scene.bare(end, rank.start)
    if not NEXT_TO.match(bare):
        return None
    if name.more["by"]:
        return None
    verb = verb_before(scene, rank.start, end)
    if (
        verb
        and WON_RE.match(verb[0]) is None
        and GIVE_RE.search(scene.source.low, start, name.start) is None
    ):
        return None
    return name
