"""A story on its way: submitted, returned, scheduled, published, corrected, over, withdrawn."""

import re

import pytest
from django.utils import timezone

from malangnews.news.models import Article
from tests import factories as make
from tests.browser.desk import choose, fill, log_in, press, said

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

TITLE = "Pendaftaran lomba KIM dibuka"
ADDRESS = "/berita/pendaftaran-lomba-kim-dibuka/"
FORM = {
    "title": TITLE,
    "summary": "Pendaftaran dibuka sampai akhir bulan.",
    "dateline_place": "Klojen",
    "body": "Pendaftaran dibuka pada Senin (6/11/2023).",
}
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}}


def open_story(page, queue):
    page.goto(f"/admin/news/article/?antrean={queue}")
    page.locator("#result_list tbody a", has_text=TITLE).first.click()
    page.wait_for_selector("#id_title, .field-title")


def ask(page, link, words):
    """Follow a link of the panel to the page that asks for words, and answer."""
    page.get_by_role("link", name=link).click()
    page.fill("textarea[name=reason]", words)
    page.locator(".submit-row input[type=submit]").click()
    return said(page)


def status(visitor, address=ADDRESS):
    return visitor.request.get(address).status


def text_of(visitor, address):
    visitor.goto(address)
    visitor.reload()  # past what the browser keeps for a minute
    return visitor.locator("main").inner_text()


def test_story_goes_all_its_ways(visit, live_server):
    make.make_rubric(name="Prestasi")
    make.make_user("dina", group="Penulis")
    make.make_user("rian", group="Penyunting")
    writer, editor, visitor = visit(**PHONE), visit(**DESK), visit(**PHONE)
    log_in(writer, "dina")
    log_in(editor, "rian")

    # Submitted with a note, returned with a note, submitted again.
    writer.goto("/admin/news/article/add/")
    fill(writer, **FORM)
    choose(writer, "rubric", "Prestasi")
    assert not writer.get_by_role("button", name="Simpan dan terbitkan").count()
    writer.get_by_label("Catatan untuk penyunting").fill("Tanggalnya sudah dicek ke panitia.")
    assert "Dikirim untuk ditinjau." in press(writer, "Simpan dan kirim untuk ditinjau")
    open_story(editor, "tinjauan")
    assert "Tanggalnya sudah dicek ke panitia." in editor.locator(".publication").inner_text()
    assert "Dikembalikan" in ask(editor, "Kembalikan ke draf", "Sebutkan batas waktunya.")
    open_story(writer, "draf")
    assert "Sebutkan batas waktunya." in writer.locator(".publication").inner_text()
    assert "Dikirim untuk ditinjau." in press(writer, "Simpan dan kirim untuk ditinjau")

    # Scheduled: nobody reads it; then its time has come.
    open_story(editor, "tinjauan")
    fill(editor, published_at="2099-01-02T08:00", published_until="2099-02-02T08:00")
    assert "Dijadwalkan terbit 2 Januari 2099" in press(editor, "Simpan dan terbitkan")
    assert status(visitor) == 404
    Article.objects.update(published_at=make.PAST)
    assert status(visitor) == 200

    # A slip of the pen moves nothing that a reader sees.
    open_story(editor, "terbit")
    fill(editor, summary="Pendaftaran dibuka sampai akhir November.")
    press(editor, "Simpan")
    assert "Ralat" not in text_of(visitor, ADDRESS)
    assert Article.objects.get().revised_at is None

    # A major change asks for a note; the note stands on the story, on /ralat/ and in the feed.
    open_story(editor, "terbit")
    editor.get_by_label(re.compile("Perubahan besar")).check()
    press(editor, "Simpan")
    page = editor.locator("#content").inner_text()
    assert "Tulis apa yang berubah" in page and "Pilih jenis catatan" in page
    fill(editor, note_kind="correction", note_text="Semula tertulis Oktober. Yang benar November.")
    editor.get_by_role("button", name="Simpan", exact=True).click()
    editor.wait_for_selector(".messagelist .success")
    assert "Yang benar November." in text_of(visitor, ADDRESS)
    visitor.get_by_role("link", name="Ralat ini di daftar ralat").click()
    visitor.wait_for_url("**/ralat/#ralat-*")
    assert "Yang benar November." in visitor.locator("main").inner_text()
    visitor.get_by_role("link", name=TITLE).click()
    visitor.wait_for_url(f"**{ADDRESS}#ralat-*")
    assert "Yang benar November." in visitor.request.get("/ralat/rss.xml").text()
    assert Article.objects.get().published_at == make.PAST
    assert Article.objects.get().revised_at

    # Its end has come; a later end brings it back.
    Article.objects.update(published_until=timezone.now())
    assert status(visitor) == 410
    assert "Ditayangkan sampai" in text_of(visitor, ADDRESS)
    open_story(editor, "berakhir")
    assert "Berakhir" in editor.locator(".publication").inner_text()
    fill(editor, published_until="2099-02-02T08:00")
    press(editor, "Simpan")
    assert status(visitor) == 200

    # Withdrawn, with the reason for everybody.
    open_story(editor, "terbit")
    assert "Ditarik" in ask(editor, "Tarik dengan alasan", "Lombanya dibatalkan panitia.")
    assert status(visitor) == 410
    assert "Lombanya dibatalkan panitia." in text_of(visitor, ADDRESS)
    notes = text_of(visitor, "/ralat/")
    assert "Pencabutan" in notes and "Lombanya dibatalkan panitia." in notes
    assert TITLE not in notes
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 360
    assert not visitor.context.cookies()
    assert writer.problems + editor.problems + visitor.problems == []
