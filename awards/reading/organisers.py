"""Finds who holds an event or gives an award, and on which level it stands."""

import re

from awards.reading.lexicon import INSTITUTIONS, OFFICES
from awards.reading.marks import Mark
from awards.reading.names import is_head, is_name, read_name
from awards.reading.text import Source, Word
from awards.reading.vocabulary import TAKEN

HELD = re.compile(
    r"\b(?:diselenggarakan|digelar|diadakan|digagas|diinisiasi|dihelat|diprakarsai|dilaksanakan|"
    r"dilangsungkan|diberikan|dianugerahkan|diselenggaran|besutan|garapan|gawean|versi|inisiasi|"
    r"prakarsa|"
    r"penyelenggara(?:nya)?|dihelat)\s+(?:langsung\s+)?(?:oleh\s+)?"
)
OF = re.compile(
    r"(?:,|\b(?:yang|adalah))\s+(?:ajang|lomba|program|penghargaan|agenda)(?:\s+tahunan)?\s+"
)
FROM = re.compile(r"\b(?:dari|oleh)\s+")
GIVER = re.compile(
    r"\s+(?:\([^)]{2,40}\)\s+)?(?:juga\s+|kembali\s+|resmi\s+|telah\s+)?(?:memberikan|memberi|"
    r"menganugerahkan|menganugerahi|mengganjar|"
    r"mengumumkan|menobatkan|menetapkan|menggelar|mengadakan|menyelenggarakan|menghelat)\b"
)
WON_BY = re.compile(
    rf"\b(?:{TAKEN}|diterima|diwakili|diserahkan|disusul|diikuti)\s+(?:langsung\s+)?oleh\s+$"
)
GROUP_FROM = re.compile(
    r"\b(?:tim|regu|kontingen|siswa|siswi|pelajar|mahasiswa|atlet|dosen|guru|peserta|perwakilan|"
    r"wakil|peneliti|delegasi)\s+(?:dari|asal)\s+$"
)
NATIONAL = re.compile(
    r"\b(?:kementerian|kemen[a-z]+|menteri|men(?:kes|dagri|pan|kominfo|ko)|bpk(?:\sri)?|"
    r"badan\s+(?:pemeriksa\s+keuangan|pusat\s+statistik|narkotika\s+nasional)|"
    r"ombudsman|komisi\s+(?:informasi\s+pusat|aparatur|pemberantasan)|presiden|wakil presiden|"
    r"perpusnas|bappenas|bpjs|"
    r"pusat\s+prestasi\s+nasional|lkpp|bkn|bpom|klhk)\b"
)
PROVINCE = re.compile(
    r"\b(?:provinsi|gubernur|pemprov|jatim|jawa\s+(?:timur|tengah|barat)|polda)\b"
)
CITY = re.compile(r"\b(?:pemkot|pemkab|kota|kabupaten|wali\s?kota|bupati)\b")
WORLD = re.compile(r"\b(?:unesco|unicef|who|pbb|united\s+nations|asean)\b")
LEVELS = re.compile(
    r"\b(?:(?:tingkat|skala|level|lingkup|kancah|taraf)\s+(?:se-?)?(?P<a>internasional|dunia|"
    r"asia|asean|nasional|"
    r"provinsi|regional|jawa\s+(?:timur|tengah|barat)|jatim|jateng|jabar|kota(?!\s*/|\s+dan\s)|"
    r"kabupaten(?!\s*/)|kecamatan|malang\s+raya)|"
    r"se-?(?P<b>indonesia|nasional|jawa\s+(?:timur|tengah|barat)|jatim|jateng|jabar|kota\s+\w+|"
    r"kabupaten\s+\w+|dunia|asia(?:\s+tenggara)?|asean))"
    r"(?![\w/])"
)


