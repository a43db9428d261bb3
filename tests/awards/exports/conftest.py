"""What the tests of the files share: reading them, and a cell that a sheet would compute."""

import csv
import io
import zipfile

import pytest
from lxml import etree

SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


@pytest.fixture
def get(client):
    """Ask for the list as a file and return the answer's bytes."""

    def ask(query: str) -> bytes:
        response = client.get(f"/penghargaan/?{query}")
        assert response.status_code == 200
        assert response.headers["Content-Disposition"].startswith("attachment; ")
        return b"".join(response)

    return ask


def read_csv(content: bytes) -> list[dict[str, str]]:
    """Read a CSV file of the portal as a strict reader would."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def read_xlsx(content: bytes, sheet: int = 1) -> list[list[tuple[str, str]]]:
    """Read a sheet: for every row its cells as (type, text); the type of a number is ""."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        root = etree.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))
    return [
        [(cell.get("t", ""), "".join(cell.itertext())) for cell in row.iterfind("s:c", SHEET)]
        for row in root.iterfind(".//s:row", SHEET)
    ]
