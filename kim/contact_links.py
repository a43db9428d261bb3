"""Where a contact leads: addresses that a browser may open, made only of what is surely one."""

import re
from urllib.parse import quote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from kim.models import PotentialContact

Kind = PotentialContact.Kind
# Of a number with its country: what the ITU allows, and no shorter than any in Indonesia.
SHORTEST, LONGEST = 8, 15
COUNTRY = "62"
_check_address = URLValidator(schemes=["http", "https"])


def contact_link(kind: str, value: str) -> str:
    """Return the address that a contact leads to, "" where it is only to be read.

    ``kind`` is a value of PotentialContact.Kind, ``value`` as an editor wrote it.
    """
    value = value.strip()
    match kind:
        case Kind.PHONE:
            number = _number(value)
            return f"tel:+{number}" if number else ""
        case Kind.WHATSAPP:
            path = urlsplit(value).path if _is_address(value) else value
            number = _number(path.strip("/"))
            return f"https://wa.me/{number}" if number else ""
        case Kind.EMAIL:
            return f"mailto:{quote(value, safe='@+')}" if _is_email(value) else ""
        case _:
            full = value if "://" in value or value.startswith("@") else f"https://{value}"
            return full if _is_address(full) else ""


def _number(text: str) -> str:
    """Return the digits of one number with its country, "" for anything else: "62341123456"."""
    if not re.fullmatch(r"\+?[0-9 ().\-]+", text):
        return ""
    digits = re.sub(r"\D", "", text)
    if digits.startswith("0"):
        digits = COUNTRY + digits.lstrip("0")
    elif not text.startswith("+") and not digits.startswith(COUNTRY):
        return ""
    return digits if SHORTEST <= len(digits) <= LONGEST else ""


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _is_address(text: str) -> bool:
    try:
        _check_address(text)
    except ValidationError:
        return False
    return True
