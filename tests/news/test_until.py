"""A story that is shown until a set time: before, after, and what the desk says of it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from malangnews.core.desk.queues import standing
from malangnews.news.models import Article
from malangnews.search.index import rebuild
from tests import factories as make
from tests.news.test_corrections import change, form

pytestmark = pytest.mark.django_db

UNTIL = make.PAST + dt.timedelta(days=30)
LATER = timezone.now() + dt.timedelta(days=30)
TITLE = "Pendaftaran lomba dibuka"


@pytest.fixture
def penyunting(client):
    client.force_login(make.make_user("rian", group="Penyunting"))
    return client


def until(moment, **fields) -> Article:
    article = make.make_article(published=True, title=TITLE, tags=["lomba"], **fields)
    Article.objects.filter(pk=article.pk).update(published_until=moment)
    article.refresh_from_db()
    return article


def places(article) -> list[str]:
    kim = article.kims.get()
    return [
        "/",
        "/berita/",
        article.rubric.get_absolute_url(),
        "/berita/tag/lomba/",
        "/berita/arsip/2023/11/",
        "/berita/rss.xml",
        "/berita/atom.xml",
        f"{article.rubric.get_absolute_url()}rss.xml",
        f"/berita/kelurahan/{kim.kelurahan.slug}/rss.xml",
        "/sitemap-berita.xml",
        "/cari/?q=pendaftaran",
        kim.get_absolute_url(),
        kim.kelurahan.get_absolute_url(),
    ]


@pytest.mark.parametrize("shown", [True, False])
def test_every_list_feed_and_sitemap_honours_the_end(client, shown):
    kim = make.make_kim(published=True)
    links = {"kims": [kim], "kelurahan": [kim.kelurahan]}
    article = until(LATER if shown else UNTIL, **links)
    neighbour = make.make_article(published=True, rubric=article.rubric, **links)
    rebuild()  # the index is renewed at a commit, and no test commits
    for address in [*places(article), neighbour.get_absolute_url()]:
        text = client.get(address).content.decode()
        seen = TITLE in text or article.get_absolute_url() in text
        assert seen == shown, address


def test_questions_are_asked_of_a_moment():
    article = until(UNTIL)
    before, after = UNTIL - dt.timedelta(seconds=1), UNTIL
    assert list(Article.objects.published(before)) == [article]
    assert not Article.objects.expired(before).exists()
    assert not Article.objects.published(after).exists()
    assert list(Article.objects.expired(after)) == [article]
    assert article.is_expired and not article.is_public and not article.is_scheduled


def test_count_of_a_rubric_leaves_out_what_is_over():
    rubric = until(UNTIL).rubric
    rubrics = type(rubric).objects
    assert rubrics.with_counts().get(pk=rubric.pk).article_count == 0
    assert not rubrics.with_stories().filter(pk=rubric.pk).exists()


def test_expired_address_says_until_when_and_speaks_of_no_withdrawal(client):
    response = client.get(until(UNTIL).get_absolute_url())
    text = response.content.decode()
    assert response.status_code == 410
    assert "Ditayangkan sampai 6 Desember 2023." in text
    assert "ditarik" not in text.lower()
    assert TITLE not in text


def test_story_ends_between_two_requests(client):
    article = until(timezone.now() + dt.timedelta(seconds=60))
    assert client.get(article.get_absolute_url()).status_code == 200
    Article.objects.update(published_until=timezone.now())
    assert client.get(article.get_absolute_url()).status_code == 410


def test_withdrawn_after_its_end_it_gives_the_reason(client):
    article = until(UNTIL)
    assert Article.objects.filter(pk=article.pk).withdraw("Hadiahnya keliru.") == 1
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "Hadiahnya keliru." in response.content.decode()


# At the desk


def test_desk_shows_what_is_over(penyunting):
    article = until(UNTIL)
    assert standing(article) == ("expired", "Berakhir")
    page = penyunting.get(change(article)).content.decode()
    assert "Tayang sampai" in page and "6 Desember 2023 pukul 08.00" in page
    assert reverse("admin:news_article_withdraw", args=[article.pk]) in page
    over = penyunting.get("/admin/news/article/?antrean=berakhir").content.decode()
    assert TITLE in over
    out = penyunting.get("/admin/news/article/?antrean=terbit").content.decode()
    assert f"/article/{article.pk}/change/" not in out


def test_kinds_without_an_end_have_no_such_queue(penyunting):
    assert "antrean=berakhir" not in penyunting.get("/admin/kim/kim/").content.decode()


def test_end_of_a_public_story_can_be_set_and_moved(penyunting):
    article = make.make_article(published=True)
    for moment in ("2099-01-01T08:00", "2099-02-01T08:00", ""):
        article.refresh_from_db()
        data = form(article, published_until=moment)
        assert penyunting.post(change(article), data).status_code == 302
        stored = Article.objects.get().published_until
        assert bool(stored) == bool(moment)


def test_expired_story_is_shown_again_with_a_new_end(penyunting):
    article = until(UNTIL)
    data = form(article, published_until="2099-01-01T08:00")
    assert penyunting.post(change(article), data).status_code == 302
    assert Article.objects.get().is_public


def test_story_is_not_ended_in_the_past(penyunting):
    article = make.make_article(published=True)
    answer = penyunting.post(change(article), form(article, published_until="2023-12-01T08:00"))
    assert answer.status_code == 200
    assert "“Tayang sampai” sudah lewat" in answer.content.decode()
    assert Article.objects.get().published_until is None


def test_end_before_the_beginning_is_refused(penyunting):
    article = make.make_article()
    data = form(article, published_at="2099-02-01T08:00", published_until="2099-01-01T08:00")
    answer = penyunting.post(change(article), data)
    assert "“Tayang sampai” harus sesudah waktu terbit." in answer.content.decode()


@pytest.mark.parametrize("planned", ["", "2023-11-01T08:00"])
def test_publishing_with_an_end_in_the_past_is_refused(penyunting, planned):
    article = make.make_article()
    data = form(article, published_at=planned, published_until="2023-12-01T08:00", _publish="1")
    answer = penyunting.post(change(article), data, follow=True)
    assert "“Tayang sampai” sudah lewat" in answer.content.decode()
    assert Article.objects.drafts().count() == 1


def test_publishing_again_asks_for_a_new_end(penyunting):
    article = until(UNTIL)
    Article.objects.filter(pk=article.pk).withdraw("Keliru.")
    article.refresh_from_db()
    data = form(article, published_until="2023-12-06T08:00", _publish="1")
    penyunting.post(change(article), data)
    assert Article.objects.withdrawn().count() == 1
    article.refresh_from_db()
    data = form(article, published_until="2099-01-01T08:00", _publish="1")
    penyunting.post(change(article), data)
    fresh = Article.objects.get()
    assert fresh.is_public
    assert fresh.published_at == article.published_at


# What publication asks of the pictures


@pytest.mark.parametrize("where", ["lead", "text"])
def test_publication_asks_for_alt_text_and_credit_of_every_photo(where):
    photo = make.make_photo(caption="Serah terima")
    type(photo)._base_manager.filter(pk=photo.pk).update(credit="")
    fields = {"lead_photo": photo} if where == "lead" else {}
    article = make.make_article(**fields)
    if where == "text":
        shown = f'<figure data-photo="{photo.pk}"></figure>'
        Article.objects.filter(pk=article.pk).update(body_html=f"<p>Teks.</p>{shown}")
    fresh = Article.objects.get(pk=article.pk)
    assert fresh.missing_for_publication() == ["isi kredit foto “Serah terima”"]


def test_photo_shown_twice_is_asked_for_once():
    photo = make.make_photo(caption="Serah terima")
    type(photo)._base_manager.filter(pk=photo.pk).update(credit="")
    article = make.make_article(lead_photo=photo)
    shown = f'<figure data-photo="{photo.pk}"></figure>'
    Article.objects.filter(pk=article.pk).update(body_html=shown)
    assert len(Article.objects.get(pk=article.pk).missing_for_publication()) == 1


# The note that goes with a submission


def test_writer_submits_with_a_note_that_the_editor_reads(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    article = make.make_article()
    assert "Catatan untuk penyunting" in client.get(change(article)).content.decode()
    data = form(article, submit_note="Tolong cek angkanya. ", _submit="1")
    assert client.post(change(article), data).status_code == 302
    assert Article.objects.in_review().get().review_note == "Tolong cek angkanya."
    client.force_login(make.make_user("rian", group="Penyunting"))
    page = client.get(change(article)).content.decode()
    assert "Catatan penulis:</b> Tolong cek angkanya." in page


def test_note_comes_back_on_a_form_with_errors(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    article = make.make_article()
    data = form(article, title="", submit_note="Tolong <cek>.", _submit="1")
    answer = client.post(change(article), data)
    assert "Tolong &lt;cek&gt;.</textarea>" in answer.content.decode()
