"""`manage.py read_awards FILE --json`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from awards.reading.marks import FIELDS

TEXT = "KIM Samaan meraih Juara III KIM Hackathon 2023."


def told(*args: str) -> str:
    out = io.StringIO()
    call_command("read_awards", *args, stdout=out)
    return out.getvalue()


def test_json_has_the_sixteen_fields(tmp_path):
    path = tmp_path / "naskah.txt"
    path.write_text(TEXT, encoding="utf-8-sig")
    (row,) = json.loads(told(str(path), "--json"))
    assert tuple(row) == FIELDS
    assert len(FIELDS) == 16
    assert (row["recipient"], row["rank_norm"], row["year"]) == ("KIM Samaan", "JUARA_3", 2023)
    assert row["category"] is None


def test_lines_are_for_people(tmp_path):
    path = tmp_path / "naskah.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert told(str(path)).strip() == "KIM Samaan | Juara III | KIM Hackathon | 2023"
    path.write_text("Tidak ada apa-apa.", encoding="utf-8")
    assert "Tidak ada penghargaan" in told(str(path))


def test_missing_file_is_said_in_plain_words(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        told(str(tmp_path / "tidak-ada.txt"))


def test_bytes_that_are_no_text_do_no_harm(tmp_path):
    path = tmp_path / "gambar.png"
    path.write_bytes(bytes(range(256)) * 20)
    assert json.loads(told(str(path), "--json")) == []
