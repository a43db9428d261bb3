"""What looks like an award and is none, or is told elsewhere in the sentence."""

import re

from awards.reading.lexicon import OFFICES
from awards.reading.marks import Mark
from awards.reading.memory import Memory
from awards.reading.modality import is_blocked
from awards.reading.prizes import PERSONAL
from awards.reading.scenes import Scene
from awards.reading.subjects import verb_before
from awards.reading.vocabulary import GIVE_RE, TAKEN_RE, WON_RE


def excluded(scene: Scene, start: int, verb: int, rank: int, end: int) -> str:
    """Return why a clause states no award, or "" if it may state one.

    The clause is start..end; its verb and its rank or prize stand at `verb` and `rank`.
    """
    return is_blocked(scene.main(start, end), max(start, verb - FLOOR), verb, rank, end)


STATISTICS = re.compile(
    r"\b(?:inflasi|kemiskinan|pengangguran|klasemen|kredit|kasus|upah|umk|penduduk)\b"
)
INTERIM = re.compile(r"\s+(?:klasemen\s+)?sementara\b(?!\s+(?:itu|untuk|kategori|kota|kabupaten))")
TITLES = frozenset("utama dinas daerah kota umum eksekutif pelaksana bidang badan sekolah".split())
FLOOR = 400


def confers(scene: Scene, rank: Mark) -> bool:
    """Whether a weak rank such as a bare "terbaik" stands where something is conferred."""
    start, _ = scene.clause(rank.start)
    before = scene.source.low[start : rank.start]
    if re.match(r"\s+(?:dimenangkan|dimenangi)\b", scene.low(rank.end, scene.end)):
        return False  # the category was won: the first place
    if rank.more["sure"] or TAKEN_RE.match(scene.source.low, rank.end + 1, scene.end):
        return True
    conferred = (
        WON_RE.search(before)
        or GIVE_RE.search(before)
        or re.search(
            r"\b(?:meraih|raih|menerima|mendapat(?:kan)?|memperoleh|menyabet|"
            r"terpilih)\b.*\b(?:penghargaan|predikat|gelar|sebagai|kategori)\b",
            before,
        )
    )
    return conferred is not None


def for_government(
    scene: Scene, memory: Memory, who: list[tuple[Mark, str]], place: int
) -> list[tuple[Mark, str]]:
    """A mayor who "menerima" an award collects it for the city, where the text names the city."""
    if not any(mark.more.get("office") for mark, _ in who):
        return who
    verb = verb_before(scene, place, scene.start)
    if verb is None or verb[0] not in ("menerima", "terima", "mendapatkan", "mendapat"):
        return who
    found = [
        (memory.government(scene, mark), why) if mark.more.get("office") else (mark, why)
        for mark, why in who
    ]
    return [
        (mark, "pejabat menerimanya untuk daerahnya" if mark.more.get("government") else why)
        for mark, why in found
        if mark
    ]


def unnamed(scene: Scene, who: Mark) -> bool:
    """Whether a mark is an office without a name or place: nobody in particular."""
    words = scene.low(who.start, who.end).replace(".", " ").split()
    return bool(who.more.get("office")) and not set(words) - OFFICES - TITLES


def collector(memory: Memory, scene: Scene, who: Mark, verb: int) -> Mark | None:
    """Return the government an official collects for; officials who won themselves stay."""
    if not who.more.get("office") or not re.match(
        r"(?:menerima|terima|mendapat)", scene.source.low[verb : verb + 9]
    ):
        return who
    if PERSONAL.search(scene.low(verb, min(scene.end, verb + 120))):
        return who
    return memory.government(scene, who)


def by_the_way(scene: Scene, rank: Mark) -> bool:
    """Whether a rank is no award of its own: interim tables, statistics, medals behind "dengan"."""
    start, end = scene.clause(rank.start)
    if INTERIM.match(scene.source.low, rank.end, scene.end):
        return True
    if rank.more["norm"].startswith("PERINGKAT") and STATISTICS.search(scene.low(start, end)):
        return True
    if not rank.more["norm"].startswith("MEDALI"):
        return False
    start, _ = scene.clause(rank.start)
    others = [
        r
        for r in scene.ranks
        if start <= r.start < rank.start
        and r.more["norm"]
        and not r.more["norm"].startswith("MEDALI")
    ]
    first = next((r for r in scene.ranks if others and r.start > others[-1].start), rank)
    return (
        bool(others)
        and re.search(
            r"\b(?:dengan|setelah|usai|berkat|karena)\b[^,;]*$",
            scene.low(others[-1].end, first.start),
        )
        is not None
    )


def only_announced(scene: Scene, rank: Mark) -> bool:
    """Whether "dua peringkat pertama: Terbaik I" or "selain juara umum" only points elsewhere."""
    if re.search(
        r"\bselain\s+(?:(?:menjadi|meraih|menyabet|itu|sebagai|gelar|predikat)\s+)*$",
        scene.low(scene.start, rank.start),
    ):
        return True
    following = next((r for r in scene.ranks if r.start >= rank.end), None)
    return (
        following is not None
        and re.fullmatch(
            r"\s*(?::|,?\s*(?:yaitu|yakni|ialah)\b:?)\s*", scene.low(rank.end, following.start)
        )
        is not None
    )
