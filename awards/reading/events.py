"""Finds the events an award was won at: name, abbreviation, year, and names known by themselves."""

import re

from awards.reading.lexicon import CONTESTS, FIRST, NOT_PLACES, PRAISED, PRIZES
from awards.reading.marks import Mark
from awards.reading.names import AFTER_AREA, is_head, is_name
from awards.reading.programmes import find_programmes, read_year
from awards.reading.text import Source, Word

STEPS = ("tingkat pertama", "tingkat lanjut")  # of health care: inside names
LONG_NAME = re.compile(  # English names with commas, known by their abbreviation
    r"((?:International|Asian?|World|National|Indonesia|"
    r"Global)\s[A-Z]\w+(?:,\s[A-Z]\w+){0,3},?\s(?:&|and)\s"
    r"(?:[A-Z]\w+\s){1,5})\(([A-Z][\w-]{1,12})\)"
)
STAGE = re.compile(
    r"ajang|event|even\b|gelaran|bertajuk|malam|kompetisi|turnamen|lomba|kontes|festival"
)
TRIGGER = re.compile(
    r"(?:ajang|gelaran|event|even|perhelatan|kegiatan|acara|bertajuk|penilaian|evaluasi|survei|kompetisi|"
    r"turnamen|lomba|"
    r"kontes|"
    r"kejuaraan|festival|anugerah|penghargaan|malam\s+puncak|malam\s+penganugerahan|puncak|award|"
    r"predikat|program|gelar|titel|trofi|piala|penghargaan\s+(?:sebagai|bertajuk|berupa|"
    r"bergengsi|tertinggi|kategori)|"
    r"(?:dinobatkan|terpilih|ditetapkan)\s+sebagai|berupa|sertifikat)\s+['\"]*$"
)
CARRIED = re.compile(
    r"\b(?:membawa\s+pulang|memboyong|boyong|berhak\s+(?:atas|mendapat\w*|menerima)|mengangkat|"
    r"memperebutkan|disertai|berupa|dan|trofi)\s+$"
)
ORDINAL = re.compile(r"\s+ke-?\s?\d{1,3}\b")
ACRONYM = re.compile(r"\s*\(\s*'?\"?([A-Z][\w&-]{1,14}(?:\s[A-Z0-9]\w{0,8})?)\"?'?\s*\)")
ORDER = {
    word: number
    for number, word in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), start=1
    )
}
EDITION = re.compile(r"\s+(?:([IVX]{1,5})\b|ke-?\s?(\d{1,3})\b)")
THE_NTH = re.compile(
    r"^(?:the\s+)?(?:\d{1,3}(?:st|nd|rd|th)|(?:first|second|third))\s+|^the\s+", re.I
)


def find_events(
    source: Source, start: int, end: int, words: list[Word], taken: list[Mark]
) -> list[Mark]:
    """Return events between two places; `value` is the name, `more` has abbreviation, year, and
    `prize` (it is itself an award) or `weak` (a guess that needs an award beside it)."""
    found: list[Mark] = []

    def free(a: int, b: int) -> bool:
        return not any(m.start < b and a < m.end for m in [*taken, *found])

    for match in LONG_NAME.finditer(source.clean, start, end):
        more = {"prize": False, "abbreviation": match[2]}
        mark = Mark("event", match.start(), match.end(), match[1].strip(), more)
        read_year(source, mark, mark.end, end)
        found.append(mark)
    i = 0
    while i < len(words):
        j = _run(source, words, i, taken)
        if j == i:
            i += 1
            continue
        mark = _event(source, words[i:j], start, end)
        if mark and free(*mark.span):
            found.append(mark)
        i = max(j, i + 1)
    found += find_programmes(source, start, end, [*taken, *found])
    return sorted(found, key=lambda mark: mark.start)


