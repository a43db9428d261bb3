"""Finds categories, classes of participants, winning works, dates and places."""

import re
from datetime import date
from itertools import islice

from awards.reading.lexicon import BREAK, STOP
from awards.reading.marks import Mark
from awards.reading.text import Source
from awards.reading.vocabulary import MONTHS

IN_NAME = re.compile(r"[A-Z]\w+ $")
BOUNDS = re.compile(r"di\s+(?:atas|bawah)\b")
MOST = 24  # more than this in one sentence is no sentence
CATEGORY = re.compile(
    r"\b(?:sub-?kategori|kategori(?:nya)?|(?:bidang|mata)\s+lomba|bidang|divisi|"
    r"cabang\s+lomba|(?<!tingkat )cabang|nomor|"
    r"subtema)\s+(?=['\"]?[\w])"
)
CLASS = re.compile(r"\b(?:tingkat|jenjang|kelas|kelompok\s+umur|golongan)\s+(?=[\w'])")
NOT_CLASS = re.compile(
    r"(?:kota|kabupaten|provinsi|nasional|internasional|dunia|asia|regional|asean|jawa|jatim|"
    r"jateng|jabar|kecamatan|"
    r"kelurahan|rw|pusat|wilayah|daerah|malang|se-|lanjut|tinggi|tersebut|itu|kemiskinan|"
    r"inflasi|iii?\b|iv\b|\d|yang|ini|x|vi)"
)
KAB_KOTA = re.compile(r"(?:kota\s*/\s*kabupaten|kabupaten\s*/\s*kota|kab\.?\s*/\s*kota)\b")
WORK = re.compile(
    r"(?i)\b(?:(?:video|film|karya(?:nya|\s+tulis)?|artikel|foto|inovasi(?:nya)?|lagu|buku|tulisan|"
    r"program|konten|aplikasi|"
    r"cerpen|puisi|poster|proposal|makalah|dokumenter|pendek|berita|liputan|riset|"
    r"penelitian)\s+(?:\w+\s+){0,3})"
    r"(?:yang\s+)?(?:berjudul|bertajuk|bernama|dengan\s+judul)\s+"
)
TITLED = re.compile(
    r"(?i)\b(?:berjudul|dengan\s+judul|karyanya(?:,)?|(?:lewat|melalui)\s+(?:inovasi|aplikasi|"
    r"karya|"
    r"program|video|film|artikel|rubrik)(?:\s+\w+)?)\s+(?=['\"])"
)
QUOTED = re.compile(r"(''|\"|')([^\"\n]{2,120}?)\1(?!\w)")
OPEN = re.compile(
    r"[A-Z0-9][^,.;()\n]{1,90}?(?=[,.;(\n]|\s+(?:karya|pada|di|dalam|yang|dari|berhasil|meraih|"
    r"dan\s+me)\b|$)"
)
PLAIN = re.compile(r"\b(?:untuk\s+program|dengan\s+judul)\s+(?=[A-Z])")
DAY = r"(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad)"
SLASHED = re.compile(r"\(?\b(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?((?:19|20)\d\d|\d\d)\b\)?")
WRITTEN = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b")
PLACE = re.compile(
    r"\b(?:bertempat\s+di|berlangsung\s+di|digelar\s+di|dihelat\s+di|di|berpusat\s+di)\s+"
    r"(?P<name>(?:(?:Ruang|Hotel|Gedung|Aula|Balai|Ballroom|"
    r"Convention)\s+)?[A-Z][\w.'-]*(?:\s+(?:&|"
    r"[A-Z0-9][\w.'-]*))*(?:,\s+[A-Z]\w+(?=,?\s+(?:pada\b|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|"
    r"Minggu|\(?\d)))?)"
)


def find_categories(source: Source, start: int, end: int) -> list[Mark]:
    """Return categories and, as kind "class", classes of participants, in order."""
    found: list[Mark] = []
    for match in islice(CATEGORY.finditer(source.low, start, end), MOST):
        if source.clean[match.start()].isupper() and IN_NAME.search(
            source.clean, max(start, match.start() - 24), match.start()
        ):
            if not match[0].startswith(("kategori", "sub")):
                continue  # "Kantor Cabang Malang", "Asisten Bidang Umum"
        lomba = match[0].split()[-1] == "lomba"
        single = not (lomba or match[0].startswith("kategori"))
        for a, b in _values(source, match.end(), end, single, lomba):
            words = source.raw[a:b].strip("'\" ")
            if words:
                found.append(Mark("category", a, b, words, {"lead": match.start()}))
    for match in islice(CLASS.finditer(source.low, start, end), MOST):
        place = match.end()
        kab = KAB_KOTA.match(source.low, place)
        if not kab and NOT_CLASS.match(source.low, place):
            continue
        if not kab and not source.clean[place].isupper():
            continue
        if any(m.start <= match.start() < m.end for m in found):
            continue
        a, b = next(iter(_values(source, place, end, True)), (place, place))
        if b > a:
            found.append(Mark("class", a, b, source.raw[a:b]))
    return sorted(found, key=lambda mark: mark.start)


def _values(
    source: Source, place: int, end: int, single: bool, apart: bool = False
) -> list[tuple[int, int]]:
    """Return the span of the value at a place, and of the values listed after it."""
    spans = []
    first = _value(source, place, end, listed=False)
    if not first:
        return []
    spans.append(first)
    if single:
        return spans
    more, at, closed = [], first[1], False
    for _ in range(12):
        link = re.compile(
            r"\s*,\s*(dan\s+|serta\s+)?(?:kategori\s+)?|\s+(dan|serta)\s+(?:kategori\s+)?"
        ).match(source.low, at, end)
        if not link:
            break
        span = _value(source, link.end(), end, listed=True)
        if not span:
            break
        more.append(span)
        at = span[1]
        if link[1] or link[2]:
            closed = True
            break
    if closed and (len(more) > 1 or "," not in source.clean[first[1] : more[0][0]]):
        if len(more) > 1 or apart:
            spans += more
        else:
            spans[0] = (first[0], more[0][1])
    return spans


