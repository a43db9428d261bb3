"""The front page."""

import pytest
from django.urls import reverse

from tests import factories
from tests.factories import kelurahan, make_article, make_award, make_kim

pytestmark = pytest.mark.django_db
HIDDEN = ["draft", "review", "scheduled", "withdrawn"]


def html_of(client) -> str:
    response = client.get(reverse("home"))
    assert response.status_code == 200
    return response.content.decode()


def make_results():
    """Three awards of 2023 and one of 2022; two of them first places, one won by a KIM."""
    kim = make_kim(published=True, name="KIM Samaan", kelurahan=kelurahan("Samaan"))
    nation = factories.make_programme(name="Anugerah Media Humas", level="nasional")
    province = factories.make_programme(name="KIM Hackathon", level="provinsi")
    newest = {"edition": factories.make_edition(programme=province, year=2023)}
    make_award(published=True, edition=factories.make_edition(programme=nation, year=2023))
    make_award(published=True, rank_label="Juara III", recipients=[kim], **newest)
    make_award(published=True, rank_label="Juara I", **newest)
    make_award(published=True, edition=factories.make_edition(programme=nation, year=2022))


def figure(value, label: str, query: str) -> str:
    address = f"{reverse('awards:award_list')}?{query}".replace("&", "&amp;")
    return (
        f'<p class="figure-value">{value}</p>\n      '
        f'<p class="figure-label"><a href="{address}">{label}</a></p>'
    )


def test_home_leads_with_the_newest_story(client):
    make_article(published=True, title="Kabar lama")
    make_article(
        published=True, title="Kabar terbaru", summary="Pokoknya begini.", body="Satu kata. " * 300
    )
    lead = html_of(client).split('class="story story-lead"')[1].split("</article>")[0]
    assert "Kabar terbaru" in lead
    assert "Pokoknya begini." in lead
    assert "Senin, 6 November 2023" in lead
    assert "3 menit baca" in lead


def test_home_lists_the_latest_news_after_the_lead(client):
    rubric = factories.make_rubric()
    for number in range(12):
        make_article(published=True, rubric=rubric, title=f"Berita ke-{number:02}.")
    html = html_of(client)
    latest = html.split('id="berita-terbaru"')[1]
    assert [f"Berita ke-{number:02}." in latest for number in range(12)] == [False] * 3 + [
        True
    ] * 8 + [False]
    assert 'href="/berita/">Semua berita' in html


def test_home_lists_the_latest_awards(client):
    make_results()
    rail = html_of(client).split('id="penghargaan-terbaru"')[1].split("</section>")[0]
    assert "KIM Hackathon 2023" in rail
    assert "Juara III" in rail
    assert "KIM Samaan" in rail


@pytest.mark.parametrize(
    ("value", "label", "query"),
    [
        (3, "penghargaan tahun 2023", "tahun=2023"),
        (1, "tingkat nasional", "tahun=2023&tingkat=nasional"),
        (2, "tingkat provinsi", "tahun=2023&tingkat=provinsi"),
        (2, "peringkat pertama", "tahun=2023&peringkat=pertama"),
    ],
)
def test_home_counts_the_newest_year_and_leads_to_the_records(client, value, label, query):
    make_results()
    assert figure(value, label, query) in html_of(client)
    answer = client.get(reverse("awards:award_list") + "?" + query)
    assert answer.context["page"].paginator.count == value


def test_home_counts_kelurahan_with_a_kim(client):
    for _ in range(2):
        make_kim(published=True, kelurahan=kelurahan("Samaan"))
    make_kim(kelurahan=kelurahan("Dinoyo"))
    html = html_of(client)
    assert '<p class="figure-value">1/57</p>' in html
    assert "1 <small>dari 57 kelurahan</small>" in html
    assert "tercatat 2 KIM" in html


def test_home_draws_the_atlas_with_legend(client):
    html = html_of(client)
    assert html.count('class="hex kec-') >= 57
    assert 'href="/kim/kelurahan/samaan/"' in html
    assert "Belum tercatat" in html


def test_home_shows_the_weekly_rubric(client):
    weekly = factories.make_rubric(
        name="UMKM Of The Week", about="Tiap pekan satu usaha.", cadence="weekly"
    )
    make_article(published=True, rubric=weekly, title="Gerabah naik kelas")
    block = html_of(client).split('id="rubrik-mingguan"')[1]
    assert "UMKM Of The Week" in block
    assert "Tiap pekan satu usaha." in block
    assert "Gerabah naik kelas" in block


def test_home_works_on_an_empty_database(client):
    html = html_of(client)
    assert "Belum ada berita" in html
    assert "akan tercatat di sini" in html
    assert '<p class="figure-value">0/57</p>' in html
    assert "rubrik-mingguan" not in html


@pytest.mark.parametrize("state", HIDDEN)
def test_home_shows_nothing_that_is_not_public(client, state):
    weekly = factories.make_rubric(cadence="weekly")
    make_article(state=state, rubric=weekly, title="Belum Umum")
    make_award(state=state, category="Belum Umum")
    make_kim(state=state, name="KIM Belum Umum")
    html = html_of(client)
    assert "Belum Umum" not in html
    assert '<p class="figure-value">0/57</p>' in html


def test_home_costs_the_same_for_one_of_each_and_for_ten(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    weekly = factories.make_rubric(cadence="weekly")
    make_results()
    make_article(published=True, rubric=weekly)
    html_of(client)
    with django_assert_max_num_queries(12) as first:
        html_of(client)
    for _ in range(10):
        make_article(published=True, rubric=weekly)
        make_award(published=True, recipients=[make_kim(published=True)])
    with django_assert_num_queries(len(first)):
        html_of(client)


def test_home_refuses_forms(client):
    assert client.post("/").status_code == 405
