"""Finds ranks: juara, terbaik, peringkat, medals, stars, predicates and tiers."""

import re

from awards.reading.lexicon import CONTESTS, PRIZES, STOP
from awards.reading.marks import Mark
from awards.reading.text import Source

ORDINALS = (
    "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh".split()
)
CARDINALS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()
ROMAN = "i ii iii iv v vi vii viii ix x".split()
NUMBERS = {
    word: place
    for words in (ORDINALS, CARDINALS, ROMAN)
    for place, word in enumerate(words, start=1)
} | {"kesatu": 1, "perdana": 1}
ORDINAL = (
    r"(?:ke\s?-?\s?)?(?:\d{1,2}(?![\d.,]*\d|/)|viii|vii|vi|iv|ix|iii|ii|i|v|x)\b|(?:"
    + "|".join(ORDINALS)
    + r"|kesatu)\b"
)
NOT_TIMES = (
    r"(?!\s*(?:kali(?!nya)|tahun\s+(?:berturut|beruntun)|besar|orang|medali)\b)(?!\s*-\s*\d)"
)
NOT_COUNT = (
    r"(?!\s*(?:kali|tahun|orang|kota|daerah|besar|emas|medali|piala|trofi|penghargaan|cabang|nomor|"
    r"gelar|negara|provinsi|tim|set)\b)"
)
CARDINAL = rf"(?:{'|'.join(CARDINALS)})\b{NOT_COUNT}"
NUMBER = rf"(?:{ORDINAL}{NOT_TIMES}|{CARDINAL}|[|!l1]{{1,3}}(?!\w){NOT_TIMES})"
NUMBERED = re.compile(
    r"\b(?:(?P<harapan>(?:juara\s+)?harapan)|"
    r"(?P<juara>juara|jawara|pemenang|posisi|urutan|podium|tempat|runner[\s-]?up)|"
    r"(?P<terbaik>terbaik)|(?P<ter>ter(?!baik|sebut|diri|masuk|pilih|hadap|capai|jadi|dapat|letak)"
    r"-?[a-z]{4,}(?=\s+ke-?\s?\d))|"
    r"(?P<peringkat>peringkat|rangking|ranking))"
    rf"\s+(?:(?:ke|nomor|yang|agregat)\s+)?(?P<number>{NUMBER})"
)
MORE = re.compile(
    rf"\s*(?P<link>,\s*(?:dan\s+|serta\s+)?|/|\s(?:dan|serta|hingga|sampai|"
    rf"&)\s+)(?P<number>{ORDINAL}){NOT_TIMES}"
)
COUNT = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|(?<![-/.])\d+)\s+$"
)
OVERALL = re.compile(r"\b(?:juara|jawara)\s+umum\b(?:\s+(i{1,3}|\d|pertama|kedua|ketiga)\b)?")
RUNNER = re.compile(r"\brunner[\s-]?up\b")
MEDAL = re.compile(
    r"\b(?:medali|keping|trofi|piala)\s+(?P<a>emas|perak|perunggu)\b|"
    r"\b(?P<b>gold|silver|bronze)(?=\s+(?:winner|medal|award|prize|category|champion)\b)(?:\s+\w+)|"
    r"\b(?:award|predikat|kategori|medali|penghargaan|peringkat|meraih|raih|"
    r"level)\s+(?P<c>(?:gold|silver|bronze|platinum)(?:\s+(?:winner|medal|award|prize|"
    r"champion)\b)?|emas|perak|perunggu)\b"
)
MORE_MEDAL = re.compile(
    r"(?:\s*,\s*(?:dan\s+)?|\s+(?:dan|serta)\s+)(?:\w+\s+){0,2}(?:medali\s+|keping\s+)?(emas|"
    r"perak|perunggu)\b"
)
METALS = re.compile(r"\b(?:emas|perak|perunggu)\b")
COUNTED = re.compile(
    r"\b(?:\d{1,3}|se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s+"
    r"(?:keping\s+)?(emas|perak|perunggu)\b"
)
MOST = 40  # more ranks than this in one sentence are no sentence
METAL = {"emas": "EMAS", "gold": "EMAS", "perak": "PERAK", "silver": "PERAK"}
STARS = re.compile(
    r"(?<!hotel )\b(?:level\s+)?(?:bintang|stars?)\s+(?P<a>[1-7]|satu|dua|tiga|empat|lima)\b|"
    r"\b(?P<b>[1-7])[\s-]?stars?\b|#?\blevel\s+stars?\s+(?P<c>\d)"
)
WTP = re.compile(
    r"\b(?:wajar\s+tanpa\s+pengecualian(?:\s*\(wtp\))?|wtp|"
    r"wajar\s+dengan\s+pengecualian(?:\s*\(wdp\))?)(?!\w)"
)
PREDICATE = re.compile(
    r"\b(?:predikat|opini|nilai|kualifikasi|kategori|badan\s+publik|sebagai|indeks|status|sakip|"
    r"rb|grade)\s+"
    r"(?:(?:sebagai|pelayanan|provinsi|kota|kabupaten|lembaga|pelayanan\s+publik|badan\s+publik|"
    r"kepatuhan|kualitas|"
    r"opini)\s+)?['\"]?"
    r"(?P<value>menuju\s+informatif|cukup\s+informatif|kurang\s+informatif|informatif|"
    r"sangat\s+inovatif|terinovatif|inovatif|"
    r"sangat\s+baik|sangat\s+bagus|sangat\s+memuaskan|memuaskan|cum\s?laude|istimewa|"
    r"kualitas\s+tertinggi|kepatuhan\s+tinggi|zona\s+hijau|pelayanan\s+prima|prima|paripurna|"
    r"sangat\s+tinggi|unggul|baik\s+sekali|baik(?!\s+(?:itu|dari|di))|aa|a|bb|b|"
    r"cc)\b(?!\s*[/-]\w)['\"]?"
    r"(?=[\s.,;:)(]|$)"
)
STEPS = (
    r"pratama|madya|nindya|utama|lestari|mandiri|padapa|wiwerda|wistara|kencana|paripurna|purwa|"
    r"platinum|mentor"
)
TIER = re.compile(
    rf"\b(?:kategori|predikat|tingkat|peringkat|level|strata)\s+(?:proklim\s+|adiwiyata\s+|"
    rf"kla\s+)?['\"]?(?P<a>{STEPS})\b['\"]?|"
    rf"\b(?:(?:adipura|swasti\s+saba|wahana\s+tata\s+nugraha|kla|proklim|(?:kota|"
    rf"kabupaten)\s+(?:layak\s+anak|"
    rf"sehat)(?:\s*\(\w+\))?|adiwiyata|"
    rf"parahita\s+ekapraya|kampung\s+iklim|"
    rf"ekapraya)(?:\s*\(\w+\))?\s+(?:\d{{4}}\s+)?)(?P<b>{STEPS})\b|"
    r"\badiwiyata\s+(?P<c>nasional)\b"
)
BARE = re.compile(
    r"\b(?:juara|jawara)\s+(?P<fav>favorit|kategori favorit|terfavorit|harapan)\b|"
    r"\b(?P<line>favorit)(?=\s*:)|"
    r"\b(?:the\s+)?best\s+(?:of\s+)?(?:the\s+)?[a-z]+(?:\s+(?:of|in|for|on|and|"
    r"[a-z]+)){0,3}(?=\s+(?:pada|di|dalam|dari|kategori|award|untuk|\d)|[.,;(\"']|$)|"
    r"\bter(?:baik|favorit|inovatif|bersih|populer|kreatif|responsif|inspiratif|aktif|unik)\b|"
    r"\bspecial\s+award\b"
)
CHAMPION = re.compile(
    r"\b(?:(?:keluar|tampil|dinobatkan|terpilih)\s+sebagai\s+(?P<a>juara|jawara|pemenang|kampiun)|"
    r"menjadi\s+(?P<b>juara|jawara|kampiun|pemenang(?!nya))|"
    r"(?P<d>gelar\s+juara)(?=\s+(?:jatuh|diraih|direbut|disandang|menjadi\s+milik|disabet))|"
    r"(?P<e>memenangi|memenangkan|menangi)(?=\s+(?:ajang|lomba|kompetisi|festival|kejuaraan|turnamen|kontes|"
    r"sayembara|kategori|olimpiade|liga|piala))|"
    r"(?P<c>menjuarai|juarai|dijuarai|jawara|kampiun|"
    r"menjadi\s+yang\s+terbaik))\b(?!\s+(?:bertahan|umum|favorit|grup|harapan|di\s+hati))"
)


