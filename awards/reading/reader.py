"""The door of the award reader: text in, proposed awards out."""

import re

from awards.reading.claims import claims
from awards.reading.completing import completed
from awards.reading.conferment import NEAR, Ceremony, ceremony
from awards.reading.groups import group_told
from awards.reading.marks import Mark, Names, Reading
from awards.reading.memory import Memory
from awards.reading.merging import merge, with_work
from awards.reading.modality import is_blocked
from awards.reading.scenes import Scene, look
from awards.reading.subjects import subject_of
from awards.reading.text import Source

WINNERS = re.compile(r"\b(?:para\s+)?(?:pemenang|juara|peraih|penerima)")
YEARS = re.compile(r"\b(20[0-3]\d)\b")
HEAD = 500  # how far in a text without dates its own year is looked for
MOST = 20  # ceremonies that one text may tell of
CROWD = 45  # so many telling words in one sentence are no sentence
CUE = re.compile(
    r"juara|terbaik|peringkat|medali|emas|perak|perunggu|bintang|stars?\b|wtp|predikat|opini|"
    r"anugerah|penghargaan|"
    r"award|lomba|kompetisi|festival|ajang|raih|sabet|rebut|boyong|borong|terima|peroleh|dapat|"
    r"harapan|pemenang|posisi|"
    r"urutan|gelar|piala|trofi|favorit|jawara|winner|best|runner|ter-?[a-z]+if\b|adipura|"
    r"adiwiyata|kalpataru|proklim|"
    r"swasti|kla\b|sakip|kategori|dinobatkan|disusul|disemat|gold|silver|bronze|karya|judul|"
    r"kejuaraan|olimpiade|por[a-z]+"
)
TO_COME = re.compile(
    r"\b(?:akan|bakal|nantinya|selanjutnya|mewakili|menuju|menargetkan|rencananya)\b"
)
COUNTED = re.compile(
    r"\b(?:(?:me)?raih|menyabet|memborong|mengakhiri|menutup|diganjar|dianugerahi|memboyong|mengoleksi|mendapat(?:kan)?|menerima|"
    r"menorehkan|mencatatkan|mengantongi|membawa\s+pulang|mengukir|"
    r"memperoleh)\s+(?:\S+\s+){0,4}(?:penghargaan|prestasi|medali|piala|trofi|gelar|juara)\b"
)


def read(text: str, gazetteer: Names | None = None) -> list[Reading]:
    """Return the awards a text states, in the order they stand in it.

    `gazetteer` holds names known beforehand and may be left out. History is given too, marked as
    such. Raises nothing: a text that is not understood gives an empty list.
    """
    source = Source(text)
    memory = Memory(names=gazetteer)
    memory.now = _year_of(source)
    sentences = source.sentences
    titles = [s for s in sentences if s.kind == "title"]
    for title in titles:
        _announce(look(source, title, {}, gazetteer), memory)
    found: list[Reading] = []
    last: list[Reading] = []
    told: list[int] = []
    ceremonies: list[tuple[Ceremony, str | None, int]] = []
    for number, sentence in enumerate(sentences[len(titles) :]):
        cues = len(CUE.findall(source.low, sentence.start, sentence.end))
        if cues > CROWD or (not cues and number > 5 and sentence.kind == "prose"):
            last, memory.category = [], None
            continue
        scene = look(source, sentence, memory.known(), gazetteer, memory.spoken())
        memory.notice(scene, number)
        readings = claims(scene, memory, number)
        if (
            not readings
            and len(scene.works) == 1
            and len(last) == 1
            and not last[0].work
            and not scene.ranks
        ):
            found[-1] = with_work(last[0], scene.works[0])
        last = readings
        found += readings
        _remember(scene, memory, readings, number)
        if scene.dates and (held := ceremony(scene)):
            ceremonies.append((held, memory.latest.name if memory.latest else None, number))
        told += [number] * len(readings)
    for held, event, number in ceremonies[:MOST]:
        for place, reading in enumerate(found):
            if reading.event == event and abs(told[place] - number) <= NEAR:
                found[place] = held.given_to(reading)
    found = [completed(memory, reading) for reading in found]
    headlines: list[Reading] = []
    for title in titles:
        scene = look(source, title, memory.known(), gazetteer, memory.spoken())
        headlines += claims(scene, memory, len(sentences) + 99)
    return merge(found, headlines)


def _announce(scene: Scene, memory: Memory) -> None:
    """Keep whom and what the headline names, until the text itself says it."""
    strong = [mark for mark in scene.events if not mark.more.get("weak")]
    named = [mark for mark in strong if mark.more.get("named", True)]
    if named:
        memory.headline = named[-1]
    subject = next(
        (
            m
            for m in scene.names
            if not m.more["masked"] and not m.more["by"] and not m.more["office"]
        ),
        None,
    )
    if subject and subject.start - scene.start < 40:
        memory.subject, memory.subject_paragraph, memory.provisional = subject, 1, True


