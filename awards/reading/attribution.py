"""Which event, category, giver and work belong to a rank."""

import re

from awards.reading.marks import Mark
from awards.reading.memory import Event, Memory
from awards.reading.names import capitals_after
from awards.reading.scenes import Scene
from awards.reading.vocabulary import TAKEN_RE, WIN_RE

NO_EVENT = ("PREDIKAT:WTP", "PREDIKAT:WDP")
TITLE = re.compile(
    r"\s+(?!Kategori|Tingkat|Kelas|Bidang|Cabang|Divisi)((?:[A-Z][\w/&-]*\s)(?:(?!Kategori|"
    r"Kelas)(?:[A-Z][\w/&-]*|\([A-Z][\w-]*\)|dan)\s?){1,9}?)(?=\s?(?:[Tt]ingkat\s+(?:Prov|Kota|Nas|"
    r"Jawa|Jatim|Kab|prov|nas|kota|kab|se-)|[Tt]ahun\b|20\d\d|se-|yang\b|[Kk]ategori\b|[,.]))"
    r"(?:.{0,40}?\b(20\d\d)\b)?"
)
UNREAD = re.compile(
    r"\s*(?:dalam|pada|di)?\s*(?:lomba|kompetisi|kejuaraan|turnamen|festival|olimpiade|kontes|"
    r"liga|ajang)\s+(?!yang\s+sama|tersebut|itu|ini)\w"
)


def event_for(scene: Scene, memory: Memory, rank: Mark, number: int) -> tuple[Event | None, str]:
    """Return the event a rank was won at and how that was seen."""
    here = scene.clause(rank.start)
    strong = [
        m
        for m in scene.events
        if not m.more.get("weak")
        and (not m.more.get("owned") or scene.clause(m.start) == here)
        and not scene.source.low.endswith("selain ", 0, m.start)
    ]
    later = next((r.start for r in scene.ranks if r.start >= rank.end), scene.end)
    after = [m for m in strong if rank.end <= m.start]
    before = [m for m in strong if m.end <= rank.start]
    _, end = scene.clause(rank.start)
    choice = None
    if (
        after
        and after[0].start < min(later, end)
        and not _new_frame(scene, rank.end, after[0].start)
    ):
        choice = after[0]
    elif before:
        choice = before[-1]
    elif after and not any(
        m.end < after[0].start and m.start > rank.end and _new_frame(scene, m.start, after[0].start)
        for m in scene.names
    ):
        choice = after[0]
    beside = [
        m
        for m in strong
        if m.end <= rank.start and not scene.source.low[m.end : rank.start].strip(" '\"")
    ]
    choice = beside[-1] if beside else choice
    inside = next((m for m in strong if m.meets(rank)), None)
    if inside or choice:
        mark = inside or choice
        return memory.event_of(mark), f"ajang “{mark.value}” disebut dalam kalimat"
    weak = [m for m in scene.events if m.more.get("weak") and 0 <= m.start - rank.end <= 25]
    weak = weak or [m for m in scene.events if m.more.get("weak") and m.end <= rank.start]
    if (
        weak
        and memory.latest
        and memory.latest.seen >= number - 4
        and scene.low(max(scene.start, weak[-1].start - 7), weak[-1].start).strip()
        in ("untuk", "pada", "dalam")
    ):
        weak = []
    if weak:
        return memory.event_of(weak[-1]), "nama lomba disebut di dekat peringkat"
    named = TITLE.match(scene.source.clean, rank.end, scene.end)
    if named and named[1].count(" ") < 2 and "(" not in named[1]:
        named = None
    sets_off = named and not re.match(r"\s?[,.]|\s?yang", scene.source.low[named.end(1) :][:6])
    if named and (sets_off or not memory.latest):
        a, b = named.span(1)
        if b - a > 8 and not any(a <= m.start < b for m in scene.names):
            return memory.event_of(
                Mark("event", a, b, " ".join(named[1].split()), _facts(named))
            ), "ajang disebut sesudah peringkat"
    known = memory.latest or (memory.event_of(memory.headline) if memory.headline else None)
    known = memory.ranked.get(rank.more.get("norm") or "", known)
    if not memory.latest and _direct(scene, rank, scene.end):
        return None, "ajang tidak disebut"
    if UNREAD.match(scene.source.low, rank.end, scene.end):
        return None, "nama lomba tidak terbaca"
    if (
        known
        and rank.more.get("norm") not in NO_EVENT
        and (number - known.seen <= 6 or scene.sentence.kind == "line" or len(memory.events) == 1)
    ):
        return known, f"ajang “{known.name}” dari kalimat sebelumnya"
    return None, "ajang tidak disebut"


def _facts(match: re.Match) -> dict:
    """Return abbreviation and year of an event named right behind its rank."""
    short = re.search(r"\(([A-Z][\w-]{1,14})\)", match[1])
    facts = {"abbreviation": short[1] if short else None}
    return facts | ({"year": int(match[2]), "year_span": match.span(2)} if match[2] else {})


