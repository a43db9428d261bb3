"""Addresses that only this portal can make, for a row that stores none of them.

The seal is computed from the row's ``nonce`` and the portal's secret key; a copy of the database
opens nothing.
"""

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from malangnews.core.visitors import keep_private

DIGITS = 32
LONGEST_NUMBER = 18


def row_number(text: str) -> int | None:
    """Return the number of a row as an address has it, None for what cannot be one."""
    fits = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if fits else None


def token_of(row: Model, salt: str) -> str:
    """Return what stands in the address of a saved row with a ``nonce``: "12-<32 hex digits>".

    ``salt`` tells the kinds of address apart: the seal of one opens no other.
    """
    return f"{row.pk}-{_seal(row, salt)}"


def find_sealed(rows: QuerySet, token: str, salt: str) -> Model | None:
    """Return the row of ``rows`` that ``token`` is made of; None for anything else."""
    number, _, seal = token.partition("-")
    key = row_number(number)
    row = rows.filter(pk=key).first() if key is not None else None
    return row if row and constant_time_compare(seal, _seal(row, salt)) else None


def guarded(response: HttpResponse, referrer: str = "no-referrer") -> HttpResponse:
    """Keep the page from caches, search engines, and the next site's log.

    A page with a form gives ``referrer="same-origin"``: under "no-referrer" a browser sends the
    form without the origin that the check against forged requests asks for.
    """
    response.headers["Referrer-Policy"] = referrer
    return keep_private(response)


def _seal(row: Model, salt: str) -> str:
    text = f"{row.pk}:{row.nonce}"
    return salted_hmac(salt, text, algorithm="sha256").hexdigest()[:DIGITS]