def _run(source: Source, words: list[Word], i: int, taken: list[Mark]) -> int:
    """Return the index behind the run of capitals that begins at i."""
    j = i
    while j < len(words):
        word = words[j]
        if any(m.start < word.end and word.start < m.end for m in taken):
            break
        if j > i:
            gap = source.clean[words[j - 1].end : word.start]
            if gap.strip(" ") not in ("", "/", "&", "-", "#", "@") or "\n" in gap:
                break
        name = (
            is_name(word)
            or source.low.startswith(STEPS, word.start)
            or word.low in ("anugerah", "penghargaan")
            and word.big
        )
        if j == i and word.text[0].isdigit() and not re.match(r"\d+(?:st|nd|rd|th)$", word.low):
            break
        if name or (j > i and re.match(r"\d+(?:st|nd|rd|th)$", word.low)):
            if j > i + 2 and word.low in FIRST and words[j - 1].low == "dan":
                j -= 1
                break
            j += 1
            continue
        nxt = words[j + 1] if j + 1 < len(words) else None
        links = (
            "of",
            "the",
            "for",
            "on",
            "in",
            "and",
            "dan",
            "&",
            "bagi",
            "antar",
            "se-jawa",
            "by",
            "to",
            "untuk",
        )
        if j > i and word.low in links and nxt is not None and is_name(nxt) and nxt.big:
            if word.low == "dan" and (is_head(nxt) or (nxt.low in FIRST and j > i + 1)):
                break
            if word.low == "untuk" and (is_head(nxt) or nxt.low == "kategori"):
                break
            j += 2
            continue
        if word.low.startswith("antar") and j == i + 1 and words[i].low in CONTESTS:
            j += 1
            continue
        break
    return j