def find_ranks(source: Source, start: int, end: int) -> list[Mark]:
    """Return the ranks between two places, in order; `value` is the printed rank, `more["norm"]`
    the normalised one or "", `more["sure"]` whether it is a rank without further proof."""
    low = source.low
    found: list[Mark] = []

    def add(a: int, b: int, norm: str, sure: bool = True) -> None:
        mark = Mark("rank", a, b, source.raw[a:b].strip("'\" "), {"norm": norm, "sure": sure})
        if not any(mark.meets(other) for other in found):
            found.append(mark)

    for match in OVERALL.finditer(low, start, end):
        number = number_of(match[1] or "i")
        add(*match.span(), "JUARA_UMUM" if number == 1 else f"JUARA_{number}")
    for match in NUMBERED.finditer(low, start, end):
        kind = "HARAPAN" if match["harapan"] else "TERBAIK" if match["terbaik"] else ""
        kind = kind or ("PERINGKAT" if match["peringkat"] or match["ter"] else "JUARA")
        number = number_of(match["number"])
        if not number or COUNT.search(low, max(start, match.start() - 14), match.start()):
            continue
        add(*match.span(), f"{kind}_{number}")
        _add_more(low, match.end(), end, kind, number, add)
    for match in WTP.finditer(low, start, end):
        add(*match.span(), "PREDIKAT:WDP" if "dengan" in match[0] else "PREDIKAT:WTP")
    for match in MEDAL.finditer(low, start, end):
        metal = (match["a"] or match["b"] or match["c"]).split()[0]
        group = "a" if match["a"] else "b" if match["b"] else "c"
        a, b = (match.start(group), match.end()) if group != "a" else match.span()
        add(a, b, "TIER:PLATINUM" if metal == "platinum" else _medal(metal))
        while group == "a" and (more := MORE_MEDAL.match(low, b, end)):
            add(*more.span(1), _medal(more[1]))
            b = more.end()
    if len(METALS.findall(low, start, end)) > 1 or "medali" in low[start:end]:
        for match in COUNTED.finditer(low, start, end):
            add(*match.span(1), _medal(match[1]))
    for match in STARS.finditer(low, start, end):
        number = match["a"] or match["b"] or match["c"]
        add(*match.span(), f"BINTANG_{NUMBERS.get(number, number)}")
    for match in TIER.finditer(low, start, end):
        group = "a" if match["a"] else "b" if match["b"] else "c"
        add(*match.span(group), f"TIER:{match[group].upper()}")
    for match in PREDICATE.finditer(low, start, end):
        words = " ".join(match["value"].split()).upper()
        letter = len(words) <= 2
        a, b = match.span("value")
        if words == "TERINOVATIF" and not match[0].startswith("predikat"):
            continue
        if not letter or source.clean[a].isupper():
            sure = match[0].startswith(("predikat", "opini", "sakip", "badan")) or words.endswith(
                "IF"
            )
            add(a, b, f"PREDIKAT:{words}", sure)
    for match in CHAMPION.finditer(low, start, end):
        group = match.lastgroup
        add(*match.span(group), "JUARA_1")
        if group in "ce" and found[-1].span == match.span(group):
            found[-1].more["verb"] = True
            if found[-1].value.lower() not in ("jawara", "kampiun"):
                found[-1].value = ""  # the verb says it; nothing is printed
    for match in RUNNER.finditer(low, start, end):
        add(*match.span(), "JUARA_2")
    for match in BARE.finditer(low, start, end):
        sure = (
            match["fav"] is not None
            or match["line"] is not None
            or "best" in match[0]
            or "special" in match[0]
            or low.startswith(" kategori", match.end())
        )
        chained = any(0 < match.start() - other.end < 8 for other in found)
        if "best" not in match[0] or chained or source.clean[match.start()].isupper():
            begin = _titled_from(source, match.start(), start)
            if begin == match.start() or not any(begin - 2 < m.end <= begin for m in found):
                words = low[begin : match.start()].split()
                if any(word in CONTESTS or word in PRIZES for word in words):
                    continue  # "Lomba Perpustakaan Terbaik" is a name
                titled = begin < match.start() and not low.endswith("kategori ", start, begin)
                add(begin, match.end(), "", sure or titled)
    return sorted(found, key=lambda mark: mark.start)[:MOST]


