"""Checked rows on their way through the browser: signed, packed, for one person and half a day."""

import datetime as dt
from dataclasses import dataclass

from django.core import signing

from kim.intake.columns import TABLES, Table
from kim.intake.report import Report

SALT = "kim.intake"
GOOD_FOR = dt.timedelta(hours=12)
LARGEST = 4 * 1024 * 1024


@dataclass(frozen=True)
class Parcel:
    """The rows of a file, and what its preview said of each line."""

    table: Table
    rows: list[tuple[int, dict[str, str]]]
    digests: dict[int, str]
    notes: list[str]

    def differing(self, report: Report) -> set[int]:
        """Return the numbers of the lines that ``report`` tells another thing about."""
        return {
            line.number for line in report.lines if self.digests.get(line.number) != line.digest
        }


def pack(report: Report, notes: list[str], owner: object) -> str:
    """Return the report's rows for a hidden field; "" when they are too many for a form."""
    rows = [[line.number, line.cells, line.digest] for line in report.lines]
    content = {"table": report.table.key, "owner": str(owner), "rows": rows, "notes": notes}
    packed = signing.dumps(content, salt=SALT, compress=True)
    return packed if len(packed) <= LARGEST else ""


def unpack(packed: str, owner: object) -> Parcel | None:
    """Return what ``pack`` packed for ``owner``; None for anything else, or after half a day."""
    try:
        content = signing.loads(packed, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    if content["owner"] != str(owner) or content["table"] not in TABLES:
        return None
    rows = [(number, cells) for number, cells, _ in content["rows"]]
    digests = {number: digest for number, _, digest in content["rows"]}
    return Parcel(TABLES[content["table"]], rows, digests, content["notes"])
