"""The pages of a contributor, from the first word to what the portal says of her KIM."""

import pytest
from django.test import Client
from django.urls import reverse

from malangnews.news.models import Article, Byline, Revision, WorkingCopy
from tests import factories as make

NEW, HOME = "/admin/tulis/baru/", "/admin/tulis/"

pytestmark = pytest.mark.django_db


def write(story):
    return reverse("contributing:write", args=[story.pk])


def text_of(answer):
    return answer.content.decode()


# Writing


def test_new_story_is_of_her_kim_and_signed_by_it(phone, sheet, kim, writer):
    answer = phone.post(NEW, sheet(simpan="1"), follow=True)
    assert "Tersimpan sebagai draf" in text_of(answer)
    story = Article.objects.get()
    assert (story.sent_by, story.created_by) == (kim, writer)
    assert story.body_html == (
        "<p>Warga memanen lele.</p>\n<p>Hasilnya <strong>dua kuintal</strong>.</p>"
    )
    assert [*story.kims.all()] == [kim] and [*story.kelurahan.all()] == [kim.kelurahan]
    byline = story.bylines.get()
    assert (byline.role, byline.kim) == (Byline.Role.WRITER, kim)
    revision = story.revisions.get()
    assert (revision.kind, revision.by) == ("created", writer)
    assert Article.objects.drafts().count() == 1


def test_new_form_is_filled_with_the_home_of_her_kim(phone, kim):
    words = text_of(phone.get(NEW))
    assert f'value="{kim.kelurahan}"' in words
    assert "Atas nama KIM" not in words


def test_who_writes_for_two_says_for_which(phone, sheet, writer):
    other = make.make_kim(name="KIM Lain")
    make.make_contributor(other, writer)
    assert "Atas nama KIM" in text_of(phone.get(NEW))
    phone.post(NEW, sheet(simpan="1", kim=other.pk))
    assert Article.objects.get().sent_by == other
    stranger = make.make_kim(name="KIM Asing")
    answer = phone.post(NEW, sheet(simpan="1", kim=stranger.pk))
    assert answer.status_code == 200 and Article.objects.count() == 1


def test_same_form_sent_twice_is_one_story(phone, sheet):
    fields = sheet(simpan="1")
    first, second = phone.post(NEW, fields), phone.post(NEW, fields)
    assert first.url == second.url
    assert Article.objects.count() == 1 and Revision.objects.count() == 1


def test_same_key_with_other_words_loses_neither(phone, sheet):
    fields = sheet(simpan="1")
    phone.post(NEW, fields)
    answer = phone.post(NEW, {**fields, "text": "Lain sekali."})
    assert answer.status_code == 409 and "Lain sekali" in text_of(answer)
    assert Article.objects.get().as_text.startswith("Warga Samaan panen lele")


def test_key_of_somebody_else_is_not_found(phone, sheet):
    copy = WorkingCopy.objects.create(user=make.make_user())
    assert phone.post(NEW, sheet(simpan="1", kunci=str(copy.key))).status_code == 404
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"title": "x" * 161}, {"event_on": "kemarin"}, {"text": "x" * 60_001}]
)
def test_wrong_form_keeps_every_word(phone, sheet, wrong):
    answer = phone.post(NEW, sheet(simpan="1", note="catatan saya", **wrong))
    assert answer.status_code == 200 and "errorlist" in text_of(answer)
    assert "catatan saya" in text_of(answer)
    assert not Article.objects.exists()
    assert WorkingCopy.objects.contributed().get().data["note"] == ["catatan saya"]


def test_edit_is_one_revision_with_her_name(phone, sheet, draft, writer):
    answer = phone.post(write(draft), sheet(simpan="1", versi=draft.version), follow=True)
    assert "Tersimpan" in text_of(answer)
    draft.refresh_from_db()
    assert draft.title == "Warga Samaan panen lele"
    assert [row.kind for row in draft.revisions.all()] == ["saved", "created"]
    assert draft.revisions.first().by == writer