def find_organisers(source: Source, start: int, end: int, words: list[Word]) -> list[Mark]:
    """Return organisers; `value` is the name, `more["how"]` is held, from or giver."""
    found: list[Mark] = []
    for match in HELD.finditer(source.low, start, end):
        _take(source, words, match.end(), "held", found)
    for match in OF.finditer(source.low, start, end):
        _take(source, words, match.end(), "of", found)
    for match in FROM.finditer(source.low, start, end):
        _take(source, words, match.end(), "from", found)
    for i, word in enumerate(words):
        if _institution(word):
            j = read_name(source, words, i)
            last = words[j - 1].end
            if GIVER.match(source.low, last, end) and not any(
                m.start <= word.start < m.end for m in found
            ):
                found.append(_mark(source, words, i, j, "giver"))
    return sorted(found, key=lambda mark: mark.start)


def level_of(organiser: str) -> str | None:
    """Return the level an organiser stands for, or None."""
    low = organiser.lower()
    for level, pattern in (
        ("internasional", WORLD),
        ("provinsi", PROVINCE),
        ("nasional", NATIONAL),
        ("kota", CITY),
    ):
        if pattern.search(low):
            if level == "provinsi" and NATIONAL.match(low) and not low.startswith("badan"):
                return "nasional" if not re.search(r"kanwil|kantor|perwakilan", low) else "provinsi"
            return level
    return None


def find_levels(source: Source, start: int, end: int) -> list[Mark]:
    """Return the levels that are said, as kota, provinsi, nasional or internasional."""
    found = []
    for match in LEVELS.finditer(source.low, start, end):
        said = " ".join((match["a"] or match["b"]).split())
        level = said
        if said in ("internasional", "dunia", "asean") or said.startswith("asia"):
            level = "internasional"
        elif said in ("nasional", "indonesia"):
            level = "nasional"
        elif said == "provinsi" or said.startswith(("ja",)) or said == "regional":
            level = "provinsi"
        elif said.startswith(("kota", "kabupaten", "malang")):
            level = "kota"
        else:
            continue
        found.append(Mark("level", match.start(), match.end(), level))
    return found


def _institution(word: Word) -> bool:
    return word.big and (
        word.low in INSTITUTIONS or word.low.startswith(("kemen", "dinas", "diskom"))
    )


def _take(source: Source, words: list[Word], place: int, how: str, found: list[Mark]) -> None:
    i = next((k for k, word in enumerate(words) if word.start >= place), None)
    if i is None or words[i].start > place + 2 or not words[i].big:
        return
    word = words[i]
    if any(m.start <= word.start < m.end for m in found):
        return
    if how == "of" and not _institution(word):
        return
    if how == "from" and WON_BY.search(source.low[max(0, place - 40) : place]):
        return
    if how == "from" and (
        not _institution(word) or GROUP_FROM.search(source.low[max(0, place - 30) : place])
    ):
        return
    if how == "held" and not (_institution(word) or is_head(word) or is_name(word)):
        return
    if how == "held" and word.low in OFFICES - {"menteri", "gubernur", "presiden"}:
        return
    j = read_name(source, words, i)
    if j == i + 1 and word.low in (
        "pemerintah",
        "dinas",
        "badan",
        "kementerian",
        "kantor",
        "indonesia",
        "jawa",
        "kota",
    ):
        return
    found.append(_mark(source, words, i, j, how))


def _mark(source: Source, words: list[Word], i: int, j: int, how: str) -> Mark:
    end = words[j - 1].end
    if source.clean[end : end + 1] == "/" and j < len(words):
        j = read_name(source, words, j)
        end = words[j - 1].end
    name = " ".join(source.raw[words[i].start : end].split())
    if name.count("(") > name.count(")"):
        name = name.split("(")[0].strip()
    name = (
        re.sub(r"\s*\([A-Z][\w. ]{1,14}\)(?=\s|$)", "", name)
        if name.count("(") == name.count(")")
        else name
    )
    name = re.sub(r"^Menteri\b", "Kementerian", name)
    return Mark("organiser", words[i].start, end, name, {"how": how})
