"""Lost sessions, lost power, lost lines, two people: not a word is lost in a real browser."""

import pytest
from django.contrib.sessions.models import Session

from malangnews.news.models import Article, WorkingCopy
from tests import factories as make
from tests.browser.desk import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

WORDS = "Tujuh penghargaan diserahkan sebelum apel pagi, kata demi kata."
KEPT = ".keeping-state >> text=Tersimpan otomatis"


@pytest.fixture
def visit(visit):
    """As ever, but the open forms fall silent before their browser goes."""
    opened = []
    yield lambda **options: opened.append(visit(**options)) or opened[-1]
    for tab in [tab for page in opened for tab in page.context.pages]:
        tab.goto("about:blank")
        tab.wait_for_timeout(200)


def change(article):
    return f"/admin/news/article/{article.pk}/change/"


def editor(visit, name, **options):
    make.make_user(name, group="Penyunting", first_name=name.title())
    page = visit(viewport={"width": 1280, "height": 900}, **options)
    log_in(page, name)
    return page


def save(page):
    page.get_by_role("button", name="Simpan", exact=True).first.click()


def test_a_session_lost_while_writing_costs_no_word(visit):
    article = make.make_article(title="Judul asli")
    page = editor(visit, "dina")
    page.goto(change(article))
    page.fill("#id_summary", WORDS)
    Session.objects.all().delete()
    page.fill("#id_title", "Judul dari Dina")
    page.wait_for_selector("text=Sesi berakhir: masuk lagi di tab baru")
    save(page)
    page.wait_for_timeout(500)
    assert page.input_value("#id_summary") == WORDS, "the form was not sent into nothing"
    tab = page.context.new_page()
    log_in(tab, "dina")
    tab.close()
    page.wait_for_selector(KEPT)
    save(page)
    page.wait_for_selector(".messagelist .success")
    article.refresh_from_db()
    assert (article.title, article.summary) == ("Judul dari Dina", WORDS)
    assert not WorkingCopy.objects.unsaved().exists()
    page.goto(change(article))
    page.wait_for_selector(".keeping-state >> text=otomatis")
    assert not page.get_by_text("belum").filter(has=page.locator("button")).count()
    assert page.problems == []


def test_a_power_cut_costs_less_than_five_seconds(visit):
    page = editor(visit, "dina")
    page.goto("/admin/news/article/add/")
    page.fill("#id_title", "Sebelum listrik padam")
    page.fill("#id_summary", WORDS)
    page.wait_for_selector(KEPT, timeout=5000)
    page.context.close()
    again = visit(viewport={"width": 1280, "height": 900})
    log_in(again, "dina")
    again.goto("/admin/news/article/add/")
    again.get_by_role("link", name="Lanjutkan menyunting").click()
    again.wait_for_selector("text=Tulisan Anda kembali")
    assert again.input_value("#id_title") == "Sebelum listrik padam"
    assert again.input_value("#id_summary") == WORDS
    save(again)
    again.wait_for_selector(".messagelist .success")
    assert Article.objects.get().summary == WORDS
    again.goto("/admin/news/article/add/")
    assert not again.get_by_text("Ada tulisan yang belum disimpan").count()


def test_without_a_line_the_browser_keeps_what_is_typed(visit):
    article = make.make_article(title="Judul asli")
    page = editor(visit, "dina")
    page.goto(change(article))
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.fill("#id_summary", WORDS)
    page.wait_for_selector("text=Sambungan putus. Tulisan Anda aman di peramban ini.")
    save(page)
    page.wait_for_selector("text=Belum ada yang disimpan di portal")
    assert page.input_value("#id_summary") == WORDS
    assert not WorkingCopy.objects.unsaved().exists(), "the portal has not heard of them"
    page.context.set_offline(False)
    page.wait_for_selector(KEPT)
    assert WorkingCopy.objects.unsaved().get().data["summary"] == [WORDS]


