import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from malangnews.search.index import rebuild
from malangnews.search.misses import KEPT, remember
from malangnews.search.models import Entry, Miss, Pin
from tests import factories
from tests.factories import kelurahan, make_article, make_award, make_kim, make_potential

pytestmark = pytest.mark.django_db
WILD = ["²", "%", "_", "\\", "'", '"', "<script>", "a" * 5000, "x " * 50, "  ", "🏺", "--", "\x0b"]
WILD += [
    "1.5",
    "1,5",
    "188.45/119/35",
    "<?xml version='1.0'?>",
    "NEAR(a b)",
    "a OR b",
    "names:a",
    "a*",
    "(",
    ":*",
    "!a",
    "a & | b",
    "<->",
    "^a",
    "{a} : b",
]


def html_of(client, **query) -> str:
    response = client.get(reverse("search:search"), query)
    assert response.status_code == 200
    assert response.headers["X-Robots-Tag"] == "noindex"
    return re.sub(r"\s+</a>", "</a>", response.content.decode())


@pytest.fixture
def gerabah(db):
    """One public row of each kind that holds the word "gerabah"."""
    kim = make_kim(published=True, name="KIM Gerabah")
    programme = factories.make_programme(name="Lomba Gerabah Nusantara")
    place = kelurahan("Penanggungan")
    place.about = "Dikenal karena gerabah."
    place.save()
    make_article(published=True, title="Gerabah naik kelas", summary="Tungku baru bagi perajin.")
    edition = factories.make_edition(programme=programme)
    work = factories.make_work(title="Kisah gerabah")
    make_award(published=True, edition=edition, category="Kriya", recipients=[kim], work=work)
    make_potential(published=True, name="Gerabah Penanggungan")
    rebuild()


@pytest.mark.parametrize(
    ("kind", "said", "name"),
    [
        ("berita", "Berita · 6 November 2023", "<mark>Gerabah</mark> naik kelas</a>"),
        ("penghargaan", "Penghargaan · 2023", " Nusantara 2023 · Kriya"),
        ("kim", "KIM · Kelurahan ", "KIM <mark>Gerabah</mark></a>"),
        ("kelurahan", "Kelurahan · Kecamatan Klojen", ">Penanggungan</a>"),
        ("potensi", "Kerajinan · Kelurahan ", "<mark>Gerabah</mark> Penanggungan</a>"),
        ("ajang", "Ajang penghargaan · tingkat ", "Lomba <mark>Gerabah</mark> Nusantara</a>"),
        ("karya", "Karya · ", "Kisah <mark>gerabah</mark></a>"),
    ],
)
def test_search_shows_each_kind_with_its_words_marked(client, gerabah, kind, said, name):
    html = html_of(client, q="gerabah", jenis=kind)
    assert said in html
    assert name in html
    assert html.count('<article class="story">') == 1


def test_search_says_how_much_it_found_and_of_what(client, gerabah):
    html = html_of(client, q="gerabah")
    assert "Ditemukan 7 hasil untuk <strong>gerabah</strong>." in html
    assert 'jenis=potensi">Potensi <span class="count">1</span>' in html


def test_search_counts_to_a_thousand(client, monkeypatch):
    monkeypatch.setattr("malangnews.search.engine.MOST", 3)
    for number in range(5):
        make_potential(published=True, name=f"Batik {number}")
    rebuild()
    assert "Ditemukan lebih dari 3 hasil" in html_of(client, q="batik")


def test_search_goes_page_by_page_and_keeps_what_was_chosen(client):
    for number in range(23):
        make_kim(published=True, name=f"KIM Banyak {number:02}")
    rebuild()
    first = html_of(client, q="banyak", jenis="kim")
    second = html_of(client, q="banyak", jenis="kim", page=2)
    assert first.count('<article class="story">') == 20
    assert second.count('<article class="story">') == 3
    assert 'href="?q=banyak&amp;jenis=kim"' in second


def test_search_is_narrowed_by_facets_and_says_what_it_does_not_know(client):
    story = make_article(published=True, title="Pasar pagi", kelurahan=[kelurahan("Kasin")])
    make_article(published=True, title="Pasar malam")
    rebuild()
    html = html_of(client, q="pasar", kelurahan="kasin")
    assert "Ditemukan 1 hasil" in html
    assert story.get_absolute_url() in html
    assert "Hapus semua saringan" in html
    html = html_of(client, q="pasar", kelurahan="entah", tahun="abad", jenis="x")
    assert "Kelurahan “entah” tidak dikenal dan diabaikan." in html
    assert "Tahun “abad” tidak dikenal" in html
    assert "Ditemukan 2 hasil" in html
    assert "dengan saringan ini" in html_of(client, q="pasar", tahun="1999")


