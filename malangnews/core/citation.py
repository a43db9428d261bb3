"""A page as others cite it: in a sentence, and for programs that keep references."""

import datetime as dt
import re
from dataclasses import dataclass

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from malangnews.core.dates import format_date
from malangnews.core.schema import PUBLISHER
from malangnews.core.short import short_address, short_code

# What the reader fills in; the page's script does it when it copies.
READ_ON = "[tanggal membaca]"
BIBTEX_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
BIBTEX_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
# Line ends and other control signs would start a new field of a reference.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")


@dataclass(frozen=True)
class Citation:
    """A record to be cited: what it is called, where it stands, when it last changed.

    ``code`` is the record's short code, ``address`` its permanent address in full; without
    ``updated`` (a day) no date is claimed.
    """

    code: str
    title: str
    container: str
    address: str
    updated: dt.date | None = None
    author: str = PUBLISHER

    @property
    def text(self) -> str:
        """The citation in a sentence, as Indonesian readers write one."""
        stop = "" if self.title.endswith((".", "?", "!", "…")) else "."
        changed = f" Dimutakhirkan {format_date(self.updated)}." if self.updated else ""
        return (
            f"{self.author}. “{self.title}{stop}” {self.container}.{changed} {self.address}. "
            f"Diakses {READ_ON}."
        )

    @property
    def bibtex(self) -> str:
        """The record as an entry of BibTeX."""
        fields = {
            "author": f"{{{_bibtex(self.author)}}}",
            "title": f"{{{_bibtex(self.title)}}}",
            "howpublished": _bibtex(self.container),
            "url": CONTROL.sub("", self.address),
            "language": "indonesian",
        }
        if self.updated:
            fields["year"] = str(self.updated.year)
            fields["note"] = f"Dimutakhirkan {format_date(self.updated)}"
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
        if self.updated:
            lines.append(f"  month = {BIBTEX_MONTHS[self.updated.month - 1]},")
        return "\n".join([f"@misc{{malangnews-{self.code},", *lines, "}"]) + "\n"

    @property
    def ris(self) -> str:
        """The record in the RIS format, its lines ended as the format wants them."""
        fields = [
            ("TY", "ELEC"),
            ("ID", f"malangnews-{self.code}"),
            ("AU", self.author),
            ("TI", self.title),
            ("T2", self.container),
            ("PB", self.author),
            ("CY", "Malang"),
            ("LA", "id"),
            ("UR", self.address),
        ]
        if self.updated:
            fields += [("PY", f"{self.updated.year}"), ("DA", f"{self.updated:%Y/%m/%d}")]
        lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields]
        return "\r\n".join([*lines, "ER  - ", ""])

    @property
    def bibtex_path(self) -> str:
        return reverse("short:citation_bibtex", args=[self.code])

    @property
    def ris_path(self) -> str:
        return reverse("short:citation_ris", args=[self.code])


def cite(
    request: HttpRequest, row: Model, title: str, container: str, updated: dt.datetime | None
) -> Citation:
    """Return the citation of a row of a kind that has short addresses (core/short.py).

    ``updated`` is the moment of the last change; it is told as a day in Malang.
    """
    day = timezone.localtime(updated).date() if updated else None
    address = short_address(request, row)
    return Citation(short_code(row), _one_line(title), container, address, day)


def _one_line(text: str) -> str:
    return CONTROL.sub(" ", text).strip()


def _bibtex(text: str) -> str:
    return _one_line(text).translate(BIBTEX_SIGNS)
