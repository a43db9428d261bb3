"""The pictures of the guide (docs/panduan), taken of the real screens.

Every run opens the screens and takes the pictures; ``make panduan`` keeps them. So a screen that
is renamed or gone fails here before the guide tells of it.
"""

import datetime as dt
import io
import os

import pytest
from PIL import Image

from awards.models import Call
from malangnews.core.desk.guide import FOLDER, PICTURE, chapters
from malangnews.news.models import Article, WorkingCopy
from malangnews.news.revisions.record import KIND, record
from tests import factories as make
from tests.browser.desk import choose, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
WIDTH, HEIGHT = 1200, 780
SLIPS = """\
<p>Sebanyak tujuh penghargaan diserahkan di halaman depan Balai Kota, Selasa (6/11/2023).</p>
<p>Salah satunya diraih KIM Samann dari Kelurahan Samaan, Kecamatan Sukun.</p>"""
SHEET = """\
nama,kelurahan,situs
KIM Sanan,Purwantoro,
KIM Contoh Baru,Penangungan,
"""
READ = """\
Diskominfo Kota Malang Terbaik I Website

Klojen (malangnews) – Diskominfo Kota Malang meraih Terbaik I kategori Website di ajang Anugerah \
Media Humas (AMH) 2023 yang diselenggarakan Kementerian Komunikasi dan Informatika."""


def scene():
    """A small newsroom: stories in every state, photos, a rubric with a rhythm."""
    rubric = make.make_rubric(name="UMKM Of The Week", cadence="weekly")
    make.make_kim(published=True, name="KIM Samaan", kelurahan=make.kelurahan("Samaan"))
    photos = [
        make.make_photo(
            file=make.image_file(f"{index}.png", (640 + index, 420)),
            alt=f"Contoh gambar {index}.",
            caption=f"Contoh foto {index}",
        )
        for index in range(4)
    ]
    story = make.make_article(
        title="Tujuh penghargaan diserahkan di Balai Kota",
        summary="Tujuh penghargaan diserahkan sebelum apel pagi.",
        body=SLIPS,
        rubric=rubric,
        lead_photo=photos[0],
    )
    make.make_article(title="Pelatihan pewarta warga di Tunjungsekar", state="review")
    make.make_article(title="Jadwal apel pekan depan", state="scheduled")
    published = make.make_article(title="KIM Samaan juara III KIM Hackathon", published=True)
    return story, published, rubric, photos


def take(page, name, taken, at=None):
    """Take the picture ``name``, from the place ``at`` (a selector) down."""
    if at:
        page.locator(at).first.evaluate("it => it.scrollIntoView({block: 'start'})")
    page.wait_for_load_state("networkidle")
    taken[name] = page.screenshot()


def registry(page, taken):
    """The screens of the registry: a text that was read, a record that is checked, a call."""
    office = make.make_organization(name="Diskominfo Kota Malang", kind="office")
    programme = make.make_programme(
        name="Anugerah Media Humas", abbreviation="AMH", level="nasional"
    )
    edition = make.make_edition(programme=programme, year=2023)
    award = make.make_award(
        edition=edition, category="Media Audiovisual", recipients=[office], state="review"
    )
    call = Call.objects.create(programme=programme, year=2027, closes_on="2027-09-30")
    call.entries.create(category="Website", title="Laman baru", owner=None)
    page.goto("/admin/awards/award/baca/")
    page.fill("#id_text", READ)
    page.get_by_role("button", name="Baca naskah").click()
    page.locator(".proposal").first.wait_for()
    take(page, "baca.webp", taken)
    page.goto(f"/admin/awards/award/{award.pk}/periksa/")
    take(page, "periksa.webp", taken)
    page.goto(f"/admin/awards/call/{call.pk}/change/")
    take(page, "lomba.webp", taken)