def _titled_from(source: Source, place: int, start: int) -> int:
    """Return where "Penata Kamera Terbaik" begins, given the place of "Terbaik"."""
    if not source.clean.startswith("Terbaik", place):
        return place
    words = [w for w in source.words(max(start, place - 60), place) if w.end <= place]
    for word in reversed(words[-4:]):
        if not word.big or word.low in STOP or source.clean[word.end] != " ":
            break
        place = word.start
    return place


def number_of(word: str) -> int | None:
    """Return the number a word, digit, Roman or misread Roman numeral stands for."""
    word = re.sub(r"^ke\s?-?\s?(?=[\divx])", "", word.strip())
    if word.isdigit() and set(word) != {"1"}:
        return int(word) or None
    if re.fullmatch(r"[|!l1]{1,3}", word):
        return 11 if word == "11" else len(word)
    return NUMBERS.get(word)


def _add_more(low: str, place: int, end: int, kind: str, number: int, add) -> None:
    """Note the further numbers of "juara pertama, kedua, dan ketiga" or "I hingga III"."""
    while match := MORE.match(low, place, end):
        following = number_of(match["number"])
        if not following or following <= number:
            return
        if re.search(r"hingga|sampai", match["link"]):
            for between in range(number + 1, following):
                spot = match.start("link") + between - number - 1
                add(spot, spot + 1, f"{kind}_{between}")
        add(*match.span("number"), f"{kind}_{following}")
        number, place = following, match.end()


def _medal(metal: str) -> str:
    return f"MEDALI_{METAL.get(metal, 'PERUNGGU')}"
