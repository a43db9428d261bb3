"""Page after page: every row once, whatever comes and goes meanwhile."""

import datetime as dt

import pytest
from django.core.signing import Signer
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kim.models import Kim
from malangnews.api.catalogue import RESOURCES
from malangnews.api.cursor import LostCursorError, slice_of
from malangnews.news.models import Article
from tests import factories
from tests.factories import PAST, make_article, make_kim, make_milestone
from tests.house import world

pytestmark = pytest.mark.django_db
STORIES = "/api/v1/berita/?per_halaman=3"


def titles(answer) -> list[str]:
    return [item["slug"] for item in answer.json()["butir"]]


def walk(client, address, direction="berikutnya", between=lambda: None) -> list[list[str]]:
    pages = []
    while address:
        answer = client.get(address)
        pages.append(titles(answer))
        address = answer.json()[direction]
        between()
    return pages


@pytest.fixture
def stories():
    """Eight stories, five of them of one and the same moment; newest first."""
    at = [0, 0, 0, 0, 0, 1, 2, 3]
    made = [make_article(published=True) for _ in at]
    for story, minutes in zip(made, at, strict=True):
        moment = PAST + dt.timedelta(minutes=minutes, microseconds=123456)
        Article.objects.filter(pk=story.pk).update(published_at=moment)
    return list(Article.objects.published().newest_first().values_list("slug", flat=True))


def test_every_row_is_met_once_and_in_order(client, stories):
    pages = walk(client, STORIES)
    assert [len(page) for page in pages] == [3, 3, 2]
    assert sum(pages, []) == stories


def test_the_way_back_meets_the_same_pages(client, stories):
    last = client.get(STORIES)
    addresses = []
    while address := last.json()["berikutnya"]:
        addresses.append(address)
        last = client.get(address)
    back = walk(client, addresses[-1], "sebelumnya")
    assert back == [stories[6:], stories[3:6], stories[:3]]


def test_first_page_has_nothing_before_it_and_the_last_nothing_after(client, stories):
    first = client.get(STORIES).json()
    assert first["sebelumnya"] is None
    second = client.get(first["berikutnya"]).json()
    again = client.get(second["sebelumnya"]).json()
    assert [item["id"] for item in again["butir"]] == [item["id"] for item in first["butir"]]
    assert again["sebelumnya"] is None
    assert client.get("/api/v1/berita/?per_halaman=100").json()["berikutnya"] is None


def test_exactly_full_page_is_the_last(client, stories):
    assert client.get("/api/v1/berita/?per_halaman=8").json()["berikutnya"] is None


def test_what_comes_out_meanwhile_shifts_nothing(client, stories):
    seen = sum(walk(client, STORIES, between=lambda: make_article(published=True)), [])
    late = make_article(published=True)
    assert [slug for slug in seen if slug in stories] == stories
    assert len(seen) == len(set(seen))
    assert late.slug not in seen


def test_what_is_withdrawn_meanwhile_takes_no_other_with_it(client, stories):
    first = client.get(STORIES)
    Article.objects.filter(slug__in=stories[:4]).withdraw("Ditarik untuk uji.")
    rest = walk(client, first.json()["berikutnya"])
    assert sum(rest, []) == stories[4:]


def test_filters_go_along(client, stories):
    rubric = factories.make_rubric(slug="satu")
    Article.objects.filter(slug__in=stories[::2]).update(rubric=rubric)
    pages = walk(client, "/api/v1/berita/?rubrik=satu&per_halaman=3")
    assert sum(pages, []) == stories[::2]
    assert [len(page) for page in pages] == [3, 1]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_every_list_is_walked_whole(client, resource):
    world.add_public(world.World(), 3)
    whole = client.get(f"/api/v1/{resource.name}/?per_halaman=100").json()["butir"]
    address, met = f"/api/v1/{resource.name}/?per_halaman=2", []
    while address:
        answer = client.get(address).json()
        met += answer["butir"]
        address = answer["berikutnya"]
    assert len(whole) > 2
    assert met == whole


def test_milestones_known_by_the_year_are_walked_too(client):
    steps = [("formed", dt.date(2020, 3, 2)), ("trained", dt.date(2021, 12, 31))]
    kims = [make_kim(published=True, milestones=steps) for _ in range(3)]
    for kim in kims:
        make_milestone(kim, "dormant", dt.date(2021, 5, 1), happened_on_precision="year")
    address, met = "/api/v1/tonggak/?per_halaman=1", []
    while address:
        answer = client.get(address).json()
        met += [item["dihitung_sejak"] for item in answer["butir"]]
        address = answer["berikutnya"]
    assert met == sorted(met)
    assert len(met) == 9


def test_later_pages_cost_no_more_and_count_no_rows(client, stories):
    def asked(address):
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        return answer, [query["sql"] for query in captured]

    first, cost = asked(STORIES)
    _, later = asked(first.json()["berikutnya"])
    assert len(later) == len(cost)
    assert not any("OFFSET" in query.upper() for query in later)
    assert not any("COUNT(" in query.upper() for query in later)


@pytest.mark.parametrize(
    "cursor", ["x", "%20", "%27", "abc.def", "-1", "9" * 700, "zzzz." + "A" * 42, "..", "ñ" * 5]
)
def test_junk_is_refused_in_words(client, cursor):
    answer = client.get(f"/api/v1/berita/?penanda={cursor}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"] == [{"parameter": "penanda", "pesan": "bentuknya tidak dikenal"}]


def test_cursor_that_we_did_not_sign_is_not_found(client):
    answer = client.get(f"/api/v1/berita/?penanda=WzAsMV0.{'A' * 43}")
    assert answer.status_code == 404
    assert "Mulai lagi" in answer.json()["detail"]


def test_cursor_of_another_list_is_not_found(client, stories):
    cursor = client.get(STORIES).json()["berikutnya"].partition("penanda=")[2]
    assert client.get(f"/api/v1/penghargaan/?penanda={cursor}").status_code == 404


def test_cursor_says_nothing_but_where_it_stands():
    for _ in range(2):
        make_kim(published=True)
    part = slice_of(Kim.objects.published(), ("pk",), "", 1, "kim")
    told = Signer(salt="malangnews.api.kim", sep=".").unsign_object(part.following)
    assert told == [0, part.rows[0].pk]
    with pytest.raises(LostCursorError):
        slice_of(Kim.objects.published(), ("pk",), part.following, 1, "potensi")


def test_same_list_has_the_same_cursors(client, stories):
    assert client.get(STORIES).content == client.get(STORIES).content


@pytest.mark.parametrize("size, status", [("1", 200), ("100", 200), ("0", 422), ("101", 422)])
def test_size_of_a_page_has_bounds(client, size, status):
    assert client.get(f"/api/v1/kelurahan/?per_halaman={size}").status_code == status


def test_planned_row_is_new_when_it_comes_out(client):
    """Written long ago, published an hour ago: who asks for the last two hours gets it."""
    story = make_article(published=True)
    hour = timezone.now() - dt.timedelta(hours=1)
    Article.objects.filter(pk=story.pk).update(published_at=hour, updated_at=PAST)
    since = (hour - dt.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert titles(client.get(f"/api/v1/berita/?diperbarui_sejak={since}")) == [story.slug]
    later = timezone.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    assert titles(client.get(f"/api/v1/berita/?diperbarui_sejak={later}")) == []