def groups(page, taken):
    """The screens of the KIM: the guide half way, its life, the board, a file with mistakes."""
    place = make.kelurahan("Penanggungan")
    steps = [("formed", dt.date(2020, 1, 14)), ("decreed", dt.date(2020, 3, 16))]
    kim = make.make_kim(published=True, name="KIM Contoh", kelurahan=place, milestones=steps)
    make.make_activity(kim, happened_on=dt.date(2020, 11, 5))
    page.goto(f"/admin/kim/kim/{kim.pk}/daftarkan/")
    take(page, "daftar.webp", taken)
    page.goto("/admin/kim/kim/vitalitas/")
    take(page, "vitalitas.webp", taken)
    page.goto("/admin/kim/kelurahan/liputan/")
    take(page, "papan.webp", taken)
    page.goto("/admin/kim/kim/impor/")
    page.locator("input[name=table][value=kim]").check()
    file = {"name": "kim.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="Periksa berkas").click()
    page.locator(".intake-faults").wait_for()
    take(page, "impor.webp", taken, ".intake-preview")
    page.goto("/admin/kim/invitation/add/")
    choose(page, "kim", "KIM Contoh")
    page.fill("#id_name", "Sekretaris")
    page.locator("input[name=_save], button[name=_save]").first.click()
    page.get_by_text("hanya ditampilkan sekarang").wait_for()
    take(page, "undang.webp", taken)
    return kim


def contributor(page, kim, user, taken):
    """What who writes for a KIM sees on the phone: an empty sheet, and a story that came back."""
    fields = {"sent_by": kim, "created_by": user, "state": "review"}
    story = make.make_article(title="Pasar Minggu kembali ramai", **fields)
    Article.objects.filter(pk=story.pk).return_to_draft("Sebutkan jam bukanya di alinea pertama.")
    record(story, KIND.RETURNED, None)
    page.goto("/admin/tulis/baru/")
    take(page, "tulis-kim.webp", taken)
    page.goto(f"/admin/tulis/{story.pk}/")
    page.get_by_text("Sebutkan jam bukanya").wait_for()
    take(page, "dikembalikan.webp", taken)


def keep(name, picture):
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.save(FOLDER / "gambar" / name, "WEBP", quality=72, method=6)


def test_every_picture_of_the_guide_is_taken_of_a_real_screen(visit, live_server):
    user = make.make_user("penyunting", group="Penyunting")
    story, published, rubric, photos = scene()
    page = visit(viewport={"width": WIDTH, "height": HEIGHT})
    log_in(page, "penyunting")
    taken = {}

    take(page, "depan.webp", taken)
    page.goto("/admin/news/article/add/")
    take(page, "menulis.webp", taken)
    page.goto("/admin/media/photo/")
    take(page, "foto.webp", taken)
    registry(page, taken)
    page.goto(f"/admin/news/article/{story.pk}/change/")
    take(page, "pemeriksa.webp", taken, "#reader-title")
    page.goto(f"/admin/news/article/{published.pk}/change/")
    take(page, "ralat.webp", taken, "#id_change_size, .field-change_size")
    page.goto(f"/admin/news/rubric/{rubric.pk}/change/")
    take(page, "rubrik.webp", taken)

    record(story, KIND.SAVED, user)
    story.body = story.body.replace("Selasa", "Senin").replace("Sukun", "Klojen")
    story.save()
    record(story, KIND.SAVED, user)
    page.goto(f"/admin/news/article/{story.pk}/riwayat/banding/?dari=1&ke=2")
    take(page, "banding.webp", taken)

    page.goto(f"/admin/news/article/{story.pk}/change/")
    page.fill("#id_title", "Tujuh penghargaan diserahkan pada hari Senin")
    page.locator("#keeping", has_text="Tersimpan otomatis").wait_for()
    assert WorkingCopy.objects.unsaved().exists()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Lihat sebagai pembaca").click()
    opened.value.wait_for_load_state("networkidle")
    take(opened.value, "pratinjau.webp", taken)
    opened.value.close()
    other = visit(viewport={"width": WIDTH, "height": HEIGHT})
    log_in(other, "penyunting")
    other.goto(f"/admin/news/article/{story.pk}/change/")
    take(other, "tersimpan.webp", taken)

    make.make_user("pembina", group="Pembina KIM")
    third = visit(viewport={"width": WIDTH, "height": HEIGHT})
    log_in(third, "pembina")
    kim = groups(third, taken)
    warga = make.make_user("warga", group="Kontributor KIM")
    make.make_contributor(kim, warga)
    phone = visit(viewport={"width": 390, "height": 780})
    phone.goto("/admin/tulis/")
    phone.fill("input[name=username]", "warga")
    phone.fill("input[name=password]", make.PASSWORD)
    phone.locator("input[type=submit], button[type=submit], form button").first.click()
    phone.get_by_role("heading", name="Berita KIM Anda").wait_for()
    contributor(phone, kim, warga, taken)

    assert set(taken) == {
        name for chapter in chapters() for name in PICTURE.findall(chapter.source)
    }
    if os.environ.get("GUIDE_PICTURES"):
        for name, picture in taken.items():
            keep(name, picture)
