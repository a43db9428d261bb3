"""Public notes on a story: how they come to be, that they stay, and ``/ralat/``."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from malangnews.news.models import Article, Correction
from tests import factories as make

pytestmark = pytest.mark.django_db

FIXED = "Catatan yang sudah dibaca publik tidak dapat diubah atau dihapus."
FUTURE = timezone.now() + dt.timedelta(days=30)
NOTE = {
    "change_size": "major",
    "note_kind": "correction",
    "note_text": "Tahunnya 2023.",
    "note_reason": "Salah ketik.",
}


@pytest.fixture
def penyunting(client):
    client.force_login(make.make_user("rian", group="Penyunting"))
    return client


def change(article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def form(article, **fields) -> dict:
    return {
        "desk_version": article.version,
        "title": article.title,
        "summary": article.summary,
        "dateline_place": article.dateline_place,
        "body": article.body,
        "rubric": article.rubric_id,
        "bylines-TOTAL_FORMS": 0,
        "bylines-INITIAL_FORMS": 0,
        **fields,
    }


# At the desk


def test_major_change_is_told_to_readers_and_dated(penyunting):
    article = make.make_article(published=True)
    answer = penyunting.post(change(article), form(article, **NOTE, title="Judul yang benar"))
    assert answer.status_code == 302
    fresh = Article.objects.get()
    note = fresh.corrections.get()
    assert (note.kind, note.text, note.reason) == ("correction", "Tahunnya 2023.", "Salah ketik.")
    assert fresh.revised_at == note.noted_at
    assert fresh.published_at == article.published_at
    kept = fresh.revisions.first()
    assert (kept.kind, kept.note) == ("major", "Tahunnya 2023.")


@pytest.mark.parametrize("size", [{}, {"change_size": "minor"}])
def test_minor_change_moves_nothing_that_a_reader_sees(penyunting, size):
    article = make.make_article(published=True)
    data = form(article, title="Judul tanpa salah eja", **size)
    assert penyunting.post(change(article), data).status_code == 302
    fresh = Article.objects.get()
    assert fresh.title == "Judul tanpa salah eja"
    assert fresh.revised_at is None
    assert not fresh.corrections.exists()
    assert fresh.revisions.first().kind == "minor"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"note_kind": ""}, "Pilih jenis catatan bagi pembaca."),
        ({"note_text": " "}, "Tulis apa yang berubah; pembaca akan membacanya."),
        ({"note_kind": "retraction"}, "retraction"),
        ({"note_kind": "bukan"}, "bukan"),
        ({"note_text": "x" * 2001}, "2000"),
        ({"note_reason": "x" * 201}, "200"),
        ({"change_size": "minor"}, "Catatan hanya tampil pada perubahan besar."),
        ({"change_size": "huge"}, "huge"),
    ],
)
def test_what_is_wrong_with_a_note_is_said_and_nothing_is_saved(penyunting, given, words):
    article = make.make_article(published=True)
    answer = penyunting.post(change(article), form(article, **{**NOTE, **given}, title="Baru"))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert 'value="Baru"' in answer.content.decode(), "the input comes back"
    fresh = Article.objects.get()
    assert fresh.title == article.title
    assert not fresh.corrections.exists()


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_story_that_nobody_has_read_has_no_notes(penyunting, state):
    article = make.make_article(state=state)
    assert 'name="change_size"' not in penyunting.get(change(article)).content.decode()
    penyunting.post(change(article), form(article, **NOTE, published_at="2099-01-01T08:00"))
    assert not Correction.objects.exists()


def test_earlier_notes_are_listed_and_have_no_inputs(penyunting):
    article = make.make_article(published=True)
    make.make_correction(article, text="Yang dulu <b>salah</b>.", reason="Lalai.")
    page = penyunting.get(change(article)).content.decode()
    assert "Yang dulu &lt;b&gt;salah&lt;/b&gt;." in page
    assert "Lalai." in page
    assert "corrections-0" not in page


def test_writer_sees_the_notes_of_a_public_story_and_writes_none(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    article = make.make_article(published=True)
    make.make_correction(article, text="Yang dulu salah.")
    client.post(change(article), form(article, **NOTE, title="Baru"))
    assert Correction.objects.count() == 1
    assert Article.objects.get().title == article.title


# Once shown, for good


@pytest.mark.parametrize("field", ["text", "reason", "kind", "noted_at"])
def test_shown_note_cannot_be_changed(field):
    note = make.make_correction(make.make_article(published=True))
    new = {"kind": "update", "noted_at": make.PAST}.get(field, "Lain.")
    setattr(note, field, new)
    with pytest.raises(ValidationError, match=FIXED):
        note.save()


def test_shown_note_cannot_be_deleted_or_moved():
    note = make.make_correction(make.make_article(published=True))
    with pytest.raises(ValidationError, match=FIXED):
        note.delete()
    note.article = make.make_article()
    with pytest.raises(ValidationError, match=FIXED):
        note.save()


@pytest.mark.parametrize("end", ["withdrawn", "expired"])
def test_note_stays_fixed_when_its_story_is_gone(end):
    article = make.make_article(published=True)
    note = make.make_correction(article)
    rows = Article.objects.filter(pk=article.pk)
    if end == "withdrawn":
        rows.withdraw("Keliru.")
    else:
        rows.update(published_until=make.PAST + dt.timedelta(days=1))
    with pytest.raises(ValidationError, match=FIXED):
        note.delete()


def test_note_that_nobody_has_read_may_be_changed():
    note = make.make_correction(make.make_article())
    note.text = "Lain."
    note.save()
    assert Correction.objects.get().text == "Lain."
    note.delete()
    assert not Correction.objects.exists()


def test_saving_a_shown_note_as_it_is_harms_nothing():
    note = make.make_correction(make.make_article(published=True))
    note.save()
    assert Correction.objects.get().text == note.text


# Withdrawing


def test_withdrawing_a_public_story_leaves_its_reason_as_a_note(penyunting):
    article = make.make_article(published=True)
    address = reverse("admin:news_article_withdraw", args=[article.pk])
    data = {"reason": "Hasil lomba diralat.", f"desk_version-{article.pk}": article.version}
    penyunting.post(address, data)
    note = Correction.objects.get()
    assert (note.kind, note.text) == ("retraction", "Hasil lomba diralat.")


def test_withdrawing_what_nobody_has_read_leaves_no_note():
    article = make.make_article(state="scheduled")
    assert Article.objects.filter(pk=article.pk).withdraw("Batal.") == 1
    assert not Correction.objects.exists()


# /ralat/


def listed(client, address="") -> str:
    response = client.get(reverse("news:correction_list") + address)
    assert response.status_code == 200
    return response.content.decode()


def test_correction_list_and_the_story_link_to_each_other(client):
    article = make.make_article(published=True, title="Berita yang diralat")
    note = make.make_correction(article, text="Yang benar tujuh.", reason="Salah hitung.")
    page = listed(client)
    for words in ("Ralat", "Yang benar tujuh.", "Salah hitung.", f'id="ralat-{note.pk}"'):
        assert words in page
    assert f'<a href="{article.get_absolute_url()}#ralat-{note.pk}">Berita yang diralat</a>' in page
    story = client.get(article.get_absolute_url()).content.decode()
    assert f'id="ralat-{note.pk}"' in story
    assert f'href="/ralat/{note.pk}/"' in story
    assert "CorrectionComment" in story


def test_correction_list_names_no_story_that_is_gone(client):
    withdrawn = make.make_article(published=True, title="Judul ditarik")
    make.make_correction(withdrawn, text="Ralat sebelum ditarik.")
    Article.objects.filter(pk=withdrawn.pk).withdraw("Sumbernya keliru.")
    expired = make.make_article(published=True, title="Judul berakhir")
    make.make_correction(expired, text="Ralat yang tetap berlaku.")
    over = make.PAST + dt.timedelta(days=1)
    Article.objects.filter(pk=expired.pk).update(published_until=over)
    for page in (listed(client), client.get("/ralat/rss.xml").content.decode()):
        assert "Sumbernya keliru." in page
        assert "Ralat yang tetap berlaku." in page
        for hidden in ("Judul", withdrawn.slug, expired.slug, "sebelum ditarik"):
            assert hidden not in page


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_correction_list_shows_nothing_of_a_story_not_yet_public(client, state):
    make.make_correction(make.make_article(state=state), text="Belum boleh dibaca.")
    for address in ("/ralat/", "/ralat/rss.xml", "/ralat/atom.xml"):
        assert "Belum boleh dibaca." not in client.get(address).content.decode()


def test_note_for_later_is_shown_later(client):
    make.make_correction(make.make_article(published=True), text="Nanti.", noted_at=FUTURE)
    assert "Nanti." not in listed(client)


def test_correction_list_is_filtered_by_kind(client):
    article = make.make_article(published=True)
    make.make_correction(article, text="Satu ralat.")
    make.make_correction(article, kind="reply", text="Satu jawaban.")
    page = listed(client, "?jenis=hak-jawab")
    assert "Satu jawaban." in page and "Satu ralat." not in page
    assert "?jenis=klarifikasi" not in page, "no chip for what there is not"
    for junk in ("?jenis=%3Cb%3E", "?jenis=x&page=-1", "?page=999999999999"):
        assert "Satu ralat." in listed(client, junk)


def test_correction_list_has_pages_newest_first(client):
    article = make.make_article(published=True)
    for day in range(31):
        at = make.PAST + dt.timedelta(days=day)
        make.make_correction(article, text=f"Catatan hari {day:02}.", noted_at=at)
    first, second = listed(client), listed(client, "?page=2")
    assert first.index("hari 30.") < first.index("hari 29.")
    assert "hari 00." not in first and "hari 00." in second


def test_correction_feeds_hold_the_words_and_lead_to_the_story(client):
    article = make.make_article(published=True, title="Lomba & juara")
    note = make.make_correction(article, text="Yang benar <tujuh>.")
    for address in ("/ralat/rss.xml", "/ralat/atom.xml"):
        feed = client.get(address).content.decode()
        assert "Ralat: Lomba &amp; juara" in feed
        assert "&amp;lt;tujuh&amp;gt;" in feed
        assert f"{article.get_absolute_url()}#ralat-{note.pk}" in feed


@pytest.mark.parametrize("address", ["/ralat/", "/ralat/rss.xml"])
def test_correction_pages_are_only_read(client, address):
    assert client.post(address).status_code == 405


def test_correction_list_costs_the_same_for_one_and_many(client, django_assert_num_queries):
    for count in (1, 20):
        for _ in range(count):
            make.make_correction(make.make_article(published=True))
        with django_assert_num_queries(3):
            listed(client)


def test_correction_list_is_found_from_every_page_and_in_the_sitemap(client):
    assert 'href="/ralat/"' in client.get("/").content.decode()
    assert "/ralat/</loc>" in client.get("/sitemap-halaman.xml").content.decode()


def test_address_of_a_note_leads_to_its_page_in_the_list(client):
    article = make.make_article(published=True)
    moment = timezone.now() - dt.timedelta(days=1)
    notes = [
        article.corrections.create(kind="update", text=f"Catatan {n}.", noted_at=moment)
        for n in range(32)
    ]
    last, first = notes[0], notes[-1]
    address = reverse("news:correction_detail", args=[last.pk])
    assert client.get(address).headers["Location"] == f"/ralat/?page=2#{last.anchor}"
    assert last.anchor in client.get("/ralat/?page=2").content.decode()
    address = reverse("news:correction_detail", args=[first.pk])
    assert client.get(address).headers["Location"] == f"/ralat/#{first.anchor}"
    assert address in client.get(article.get_absolute_url()).content.decode()


@pytest.mark.parametrize("pk", [0, 10**30])
def test_address_of_no_note_is_not_found(client, pk):
    assert client.get(f"/ralat/{pk}/").status_code == 404


def test_address_of_a_note_on_a_draft_is_not_found(client):
    note = make.make_article().corrections.create(kind="update", text="Belum.")
    assert client.get(reverse("news:correction_detail", args=[note.pk])).status_code == 404
