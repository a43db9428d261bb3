"""The page of a story: each of its sections, and who may see it."""

import datetime as dt

import pytest
from django.urls import reverse

from tests import factories
from tests.factories import bring_to, kelurahan, make_article, make_award, make_byline, make_kim

pytestmark = pytest.mark.django_db
UNPUBLISHED = ["draft", "review", "scheduled"]


def make_story(**fields):
    """A published story with everything that a story can have."""
    office = factories.make_organization(name="Dinas Contoh", abbreviation="Diskominfo")
    kim = make_kim(published=True, name="KIM Samaan", kelurahan=kelurahan("Samaan"))
    programme = factories.make_programme(name="Jatim Public Relations Award", level="provinsi")
    award = make_award(
        published=True,
        edition=factories.make_edition(programme=programme, year=2023),
        category="Video Kreatif",
        participant_class="Diskominfo Kabupaten/Kota",
        rank_label="Terbaik II",
        recipients=[office],
    )
    potential = factories.make_potential(published=True, name="Gerabah Penanggungan")
    defaults = {
        "title": "Tujuh penghargaan, satu kebersamaan",
        "rubric": factories.make_rubric(name="Prestasi"),
        "event_on": dt.date(2023, 11, 6),
        "tags": ["Kayutangan Heritage"],
        "kims": [kim],
        "awards": [award],
        "potentials": [potential],
        "kelurahan": [kelurahan("Tunjungsekar")],
    }
    article = make_article(**{**defaults, **fields})
    make_byline(article, "writer", initial=factories.make_initial(initials="say"))
    make_byline(article, "editor", initial=factories.make_initial(initials="yon"), position=2)
    make_byline(article, "contributor", kim=kim, position=3)
    factories.make_correction(article, text="Tahun yang benar 2023.", reason="Salah ketik.")
    return bring_to(article, "published")


def html_of(client, article) -> str:
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    "words",
    [
        "<h1>Tujuh penghargaan, satu kebersamaan</h1>",
        "<title>Tujuh penghargaan, satu kebersamaan | malangnews</title>",
        '<meta name="description" content="Ringkasan berita uji.">',
        '<meta property="og:type" content="article">',
        "Prestasi</a>",
        "Senin, 6 November 2023</time>",
        '<span>Penulis <a href="/berita/inisial/say/">say</a></span>',
        '<p><span class="dateline">Klojen (malangnews)</span> – Alinea pertama berita uji.</p>',
        "<p>Alinea kedua berita uji.</p>",
        '(<a href="/berita/inisial/say/">say</a>/<a href="/berita/inisial/yon/">yon</a>)</p>',
        "<dt>Peristiwa</dt>",
        "<dt>Kontributor</dt>",
        "Tahun yang benar 2023.",
        "Salah ketik.",
        "Kayutangan Heritage</a>",
        'href="/berita/tag/kayutangan-heritage/"',
        "Penghargaan dalam berita ini",
        "Terbaik II",
        "Jatim Public Relations Award 2023 · Video Kreatif</a>",
        "<span>Diskominfo</span><span>Provinsi</span><span>Kelas Diskominfo Kabupaten/Kota</span>",
        "KIM dalam berita ini",
        'href="/kim/kim-samaan/"',
        "Kelurahan Samaan, Klojen",
        'href="/kim/kelurahan/tunjungsekar/"',
        "Gerabah Penanggungan</a>",
        '<svg class="batik"',
    ],
)
def test_article_detail_shows_every_section(client, words):
    assert words in html_of(client, make_story())


def test_article_detail_leaves_out_sections_that_have_nothing(client):
    html = html_of(client, make_article(published=True))
    for words in ("Dalam berita ini", "sign-off", "<dt>", "corrections", "Berita terkait"):
        assert words not in html


def test_article_detail_shows_the_lead_photo_with_caption_and_credit(client):
    photo = factories.make_photo(caption="Serah terima piagam.", credit="Diskominfo")
    html = html_of(client, make_article(published=True, lead_photo=photo))
    assert 'alt="Dua piagam di atas meja."' in html
    assert "Serah terima piagam." in html
    assert "Foto: Diskominfo" in html


def test_article_detail_says_when_the_story_was_revised(client):
    article = make_article(published=True)
    article.revised_at = dt.datetime(2023, 11, 8, 2, 0, tzinfo=dt.UTC)
    article.save()
    html = html_of(client, article)
    assert "Diperbarui" in html
    assert "8 November 2023" in html


def test_article_detail_names_the_episode(client):
    assert "Episode 12" in html_of(client, make_article(published=True, episode=12))


