"""A contributor of a KIM on her phone: from two photos and a lost line to the published story."""

import io
import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from PIL import Image

from malangnews.media.models import Photo
from malangnews.news.models import Article, WorkingCopy
from tests import factories as make
from tests.browser.desk import log_in, press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
PICTURES = os.environ.get("PICTURES", "")
OFFLINE = "#tulisan-kabar >> text=Sambungan putus"
KEPT = "#tulisan-kabar >> text=Tersimpan otomatis"


@pytest.fixture
def visit(visit):
    """As ever, but the open forms fall silent before their browser goes."""
    opened = []
    yield lambda **options: opened.append(visit(**options)) or opened[-1]
    for page in opened:
        page.context.set_offline(False)
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto("about:blank")
        page.wait_for_timeout(200)


def picture(colour, size=(2600, 1950)):
    """A JPEG as a camera gives it, larger than what is sent."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG", quality=95)
    return {"name": f"{colour}.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def contributor(visit, name="sari", kim=None, **options):
    kim = kim or make.make_kim(name="KIM Samaan", published=True)
    make.make_contributor(kim, make.make_user(name, group="Kontributor KIM", first_name="Sari"))
    page = visit(**{**PHONE, **options})
    enter(page, name)
    return page


def enter(page, name="sari"):
    page.goto("/admin/tulis/")
    page.fill("#id_username", name)
    page.fill("#id_password", make.PASSWORD)
    page.locator("[type=submit]").last.click()
    page.wait_for_selector("text=Berita KIM Anda")


def check(page, name):
    """axe finds nothing, nothing is wider than the screen, and what is pressed is large enough."""
    page.wait_for_timeout(300)
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)
    assert page.problems == [], name
    found = Axe().run(page).response["violations"]
    page.problems.clear()  # axe itself writes styles, which the policy refuses
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    small = page.locator(".writing :is(button, .button, input:not([type=hidden], [type=checkbox]))")
    heights = small.evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.offsetHeight)"
    )
    assert heights == [] or min(heights) >= 44, name


def test_from_the_first_word_to_the_published_story(visit):
    page = contributor(visit)
    check(page, "home-empty")
    page.get_by_role("link", name="Tulis berita", exact=True).click()
    page.fill("#id_title", "Warga Samaan panen lele")
    page.fill("#id_text", "Warga memanen lele.\nHasilnya dua kuintal.")
    page.wait_for_selector(KEPT)
    page.set_input_files("#id_berkas", picture("green"))
    page.wait_for_selector("text=Foto terkirim")
    photo = Photo.objects.get()
    assert max(photo.width, photo.height) == 1920, "it was shrunk before it was sent"

    page.context.set_offline(True)
    page.set_input_files("#id_berkas", picture("navy"))
    page.wait_for_selector("text=Menunggu sambungan")
    page.locator("#id_text").press_sequentially(" Ditulis tanpa sinyal.")
    page.wait_for_selector(OFFLINE)
    cards = page.locator(".writing-photo")
    for number, words in enumerate(["Jala berisi lele.", "Warga di tepi kolam."]):
        cards.nth(number).get_by_label("Apa yang terlihat").fill(words)
        cards.nth(number).get_by_label("Pemotret").fill("Sari / KIM Samaan")
    page.get_by_role("button", name="Kirim ke redaksi").click()
    page.wait_for_selector("text=Belum ada yang terkirim")
    assert page.input_value("#id_text").startswith("Warga memanen lele.")
    assert not Article.objects.exists() and Photo.objects.count() == 1
    check(page, "form-offline")

    page.context.set_offline(False)
    page.wait_for_selector(KEPT)
    page.wait_for_selector("text=Menunggu sambungan", state="detached")
    page.get_by_label("Catatan untuk redaksi").fill("Foto saya sendiri.")
    page.get_by_role("button", name="Kirim ke redaksi").click()
    page.wait_for_selector("text=sudah terkirim")
    check(page, "home-sent")
    story = Article.objects.in_review().get()
    assert "tanpa sinyal" in story.body_html
    shown = [story.lead_photo, *story.photos.all()]
    assert [photo.alt for photo in shown] == ["Jala berisi lele.", "Warga di tepi kolam."]
    page.get_by_role("link", name="Warga Samaan panen lele").click()
    check(page, "story-waiting")

    make.make_user("rina", group="Penyunting", first_name="Rina")
    desk = visit(viewport={"width": 1280, "height": 900})
    log_in(desk, "rina")
    desk.goto(f"/admin/news/article/{story.pk}/kembalikan/")
    desk.fill("textarea[name=reason]", "Siapa ketua kelompoknya?")
    desk.get_by_role("button", name="Kembalikan").click()
    desk.wait_for_selector(".messagelist")

    page.goto("/admin/tulis/")
    page.wait_for_selector("text=Siapa ketua kelompoknya?")
    check(page, "home-returned")
    page.get_by_role("link", name="Warga Samaan panen lele").click()
    check(page, "form-returned")
    page.fill("#id_text", page.input_value("#id_text") + "\nKetuanya hadir.")
    page.get_by_role("button", name="Simpan dan lihat").click()
    page.wait_for_selector("text=Beginilah tulisan Anda tampil nanti")
    assert "Ketuanya hadir." in page.locator("main").inner_text()
    page.go_back()
    page.goto(f"/admin/tulis/{story.pk}/")
    page.get_by_role("button", name="Kirim ke redaksi").click()
    page.wait_for_selector("text=sudah terkirim")

    make_ready(story)
    desk.goto(f"/admin/news/article/{story.pk}/change/")
    assert desk.get_by_text("Kiriman KIM Samaan oleh Sari").count()
    assert "Sudah terbit" in press(desk, "Simpan dan terbitkan")
    reader = visit(**PHONE)
    reader.goto(Article.objects.published().get().get_absolute_url())
    assert "Ditulis oleh KIM Samaan" in reader.locator("main").inner_text()
    assert reader.get_by_alt_text("Warga di tepi kolam.").count()
    page.goto(f"/admin/tulis/{story.pk}/")
    assert page.get_by_role("link", name="Lihat di portal").count()
    assert not page.get_by_role("button", name="Kirim ke redaksi").count()
    assert page.problems + desk.problems + reader.problems == []


def make_ready(story):
    """What the desk adds before it publishes."""
    fresh = Article.objects.get(pk=story.pk)
    fresh.summary, fresh.rubric = "Panen lele di Samaan.", make.make_rubric()
    fresh.save()


def test_photo_chosen_without_a_line_outlives_the_page(visit):
    page = contributor(visit)
    page.goto("/admin/tulis/baru/")
    page.fill("#id_title", "Panen lele")
    page.wait_for_selector(KEPT)
    page.route("**/admin/tulis/foto/", lambda route: route.abort())
    page.set_input_files("#id_berkas", picture("green", (400, 300)))
    page.wait_for_selector("text=Menunggu sambungan")
    page.get_by_label("Apa yang terlihat").fill("Jala berisi lele.")
    page.wait_for_timeout(500)
    page.unroute("**/admin/tulis/foto/")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/admin/tulis/baru/")
    page.wait_for_selector("text=Foto terkirim")
    assert page.get_by_label("Apa yang terlihat").input_value() == "Jala berisi lele."
    page.get_by_role("button", name="Simpan draf").click()
    page.wait_for_selector("text=Tersimpan sebagai draf")
    assert Article.objects.get().lead_photo.alt == "Jala berisi lele."


def test_ended_session_is_mended_in_place(visit):
    page = contributor(visit)
    page.goto("/admin/tulis/baru/")
    Session.objects.all().delete()
    page.fill("#id_title", "Panen lele")
    page.wait_for_selector("text=Sesi berakhir. Masuk lagi di bawah")
    check(page, "form-ended")
    page.get_by_label("Kata sandi").fill(make.PASSWORD)
    page.get_by_role("button", name="Masuk dan teruskan").click()
    page.wait_for_selector(KEPT)
    page.get_by_role("button", name="Simpan draf").click()
    page.wait_for_selector("text=Tersimpan sebagai draf")
    assert Article.objects.get().title == "Panen lele"
    assert not WorkingCopy.objects.unsaved().exists()


def test_what_only_the_phone_has_is_offered_again(visit):
    page = contributor(visit)
    page.goto("/admin/tulis/baru/")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.fill("#id_title", "Hanya di ponsel")
    page.wait_for_selector(OFFLINE)
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/admin/tulis/simpanan/", lambda route: route.abort())
    page.context.set_offline(False)
    page.goto("/admin/tulis/baru/")
    assert page.input_value("#id_title") == ""
    page.unroute("**/admin/tulis/simpanan/")
    page.get_by_role("button", name="Lanjutkan ketikan itu").click()
    page.wait_for_selector("text=Ketikan Anda yang belum disimpan tampil lagi")
    assert page.input_value("#id_title") == "Hanya di ponsel"


def test_without_scripts_everything_works_too(visit):
    page = contributor(visit, java_script_enabled=False)
    page.get_by_role("link", name="Tulis berita", exact=True).click()
    page.fill("#id_title", "Panen lele")
    page.fill("#id_text", "Warga memanen lele.")
    page.set_input_files("#id_berkas", [picture("green", (400, 300)), picture("navy", (400, 300))])
    page.get_by_role("button", name="Simpan draf").click()
    page.wait_for_selector("text=Tersimpan sebagai draf")
    cards = page.locator(".writing-photo")
    assert cards.count() == 2
    cards.first.get_by_label("Apa yang terlihat").fill("Jala berisi lele.")
    cards.last.get_by_text("Keluarkan foto ini").click()
    page.get_by_role("button", name="Kirim ke redaksi").click()
    page.wait_for_selector("text=sudah terkirim")
    story = Article.objects.in_review().get()
    assert story.lead_photo.alt == "Jala berisi lele." and not story.photos.exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_pleases_axe(visit, scheme, width):
    kim = make.make_kim(name="KIM Samaan", published=True)
    photo = make.make_photo()
    story = make.make_article(sent_by=kim, lead_photo=photo, title="Draf dengan foto")
    make.make_article(sent_by=kim, published=True)
    make.make_article(sent_by=kim, state="review")
    page = contributor(
        visit, kim=kim, color_scheme=scheme, viewport={"width": width, "height": 740}
    )
    check(page, f"home-{scheme}-{width}")
    page.goto(f"/admin/tulis/{story.pk}/")
    check(page, f"form-{scheme}-{width}")
    stored = Article.objects.get(pk=story.pk)
    stored.title = "Judul dari redaksi"
    stored.save()
    page.fill("#id_title", "Judul saya")
    page.get_by_role("button", name="Simpan draf").click()
    page.wait_for_selector("text=disimpan orang lain sementara")
    check(page, f"conflict-{scheme}-{width}")
    page.get_by_role("button", name="Sunting lagi").click()
    page.fill("#id_title", "")
    page.get_by_role("button", name="Simpan draf").click()
    page.wait_for_selector("text=Belum tersimpan sebagai draf")
    page.wait_for_load_state("networkidle")
    assert not page.get_by_text("Lanjutkan ketikan itu").count(), "all of it is on the page"
    check(page, f"errors-{scheme}-{width}")
