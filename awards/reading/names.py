"""Reads names: offices, places, KIM, schools, groups and persons, as award news writes them."""

import re

from awards.reading.lexicon import AREA, HEADS, LONG, NOT_PLACES, OFFICES, STOP
from awards.reading.marks import Mark
from awards.reading.text import Source, Word

GROUPS = re.compile(
    r"(?:tim|regu|kontingen|siswa|siswi|pelajar|murid|mahasiswa|mahasiswi|atlet|pemain|ganda|"
    r"pasangan|"
    r"kelompok|grup|warga|guru|dosen|kader|petugas|stan|stand|anggota|santri|pesilat|perenang|"
    r"pegulat|karateka|lifter|pemuda|peserta|duta|duo|dua\s+siswa|taruna|peneliti|skuad|kafilah|"
    r"khafilah|qari|qariah|perpustakaan|personel|poskamling|satkamling|penyuluh|jurnalis|wartawan|pustakawan|barista)"
)
AFTER_AREA = frozenset("kota kabupaten provinsi kecamatan kelurahan desa".split())
PROVINCES = re.compile(
    r"\b(?:jawa (?:timur|tengah|barat)|jatim|jateng|jabar|diy|d\.?i\.? yogyakarta|dki jakarta|"
    r"daerah istimewa yogyakarta|banten|indonesia|bali|aceh|riau|kepulauan riau|jambi|bengkulu|"
    r"lampung|kepulauan bangka belitung|gorontalo|maluku(?: utara)?|nusa tenggara (?:barat|timur)|"
    r"(?:sumatera|sumatra|sulawesi|kalimantan|papua) (?:utara|barat|selatan|tengah|timur|tenggara))"
    r"\b"
)
HOPE = re.compile(r"(?<!Juara )Harapan(?!\s*(?:[IVX\d|:]|[Pp]ertama|[Kk]e|[Ss]atu|[Dd]ua|[Tt]iga))")
ATHLETES = frozenset("lifter pesilat perenang pegulat karateka atlet pemain".split())
SEAT = re.compile(r"\b(?:Kelurahan|Desa) [A-Z]\w+(?: [A-Z]\w+)?(?P<seat> Kecamatan [A-Z].*)")
WITHIN = ("lalu lintas", "dalam negeri", "prestasi nasional", "dr. ", "dr ")  # allowed inside names
SHORT_OFFICE = re.compile(r"(?:dis|din|bap|bpk|kemen|disko)[a-z]{2,}$")
NUMERALS = re.compile(r"(?:19|20)\d\d$")


def is_head(word: Word) -> bool:
    """Whether a name of an office, place, school or group begins here."""
    if not word.big:
        return False
    return (
        word.low in HEADS
        or word.low in OFFICES
        or (
            SHORT_OFFICE.match(word.low) is not None
            and word.low not in ("disabilitas", "distribusi", "disusul", "dinilai", "bapak")
            and not word.low.endswith(("kan", "bet", "but", "dang"))
        )
    )