def test_what_only_the_browser_has_is_offered_to_its_writer_alone(visit):
    article = make.make_article(title="Judul asli")
    page = editor(visit, "dina")
    make.make_user("rina", group="Penyunting", first_name="Rina")
    page.goto(change(article))
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.fill("#id_summary", WORDS)
    page.wait_for_selector("text=Sambungan putus.")
    context = page.context
    page.close()
    context.set_offline(False)
    context.clear_cookies()
    stranger = context.new_page()
    stranger.goto(change(article))
    assert WORDS not in stranger.content(), "the page that asks for a password offers nothing"
    log_in(stranger, "rina")
    stranger.goto(change(article))
    stranger.wait_for_load_state("networkidle")
    assert not stranger.get_by_text("Peramban ini menyimpan").count()
    context.clear_cookies()
    log_in(stranger, "dina")
    stranger.goto(change(article))
    stranger.get_by_role("button", name="Lanjutkan dari peramban ini").click()
    stranger.wait_for_selector("text=Tulisan Anda kembali")
    assert stranger.input_value("#id_summary") == WORDS


def test_two_editors_see_each_other_and_the_second_compares(visit):
    article = make.make_article(title="Judul asli")
    sari, rina = editor(visit, "sari"), editor(visit, "rina")
    sari.goto(change(article))
    sari.wait_for_load_state("networkidle")
    rina.goto(change(article))
    rina.wait_for_selector("text=Sari sedang menyunting berita ini sejak")
    sari.fill("#id_summary", "Ringkasan dari Sari.")
    sari.wait_for_selector("text=Rina sedang menyunting berita ini sejak")
    sari.fill("#id_title", "Judul dari Sari")
    save(sari)
    sari.wait_for_selector(".messagelist .success")
    rina.fill("#id_title", "Judul dari Rina")
    rina.wait_for_selector("text=Sari menyimpan versi baru")
    save(rina)
    rina.wait_for_selector("text=sesudah Anda membukanya")
    assert rina.locator(".comparison ins", has_text="Rina").count()
    rina.get_by_role("button", name="Sunting lagi naskah saya").click()
    rina.wait_for_selector("#id_title")
    assert rina.input_value("#id_title") == "Judul dari Rina"
    rina.fill("#id_summary", "Ringkasan dari keduanya.")
    save(rina)
    rina.wait_for_selector(".messagelist .success")
    article.refresh_from_db()
    assert article.title == "Judul dari Rina"
    assert article.summary == "Ringkasan dari keduanya."
    assert sari.problems == rina.problems == []


@pytest.mark.parametrize("choice", ["Simpan naskah saya", "Pakai yang tersimpan"])
def test_the_second_chooses_and_loses_nothing(visit, choice):
    article = make.make_article(title="Judul asli")
    rina = editor(visit, "rina", color_scheme="dark")
    rina.goto(change(article))
    rina.fill("#id_title", "Judul dari Rina")
    stored = Article.objects.get()
    stored.title = "Judul dari Sari"
    stored.save()
    save(rina)
    rina.get_by_text(choice, exact=True).click()
    if choice == "Simpan naskah saya":
        rina.wait_for_selector(".messagelist .success")
        assert Article.objects.get().title == "Judul dari Rina"
        return
    rina.wait_for_selector("#id_title")
    assert rina.input_value("#id_title") == "Judul dari Sari"
    rina.get_by_role("link", name="Lanjutkan menyunting").click()
    rina.wait_for_selector("text=Tulisan Anda kembali")
    assert rina.input_value("#id_title") == "Judul dari Rina"


def test_a_form_that_is_only_looked_at_is_no_unsaved_work(visit, live_server):
    make.make_user("dina", group="Penyunting")
    article = make.make_article(published=True)
    page = visit(viewport={"width": 1280, "height": 900})
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    log_in(page, "dina")
    page.goto(f"/admin/news/article/{article.pk}/change/")
    page.wait_for_load_state("networkidle")
    page.goto("/admin/")
    assert asked == []
    assert not WorkingCopy.objects.unsaved().exists()
