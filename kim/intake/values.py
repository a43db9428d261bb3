"""One cell: its text as a value of its field, or in words why it is none."""

import datetime as dt
import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from kim.intake.columns import Column, Holds
from kim.intake.days import read_day, read_exact, read_past
from kim.intake.known import Known
from kim.intake.spelling import Names, bare, folded
from kim.models import Kelurahan, Kim, KimMember
from kim.months import Dated
from kim.privacy import REFUSED, has_identity_number

FAULTY_CELL = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
YES, NO = (
    {"ya", "y", "benar", "true", "1", "x", "v", "✓"},
    {"tidak", "t", "bukan", "false", "0", "-"},
)
# Words of the office for a choice, beside its label and key.
SYNONYMS = {
    "terbentuk": "formed",
    "pembentukan": "formed",
    "berita acara pembentukan": "formed",
    "usulan": "proposed",
    "musyawarah": "deliberated",
    "sk": "decreed",
    "sk lurah": "decreed",
    "dikukuhkan": "decreed",
    "kim.id": "registered",
    "terdaftar": "registered",
    "pembinaan": "trained",
    "aktif": "attested",
    "reaktivasi": "reactivated",
    "bubar": "dissolved",
    "cagar budaya": "heritage",
    "wisata": "heritage",
    "seni": "arts",
    "budaya": "arts",
    "halaman": "page",
    "halaman portal": "page",
    "data terbuka": "open",
}
check_url = URLValidator(schemes=["http", "https"])


def read_cell(column: Column, text: str, known: Known):
    """Return the value of a filled cell; raises ValueError with the words for the editor."""
    if FAULTY_CELL.fullmatch(text):
        raise ValueError(f"Sel ini menunjukkan kesalahan Excel {text}")
    if column.model is KimMember and has_identity_number(" ".join(text.split())):
        raise ValueError(REFUSED)
    value = READERS[column.holds](column, text, known)
    if isinstance(value, str) and column.limit and len(value) > column.limit:
        words = f"Terlalu panjang: {len(value)} huruf, paling banyak {column.limit}"
        raise ValueError(words)
    return value


def _text(column: Column, text: str, known: Known) -> str:
    return " ".join(text.split())


def _long(column: Column, text: str, known: Known) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _lines(column: Column, text: str, known: Known) -> str:
    return "\n".join(_parts(text))


def _url(column: Column, text: str, known: Known) -> str:
    try:
        check_url(text)
    except ValidationError:
        lacks = "" if "://" in text else "; mulai dengan https://"
        raise ValueError(f"“{text[:60]}” bukan alamat web{lacks}") from None
    return text


def _place(column: Column, text: str, known: Known) -> Kelurahan:
    place = known.places.get(bare(text))
    if place is None:
        raise ValueError(_strange("Kelurahan", text, known.place_names.nearest(text)))
    return place


def _places(column: Column, text: str, known: Known) -> list[Kelurahan]:
    return list(
        {place.pk: place for place in (_place(column, n, known) for n in _parts(text))}.values()
    )


def _group(column: Column, text: str, known: Known) -> Kim:
    kim = known.group(text)
    if kim is not None:
        return kim
    sharing = known.spellings.get(folded(text), [])
    if len(sharing) > 1:
        names = " atau ".join(kim.name for kim in sharing[:3])
        raise ValueError(f"“{text[:60]}” ejaan beberapa KIM: {names}. Tulis nama lengkapnya")
    raise ValueError(_strange("KIM", text, known.group_names.nearest(text)))


def _choice(column: Column, text: str, known: Known) -> str:
    asked = folded(text)
    choices = column.choices
    for key, label in choices:
        if asked in (key, folded(label)):
            return key
    keys = dict(choices)
    if SYNONYMS.get(asked) in keys:
        return SYNONYMS[asked]
    near = Names(keys.values()).nearest(text)
    if near:
        raise ValueError(_strange("", text, near))
    raise ValueError(f"{_strange('', text, '')} Pilihannya: {', '.join(keys.values())}")


def _day(column: Column, text: str, known: Known) -> Dated:
    return read_past(text, known.today)


def _exact(column: Column, text: str, known: Known) -> dt.date:
    return read_exact(text, known.today)


def _until(column: Column, text: str, known: Known) -> dt.date:
    return read_day(text).day


def _flag(column: Column, text: str, known: Known) -> bool:
    asked = folded(text)
    if asked not in YES | NO:
        raise ValueError("Tulis “ya” atau “tidak”")
    return asked in YES


def _parts(text: str) -> list[str]:
    parts = [" ".join(part.split()) for part in re.split(r"[;\n]", text)]
    return list(dict.fromkeys(part for part in parts if part))


def _strange(noun: str, text: str, near: str) -> str:
    named = f"{noun} “{text[:60]}”".strip()
    return f"{named} tidak dikenal: mungkin “{near}”?" if near else f"{named} tidak dikenal."


READERS = {
    Holds.TEXT: _text,
    Holds.LONG: _long,
    Holds.LINES: _lines,
    Holds.URL: _url,
    Holds.PLACE: _place,
    Holds.PLACES: _places,
    Holds.GROUP: _group,
    Holds.CHOICE: _choice,
    Holds.DAY: _day,
    Holds.EXACT: _exact,
    Holds.UNTIL: _until,
    Holds.FLAG: _flag,
}
