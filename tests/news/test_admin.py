"""The form of a story: its buttons, its relations, its notes."""

import pytest
from django.urls import reverse
from taggit.models import Tag

from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db

ADD = "admin:news_article_add"


@pytest.fixture
def penulis(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    return client


@pytest.fixture
def penyunting(client):
    client.force_login(make.make_user("rian", group="Penyunting"))
    return client


def inlines(**rows):
    """The management form of the inline, and the given rows: ``bylines=[{...}]``."""
    data = {}
    for prefix in ("bylines",):
        given = rows.get(prefix, [])
        stored = sum("id" in row for row in given)
        data |= {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": stored}
        for number, row in enumerate(given):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def story(**fields):
    return {
        "title": "Tujuh penghargaan diserahkan",
        "summary": "Diserahkan sebelum apel pagi.",
        "dateline_place": "Klojen",
        "body": "Alinea pertama.\nAlinea kedua.",
        "tags": "penghargaan, KIM",
        **fields,
    }


def test_a_writer_submits_a_story_with_all_that_it_tells_of(penulis):
    kim, award, rubric = make.make_kim(), make.make_award(), make.make_rubric()
    data = story(kims=[kim.pk], awards=[award.pk], rubric=rubric.pk, _submit="1")
    data |= inlines(bylines=[{"role": "writer", "initial": make.make_initial().pk, "position": 1}])
    answer = penulis.post(reverse(ADD), data, follow=True)
    assert "Dikirim untuk ditinjau." in answer.content.decode()
    article = Article.objects.get()
    assert article.status == "review"
    assert article.created_by.username == "dina"
    assert article.slug == "tujuh-penghargaan-diserahkan"
    assert list(article.kelurahan.all()) == [kim.kelurahan]
    assert {tag.name for tag in article.tags.all()} == {"penghargaan", "KIM"}
    assert article.bylines.count() == 1


def test_a_writer_is_shown_no_button_to_publish_and_cannot_press_it(penulis):
    assert 'name="_publish"' not in penulis.get(reverse(ADD)).content.decode()
    data = story(rubric=make.make_rubric().pk, _publish="1") | inlines()
    assert penulis.post(reverse(ADD), data).status_code == 403
    assert not Article.objects.exists()


def test_an_editor_saves_and_publishes_in_one(penyunting):
    data = story(rubric=make.make_rubric().pk, _publish="1") | inlines()
    answer = penyunting.post(reverse(ADD), data, follow=True)
    assert "Sudah terbit" in answer.content.decode()
    assert Article.objects.published().count() == 1


def test_a_planned_time_schedules(penyunting):
    data = story(rubric=make.make_rubric().pk, published_at="2099-01-02T08:00", _publish="1")
    answer = penyunting.post(reverse(ADD), data | inlines(), follow=True)
    assert "Dijadwalkan terbit 2 Januari 2099 pukul 08.00." in answer.content.decode()
    assert Article.objects.scheduled().count() == 1


def test_what_is_missing_is_said_and_the_draft_is_kept(penyunting):
    answer = penyunting.post(reverse(ADD), story(summary="", _publish="1") | inlines(), follow=True)
    text = answer.content.decode()
    article = Article.objects.get()
    assert article.status == "draft"
    assert "Tersimpan, tetapi belum dapat terbit. Masih kurang: isi ringkasan; isi rubrik." in text
    assert answer.redirect_chain[-1][0] == reverse("admin:news_article_change", args=[article.pk])


def test_a_published_story_may_not_lose_what_it_needs(penyunting):
    article = make.make_article(published=True, title="Judul lama")
    change = reverse("admin:news_article_change", args=[article.pk])
    data = story(desk_version=article.version, summary="", rubric=article.rubric_id)
    data |= inlines() | {"title": "Judul baru"}
    answer = penyunting.post(change, data)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Sudah terbit, jadi isinya harus tetap lengkap." in text
    assert "isi ringkasan" in text
    assert "Judul baru" in text, "the editor's input comes back"
    article.refresh_from_db()
    assert article.title == "Judul lama"
    assert article.summary


def test_constraints_show_their_message(penulis):
    data = story() | inlines(bylines=[{"role": "writer", "position": 1}])
    assert (
        "Pilih inisial atau KIM, salah satu." in penulis.post(reverse(ADD), data).content.decode()
    )
    data = story(slug="arsip") | inlines()
    assert "Alamat itu sudah dipakai" in penulis.post(reverse(ADD), data).content.decode()


def test_initials_are_linked_to_accounts_only_by_those_who_see_accounts(penyunting):
    page = penyunting.get(reverse("admin:news_staffinitial_add"))
    assert "user" not in page.context["adminform"].form.fields


def test_tags_are_renamed_and_not_attached_here(penyunting):
    make.make_article(tags=["kim"])
    tag = Tag.objects.get()
    page = penyunting.get(reverse("admin:taggit_tag_change", args=[tag.pk]))
    assert page.status_code == 200
    assert not page.context["inline_admin_formsets"]


def test_suggestions_tell_rows_apart(penulis):
    kim = make.make_kim(name="KIM Samaan", kelurahan=make.kelurahan("Samaan"))
    make.make_award(recipients=[kim], category="Videografis", rank_label="Juara III")
    query = {"app_label": "news", "model_name": "article", "field_name": "awards", "term": "samaan"}
    found = penulis.get(reverse("admin:autocomplete"), query).json()["results"]
    assert len(found) == 1
    assert "Videografis, Juara III · KIM Samaan" in found[0]["text"]
    query |= {"field_name": "kelurahan", "term": "samaan"}
    found = penulis.get(reverse("admin:autocomplete"), query).json()["results"]
    assert found[0]["text"] == "Samaan (Kecamatan Klojen)"


def test_suggestions_are_for_those_who_may_see_the_rows(client):
    client.force_login(make.make_user())
    query = {"app_label": "news", "model_name": "article", "field_name": "kims", "term": ""}
    assert client.get(reverse("admin:autocomplete"), query).status_code == 403
    query |= {"field_name": "created_by"}
    client.force_login(make.make_user(group="Penyunting"))
    assert client.get(reverse("admin:autocomplete"), query).status_code == 403


def test_story_form_shows_what_the_reader_found(penulis):
    article = make.make_article(body="Acara digelar pada Selasa (6/11/2023) di balai kota.")
    page = penulis.get(reverse("admin:news_article_change", args=[article.pk])).content.decode()
    assert "Pemeriksa naskah" in page
    assert "Senin" in page


def test_story_form_is_quiet_on_a_clean_story(penulis):
    article = make.make_article(body="Acara digelar pada Senin (6/11/2023) di balai kota.")
    page = penulis.get(reverse("admin:news_article_change", args=[article.pk])).content.decode()
    assert "Tidak ada yang perlu dilihat lagi." in page
