"""Permanent short addresses: a letter for the kind, the row's number, and never anything else.

``/p/a12/`` leads to award 12 wherever its page stands now. A letter is never given to another
kind. What answers at these addresses, and who may be led, is in awards/short.py.
"""

import re

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

# Model -> letter; anugerah, ajang, edisi, lembaga, orang, karya ("work"), serah terima, KIM, desa.
LETTERS = {
    "award": "a",
    "programme": "j",
    "edition": "e",
    "organization": "l",
    "person": "o",
    "work": "w",
    "handover": "s",
    "kim": "k",
    "kelurahan": "d",
}
CODE = re.compile(r"([a-z])([1-9][0-9]{0,17})", re.ASCII)


def short_code(row: Model) -> str:
    """Return the code of a saved row of a kind in LETTERS: "a12". Raises KeyError for others."""
    return f"{LETTERS[row._meta.model_name]}{row.pk}"


def read_code(text: str) -> tuple[str, int] | None:
    """Return (letter, number) of a code as typed, in either case; None for anything else."""
    match = CODE.fullmatch(text.lower())
    return (match[1], int(match[2])) if match else None


def short_address(request: HttpRequest, row: Model) -> str:
    """Return the permanent address of a row in full, with scheme and host."""
    return request.build_absolute_uri(reverse("short:short_address", args=[short_code(row)]))
