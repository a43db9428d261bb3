"""The menus and the alerts of every page: what stands in them, when, and at what cost."""

import datetime as dt

import pytest
from django.template import engines
from django.test import RequestFactory
from django.urls import reverse

from malangnews.pages.chrome import Link, around, mark_current
from malangnews.pages.models import Alert, MenuItem
from tests.factories import STATES, make_alert, make_article, make_page

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2024, 5, 2, 5, 0, tzinfo=dt.UTC)
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)


def html_of(client, address: str = "/") -> str:
    return client.get(address).content.decode()


def nav_of(html: str) -> str:
    return html.split('<nav class="nav"')[1].split("</nav>")[0]


def foot_of(html: str) -> str:
    return html.split('<footer class="foot">')[1]


# Menus


def test_menus_begin_as_the_portal_was_made(client):
    html = html_of(client)
    for words in ('href="/berita/">Berita', 'href="/penghargaan/">Penghargaan', 'href="/kim/">KIM'):
        assert words in nav_of(html)
    for words in ("Statistik penghargaan", "Buku tahunan", "Daftar ralat", "Umpan RSS"):
        assert words in foot_of(html)


def test_menu_stands_in_its_order(client):
    MenuItem.objects.filter(menu="head").delete()
    for label, position in (("Tiga", 3), ("Satu", 1), ("Dua", 2)):
        MenuItem.objects.create(menu="head", label=label, address="/kim/", position=position)
    assert [link.label for link in around("/").head] == ["Satu", "Dua", "Tiga"]


def test_menu_without_items_vanishes_with_its_heading(client):
    MenuItem.objects.all().delete()
    html = html_of(client)
    assert 'class="nav"' not in html
    assert "Jelajah" not in html
    assert "Redaksi" not in html
    assert 'id="cari"' in html


@pytest.mark.parametrize("state", STATES)
def test_page_is_in_the_menu_while_it_is_public(client, state):
    page = make_page(state=state, title="Tentang kami")
    MenuItem.objects.create(menu="office", label="Siapa kami", page=page)
    assert ("Siapa kami" in foot_of(html_of(client))) == (state == "published")


def test_link_to_another_site_says_so(client):
    MenuItem.objects.create(menu="office", label="PPID", address="https://ppid.malangkota.go.id/")
    MenuItem.objects.create(menu="head", label="Kota", address="https://malangkota.go.id/")
    html = html_of(client)
    assert '<a href="https://ppid.malangkota.go.id/" rel="external">PPID</a>' in foot_of(html)
    assert '<a href="https://malangkota.go.id/" rel="external">Kota</a>' in nav_of(html)
    assert 'href="/kim/" rel' not in html


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/", []),
        ("/berita/", [("Berita", "page")]),
        ("/berita/?page=2", [("Berita", "page")]),
        ("/berita/rubrik/umum/", [("Berita", "true")]),
        ("/kim/", [("KIM", "page")]),
        ("/kim/kelurahan/samaan/", [("KIM", "true")]),
        ("/kim/potensi/", [("Potensi", "page")]),
        ("/kim/potensi/gerabah/", [("Potensi", "true")]),
        ("/kim/potensial/", [("KIM", "true")]),
        ("/beritas/", []),
        ("/cari/?q=/kim/", []),
    ],
)
def test_menu_marks_the_page_or_the_nearest_above(path, marked):
    links = around(path).head
    assert [(link.label, link.current) for link in links if link.current] == marked


def test_menu_marks_addresses_as_they_are():
    links = [
        Link("Beranda", "/"),
        Link("Ini tahun", "/penghargaan/?tahun=2023"),
        Link("Atlas", "/kim/#atlas"),
        Link("Aneh", "https://[x"),
    ]
    for path, current in (
        ("/", ["page", "", "", ""]),
        ("/penghargaan/?tahun=2023", ["", "page", "", ""]),
        ("/penghargaan/?tahun=2022", ["", "", "", ""]),
        ("/kim/", ["", "", "page", ""]),
    ):
        assert [link.current for link in mark_current(links, path)] == current, path


