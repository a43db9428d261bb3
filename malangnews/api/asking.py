"""What may be asked of a list: the parameters of an address, each checked and with its meaning.

The words for what is wrong are in ``refusals``.
"""

import datetime as dt
import re
from typing import Annotated, Literal

from django.db.models import QuerySet, TextChoices
from django.utils.text import slugify
from ninja import Field, Schema
from pydantic import AfterValidator, WithJsonSchema

from malangnews.api.cursor import PATTERN

FIRST_YEAR, LAST_YEAR = 1900, 2999
USUAL, MOST = 25, 100
# RFC 3339. A plus sign that was not written as %2B reaches us as a space.
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:)(\d\d)(\.\d+)?([Zz]|[+\- ]\d\d:\d\d)", re.ASCII
)


def read_moment(text: str) -> str:
    """Return a time as the database takes it, no earlier and no later than any record can be.

    Raises ValueError for what is no RFC 3339 date-time.
    """
    found = MOMENT.fullmatch(text)
    if not found:
        raise ValueError("waktu")
    day, clock, second, _, zone = found.groups()
    year = int(day[:4])
    if year < FIRST_YEAR or year > LAST_YEAR:
        dt.date.fromisoformat(f"2000{day[4:]}")
        edge = FIRST_YEAR if year < FIRST_YEAR else LAST_YEAR
        return f"{edge}-01-01T00:00:00+00:00"
    whole = "59" if second == "60" else second  # a second that is put in now and then
    offset = "+00:00" if zone in "Zz" else zone.replace(" ", "+")
    return dt.datetime.fromisoformat(f"{day}T{clock}{whole}{offset}").isoformat()


Slug = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]{1,200}$")]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Moment = Annotated[
    str, AfterValidator(read_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]


def one_of(choices: type[TextChoices]) -> dict[str, str]:
    """Return the values of a field by how they stand in addresses: "dalam-pembentukan"."""
    return {slugify(choice.label): choice.value for choice in choices}


def words(values: dict[str, str]) -> type:
    """Return the type of a parameter that is one of these words."""
    return Literal[tuple(values)]


def says(meaning: str, example: object, default: object = ...) -> Field:
    """Return a field with its meaning in Indonesian and an example."""
    return Field(default, description=meaning, examples=[example])


def may(meaning: str, example: object) -> Field:
    """Return a parameter that may be left out."""
    return says(meaning, example, None)


class Paging(Schema):
    """Which part of a list."""

    per_halaman: Annotated[int, Field(ge=1, le=MOST)] = says(
        f"Banyaknya butir dalam satu jawaban, 1 sampai {MOST}.", 10, USUAL
    )
    penanda: Annotated[str, Field(pattern=PATTERN)] = Field(
        None,
        description="Tempat melanjutkan, diambil utuh dari berikutnya atau sebelumnya pada jawaban "
        "terdahulu. Jangan disusun sendiri.",
    )


class Asked(Schema):
    """What every list may be asked; each adds its own."""

    diperbarui_sejak: Moment = may(
        "Hanya yang disimpan atau mulai terbit pada atau sesudah waktu itu (RFC 3339). Tulis + "
        "sebagai %2B.",
        "2026-11-01T00:00:00+07:00",
    )

    def narrow(self, rows: QuerySet) -> QuerySet:
        """Return the rows that were asked for; ``rows`` are those of the resource."""
        if self.diperbarui_sejak:
            rows = rows.filter(changed__gte=self.diperbarui_sejak)
        return rows
