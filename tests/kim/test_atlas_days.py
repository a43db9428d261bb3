"""The atlas on every day of which somebody stated a number: record, statement and gap."""

import calendar
import csv
import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from malangnews.demo.loading import load_all

pytestmark = pytest.mark.django_db
DATA = Path(settings.BASE_DIR) / "malangnews" / "demo" / "data"
COLLECTED = Path(settings.BASE_DIR).parent / "shared" / "data" / "kim_counts.csv"
# What a group is after each step, written anew and not taken from the code under test.
STANDS = {"formed", "decreed", "registered", "attested", "dormant", "reactivated"}
FALLS = {"proposed", "deliberated", "dissolved"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def end_of(text: str, precision: str = "day") -> dt.date:
    """The day on which a date known so exactly is certain."""
    parts = [int(part) for part in text.split("-")]
    if precision == "year" or len(parts) == 1:
        return dt.date(parts[0], 12, 31)
    if precision == "month":
        return dt.date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    return dt.date(*parts)


FIGURES = read(DATA / "kim_figures.csv")
MILESTONES = [
    (row["kim"], end_of(row["happened_on"], row["precision"]), row["kind"])
    for row in read(DATA / "kim_milestones.csv")
]
STATED = [
    (end_of(row["as_of"]), int(row["value_min"]), int(row["value_max"]))
    for row in [*FIGURES, *(read(COLLECTED) if COLLECTED.exists() else [])]
]


def brute_count(day: dt.date) -> int:
    """Count the groups of the demo that stand on a day, group by group."""
    total = 0
    for name in {name for name, _, _ in MILESTONES}:
        stands = False
        steps = [(on, kind) for kim, on, kind in MILESTONES if kim == name and on <= day]
        for _, kind in sorted(steps):
            stands = kind in STANDS or (stands and kind not in FALLS)
        total += stands
    return total


def gap_words(recorded: int, low: int, high: int) -> str:
    if low <= recorded <= high:
        return "sama" if low == high else "di dalam rentang"
    ends = sorted((abs(low - recorded), abs(high - recorded)))
    number = "–".join(str(end) for end in dict.fromkeys(ends))
    return f"{number} lebih {'sedikit' if recorded < low else 'banyak'}"


@pytest.fixture
def demo():
    return load_all()


def test_the_collected_figures_have_their_two_ranges():
    spans = {day: (low, high) for day, low, high in STATED if low != high}
    assert spans[dt.date(2022, 12, 7)] == (34, 38)
    assert spans[dt.date(2023, 11, 6)] == (40, 49)
    assert len(FIGURES) == 9


def test_every_stated_day_shows_record_statement_and_gap(client, demo):
    for day, low, high in STATED:
        recorded = brute_count(day)
        response = client.get(f"/kim/?pada={day.isoformat()}")
        page = response.content.decode()
        words = str(low) if low == high else f"{low}–{high}"
        for name, value in (
            ("Tercatat di sini", recorded),
            ("Menurut pejabat", words),
            ("Selisih", gap_words(recorded, low, high)),
        ):
            assert f"<div><dt>{name}</dt><dd>{value}</dd></div>" in page, (day, name)
        assert "Menurut pejabat untuk hari itu" in page
        assert response.context["coverage"].groups == recorded
        assert f"{recorded} KIM terbentuk pada hari itu" in page


def test_every_stated_figure_is_drawn_with_a_way_to_its_source(client, demo):
    page = client.get("/kim/").content.decode()
    for number, row in enumerate(FIGURES, 1):
        assert f'class="growth-point" href="#angka-{number}"' in page
        assert f'<tr id="angka-{number}">' in page
        assert row["source_url"] in page
        assert row["source_name"] in page


def test_count_of_any_day_equals_a_brute_force_reading(client, demo):
    @hypothesis(max_examples=25, deadline=None)
    @given(day=st.dates(dt.date(2005, 1, 1), dt.date(2026, 1, 1)))
    def holds(day):
        cover = client.get(f"/kim/?pada={day.isoformat()}").context["coverage"]
        assert cover.groups == brute_count(day)

    holds()
