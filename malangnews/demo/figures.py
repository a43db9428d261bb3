"""Totals as officials stated them: they disagree, and that is the point."""

from awards.models import StatedAwardFigure
from kim.models import StatedKimFigure
from malangnews.demo.tables import day, publisher, rows
from malangnews.demo.tally import Tally


def load(tally: Tally) -> None:
    """Make the stated figures of kim_figures.csv and award_figures.csv."""
    for row in rows("kim_figures"):
        tally.once(StatedKimFigure.objects, _range(row), **_statement(row))
    for row in rows("award_figures"):
        tally.once(
            StatedAwardFigure.objects,
            _range(row),
            **_statement(row),
            measure=row["measure"],
            year=int(row["year"]),
            level=row["level"],
        )


def _statement(row: dict[str, str]) -> dict[str, object]:
    return {"as_of": day(row["as_of"]), "stated_by": row["stated_by"]}


def _range(row: dict[str, str]) -> dict[str, object]:
    return {
        "value_min": int(row["value_min"]),
        "value_max": int(row["value_max"]),
        "as_of_precision": row["as_of_precision"],
        "source_name": row.get("source_name") or publisher(row["source_url"]),
        "source_url": row["source_url"],
    }