def test_page_shows_which_item_is_current(client):
    assert '<a href="/kim/potensi/" aria-current="page">' in nav_of(
        html_of(client, "/kim/potensi/")
    )
    assert 'href="/kim/">' in nav_of(html_of(client, "/kim/potensi/"))


# Alerts


def test_alert_holds_from_its_beginning_until_its_end():
    make_alert(text="Air mati di Klojen.", begins_at=NOON, ends_at=NOON + HOUR)

    def told(at):
        return [alert.text for alert in around("/", at).alerts]

    assert told(NOON - MINUTE) == []
    assert told(NOON) == ["Air mati di Klojen."]
    assert told(NOON + HOUR - MINUTE) == ["Air mati di Klojen."]
    assert told(NOON + HOUR) == []


def test_gravest_alert_comes_first_and_of_these_the_youngest():
    for text, level in (("a", "info"), ("b", "danger"), ("c", "warning"), ("d", "danger")):
        make_alert(text=text, level=level)
    assert [alert.text for alert in around("/").alerts] == ["d", "b", "c", "a"]


def test_alert_stands_above_the_content_with_its_level_in_words(client):
    make_alert(text="Air <b>mati</b>.", level="warning", address="/berita/")
    html = html_of(client, "/kim/")
    assert html.index('aria-label="Pemberitahuan penting"') < html.index('<main class="main"')
    assert '<div class="alert alert-warning">' in html
    assert "<strong>Peringatan</strong> <span>Air &lt;b&gt;mati&lt;/b&gt;.</span>" in html
    assert '<a href="/berita/">Selengkapnya<span class="visually-hidden"> tentang: Air' in html
    assert "css/pages-alert.css" in html


def test_page_without_alert_loads_nothing_for_it(client):
    now = dt.datetime.now(dt.UTC)
    make_alert(text="Sudah lewat.", begins_at=now - HOUR, ends_at=now - MINUTE)
    make_alert(text="Belum mulai.", begins_at=now + MINUTE, ends_at=now + HOUR)
    html = html_of(client)
    assert "Sudah lewat" not in html
    assert "Belum mulai" not in html
    assert "pages-alert.css" not in html


def test_alert_may_lead_to_another_site(client):
    make_alert(address="https://bmkg.go.id/")
    assert '<a href="https://bmkg.go.id/" rel="external">Selengkapnya' in html_of(client)


# Cost


def test_chrome_is_one_query_however_much_it_shows(django_assert_num_queries):
    for level in Alert.Level.values:
        make_alert(level=level)
    for number in range(9):
        MenuItem.objects.create(menu="office", label=f"Ke-{number}", page=make_page(True))
    with django_assert_num_queries(1):
        found = around("/")
    assert (len(found.alerts), len(found.office)) == (3, 11)


def test_page_that_is_not_there_costs_its_own_question_and_the_chrome(
    client, django_assert_num_queries
):
    with django_assert_num_queries(1):
        assert client.get("/tidak/ada/").status_code == 404


@pytest.mark.parametrize("name", ["robots", "manifest", "healthz"])
def test_what_shows_no_menu_pays_for_none(client, name, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(reverse(name)).status_code == 200


def test_feed_pays_for_no_menu(client, django_assert_max_num_queries):
    make_article(published=True)
    with django_assert_max_num_queries(6) as asked:
        client.get(reverse("news:article_rss"))
    assert not any("pages_menuitem" in query["sql"] for query in asked.captured_queries)


def test_error_page_of_the_server_asks_the_database_nothing(django_assert_num_queries):
    template = engines["django"].get_template("500.html")
    with django_assert_num_queries(0):
        assert "Ada gangguan" in template.render({}, RequestFactory().get("/"))


def test_unreadable_request_is_told_so_without_menus(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/berita/?q=%00")
    assert answer.status_code == 400
    assert 'class="nav"' not in answer.content.decode()