def _new_frame(scene: Scene, a: int, b: int) -> bool:
    words = scene.source.low[a:b]
    if any(
        a <= m.start and m.end <= b and not m.more["masked"] and not m.more["by"]
        for m in scene.names
    ) and WIN_RE.search(words):
        return True
    return (
        re.search(
            r",\s*(?:dan\s+|serta\s+)?(?:di|dalam|pada)\s+(?:ajang|lomba|event|gelaran)?\s*$|;",
            words,
        )
        is not None
        and len(words) > 60
    )


def categories_for(scene: Scene, memory: Memory, rank: Mark) -> list[Mark | None]:
    """Return the categories of a rank (each is an award of its own), [None] if none is said."""
    following = next((r.start for r in scene.ranks if r.start >= rank.end), scene.end)
    _, end = scene.clause(rank.start)
    own = [
        m for m in scene.categories if rank.end <= m.start < min(following, max(end, rank.end + 1))
    ]
    if own and (
        cut := re.search(r";|\bsedangkan\b|\bsementara\b", scene.low(rank.end, own[0].start))
    ):
        own = [] if cut else own
    if own:
        lead = own[0].more.get("lead")
        return [m for m in own if m.more.get("lead") == lead] or [own[0]]
    direct = _direct(scene, rank, following)
    if direct:
        return [direct]
    first = scene.ranks[0].start if scene.ranks else rank.start
    leading = [m for m in scene.categories if m.end <= rank.start]
    if leading:
        between = [r for r in scene.ranks if leading[-1].end <= r.start < rank.start]
        claimed = [
            r
            for r in scene.ranks
            if r.end <= leading[-1].start
            and scene.clause(r.start) == scene.clause(leading[-1].start)
        ]
        if leading[-1].end <= first or (not claimed and not between):
            return [leading[-1]]
    if not scene.categories and memory.category and scene.sentence.kind == "line":
        return [memory.category]
    return [None]


def _direct(scene: Scene, rank: Mark, following: int) -> Mark | None:
    """Return a category without the word: "Juara 1 Prototype Listrik", where an event is known."""
    if rank.kind != "rank" or not rank.more["norm"].startswith(
        ("JUARA_", "TERBAIK_", "HARAPAN_", "MEDALI_")
    ):
        return None
    run = capitals_after(scene.source, scene.words, rank.end + 1)
    others = (*scene.names, *scene.events, *scene.organisers, *scene.levels, *scene.classes)
    if (
        run is None
        or run.end > following
        or any(run.meets(m) for m in others)
        or run.end - run.start > 60
    ):
        return None
    if scene.source.clean.startswith(" Terbaik", run.end):
        run.end += len(" Terbaik")
    behind = scene.low(run.end, min(scene.end, run.end + 12))
    if not re.match(
        r"\s*(?:[,.;]|dan\b|serta\b|$|pada\b|di\b|dalam\b|tingkat\b)", behind
    ) or ":" in scene.low(rank.end, run.start + 1):
        return None
    return Mark("category", run.start, run.end, scene.source.raw[run.start : run.end])


def nearest(scene: Scene, marks: list[Mark], anchor: Mark, start: int, end: int) -> Mark | None:
    """Return the level or class of participants that belongs to a rank or prize, or None."""
    following = next((r.start for r in scene.ranks if r.start >= anchor.end), scene.end)
    own = [m for m in marks if anchor.end <= m.start < following]
    if own:
        return own[0]
    before = [
        m
        for m in marks
        if start <= m.start < anchor.start and not any(r.start < m.start for r in scene.ranks)
    ]
    if before:
        return before[-1]
    rest = [m for m in marks if m.start >= anchor.end and m.kind == "level"]
    return rest[-1] if rest else None


def giver_for(scene: Scene, anchor: Mark, start: int, end: int) -> Mark | None:
    """Return who gave the award as the sentence says, apart from the event it was won at."""
    for mark in scene.organisers:
        how = mark.more["how"]
        near = start <= mark.start < end or mark.end <= anchor.start
        before = scene.low(max(scene.start, mark.start - 60), mark.start)
        if how == "giver" and near and mark.end <= anchor.start:
            return mark
        if (
            how == "from"
            and near
            and not any(
                m.end <= mark.start
                and mark.start - m.end <= 6
                and m.more["head"]
                in ("siswa", "mahasiswa", "tim", "pelajar", "atlet", "guru", "dosen", "warga")
                for m in scene.names
            )
        ):
            if re.search(r"\boleh\s+$", before) and TAKEN_RE.search(before):
                continue
            if re.search(
                r"\bditerima\b|\bdiwakili\b|\bdiserahkan\s+(?:langsung\s+)?oleh\s+$", before
            ):
                continue
            return mark
        if (
            how == "held"
            and near
            and re.search(r"\b(?:versi|diberikan|dianugerahkan)\s+(?:oleh\s+)?$", before)
        ):
            return mark
    return None


def work_for(scene: Scene, anchor: Mark) -> Mark | None:
    """Return the winning work of a rank: the one told right behind it."""
    for work in scene.works:
        before = [r for r in scene.ranks if r.end <= work.start]
        owner = before[-1] if before else (scene.ranks[0] if scene.ranks else None)
        if owner is anchor or not scene.ranks:
            return work
    return None