def _event(source: Source, run: list[Word], floor: int, end: int) -> Mark | None:
    lows = [word.low for word in run]
    heads = [k for k, low in enumerate(lows) if low in PRIZES or low in CONTESTS]
    if lows[0] == "top" and len(lows) > 1 and not lows[1][0].isdigit():
        heads = heads or [0]
    before = source.low[max(floor, run[0].start - 40) : run[0].start]
    trigger = TRIGGER.search(before)
    if (
        len(lows) > 1
        and lows[0] in ("kim", "tim", "kelompok", "sanggar", "rw", "posyandu")
        and lows[1] in ("kalpataru", "adipura", "swasti", "piala", "proklim")
    ):
        return None
    for k, low in enumerate(lows):
        if (
            k
            and low in FIRST
            and not (k == 2 and lows[1] == "dan")
            and not (k == 1 and lows[0] in CONTESTS and _spelt(source, run, end))
            and not (k == len(lows) - 1 and low not in ("anugerah", "penghargaan"))
        ):
            run, lows, trigger = run[k:], lows[k:], None
            heads = [h - k for h in heads if h >= k]
            break
    if not heads and not trigger:
        return None
    if not heads and is_head(run[0]) and not _titled(lows):
        return None
    initial = run[0].start == floor
    single = len(run) == 1 and not heads
    if single and trigger and not (run[0].text.isupper() or STAGE.match(trigger[0])):
        return None
    if len(run) == 1:
        weak = lows[0] in (
            "anugerah",
            "penghargaan",
            "award",
            "awards",
            "lomba",
            "kompetisi",
            "festival",
            "pekan",
            "liga",
            "piala",
            "expo",
            "turnamen",
            "kejuaraan",
            "prize",
            "innovative",
            "asean",
            "piagam",
            "sea",
            "open",
            "grand",
            "debat",
            "kapolri",
            "games",
            "indeks",
            "pameran",
            "olimpiade",
        )
        if weak or (initial and not heads):
            return None
    a, b = run[0].start, run[-1].end
    acronym = ACRONYM.match(source.clean, b, end)
    drop = (
        lows[0] == "penghargaan"
        and len(run) > 1
        and not (acronym and acronym[1][0].upper() == "P" and len(acronym[1]) >= len(run) - 1)
    )
    if drop and not (len(lows) > 1 and lows[1] in ("pembangunan", "keterbukaan")):
        run, lows = run[1:], lows[1:]
        a = run[0].start
        if is_head(run[0]) and not _titled(lows):
            return None
    lower_head = re.search(
        r"(lomba|kompetisi|turnamen|kejuaraan|kontes|festival|olimpiade|liga)\s+['\"]*$", before
    )
    if lower_head and not heads and not acronym:
        a -= len(lower_head[0])
    name = " ".join(source.raw[a:b].split()).strip("'\" ")
    name = THE_NTH.sub("", name)
    weak_trigger = (
        trigger
        and not heads
        and re.match(r"kegiatan|acara|program|gelar|trofi|predikat|titel", trigger[0].strip())
    )
    mark = Mark(
        "event", a, b, name, {"prize": drop or _is_prize(lows, trigger), "weak": bool(weak_trigger)}
    )
    mark.more["named"] = bool(heads or acronym)
    if lows[0] == "piala" and CARRIED.search(before):
        mark.more |= {"weak": True, "prize": False}  # the cup, not what it was won at
    mark.more["title"] = not heads and bool(trigger) and "sebagai" in trigger[0]
    ordinal = ORDINAL.match(source.low, b, end)
    if ordinal and not acronym:
        mark.end = ordinal.end()
    if acronym:
        mark.more["abbreviation"] = acronym[1]
        mark.end = acronym.end()
        if tail := re.compile(
            r"\s+(?:Awards?|Prize|Festival|Competition|Championship|Cup)\b"
        ).match(source.clean, mark.end, end):
            mark.value += tail[0].rstrip()
            mark.end = tail.end()
        ordinal = ORDINAL.match(source.low, mark.end, end)
        mark.end = ordinal.end() if ordinal else mark.end
    read_year(source, mark, mark.end, end)
    if (
        acronym
        and "year" not in mark.more
        and (
            more := re.compile(r"(?:\s+[A-Z][\w-]*){1,3}(?=\s+(?:[Tt]ahun\s+)?20\d\d)").match(
                source.clean, mark.end, end
            )
        )
    ):
        read_year(source, mark, more.end(), end)
    if edition := EDITION.match(
        source.clean, acronym.end() if acronym else b, end
    ) or EDITION.search(name):
        mark.more["edition"] = ORDER.get(edition[1]) or int(edition[2] or 0)
    if "year" not in mark.more and (inside := re.search(r"\s((?:19|20)\d\d)$", name)):
        mark.more["year"], mark.value = int(inside[1]), name[: inside.start()]
    return mark if len(mark.value) > 1 else None


def _spelt(source: Source, run: list[Word], end: int) -> bool:
    """Whether an acronym behind a name begins as the name does: FLS2N of Festival Lomba ..."""
    acronym = ACRONYM.match(source.clean, run[-1].end, end)
    return acronym is not None and acronym[1][0] == run[0].text[0]


def _titled(lows: list[str]) -> bool:
    """Whether a name is a title: Kota Layak Anak, Sekolah Ramah Anak."""
    kinds = (
        *AFTER_AREA,
        "kampung",
        "kim",
        "sekolah",
        "madrasah",
        "puskesmas",
        "pasar",
        "perguruan",
    )
    if len(lows) > 1 and lows[0] in kinds and lows[1] in NOT_PLACES:
        return True
    return len(lows) > 2 and not PRAISED.isdisjoint(lows[1:])


def _is_prize(lows: list[str], trigger: re.Match | None) -> bool:
    if any(low in PRIZES for low in lows) or lows[0] == "top":
        return True
    if any(low in CONTESTS for low in lows):
        return False
    return (
        trigger is not None
        and re.match(
            r"anugerah|penghargaan|award|predikat|dinobatkan|terpilih|ditetapkan|berupa|"
            r"sertifikat|gelar",
            trigger[0],
        )
        is not None
    )
