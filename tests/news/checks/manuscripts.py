"""A manuscript for a test: the registry's own names, and whatever the test is about."""

import csv
import datetime as dt
from pathlib import Path

from malangnews.news.checks.papers import (
    AwardEdition,
    Finding,
    LinkedAward,
    Manuscript,
    Named,
    Place,
    Rule,
)

ROOT = Path(__file__).parents[3]
REFERENCE = ROOT / "kim" / "data" / "kelurahan.csv"

KIMS = (
    Named("KIM Samaan"),
    Named("KIM Lestari Tunjungsekar"),
    Named("KIM Purwo Agung", ("KIM Purwoagung",)),
    Named("KIM Sukun"),
)
EDITIONS = (
    AwardEdition("Anugerah Media Humas", ("AMH",), 2022),
    AwardEdition("Anugerah Media Humas", ("AMH",), 2023),
    AwardEdition("Jatim Public Relations Award", ("JPRA", "Jatim Publik Relation Award"), 2023),
    AwardEdition("Anugerah Pewarta Warga", ("APW",), 2023),
    AwardEdition("KIM Hackathon", (), 2023),
)
SEVEN = (
    LinkedAward("Anugerah Media Humas", 2023, "nasional"),
    *[LinkedAward("Jatim Public Relations Award", 2023, "provinsi")] * 4,
    LinkedAward("Anugerah Pewarta Warga", 2023, "provinsi"),
    LinkedAward("KIM Hackathon", 2023, "provinsi"),
)


def kelurahan() -> tuple[Place, ...]:
    """All 57, from the reference data of the portal."""
    with REFERENCE.open(encoding="utf-8") as file:
        return tuple(
            Place(row["name"], tuple(filter(None, row["aliases"].split("|"))), row["kecamatan"])
            for row in csv.DictReader(file)
        )


def make_manuscript(body_text: str, **fields) -> Manuscript:
    """The hand-over story's surroundings, with ``body_text`` as its words."""
    known = {
        "title": "Diskominfo menerima penghargaan",
        "dateline_place": "Klojen",
        "published_on": dt.date(2023, 11, 6),
        "event_on": dt.date(2023, 11, 6),
        "initials": frozenset({"say", "yon"}),
        "kelurahan": kelurahan(),
        "kims": KIMS,
        "editions": EDITIONS,
        "linked_awards": SEVEN,
        "linked_kims": frozenset({"KIM Samaan", "KIM Lestari Tunjungsekar"}),
        "photo_alts": ("Kepala Diskominfo memegang dua piagam.",),
    }
    return Manuscript(body_text, **(known | fields))


def found(rule: Rule, body_text: str, **fields) -> list[tuple[str, str]]:
    """Return words and mend of what one rule finds; offsets are checked on the way."""
    manuscript = make_manuscript(body_text, **fields)
    return [(one.words, one.mend) for one in checked(manuscript, rule(manuscript))]


def checked(manuscript: Manuscript, findings) -> list[Finding]:
    """Return the findings, having seen that each points at its words and says why."""
    findings = list(findings)
    for one in findings:
        assert one.why.endswith(".")
        if one.part != "alt":
            text = getattr(manuscript, "body_text" if one.part == "body" else one.part)
            assert text[one.start : one.end] == one.words
    return findings
