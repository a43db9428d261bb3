"""The front page as editors arrange it: order of its parts, lead, and stories held in front."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from malangnews.home import STORIES
from malangnews.pages.front import AS_MADE, arrangement
from malangnews.pages.models import HomeBlock
from tests import factories
from tests.factories import make_article, make_home_story, make_potential, make_rubric

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
PLACES = {
    "lead": 'class="story story-lead"',
    "figures": 'aria-label="Angka dari catatan"',
    "stories": 'id="berita-terbaru"',
    "atlas": 'id="atlas-kim"',
    "weekly": 'id="rubrik-mingguan"',
    "potentials": 'id="potensi-kelurahan"',
}


def html_of(client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def stories_in(html: str) -> list[str]:
    """The titles of the lead and of the latest stories, in their order."""
    return re.findall(r'class="story-title"><a[^>]*>(Kabar \w+)</a>', html)


def fill() -> None:
    """Stories of the weekly rubric, newest last, and a potential."""
    rubric = make_rubric(cadence="weekly", name="Pekan Ini")
    for word in ("satu", "dua", "tiga"):
        make_article(published=True, title=f"Kabar {word}", rubric=rubric)
    make_potential(published=True, name="Gerabah Penanggungan")


def order_of(html: str) -> list[str]:
    found = {name: html.find(sign) for name, sign in PLACES.items()}
    return sorted((name for name, place in found.items() if place >= 0), key=found.get)


# Parts


def test_front_begins_as_the_portal_was_made(client):
    fill()
    assert order_of(html_of(client)) == [*AS_MADE]


def test_parts_stand_in_the_order_that_editors_set(client):
    fill()
    HomeBlock.objects.create(kind="potentials")
    wanted = ["potentials", "weekly", "atlas", "stories", "figures", "lead"]
    for position, kind in enumerate(wanted):
        HomeBlock.objects.filter(kind=kind).update(position=position)
    html = html_of(client)
    assert order_of(html) == wanted
    assert "Gerabah Penanggungan" in html.split('id="potensi-kelurahan"')[1]


def test_part_that_is_not_shown_is_left_out(client):
    fill()
    HomeBlock.objects.filter(kind__in=["atlas", "figures"]).update(is_shown=False)
    assert order_of(html_of(client)) == ["lead", "stories", "weekly"]


@pytest.mark.parametrize("how", ["none", "all hidden"])
def test_without_any_part_the_front_is_as_it_was_made(client, how):
    fill()
    rows = HomeBlock.objects.all()
    rows.delete() if how == "none" else rows.update(is_shown=False)
    assert order_of(html_of(client)) == [*AS_MADE]


def test_chosen_rubric_shows_its_newest_stories(client):
    rubric = make_rubric(name="Layanan Publik", about="Apa yang dikerjakan kota.")
    for number in range(6):
        make_article(published=True, rubric=rubric, title=f"Layanan {number}")
    make_article(rubric=rubric, title="Layanan rahasia")
    make_article(published=True, title="Kabar lain")
    block = HomeBlock.objects.create(kind="rubric", rubric=rubric, position=9)
    part = html_of(client).split(f'id="dari-rubrik-{rubric.slug}"')[1].split("</section>")[0]
    assert re.findall(r"Layanan (\d)", part) == ["5", "4", "3", "2"]
    assert "Apa yang dikerjakan kota." in part
    assert f'href="{rubric.get_absolute_url()}">Semua berita Layanan Publik' in part
    rubric.articles.published().withdraw("Ditarik.")
    assert "dari-rubrik" not in html_of(client)
    assert block.is_shown


def test_potentials_without_any_say_what_will_stand_there(client):
    HomeBlock.objects.create(kind="potentials")
    assert "Belum ada potensi yang dicatat" in html_of(client)


@pytest.mark.parametrize("first", [*PLACES])
def test_headings_keep_their_order_whatever_comes_first(client, first):
    fill()
    make_rubric(name="Lain")
    HomeBlock.objects.get_or_create(kind="potentials")
    HomeBlock.objects.filter(kind=first).update(position=0)
    main = html_of(client).split('<main class="main"')[1].split("</main>")[0]
    levels = [int(level) for level in re.findall(r"<h(\d)", main)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(levels, levels[1:], strict=False))


# Stories held up


def test_newest_story_leads_where_none_was_chosen(client):
    fill()
    assert stories_in(html_of(client))[:3] == ["Kabar tiga", "Kabar dua", "Kabar satu"]


def test_chosen_story_leads_and_stands_nowhere_else(client):
    fill()
    make_home_story(make_article(published=True, title="Kabar pilihan"), slot="lead")
    for number in range(STORIES):
        make_article(published=True, title=f"Kabar nomor{number}")
    titles = stories_in(html_of(client).split('id="atlas-kim"')[0])
    assert titles[0] == "Kabar pilihan"
    assert titles.count("Kabar pilihan") == 1
    assert len(titles) == STORIES


def test_pinned_stories_come_first_in_their_order_and_none_twice(client):
    fill()
    first, second = (
        make_article(published=True, title=f"Kabar {word}") for word in ("depan", "kedua")
    )
    make_home_story(second, position=2)
    make_home_story(first, position=1)
    titles = stories_in(html_of(client).split('id="atlas-kim"')[0])
    assert titles == ["Kabar tiga", "Kabar depan", "Kabar kedua", "Kabar dua", "Kabar satu"]


def test_pinned_story_leads_where_there_is_no_other(client):
    make_home_story(make_article(published=True, title="Kabar sendiri"))
    assert stories_in(html_of(client)) == ["Kabar sendiri"]


def test_first_story_joins_the_others_where_no_part_leads(client):
    fill()
    HomeBlock.objects.filter(kind="lead").update(is_shown=False)
    make_home_story(make_article(published=True, title="Kabar pilihan"), slot="lead")
    part = html_of(client).split('id="berita-terbaru"')[1].split("</section>")[0]
    assert stories_in(part) == ["Kabar pilihan", "Kabar tiga", "Kabar dua", "Kabar satu"]


def test_story_is_held_up_from_its_beginning_until_its_end():
    now = timezone.now()
    row = make_home_story(slot="lead", begins_at=now, ends_at=now + HOUR)
    for at, held in (
        (now - dt.timedelta(seconds=1), False),
        (now, True),
        (now + HOUR - dt.timedelta(seconds=1), True),
        (now + HOUR, False),
    ):
        assert (arrangement(at).lead == row.article_id) == held, at


def test_of_two_that_lead_the_one_that_began_last_does():
    now = timezone.now()
    older = make_home_story(slot="lead", begins_at=now - 2 * HOUR)
    newer = make_home_story(slot="lead", begins_at=now - HOUR)
    assert arrangement().lead == newer.article_id
    newer.position = 5
    newer.save()
    assert arrangement().lead == older.article_id


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
@pytest.mark.parametrize("slot", ["lead", "pinned"])
def test_story_that_is_not_public_is_not_held_up(client, state, slot):
    fill()
    make_home_story(make_article(state=state, title="Kabar rahasia"), slot=slot)
    html = html_of(client)
    assert "Kabar rahasia" not in html
    assert stories_in(html)[0] == "Kabar tiga"


def test_chosen_story_that_is_not_public_leaves_its_place_to_the_next():
    make_home_story(make_article(), slot="lead", position=1)
    second = make_home_story(slot="lead", position=2)
    assert arrangement().lead == second.article_id


# Cost


def everything() -> None:
    """Every part shown, two chosen rubrics, a lead and a pinned story, an alert."""
    fill()
    HomeBlock.objects.get_or_create(kind="potentials")
    for _ in range(2):
        rubric = make_rubric()
        make_article(published=True, rubric=rubric)
        HomeBlock.objects.create(kind="rubric", rubric=rubric)
    make_home_story(slot="lead")
    make_home_story()
    factories.make_alert()
    factories.make_award(published=True, recipients=[factories.make_kim(published=True)])


def test_front_with_everything_costs_twelve_queries_however_much_there_is(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    everything()
    with django_assert_max_num_queries(12) as first:
        html_of(client)
    for _ in range(4):
        rubric = make_rubric()
        HomeBlock.objects.create(kind="rubric", rubric=rubric)
        make_home_story(make_article(published=True, rubric=rubric))
        make_potential(published=True)
    with django_assert_num_queries(len(first)):
        html_of(client)


def test_arrangement_is_one_query(django_assert_num_queries):
    everything()
    with django_assert_num_queries(1):
        found = arrangement()
    assert found.lead
    assert len(found.pinned) == 1
    assert {part.kind for part in found.parts} == {*HomeBlock.Kind.values}