def test_stale_save_shows_both_and_saves_nothing(phone, sheet, draft):
    draft.title = "Judul dari redaksi"
    draft.save()
    fields = sheet(simpan="1", versi=draft.version - 1)
    answer = phone.post(write(draft), fields)
    assert answer.status_code == 409
    assert "redaksi" in text_of(answer) and "panen lele" in text_of(answer)
    draft.refresh_from_db()
    assert draft.title == "Judul dari redaksi"
    again = phone.post(write(draft), {**fields, "lagi": "1"})
    assert "Warga Samaan panen lele" in text_of(again)
    assert f'name="versi" value="{draft.version}"' in text_of(again)
    phone.post(write(draft), {**fields, "versi": draft.version})
    draft.refresh_from_db()
    assert draft.title == "Warga Samaan panen lele"


def test_what_the_desk_put_in_survives_her_edit(phone, sheet, draft):
    table = "<table><tbody><tr><td>2 kuintal</td></tr></tbody></table>"
    draft.body = f'<p>Awal <a data-record="kim:{draft.sent_by_id}">KIM</a>.</p>{table}<p>Akhir.</p>'
    draft.save()
    text = phone.get(write(draft)).context["form"]["text"].value()
    assert "(kim:" in text and "{bagian" in text
    edited = text.replace("Akhir.", "Selesai.")
    phone.post(write(draft), sheet(simpan="1", text=edited, versi=draft.version))
    draft.refresh_from_db()
    assert table in draft.body_html and "data-record" in draft.body_html
    assert "Selesai." in draft.body_html


def test_only_the_desk_links_records(phone, sheet, draft):
    award = make.make_award()
    text = f"Lihat [piala](award:{award.pk})."
    answer = phone.post(write(draft), sheet(simpan="1", text=text, versi=draft.version))
    assert "dipasang oleh redaksi" in text_of(answer)
    assert not draft.awards.exists()


# Sending


def test_story_is_sent_with_a_note_and_waits(phone, sheet, writer):
    answer = phone.post(NEW, sheet(kirim="1", note="Sudah dicek."), follow=True)
    assert "sudah terkirim" in text_of(answer) and "Menunggu tinjauan" in text_of(answer)
    story = Article.objects.in_review().get()
    assert story.review_note == "Sudah dicek."
    assert [row.kind for row in story.revisions.all()] == ["submitted", "created"]
    assert story.revisions.first().by == writer
    assert "Tarik kembali" in text_of(phone.get(write(story)))


def test_empty_story_is_not_sent(phone, sheet):
    answer = phone.post(NEW, sheet(kirim="1", text="  "))
    assert "masih kosong" in text_of(answer)
    assert not Article.objects.exists()


def test_sent_twice_is_sent_once(phone, sheet):
    fields = sheet(kirim="1")
    phone.post(NEW, fields)
    answer = phone.post(NEW, fields, follow=True)
    assert "sudah terkirim" in text_of(answer)
    assert Revision.objects.filter(kind="submitted").count() == 1


def test_old_form_sent_again_does_not_send_what_the_desk_returned(phone, sheet, client):
    fields = sheet(kirim="1")
    phone.post(NEW, fields)
    story = Article.objects.get()
    returned(story, "Lengkapi.")
    phone.post(NEW, fields)
    assert Article.objects.drafts().count() == 1


def returned(story, note):
    """The desk gives a story back, as its own view does."""
    editor = make.make_user(group="Penyunting")
    desk = Client()
    desk.force_login(editor)
    desk.post(f"/admin/news/article/{story.pk}/kembalikan/", {"reason": note})


def test_note_of_the_desk_is_shown_and_the_mended_story_sent_again(phone, sheet):
    phone.post(NEW, sheet(kirim="1"))
    story = Article.objects.get()
    returned(story, "Siapa ketuanya?")
    for address in (HOME, write(story)):
        words = text_of(phone.get(address))
        assert "Dikembalikan redaksi" in words and "Siapa ketuanya?" in words
    story.refresh_from_db()
    phone.post(write(story), sheet(kirim="1", text="Ketuanya hadir.", versi=story.version))
    assert Article.objects.in_review().get().body_html == "<p>Ketuanya hadir.</p>"