def test_search_without_words_says_how_to_search(client):
    rubric = make_article(published=True).rubric
    html = html_of(client)
    assert "Tulis satu kata atau lebih" in html
    assert f'href="{rubric.get_absolute_url()}"' in html
    assert "Ditemukan" not in html


def test_search_without_results_says_what_to_try_and_remembers_the_words(client):
    rebuild()
    html = html_of(client, q="Entahapa Itu")
    assert "Tidak ada hasil untuk “Entahapa Itu”" in html
    assert "Periksa ejaannya." in html
    html_of(client, q="entahapa itu")
    assert Miss.objects.values_list("words", "times").get() == ("entahapa itu", 2)
    html_of(client, q="entahapa itu", tahun="2023")
    assert Miss.objects.get().times == 2


def test_the_list_of_misses_stays_short(monkeypatch):
    monkeypatch.setattr("malangnews.search.misses.KEPT", 50)
    for number in range(60):
        remember([f"kata{number}"])
    assert Miss.objects.count() <= 50 < KEPT


def test_a_typing_error_shows_what_was_meant(client):
    rebuild()
    html = html_of(client, q="tunjungskar")
    assert "Tidak ada hasil untuk “tunjungskar”. Yang tampil: 1 hasil" in html
    assert "<strong>tunjungsekar</strong>" in html
    assert "/kim/kelurahan/tunjungsekar/" in html
    make_article(published=True, title="Gerabha")
    make_potential(published=True, name="Gerabah besar")
    make_potential(published=True, name="Gerabah kecil")
    rebuild()
    assert "Mungkin maksud Anda" not in html_of(client, q="gerabha")


def test_a_chosen_answer_stands_above(client, gerabah):
    Pin.objects.create(words="Gerabah", title="Semua kerajinan", address="/kim/potensi/")
    assert 'href="/kim/potensi/">Semua kerajinan</a>' in html_of(client, q="gERABAH")
    assert "Semua kerajinan" not in html_of(client, q="gerabah besar")


@pytest.mark.parametrize("words", WILD)
def test_search_takes_any_words(client, gerabah, words):
    for jenis in ("", "berita", "ajang"):
        assert "<script>" not in html_of(client, q=words, jenis=jenis)
    assert client.get(reverse("search:suggest"), {"q": words}).status_code == 200


@pytest.mark.parametrize("number", ["²", "-1", "0", "9" * 30, "x"])
def test_search_takes_any_page(client, gerabah, number):
    assert "KIM <mark>Gerabah" in html_of(client, q="gerabah", jenis="kim", page=number)


def test_search_costs_the_same_for_few_results_and_for_many(
    client, gerabah, django_assert_max_num_queries, django_assert_num_queries
):
    for _ in range(4):
        make_award(published=True, category="Gerabah")
    rebuild()
    html_of(client, q="gerabah", jenis="penghargaan")
    with django_assert_max_num_queries(12) as first:
        html_of(client, q="gerabah", jenis="penghargaan")
    for number in range(10):
        make_article(published=True, title=f"Gerabah {number}")
        kim = make_kim(published=True, name=f"KIM Gerabah {number}")
        make_award(published=True, category="Gerabah", recipients=[kim])
    rebuild()
    with django_assert_num_queries(len(first)):
        html_of(client, q="gerabah", jenis="penghargaan")


def test_search_refuses_forms(client):
    assert client.post(reverse("search:search"), {"q": "x"}).status_code == 405


def suggested(client, text: str) -> list[str]:
    answer = client.get(reverse("search:suggest"), {"q": text})
    assert answer.status_code == 200
    return [one["name"] for one in answer.json()["names"]]


def test_suggest_offers_names_that_begin_so_then_those_with_such_a_word(client, gerabah):
    assert suggested(client, "gera") == [
        "Gerabah Penanggungan",
        "KIM Gerabah",
        "Kisah gerabah",
        "Lomba Gerabah Nusantara",
    ]
    assert suggested(client, "kim ger") == ["KIM Gerabah"]
    assert suggested(client, "g") == suggested(client, "") == []


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_suggest_offers_nothing_that_is_not_public(client, state):
    make_kim(state=state, name="KIM Rahasia")
    make_potential(state=state, name="Rahasia")
    rebuild()
    assert suggested(client, "raha") == []


def test_index_search_says_how_much_it_holds(capsys):
    call_command("index_search")
    assert capsys.readouterr().out == "62 entri diindeks.\n"
    call_command("index_search", if_empty=True)
    assert capsys.readouterr().out == ""
    Entry.objects.all().delete()
    call_command("index_search", if_empty=True)
    assert capsys.readouterr().out == "62 entri diindeks.\n"