def _year_of(source: Source) -> int | None:
    """Return the year the text was written in, as far as its full dates tell."""
    years = [int(mark[:4]) for mark in _dates(source)]
    years = years or [int(year) for year in YEARS.findall(source.low[:HEAD])]
    return max(years) if years else None


def _dates(source: Source) -> list[str]:
    return [
        f"{m[1]}" for m in re.finditer(r"\d{1,2}[/-]\d{1,2}[/-]((?:19|20)\d\d)\b", source.low)
    ] + [
        m[1]
        for m in re.finditer(
            r"\b\d{1,2}\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|"
            r"oktober|november|desember)\s+((?:19|20)\d\d)\b",
            source.low,
        )
    ]


def counted(scene: Scene) -> Mark | None:
    """Return who "meraih empat penghargaan": later sentences tell which."""
    match = COUNTED.search(scene.source.low, scene.start, scene.end)
    if match is None or is_blocked(
        scene.source.low, scene.start, match.start(), match.end(), scene.end
    ):
        return None
    who = subject_of(scene, match.end(), scene.clause(match.start())[0])
    return None if who is None or who.more["office"] else who


def _to_come(scene: Scene, mark: Mark) -> bool:
    """Whether an event is only where somebody is going next."""
    start, _ = scene.clause(mark.start)
    return TO_COME.search(scene.source.low, start, mark.start) is not None


def _remember(scene: Scene, memory: Memory, readings: list[Reading], number: int) -> None:
    """Keep what later sentences lean on."""
    strong = [mark for mark in scene.events if not mark.more.get("weak")]
    if memory.latest and not readings and len(memory.events) > 1:
        strong = [mark for mark in strong if not _to_come(scene, mark)]
    won = {r.event for r in readings if not r.historic}
    strong = [mark for mark in strong if memory.event_of(mark).name in won] or strong
    if (
        strong
        and not all(r.historic for r in readings or [Reading()])
        or strong
        and scene.sentence.kind != "prose"
    ):
        memory.latest = memory.event_of(strong[-1])
    elif strong and not readings:
        memory.latest = memory.event_of(strong[-1])
    if memory.latest and strong:
        memory.latest.seen = number
    for reading in readings:
        if (reading.rank_norm or "").startswith(("PREDIKAT", "TIER")) and memory.latest:
            if memory.latest.name == reading.event:
                memory.ranked.setdefault(reading.rank_norm, memory.latest)
    if (told := group_told(scene, number)) is not None:
        memory.group = told
    ordered = [r for r in readings if (r.rank_norm or "")[-1:].isdigit() and not r.historic]
    if ordered:
        memory.ranked_last, memory.ranked_number = ordered[-1].rank_norm, number
    weak = [m for m in scene.events if m.more.get("weak") and m.value in won]
    if weak and not memory.latest:
        memory.latest = memory.event_of(weak[-1])
        memory.latest.seen = number
    if scene.sentence.kind == "line" and not readings:
        if scene.categories:
            memory.category = scene.categories[-1]
    elif scene.sentence.kind == "prose":
        memory.category = None
    fresh = [r for r in readings if not r.historic]
    if fresh:
        last = fresh[-1].evidence["recipient"]
        mark = next((m for m in scene.names if m.span == last), None)
        if mark:
            memory.subject, memory.subject_paragraph, memory.provisional = (
                mark,
                scene.sentence.paragraph,
                False,
            )
        elif memory.subject and memory.subject.span == last:
            memory.subject_paragraph = scene.sentence.paragraph
    elif (told := counted(scene)) is not None:
        memory.giver = next((m for m in scene.organisers if m.more["how"] == "from"), None)
        memory.giver_paragraph = scene.sentence.paragraph
        memory.subject, memory.subject_paragraph = told, scene.sentence.paragraph
    elif number < 3 and scene.names and (memory.subject is None or memory.provisional):
        first = next(
            (
                m
                for m in scene.names
                if not m.more["masked"] and not m.more["by"] and not m.more["office"]
            ),
            None,
        )
        if first and re.match(
            r"(?:[\s\w(),./]{0,40}\s-\s*)?$", scene.low(scene.start, first.start)
        ):
            memory.subject, memory.subject_paragraph, memory.provisional = (
                first,
                scene.sentence.paragraph,
                False,
            )
    words = scene.low(scene.start, scene.end)
    if words.rstrip().endswith(":"):
        near = scene.sentence.paragraph - memory.subject_paragraph <= 1
        memory.listing = memory.subject if near and not WINNERS.search(words) else None
    elif scene.sentence.kind == "prose":
        memory.listing = None