def _value(source: Source, place: int, end: int, listed: bool) -> tuple[int, int] | None:
    if source.clean[place : place + 1] in ("'", '"'):
        quoted = QUOTED.match(source.clean, place, end)
        return quoted.span(2) if quoted else None
    words = source.words(place, min(end, place + 160))
    if not words or words[0].start > place + 1:
        return None
    last, large = None, words[0].big
    if words[0].text[0].isdigit():  # "50 meter gaya bebas" is small, "200 Ribu" is large
        large = len(words) < 2 or words[1].big
    if listed and not large:
        return None
    for k, word in enumerate(words):
        gap = source.clean[last.end : word.start] if last else ""
        if gap.strip(" ") not in ("", "/", "&", "-", ".") or (k and ". " in gap):
            break
        bounded = BOUNDS.match(source.low, word.start) or (
            last is not None and BOUNDS.match(source.low, last.start)
        )
        if k and re.fullmatch(r"(?:19|20)\d\d", word.text):
            break
        if bounded and not large:
            last = word
            continue
        if word.low in BREAK or word.low in STOP - {"antara", "nilai", "gelar", "program"}:
            if (
                word.low == "terbaik"
                and word.big
                and k
                and not re.match(
                    r"\s+(?:[IVX]+\b|\d|ke-|[Pp]ertama|[Kk]edua|[Kk]etiga)",
                    source.clean[word.end : word.end + 9],
                )
            ):
                last = word
                continue
            if not (
                word.low in ("dan", "&", "untuk") and last and large and _goes_on(source, words, k)
            ):
                break
        elif (
            k
            and large
            and not word.big
            and not word.text[0].isdigit()
            and word.low not in ("of", "the", "for", "on", "and", "in")
        ):
            break
        elif not large and k >= (8 if " di " in source.clean[words[0].start : word.start] else 4):
            break
        elif k and listed and _head_like(word.low):
            return None
        last = word
    if last is None or (listed and _head_like(words[0].low)):
        return None
    return words[0].start, last.end


def _goes_on(source: Source, words: list, k: int) -> bool:
    """Whether "dan" stands inside a category's name: Koperasi dan UMKM."""
    if words[k].low == "untuk" or k + 1 >= len(words) or not words[k + 1].big:
        return False
    if words[k + 1].low in STOP or _head_like(words[k + 1].low):
        return False
    return "," not in source.clean[words[0].start : words[k].start]


def _head_like(low: str) -> bool:
    return low in {
        "kim",
        "kelurahan",
        "kecamatan",
        "kota",
        "kabupaten",
        "sman",
        "smpn",
        "sdn",
        "smkn",
        "diskominfo",
        "dinas",
        "pemkot",
        "pemkab",
        "pemerintah",
        "rw",
        "gold",
        "silver",
        "bronze",
        "platinum",
        "tim",
        "universitas",
        "terbaik",
        "juara",
        "desa",
        "smk",
        "sma",
        "smp",
    }


def find_works(source: Source, start: int, end: int) -> list[Mark]:
    """Return titles of winning works."""
    found: list[Mark] = []
    for pattern in (WORK, TITLED, PLAIN):
        for match in pattern.finditer(source.clean, start, end):
            place = match.end()
            before = source.low[max(start, match.start() - 12) : match.start()]
            if re.search(r"(?:lomba|ajang|tema|tajuk)\s+$", before):
                continue
            quoted = QUOTED.match(source.clean, place, end)
            span = quoted.span(2) if quoted else None
            if not span and pattern is not TITLED:
                opened = OPEN.match(source.clean, place, end)
                span = opened.span() if opened else None
            if span and not any(m.start < span[1] and span[0] < m.end for m in found):
                found.append(Mark("work", *span, source.raw[slice(*span)].strip(" '\",")))
    return found


def find_dates(source: Source, start: int, end: int) -> list[Mark]:
    """Return full dates as ISO; impossible ones are left out."""
    found = []
    for pattern in (SLASHED, WRITTEN):
        for match in pattern.finditer(source.low, start, end):
            month = int(match[2]) if match[2].isdigit() else MONTHS[match[2]]
            year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
            try:
                value = date(year, month, int(match[1])).isoformat()
            except ValueError:
                continue
            spread = re.search(
                r"\d\s?[-–]\s?$", source.clean[max(start, match.start() - 4) : match.start()]
            )
            if not spread:
                found.append(Mark("date", match.start(), match.end(), value))
    return sorted(found, key=lambda mark: mark.start)


def find_place(source: Source, start: int, end: int, day: Mark) -> Mark | None:
    """Return the place that stands right before a date, or None."""
    best = None
    for match in PLACE.finditer(source.clean, start, end):
        a, b = match.span("name")
        between = source.low[b : day.start]
        if a < day.start and re.fullmatch(
            rf"[\s,(]*(?:pada\s+)?(?:hari\s+)?(?:{DAY})?(?:\s+(?:malam|siang|pagi|"
            rf"sore))?[\s,(]*(?:tanggal\s+)?",
            between,
        ):
            name = re.sub(rf",?\s+{DAY}$", "", source.raw[a:b], flags=re.I).strip(" ,")
            best = Mark("place", a, a + len(name), name)
    return best
