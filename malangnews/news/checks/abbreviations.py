"""Abbreviations: written out once, unless every reader knows them."""

import re
from collections.abc import Iterator

from malangnews.news.checks.papers import Finding, Manuscript

# What a citizen of Malang reads every day, and degrees that stand behind a name.
COMMON = frozenset(
    """
    RT RW UMKM KIM SD SMP SMA SMK MI MTS MA TK PAUD PNS ASN TNI POLRI KTP KK SIM STNK BPJS RS RSUD
    PKK DPR DPRD DPD MPR RI NKRI BUMN BUMD PT CV UD TV RRI TVRI HP WA SMS AC AI IT TI IG FB RSS URL
    PDF CSV JSON HTML QR GPS WIB WITA WIT HUT SK NIP NIK USB LED UB UM UMM UIN FIFA AFC PSSI ASEAN
    PBB USA AS UNESCO WHO NASA KPK MK OJK BI BRI BNI BCA BMKG PLN PDAM ATM UU UUD PP COVID HIV AIDS
    KB KKN SBY USG ICU IGD UGD VIP VVIP PDI PKS PKB PAN PPP MUI NU PMI MC OK TPS TPA UKM KM TIMES
    MM MH SH SE ST MT MBA SSTP AP MAP MSI MPD SPD SIP SSOS SKOM MKOM DR IR
    """.split()
)
ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
CAPITALS = re.compile(r"(?<![\w./@&-])[A-Z]{2,6}(?![\w/@&]|-\d|\.\w)")
BEHIND_ITS_WORDS = re.compile(r"\w\s\(([A-Z]{2,6})\b")
BEFORE_ITS_WORDS = re.compile(r"\b([A-Z]{2,6})\s\([^()]{0,100}[a-z] [^()]{0,100}\)")
LINK_WORDS = frozenset({"dan", "di", "ke", "dari", "untuk", "of", "the", "and", "for"})


def _initials(text: str) -> str:
    """The first letters of all words in capitals' case, small linking words left out."""
    words = re.findall(r"[^\W\d_]+|[.\n;:!?]", text)
    return "".join(
        word[0] if word[0].isupper() else "" if word in LINK_WORDS else " " for word in words
    )


def abbreviation_never_written_out(manuscript: Manuscript) -> Iterator[Finding]:
    """An abbreviation, at its first use, whose words the text gives nowhere."""
    text = manuscript.body_text
    names = [*manuscript.editions, *manuscript.kims, *manuscript.kelurahan]
    in_names = {word for one in names for word in re.findall(r"[A-Z]{2,}", one.name)}
    initials = _initials(re.sub(r"\b[A-Z]{2,}\b", "", text))
    explained = {*BEHIND_ITS_WORDS.findall(text), *BEFORE_ITS_WORDS.findall(text)}
    seen: set[str] = set()
    for match in CAPITALS.finditer(text):
        short = match.group()
        if short in seen or short in COMMON or short in in_names or ROMAN.match(short):
            continue
        seen.add(short)
        if short in explained or short in initials or _among_capitals(text, *match.span()):
            continue
        why = f"Kepanjangan {short} tidak disebut. Tulis lengkap saat pertama kali muncul."
        yield manuscript.finding("singkatan", *match.span(), why)


def _among_capitals(text: str, start: int, end: int) -> bool:
    """True inside words that are all in capitals, such as a name on a sign."""
    before = re.search(r"\b[A-Z]{2,}[ -]$", text[max(0, start - 30) : start])
    return bool(before or re.match(r"[ -][A-Z]{2,}\b", text[end : end + 30]))
