import pytest
from django.urls import reverse

from tests import factories
from tests.factories import kelurahan, make_article, make_award, make_kim, make_potential

pytestmark = pytest.mark.django_db
HIDDEN = ["draft", "review", "scheduled", "withdrawn"]
WILD = ["²", "%", "_", "\\", "'", '"', "<script>", "a" * 5000, "x " * 50, "  ", "🏺", "--", "\x0b"]


def html_of(client, **query) -> str:
    response = client.get(reverse("search:search"), query)
    assert response.status_code == 200
    assert response.headers["X-Robots-Tag"] == "noindex"
    return response.content.decode()


def section(html: str, key: str) -> str:
    return html.split(f'id="hasil-{key}"')[1].split("</section>")[0]


def make_gerabah():
    """One public row of each kind that holds the word "gerabah"."""
    kim = make_kim(published=True, name="KIM Gerabah")
    programme = factories.make_programme(name="Lomba Gerabah Nusantara")
    place = kelurahan("Penanggungan")
    place.about = "Dikenal karena gerabah."
    place.save()
    make_article(published=True, title="Gerabah naik kelas")
    edition = factories.make_edition(programme=programme)
    make_award(published=True, edition=edition, category="Kriya", recipients=[kim])
    make_potential(published=True, name="Gerabah Penanggungan")


@pytest.mark.parametrize(
    ("key", "heading", "words"),
    [
        ("berita", "Berita", "Gerabah naik kelas</a>"),
        ("penghargaan", "Penghargaan", "Lomba Gerabah Nusantara 2023 · Kriya</a>"),
        ("kim", "KIM", "KIM Gerabah</a>"),
        ("kelurahan", "Kelurahan", "Penanggungan</a>"),
        ("potensi", "Potensi", "Gerabah Penanggungan</a>"),
        ("ajang", "Ajang penghargaan", "Lomba Gerabah Nusantara</a>"),
    ],
)
def test_search_finds_each_kind_under_its_own_heading(client, key, heading, words):
    make_gerabah()
    html = html_of(client, q="gerabah")
    assert f'id="hasil-{key}">{heading}</h2>' in html
    assert words in section(html, key)
    assert "1 hasil" in section(html, key)
    assert f'jenis={key}">{heading} <span class="count">1</span>' in html


def test_search_says_how_much_it_found(client):
    make_gerabah()
    assert "Ditemukan 6 hasil untuk <strong>gerabah</strong>." in html_of(client, q="gerabah")


def test_search_shows_all_of_one_kind_page_by_page(client):
    for number in range(23):
        make_kim(published=True, name=f"KIM Banyak {number:02}")
    html = html_of(client, q="banyak")
    assert "Semua 23 hasil" in html
    assert "KIM Banyak 05" in html
    assert "KIM Banyak 06" not in html
    second = html_of(client, q="banyak", jenis="kim", page=2)
    assert "KIM Banyak 20" in second
    assert "KIM Banyak 19" not in second
    assert 'href="?q=banyak&amp;jenis=kim"' in second


def test_search_of_an_unknown_kind_shows_every_kind(client):
    make_gerabah()
    assert 'id="hasil-ajang"' in html_of(client, q="gerabah", jenis="entah")


def test_search_keeps_a_kind_without_results_in_sight(client):
    make_article(published=True, title="Pasar pagi")
    assert 'id="hasil-kim"' in html_of(client, q="pasar", jenis="kim")


def test_search_without_words_says_how_to_search(client):
    rubric = make_article(published=True).rubric
    html = html_of(client)
    assert "Tulis satu kata atau lebih" in html
    assert f'href="{rubric.get_absolute_url()}"' in html
    assert "Ditemukan" not in html


def test_search_without_results_says_what_to_try(client):
    html = html_of(client, q="entahapa")
    assert "Tidak ada hasil untuk “entahapa”" in html
    assert "Periksa ejaannya." in html


@pytest.mark.parametrize("state", HIDDEN)
def test_search_finds_nothing_that_is_not_public(client, state):
    make_article(state=state, title="Rahasia")
    make_award(state=state, category="Rahasia")
    make_kim(state=state, name="KIM Rahasia")
    make_potential(state=state, name="Rahasia")
    programme = factories.make_programme(name="Ajang Rahasia")
    make_award(state=state, edition=factories.make_edition(programme=programme))
    assert "Tidak ada hasil" in html_of(client, q="rahasia")


@pytest.mark.parametrize("words", WILD)
def test_search_takes_any_words(client, words):
    make_gerabah()
    for jenis in ("", "berita", "ajang"):
        assert "<script>" not in html_of(client, q=words, jenis=jenis)


@pytest.mark.parametrize("number", ["²", "-1", "0", "9" * 30, "x"])
def test_search_takes_any_page(client, number):
    make_gerabah()
    assert "KIM Gerabah" in html_of(client, q="gerabah", jenis="kim", page=number)


def test_search_costs_the_same_for_one_result_and_for_ten(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    make_gerabah()
    html_of(client, q="gerabah", jenis="berita")
    with django_assert_max_num_queries(12) as first:
        html_of(client, q="gerabah", jenis="penghargaan")
    for number in range(10):
        make_article(published=True, title=f"Gerabah {number}")
        kim = make_kim(published=True, name=f"KIM Gerabah {number}")
        make_award(published=True, category="Gerabah", recipients=[kim])
    with django_assert_num_queries(len(first)):
        html_of(client, q="gerabah", jenis="penghargaan")


def test_search_refuses_forms(client):
    assert client.post(reverse("search:search"), {"q": "x"}).status_code == 405