def test_what_waits_is_read_only_until_taken_back(phone, sheet):
    phone.post(NEW, sheet(kirim="1"))
    story = Article.objects.get()
    answer = phone.post(write(story), sheet(simpan="1", text="Terlambat.", versi=story.version))
    assert answer.status_code == 409 and "Terlambat." in text_of(answer)
    story.refresh_from_db()
    assert "Terlambat" not in story.body_html
    phone.post(f"{write(story)}tarik/")
    assert Article.objects.drafts().get() == story
    assert "Ditarik kembali" in story.revisions.first().note
    assert "Dikembalikan" not in text_of(phone.get(HOME))
    assert "tidak sedang menunggu" in text_of(phone.post(f"{write(story)}tarik/", follow=True))


def test_public_story_is_a_link_and_nothing_more(phone, sheet, kim):
    story = make.make_article(published=True, sent_by=kim)
    words = text_of(phone.get(write(story)))
    assert story.get_absolute_url() in words and "Simpan draf" not in words
    answer = phone.post(write(story), sheet(simpan="1", versi=story.version))
    assert answer.status_code == 409
    assert phone.get(f"{write(story)}pratinjau/").url == story.get_absolute_url()


def test_withdrawn_story_tells_why(phone, kim):
    story = make.make_article(published=True, sent_by=kim)
    Article.objects.withdraw("Narasumbernya keliru.")
    assert "Narasumbernya keliru." in text_of(phone.get(write(story)))
    assert "Narasumbernya keliru." in text_of(phone.get(HOME))


def test_preview_shows_the_saved_draft_and_is_never_kept(phone, draft):
    answer = phone.get(f"{write(draft)}pratinjau/")
    assert "Alinea pertama berita uji." in text_of(answer)
    assert "Belum terbit" in text_of(answer)
    assert "no-store" in answer["Cache-Control"] and answer["X-Robots-Tag"] == "noindex"


def test_pages_are_never_kept(phone, draft):
    for address in (HOME, NEW, write(draft)):
        assert "no-store" in phone.get(address)["Cache-Control"], address


# What is unsaved


def test_what_was_left_is_there_again_and_can_be_thrown_away(phone, draft, sheet, writer):
    fields = sheet(title="Belum selesai", versi=draft.version, berita=draft.pk)
    assert phone.post("/admin/tulis/simpanan/", fields).json()["kept_at"]
    words = text_of(phone.get(write(draft)))
    assert "Belum selesai" in words and fields["kunci"] in words
    answer = phone.post(f"/admin/tulis/simpanan/{fields['kunci']}/buang/", follow=True)
    assert "dibuang" in text_of(answer) and "Belum selesai" not in text_of(answer)


def test_new_story_that_was_left_stands_on_the_first_page(phone, sheet):
    fields = sheet(title="Belum disimpan")
    phone.post("/admin/tulis/simpanan/", fields)
    assert fields["kunci"] in text_of(phone.get(HOME))
    assert "Belum disimpan" in text_of(phone.get(f"{NEW}?simpanan={fields['kunci']}"))
    assert "Belum disimpan" not in text_of(phone.get(f"{NEW}?baru=1"))
    phone.post(NEW, {**fields, "simpan": "1"})
    assert not WorkingCopy.objects.unsaved().exists()


def test_copies_of_contributors_are_not_offered_at_the_desk(phone, sheet, writer, draft):
    writer.groups.add(make.Group.objects.get(name="Penyunting"))
    phone.post("/admin/tulis/simpanan/", sheet(versi=draft.version, berita=draft.pk))
    words = text_of(phone.get(f"/admin/news/article/{draft.pk}/change/"))
    assert "Lanjutkan menyunting" not in words


def test_ended_session_asks_for_the_password_and_saves(client, writer, sheet):
    fields = sheet(simpan="1")
    answer = client.post(NEW, fields)
    assert answer.status_code == 401 and "Hasilnya **dua kuintal**." in text_of(answer)
    wrong = {**fields, "masuk_nama": "sari", "masuk_sandi": "salah"}
    assert "panen lele" in text_of(client.post(NEW, wrong))
    assert not Article.objects.exists()
    client.post(NEW, {**wrong, "masuk_sandi": make.PASSWORD})
    assert Article.objects.get().created_by == writer
