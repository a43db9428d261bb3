import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse

from malangnews.news.models import Article
from tests import factories

pytestmark = pytest.mark.django_db
WILD_PAGES = ["²", "-1", "0", "1e3", "x", "10" * 30, "", "99999"]


def malang(*parts: int) -> dt.datetime:
    """A moment by the clock in Malang."""
    return dt.datetime(*parts, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def published(at=None, **fields) -> Article:
    return factories.bring_to(factories.make_article(**fields), "published", at=at)


def page(client, *route, **query) -> str:
    response = client.get(reverse(*route), query)
    assert response.status_code == 200
    return response.content.decode()


def test_article_list_shows_what_is_published_newest_first(client):
    published(title="Kabar lama", at=malang(2022, 1, 1))
    published(title="Kabar baru", at=malang(2023, 1, 1))
    html = page(client, "news:article_list")
    assert 0 < html.index("Kabar baru") < html.index("Kabar lama")


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_article_list_shows_nothing_else(client, state):
    factories.make_article(state=state, title="Belum untuk umum")
    html = page(client, "news:article_list")
    assert "Belum untuk umum" not in html
    assert "Belum ada berita" in html


def test_article_list_offers_rubrics_with_the_number_of_their_stories(client):
    rubric = factories.make_rubric(name="Prestasi")
    factories.make_rubric(name="Rubrik kosong")
    for _ in range(2):
        published(rubric=rubric)
    factories.make_article(rubric=rubric)
    html = page(client, "news:article_list")
    assert 'Prestasi <span class="count">2</span>' in html
    assert "Rubrik kosong" not in html


def test_article_list_leads_to_archive_and_feeds(client):
    html = page(client, "news:article_list")
    for name in ("article_archive", "article_rss", "article_atom"):
        assert f'href="{reverse(f"news:{name}")}"' in html


def test_article_list_parts_long_lists_and_names_the_canonical_address(client):
    rubric = factories.make_rubric()
    for _ in range(25):
        published(rubric=rubric)
    html = page(client, "news:article_list", page=2)
    assert "halaman 2 | malangnews</title>" in html
    assert 'rel="canonical" href="http://testserver/berita/?page=2"' in html
    assert html.count('<article class="story">') == 1


@pytest.mark.parametrize("number", WILD_PAGES)
def test_article_list_takes_any_page(client, number):
    article = published()
    assert article.title in page(client, "news:article_list", page=number)


def test_rubric_detail_says_what_the_rubric_is_and_lists_its_stories(client):
    rubric = factories.make_rubric(name="Pasar", about="Tiap pekan satu usaha.", cadence="weekly")
    published(rubric=rubric, title="Gerabah naik kelas")
    published(title="Berita rubrik lain")
    html = page(client, "news:rubric_detail", None, [rubric.slug])
    assert "Tiap pekan satu usaha." in html
    assert "Rubrik mingguan" in html
    assert "Gerabah naik kelas" in html
    assert "Berita rubrik lain" not in html
    assert reverse("news:rubric_rss", args=[rubric.slug]) in html


def test_rubric_detail_without_stories_is_a_page_without_feeds(client):
    rubric = factories.make_rubric()
    html = page(client, "news:rubric_detail", None, [rubric.slug])
    assert "Belum ada berita di rubrik ini" in html
    assert reverse("news:rubric_rss", args=[rubric.slug]) not in html


def test_rubric_detail_of_an_unknown_rubric_is_not_found(client):
    assert client.get("/berita/rubrik/entah/").status_code == 404


def test_tag_detail_lists_the_stories_with_the_tag(client):
    published(title="Dengan tanda", tags=["Kayutangan Heritage"])
    published(title="Tanpa tanda")
    html = page(client, "news:tag_detail", None, ["kayutangan-heritage"])
    assert "Dengan tanda" in html
    assert "Tanpa tanda" not in html
    assert "1 berita" in html


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_tag_detail_of_a_tag_without_a_public_story_is_not_found(client, state):
    factories.make_article(state=state, tags=["rahasia"])
    assert client.get("/berita/tag/rahasia/").status_code == 404
    assert client.get("/berita/tag/rahasia/rss.xml").status_code == 404


def test_article_archive_counts_stories_by_year_and_month(client):
    for day in (3, 5):
        published(at=malang(2023, 11, day))
    published(at=malang(2022, 2, 1))
    factories.make_article(state="scheduled")
    html = page(client, "news:article_archive")
    assert 'November <span class="count">2</span>' in html
    assert 'Februari <span class="count">1</span>' in html
    assert 'href="/berita/arsip/2023/11/"' in html
    assert html.index(">2023<") < html.index(">2022<")


def test_article_archive_goes_by_the_clock_in_malang(client):
    published(title="Pagi tahun baru", at=malang(2023, 1, 1, 0, 30))
    assert "Pagi tahun baru" in page(client, "news:article_archive", None, [2023, 1])
    assert "Pagi tahun baru" not in page(client, "news:article_archive", None, [2022, 12])
    assert "Pagi tahun baru" in page(client, "news:article_archive", None, [2023])
    assert "Pagi tahun baru" not in page(client, "news:article_archive", None, [2022])


def test_article_archive_of_a_year_offers_its_months_january_first(client):
    published(at=malang(2023, 11, 3))
    published(at=malang(2023, 2, 3))
    html = page(client, "news:article_archive", None, [2023])
    assert html.index("Februari <span") < html.index("November <span")


@pytest.mark.parametrize("period", [[2020], [2020, 2], [2999, 12], [1900, 1]])
def test_article_archive_of_an_empty_time_is_a_page(client, period):
    assert "Tidak ada berita" in page(client, "news:article_archive", None, period)


@pytest.mark.parametrize("path", ["２023/", "20233/", "2023/13/", "2023/00/", "0000/", "-1/"])
def test_article_archive_of_no_time_at_all_is_not_found(client, path):
    assert client.get(f"/berita/arsip/{path}").status_code == 404


def test_article_archive_is_empty_on_an_empty_database(client):
    assert "Arsip masih kosong" in page(client, "news:article_archive")


@pytest.mark.parametrize("name", ["article_list", "article_archive"])
def test_lists_refuse_forms(client, name):
    assert client.post(reverse(f"news:{name}")).status_code == 405


@pytest.mark.parametrize(
    "path", ["/berita/", "/berita/rubrik/satu/", "/berita/tag/satu/", "/berita/arsip/2023/11/"]
)
def test_lists_cost_the_same_for_one_story_and_for_ten(
    client, path, django_assert_max_num_queries, django_assert_num_queries
):
    rubric = factories.make_rubric(name="Satu")
    published(rubric=rubric, tags=["satu"], at=malang(2023, 11, 6))
    client.get(path)
    with django_assert_max_num_queries(12) as first:
        client.get(path)
    for _ in range(9):
        published(rubric=rubric, tags=["satu"], at=malang(2023, 11, 6))
    cache.clear()
    with django_assert_num_queries(len(first)):
        client.get(path)