def test_article_detail_shows_related_stories_of_rubric_and_kelurahan(client):
    place = kelurahan("Dinoyo")
    article = make_article(published=True, kelurahan=[place])
    make_article(published=True, rubric=article.rubric, title="Dari rubrik yang sama")
    make_article(published=True, kelurahan=[place], title="Dari kelurahan yang sama")
    make_article(published=True, title="Berita yang jauh")
    make_article(state="scheduled", rubric=article.rubric, title="Berita besok")
    html = html_of(client, article)
    assert "Dari rubrik yang sama" in html
    assert "Dari kelurahan yang sama" in html
    assert "Berita yang jauh" not in html
    assert "Berita besok" not in html


@pytest.mark.parametrize("state", [*UNPUBLISHED, "withdrawn"])
def test_article_detail_hides_linked_rows_that_are_not_public(client, state):
    kim = make_kim(published=True, name="KIM Belum Umum")
    award = make_award(published=True, category="Kategori Belum Umum", recipients=[kim])
    potential = factories.make_potential(state=state, name="Potensi Belum Umum")
    article = make_article(kims=[kim], awards=[award], potentials=[potential])
    make_byline(article, "contributor", kim=kim)
    bring_to(article, "published")
    for row in (award, kim):
        type(row).objects.filter(pk=row.pk).withdraw("Untuk uji.")
    assert "Belum Umum" not in html_of(client, article)


def test_article_detail_escapes_what_an_editor_types(client):
    article = make_article(
        published=True,
        title="Tanda <b> & kutip",
        dateline_place="<i>Klojen",
        body="<p>Isi</p><script>jahat()</script>",
        tags=["<u>tag"],
    )
    html = html_of(client, article)
    assert "Tanda &lt;b&gt; &amp; kutip" in html
    assert "&lt;i&gt;Klojen (malangnews)" in html
    assert "jahat()" not in html
    assert "<u>" not in html


def test_article_detail_leaves_out_a_tag_without_an_address(client):
    html = html_of(client, make_article(published=True, tags=["???", "pasar"]))
    assert "pasar</a>" in html
    assert "???" not in html


@pytest.mark.parametrize("state", UNPUBLISHED)
def test_article_detail_is_not_found_before_publication(client, state):
    article = make_article(state=state)
    assert client.get(article.get_absolute_url()).status_code == 404


def test_article_detail_of_a_withdrawn_story_says_why_it_is_gone(client):
    article = make_article(published=True, title="Judul yang ditarik")
    type(article).objects.filter(pk=article.pk).withdraw("Sumbernya keliru.")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "Sumbernya keliru." in response.content.decode()
    assert "Judul yang ditarik" not in response.content.decode()


def test_article_detail_of_an_unknown_story_is_not_found(client):
    assert client.get("/berita/entah-apa/").status_code == 404


@pytest.mark.parametrize("state", [*UNPUBLISHED, "withdrawn"])
def test_article_detail_shows_drafts_to_staff_and_lets_nobody_keep_them(client, state):
    article = make_article(state=state, title="Masih dikerjakan")
    client.force_login(factories.make_user(group="Penyunting"))
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    assert "Masih dikerjakan" in response.content.decode()
    assert "Pratinjau" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_article_detail_of_an_empty_draft_is_a_page_for_staff(client):
    article = make_article(body="", summary="", dateline_place="", rubric=None)
    client.force_login(factories.make_user(is_superuser=True))
    assert "Belum terbit" in html_of(client, article)


def test_article_detail_shows_no_draft_to_staff_of_another_room(client):
    article = make_article()
    client.force_login(factories.make_user())
    assert client.get(article.get_absolute_url()).status_code == 404


def test_article_detail_sets_no_cookie_and_answers_304(client):
    url = make_article(published=True).get_absolute_url()
    first = client.get(url)
    assert not first.cookies
    assert "Cookie" not in first.headers.get("Vary", "")
    assert client.get(url, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_article_detail_costs_the_same_for_one_award_and_for_seven(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    article = make_story()
    client.get(article.get_absolute_url())
    with django_assert_max_num_queries(12) as first:
        client.get(article.get_absolute_url())
    for number in range(6):
        kim = make_kim(published=True)
        article.kims.add(kim)
        article.awards.add(make_award(published=True, recipients=[kim]))
        article.tags.add(f"tag {number}")
        article.potentials.add(factories.make_potential(published=True))
        make_byline(article, "contributor", kim=kim)
        make_article(published=True, rubric=article.rubric)
    with django_assert_num_queries(len(first)):
        client.get(article.get_absolute_url())


def test_article_detail_refuses_forms(client):
    article = make_article(published=True)
    url = reverse("news:article_detail", args=[article.slug])
    assert client.post(url).status_code == 405
