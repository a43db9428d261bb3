import datetime as dt

import pytest
from django.utils import timezone

from malangnews.news.models import Rubric
from malangnews.news.rhythm import never_served, next_episode, rhythm, rhythms, start_of, step
from tests.factories import kelurahan, make_article, make_potential, make_rubric, make_user

D = dt.date
TODAY = D(2024, 8, 14)  # a Wednesday


def test_week_runs_from_monday_to_sunday():
    assert start_of(D(2024, 8, 12), "weekly") == D(2024, 8, 12)
    assert start_of(D(2024, 8, 18), "weekly") == D(2024, 8, 12)
    assert start_of(D(2024, 8, 19), "weekly") == D(2024, 8, 19)


@pytest.mark.parametrize(
    ("first", "count", "wanted"),
    [
        (D(2024, 12, 1), 1, D(2025, 1, 1)),
        (D(2024, 1, 1), -1, D(2023, 12, 1)),
        (D(2024, 3, 1), -15, D(2022, 12, 1)),
    ],
)
def test_months_step_over_the_year(first, count, wanted):
    assert step(first, "monthly", count) == wanted


def test_streak_lasts_while_the_present_week_is_not_over():
    found = rhythm([D(2024, 8, 11), D(2024, 8, 4)], "weekly", TODAY)
    assert (found.current, found.due) == (2, D(2024, 8, 18))
    assert not found.periods[-1].served


def test_story_of_this_week_makes_the_next_due_at_the_end_of_the_next():
    found = rhythm([D(2024, 8, 12)], "weekly", TODAY)
    assert (found.current, found.due) == (1, D(2024, 8, 25))


def test_gap_ends_the_streak_and_counts_as_missed():
    days = [D(2024, 7, 1), D(2024, 7, 8), D(2024, 7, 15), D(2024, 8, 12)]
    found = rhythm(days, "weekly", TODAY)
    assert (found.current, found.longest, found.missed) == (1, 3, 3)
    assert len(found.periods) == 12


def test_rubric_without_stories_has_missed_nothing():
    found = rhythm([], "monthly", TODAY)
    assert (found.current, found.longest, found.missed) == (0, 0, 0)
    assert found.due == D(2024, 8, 31)
    assert found.periods[-1].name == "Agustus 2024"


def test_days_to_come_are_left_out():
    assert rhythm([D(2024, 9, 1)], "monthly", TODAY).longest == 0


@pytest.mark.django_db
def test_rhythms_ask_twice_for_any_number_of_rubrics(django_assert_num_queries):
    weekly = [make_rubric(cadence="weekly") for _ in range(3)]
    plain = make_rubric()
    now = timezone.now()
    for rubric in weekly:
        make_article(published=True, rubric=rubric, published_at=now, episode=7)
        make_article(rubric=rubric)
    with django_assert_num_queries(2):
        found = rhythms([*weekly, plain])
    assert set(found) == {rubric.pk for rubric in weekly}
    assert (found[weekly[0].pk].current, found[weekly[0].pk].next_episode) == (1, 8)


@pytest.mark.django_db
def test_days_are_those_of_malang():
    """Sunday 18.00 UTC is Monday in Malang."""
    rubric = make_rubric(cadence="weekly")
    moment = dt.datetime(2024, 8, 11, 18, tzinfo=dt.UTC)
    make_article(published=True, rubric=rubric, published_at=moment)
    found = rhythms([rubric], dt.datetime(2024, 8, 14, tzinfo=dt.UTC))[rubric.pk]
    assert found.periods[-1].served


@pytest.mark.django_db
def test_next_episode_follows_drafts_too():
    rubric = make_rubric(cadence="weekly")
    assert next_episode(rubric) == 1
    make_article(rubric=rubric, episode=4)
    assert next_episode(rubric) == 5


@pytest.mark.django_db
def test_kelurahan_is_served_by_a_published_story_only():
    rubric = make_rubric(cadence=Rubric.Cadence.WEEKLY)
    here, there = make_potential(), make_potential(kelurahan=kelurahan("Kasin"))
    make_article(published=True, rubric=rubric, potentials=[here])
    make_article(rubric=rubric, potentials=[there])
    names = [name for group in never_served(rubric).values() for name in group]
    assert len(names) == 56
    assert "Samaan" not in names and "Kasin" in names


# At the desk


def enter(client, role="Penyunting"):
    client.force_login(make_user(group=role))
    return client


@pytest.mark.django_db
def test_story_published_without_a_number_takes_the_next(client):
    rubric = make_rubric(cadence="weekly", name="UMKM Of The Week")
    make_article(rubric=rubric, episode=41)
    story, plain = make_article(rubric=rubric), make_article()
    data = {"action": "publish_rows", "_selected_action": [story.pk, plain.pk]}
    data |= {f"desk_version-{row.pk}": row.version for row in (story, plain)}
    page = enter(client).post("/admin/news/article/", data, follow=True)
    assert "menjadi episode ke-42 UMKM Of The Week." in page.content.decode()
    story.refresh_from_db()
    plain.refresh_from_db()
    assert (story.episode, plain.episode, plain.is_public) == (42, None, True)


@pytest.mark.django_db
def test_rubric_page_shows_how_it_keeps_its_rhythm(client):
    rubric = make_rubric(cadence="weekly")
    make_article(published=True, rubric=rubric, published_at=timezone.now())
    make_article(published=True, rubric=rubric, potentials=[make_potential(name="Gerabah")])
    page = enter(client).get(f"/admin/news/rubric/{rubric.pk}/change/").content.decode()
    for words in ("<b>1 minggu</b>", "Gerabah", "belum ditautkan", "Kasin"):
        assert words in page
    assert "1 minggu" in client.get("/admin/news/rubric/").content.decode()
