"""Style: sentences that run on, words and spaces written twice, and words for pictures."""

import re
from collections.abc import Iterator

from malangnews.news.checks.papers import Finding, Manuscript
from malangnews.news.checks.sentences import sentences

# The longest sentence of the office's own hand-over story has as many.
MOST_WORDS = 60
DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+(\1)(?![\w-])", re.IGNORECASE)
SPACES = re.compile(r"(?<=\S)[ \t\xa0]{2,}(?=\S)")
# Never doubled to make a plural or an adverb: one of the two is a slip.
SMALL_WORDS = frozenset(
    """
    yang di ke dari dan untuk pada dengan dalam oleh sebagai akan telah sudah ini itu ada adalah
    tidak juga atau karena bahwa agar saat para serta bagi hingga sampai kami kita mereka ia dia
    """.split()
)
FILE_NAME = re.compile(
    r"\s*(?:\S.*\.(?:jpe?g|png|webp|avif|gif|hei[cf]|tiff?|bmp)"
    r"|(?:IMG|DSCN?|DSCF|PXL|P|WA)[-_ ]?\d{3,}[\w.-]*"
    r"|(?:Screenshot|WhatsApp Image)[-_ ]?\d[\w .-]*"
    r"|(?:image|foto|photo|gambar)[-_ ]?\d+|(?=\D*\d)[\da-f_-]{8,})\s*",
    re.IGNORECASE,
)


def long_sentence(manuscript: Manuscript) -> Iterator[Finding]:
    """A sentence that nobody reads aloud in one breath."""
    for start, end in sentences(manuscript.body_text):
        words = len(manuscript.body_text[start:end].split())
        if words > MOST_WORDS:
            why = f"Kalimat ini {words} kata. Pecah menjadi beberapa kalimat."
            yield manuscript.finding("kalimat-panjang", start, end, why)


def doubled_words(manuscript: Manuscript) -> Iterator[Finding]:
    """The same word twice in a row. Names are left alone, as are words with a hyphen."""
    for match in DOUBLED.finditer(manuscript.body_text):
        first, second = match.groups()
        if "\n" in match.group() or second[0].isupper():
            continue
        if second.casefold() in SMALL_WORDS:
            why, mend = f"Kata “{second}” tertulis dua kali.", first
        else:
            mend = ""
            why = f"Hapus salah satu, atau tulis “{first}-{second}” bila maksudnya kata ulang."
        yield manuscript.finding("kata-ganda", *match.span(), why, mend)


def doubled_spaces(manuscript: Manuscript) -> Iterator[Finding]:
    """More than one space between two words."""
    for match in SPACES.finditer(manuscript.body_text):
        yield manuscript.finding(
            "spasi-ganda", *match.span(), "Spasi tertulis lebih dari satu.", " "
        )


def file_name_as_alt(manuscript: Manuscript) -> Iterator[Finding]:
    """A picture's alternative text that is the name of its file."""
    for alt in manuscript.photo_alts:
        if FILE_NAME.fullmatch(alt):
            why = "Teks alternatif ini nama berkas. Tulis apa yang terlihat pada foto."
            yield Finding("teks-alternatif", 0, len(alt), alt, why, part="alt")