def read_name(source: Source, words: list[Word], i: int) -> int:
    """Return the index behind the name that begins at words[i]."""
    head = words[i].low.rstrip(".")
    j, placed = i + 1, head in ("kota", "kabupaten")
    while j < len(words):
        gap = source.clean[words[j - 1].end : words[j].start]
        word = words[j]
        if gap.strip(" ") in (".",) and len(words[j - 1].text) <= 3:
            gap = " "
        if gap == " (" and source.clean[word.end : word.end + 1] == ")":
            nxt = words[j + 1] if j + 1 < len(words) else None
            if nxt and source.clean[word.end : nxt.start] == ") " and is_name(nxt) and nxt.big:
                j += 1
                placed = placed or words[j].low in AREA
                j += 1
                continue
            break
        if gap == ") " and j > i + 1:
            gap = " "
        if gap == ", " and word.low == "dan" and head in LONG and not placed and j + 1 < len(words):
            if is_name(words[j + 1]) and not is_head(words[j + 1]):
                j += 2
                continue
        if gap in (", ", " / ") and head in LONG and not placed and _listed(source, words, j):
            j += 1
            continue
        if gap.strip(" ") not in ("", "/") or "\n" in gap:
            break
        if (
            is_name(word)
            or source.low.startswith(WITHIN, word.start)
            or HOPE.match(source.clean, word.start)
            or (word.low in ("of", "the", "for") and j + 1 < len(words) and words[j + 1].big)
        ):
            placed = placed or word.low in AREA
            j += 1
            continue
        if word.low in ("dan", "&", "serta") and j + 1 < len(words):
            nxt = words[j + 1]
            if head in LONG or SHORT_OFFICE.match(head):
                if not placed and is_name(nxt) and not is_head(nxt):
                    j += 2
                    continue
        if (
            word.low in ("bin", "binti", "de", "van", "al")
            and j + 1 < len(words)
            and words[j + 1].big
        ):
            j += 2
            continue
        break
    return j


def is_name(word: Word) -> bool:
    """Whether the word may stand inside a name."""
    if word.text[0].isdigit():
        return len(word.text) <= 3 and not word.low.endswith(("x", "kali")) or "/" in word.text
    return word.big and word.low not in STOP


def find_names(source: Source, words: list[Word], taken: list[Mark]) -> list[Mark]:
    """Return the names that could be recipients, as marks with `more["head"]`."""
    found: list[Mark] = []
    i = 0
    while i < len(words):
        word = words[i]
        if any(mark.start < word.end and word.start < mark.end for mark in taken):
            i += 1
            continue
        j = 0
        if is_head(word) and not _is_title(words, i):
            j = read_name(source, words, i)
            while j > i + 1 and any(
                m.start < words[j - 1].end and words[i].start < m.end for m in taken
            ):
                j -= 1
            if (
                j == i + 1
                and len(word.text) < 5
                and word.low
                not in ("ub", "um", "umm", "uin", "itn", "its", "unisma", "ugm", "itb", "ipb", "ui")
            ):
                j = 0
            if j <= i + 1 and GROUPS.fullmatch(word.low):
                j = _group(source, words, i)
            if j == i + 1 and word.low in HEADS and not _alone(word):
                j = 0
        elif (match := GROUPS.match(word.low)) and match.end() == len(word.low):
            j = _group(source, words, i)
        elif (
            (match := PROVINCES.match(source.low, word.start))
            and word.big
            and (word.low != "di" or word.text.isupper())
        ):
            j = i + 1 + match[0].count(" ")
        if j > i:
            last = words[min(j, len(words)) - 1]
            end = last.end + (
                source.clean[last.end : last.end + 1] == ")"
                and "(" in source.clean[word.start : last.end]
            )
            mark = Mark("name", word.start, end, "", {"head": word.low.rstrip(".")})
            if seat := SEAT.search(source.clean, word.start, end):
                mark.end, mark.more["tail"] = seat.start("seat"), end
            found.append(mark)
            i = _behind_alias(source, words, j, end)
        else:
            i += 1
    return found


def _behind_alias(source: Source, words: list[Word], j: int, end: int) -> int:
    """Return the index behind "(UB)" or "(Kecamatan Blimbing)" that only explains a name."""
    alias = re.compile(r"\s\(([^()\n]{1,60})\)").match(source.clean, end)
    if not alias or re.search(r"juara|terbaik|kategori|peringkat|medali|harapan", alias[1].lower()):
        return j
    while j < len(words) and words[j].start < alias.end():
        j += 1
    return j


def capitals_before(source: Source, words: list[Word], place: int, floor: int) -> Mark | None:
    """Return the run of capitals that ends right before a place, if it can be a name."""
    run = [w for w in words if floor <= w.start and w.end <= place]
    if not run or source.clean[run[-1].end : place].strip(" ,"):
        return None
    j = len(run)
    while (
        j > 0
        and is_name(run[j - 1])
        and (
            j == len(run)
            or source.clean[run[j - 1].end : run[j].start].strip(".") in (" ", " & ", "/")
        )
    ):
        j -= 1
    name = run[j:]
    return _person(source, name)


