"""Every row of the fact tables arrives in the registry, with the right values."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import Q

from awards.models import (
    Award,
    Edition,
    Handover,
    Organization,
    OrganizationName,
    Programme,
    StatedAwardFigure,
    Work,
)
from kim.models import Kelurahan, Kim, KimActivity, KimMilestone, Potential, StatedKimFigure
from malangnews.demo.awards import find
from malangnews.demo.tables import day, rows

# The facts as they were collected, beside the repository where they are at hand.
COLLECTED = Path(settings.BASE_DIR).parent / "shared" / "data"

SEVEN = {
    # programme, category, class of participants, rank, level: recipient, work
    ("AMH", "Media Audiovisual", "", "Terbaik I", "nasional"): (
        "Diskominfo Kota Malang",
        "Gelaran Malang",
    ),
    ("JPRA", "Website", "Diskominfo Kabupaten/Kota", "Terbaik I", "provinsi"): (
        "Diskominfo Kota Malang",
        None,
    ),
    (
        "JPRA",
        "Program Kampanye Komunikasi Publik",
        "Diskominfo Kabupaten/Kota",
        "Terbaik I",
        "provinsi",
    ): ("Diskominfo Kota Malang", None),
    ("JPRA", "Video Kreatif", "Diskominfo Kabupaten/Kota", "Terbaik II", "provinsi"): (
        "Diskominfo Kota Malang",
        None,
    ),
    ("JPRA", "Media Sosial", "Diskominfo Kabupaten/Kota", "Terbaik II", "provinsi"): (
        "Diskominfo Kota Malang",
        None,
    ),
    ("APW", "Videografis", "", "Juara III", "provinsi"): ("KIM Lestari Tunjungsekar", None),
    ("KIM Hackathon", "", "", "Juara III", "provinsi"): ("KIM Samaan", None),
}


def collected(name: str) -> list[dict[str, str]]:
    path = COLLECTED / name
    if not path.exists():
        pytest.skip("the collected facts are not beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_seven_awards_of_the_handover_have_the_right_fields(demo):
    handover = Handover.objects.published().get()
    found = {
        (
            award.edition.programme.short_name,
            award.category,
            award.participant_class,
            award.rank_label,
            award.edition.programme.level,
        ): (award.recipient_names, award.work and award.work.title)
        for award in handover.awards.published()
    }
    assert found == SEVEN
    assert set(Award.objects.published().in_year(2023)) == set(handover.awards.all())
    assert handover.held_on == dt.date(2023, 11, 6)
    assert (handover.presenter, handover.presenter_office) == (
        "Wahyu Hidayat",
        "Penjabat Wali Kota Malang",
    )


def test_an_award_keeps_its_own_day_beside_that_of_the_handover(demo):
    award = Award.objects.get(kims__name="KIM Samaan")
    assert award.conferred == (dt.date(2023, 9, 24), "day")


def test_ministry_bears_the_name_of_its_day(demo):
    ministry = Organization.objects.get(abbreviation="Komdigi")
    assert ministry.name_on(dt.date(2024, 10, 10)).endswith("Komunikasi dan Informatika")
    assert ministry.name_on(dt.date(2024, 11, 1)).endswith("Komunikasi dan Digital")


def test_every_row_of_awards_arrives_published_with_recipient_and_source(demo):
    for row in rows("awards"):
        award = find(row).published().get()
        assert award.participant_class == row["participant_class"]
        assert (award.work.title if award.work else "") == row["work"]
        assert award.remarks == row["remarks"]
        source = award.sources.get()
        assert (source.url, source.title) == (row["source_url"], row["source_title"])
        assert source.publisher
        given = {handover.held_on for handover in award.handovers.published()}
        assert given == ({day(row["handed_over_on"])} if row["handed_over_on"] else set())
        assert award.rank_scheme != "other"


def test_every_row_of_the_other_tables_arrives(demo):
    for name, model, key in (
        ("organizations", Organization, "name"),
        ("organization_names", OrganizationName, "name"),
        ("programmes", Programme, "name"),
        ("works", Work, "title"),
        ("kim", Kim, "name"),
        ("potentials", Potential, "name"),
    ):
        assert {row[key] for row in rows(name)} == set(model.objects.values_list(key, flat=True))
    for name, model in (
        ("editions", Edition),
        ("kim_milestones", KimMilestone),
        ("kim_activities", KimActivity),
        ("kim_figures", StatedKimFigure),
        ("award_figures", StatedAwardFigure),
    ):
        assert model.objects.count() == len(rows(name))


def test_every_activity_is_public_with_its_day_and_source(demo):
    for row in rows("kim_activities"):
        found = KimActivity.objects.published().get(title=row["title"])
        assert (found.kim.name, found.kind) == (row["kim"], row["kind"])
        assert found.happened_on == day(row["happened_on"])
        assert found.source_name
        assert found.source_url == row["source_url"]


def test_kim_without_dated_proof_stays_a_draft(demo):
    hidden = Kim.objects.exclude(pk__in=Kim.objects.published())
    assert [kim.name for kim in hidden] == ["KIM Kartika"]
    assert hidden.get().missing_for_publication()


def test_collected_awards_are_all_in_the_registry(demo):
    for row in collected("awards.csv"):
        programme = Programme.objects.get(
            Q(name=row["programme"]) | Q(abbreviation=row["programme"])
        )
        edition = programme.editions.get(year=row["year"])
        assert (str(edition.conferred_on), edition.place) == (row["conferred_on"], row["place"])
        assert programme.level == row["level"]
        if row["organiser"]:
            organizer = programme.organizer
            assert row["organiser"] in (organizer.name_on(edition.conferred_on), str(organizer))
        else:
            assert programme.organizer is None
        awards = edition.awards.published().filter(
            category=row["category"],
            participant_class=row["participant_class"],
            rank_label=row["rank_label"],
        )
        award = next(award for award in awards if award.recipient_names == row["recipient"])
        assert (award.work.title if award.work else "") == row["work"]
        assert award.handovers.exists() == bool(row["handed_over_on"])


def test_collected_kim_are_all_there_with_their_founding_days(demo):
    for row in collected("kim.csv"):
        home = Kelurahan.objects.get(code=row["kelurahan_code"])
        name = row["kim"].partition(" (")[0] or f"KIM {row['kelurahan']}"
        kim = Kim.objects.get(name=name)
        assert (kim.kelurahan, kim.website) == (home, row["website"])
        founded = kim.milestones.filter(kind="formed").first()
        assert row["founded"] in (str(founded and founded.happened_on or ""), "2006")
        if row["founded"] == "2006":
            assert (founded.happened_on.year, founded.happened_on_precision) == (2006, "year")


def test_collected_figures_are_all_there(demo):
    for row in collected("kim_counts.csv"):
        figure = StatedKimFigure.objects.get(
            as_of=row["as_of"] if "-" in row["as_of"] else f"{row['as_of']}-12-31"
        )
        assert (figure.value_min, figure.value_max) == (
            int(row["value_min"]),
            int(row["value_max"]),
        )
        assert figure.source_url == row["source_url"]
    for row in collected("stated_totals.csv"):
        figure = StatedAwardFigure.objects.get(
            year=row["year"],
            as_of=row["as_of"],
            value_min=row["value_min"],
            source_url=row["source_url"],
        )
        assert bool(figure.level) == ("," in row["measure"])