def capitals_after(source: Source, words: list[Word], place: int) -> Mark | None:
    """Return the run of capitals that begins right at a place, if it can be a name."""
    rest = [w for w in words if w.start >= place]
    if not rest or source.clean[place : rest[0].start].strip(" '\""):
        return None
    if not is_name(rest[0]):
        return None
    return _person(source, rest[: max(1, read_name(source, rest, 0))])


def _person(source: Source, name: list[Word]) -> Mark | None:
    if not name or name[0].text[0].isdigit() or name[0].low in NOT_PLACES:
        return None
    if len(name) > 1 and name[0].low in AREA and name[1].low in NOT_PLACES:
        return None
    if len(name) == 1 and (len(name[0].text) < 3 or name[0].low in ("tim", "pemkot", "kota")):
        return None
    return Mark("name", name[0].start, name[-1].end, "", {"head": "", "alone": len(name) == 1})


def _alone(word: Word) -> bool:
    """Heads that are a name without more: short names of offices and universities."""
    return word.text.isupper() or word.low.startswith(("dis", "bap", "polinema", "unisma", "koni"))


def _is_title(words: list[Word], i: int) -> bool:
    """Kota Layak Anak, Kampung Iklim: what is won, not who wins."""
    after = words[i + 1].low if i + 1 < len(words) else ""
    if words[i].low in (
        "kota",
        "kabupaten",
        "kampung",
        "desa",
        "kelurahan",
        "provinsi",
        "kecamatan",
    ):
        if after in ("wisata", "tangguh", "budaya", "warna-warni") and i + 2 < len(words):
            return not is_name(words[i + 2])
        return after in NOT_PLACES or after.startswith("kabupaten/") or after.startswith("kab/")
    return words[i].low in ("bank", "badan") and after in ("sampah",) and i + 2 >= len(words)


def _listed(source: Source, words: list[Word], j: int) -> bool:
    """Whether ", Pariwisata, dan Kebudayaan" goes on inside the name of an office."""
    k = j
    while k < len(words) and k < j + 6:
        word = words[k]
        if word.low == "dan":
            return (
                k > j and k + 1 < len(words) and is_name(words[k + 1]) and not is_head(words[k + 1])
            )
        if not is_name(word) or is_head(word):
            return False
        gap = source.clean[word.end : words[k + 1].start] if k + 1 < len(words) else ""
        if gap not in (" ", ", "):
            return False
        k += 1
    return False


def _group(source: Source, words: list[Word], i: int) -> int:
    """Return the index behind "tim olimpiade SMPN 3 Malang", or 0."""
    j = i + 1
    if (
        words[i].low in ("tim", "regu", "kontingen")
        and j < len(words)
        and words[j].low in ("dari", "asal")
    ):
        return 0
    while j < len(words) and j <= i + 4:
        if words[j - 1].low == "kelas" and is_name(words[j]):
            return 0  # "siswi kelas XI": nobody in particular
        if source.clean[words[j - 1].end : words[j].start] not in (" ", " /", "/"):
            return 0
        if is_name(words[j]) and not words[j].text[0].isdigit():
            if j == i + 1 and words[i].low in ATHLETES and not is_head(words[j]):
                return 0
            return read_name(source, words, j)
        if words[j].low in STOP - {"asal", "dari"} or _looks_verb(words[j].low):
            return (
                j
                if j > i + 1
                and words[j].low in ("berhasil", "sukses", "juga", "meraih", "menyabet", "kembali")
                else 0
            )
        j += 1
    return 0


def _looks_verb(low: str) -> bool:
    return re.match(r"(?:me[mn]|meny|meng|mer|di[a-z]{4,}|ber[a-z]{4,})", low) is not None
