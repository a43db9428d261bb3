"""The photo library in a browser: dropped, described, focused, and seen by the reader."""

import base64
import re

import pytest

from malangnews.media.management.commands.make_avif import complete
from malangnews.media.models import Photo
from malangnews.media.renditions import crop_box
from malangnews.news.models import Article
from tests import factories as make
from tests.browser.desk import choose, log_in, press
from tests.media.hostile_files import SVG, like_a_photo

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
# Drops files on the form as a hand would: what lies in the page becomes files of a DataTransfer.
DROP = """files => {
  const carried = new DataTransfer();
  for (const [name, type, content] of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name, { type }));
  }
  const form = document.querySelector("#photo-drop");
  for (const kind of ["dragover", "drop"])
    form.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, cancelable: true }));
}"""
# Every value that a bar of progress took, by its name.
WATCH = """() => {
  window.progress = {};
  const told = new MutationObserver(() => {
    for (const bar of document.querySelectorAll("progress")) {
      const name = bar.getAttribute("aria-label");
      (window.progress[name] ??= []).push(bar.value);
    }
  });
  const all = { childList: true, subtree: true, attributes: true };
  told.observe(document.querySelector("#photo-results"), all);
}"""
LIMIT = 60_000


def jpeg(width=1200, height=900) -> bytes:
    return like_a_photo(width, height)


def encoded(name, content, kind="image/jpeg"):
    return [name, kind, base64.b64encode(content).decode()]


@pytest.fixture
def desk(visit):
    """A writer's page who has logged in."""
    make.make_user("dina", group="Penulis")
    page = visit(viewport={"width": 1280, "height": 900})
    log_in(page, "dina")
    return page


def test_three_are_dropped_described_and_one_leads_a_story(desk):
    page = desk
    page.goto("/admin/media/photo/unggah/")
    page.fill("#id_credit", "Diskominfo Kota Malang")
    page.evaluate(WATCH)
    names = ["satu.jpg", "dua.jpg", "tiga.jpg"]
    files = [encoded(name, jpeg(1200 + 30 * number)) for number, name in enumerate(names)]
    page.evaluate(DROP, [*files, encoded("skrip.svg", SVG, "image/svg+xml")])
    page.get_by_text("3 dari 4 foto tersimpan.").wait_for()
    shown = page.evaluate("window.progress")
    assert set(shown) >= {f"Kemajuan {name}" for name in names}
    assert (
        page.locator("#photo-results .is-refused").inner_text().startswith("skrip.svg Berkas ini")
    )
    assert page.locator("#photo-results img").count() == 3

    page.get_by_role("link", name="Lengkapi keterangan foto-foto ini").click()
    page.wait_for_selector(".photo-words")
    assert page.locator(".photo-words").count() == 3
    for number in range(3):
        page.fill(f"#id_form-{number}-alt", f"Piagam nomor {number + 1} di atas meja.")
        page.fill(f"#id_form-{number}-place", "Balai Kota")
    assert press(page, "Simpan semua") == "3 foto disimpan."
    kept = Photo.objects.order_by("pk")
    assert [photo.alt for photo in kept] == [f"Piagam nomor {n} di atas meja." for n in (1, 2, 3)]
    assert {(p.credit, p.place, p.uploaded_by.username) for p in kept} == {
        ("Diskominfo Kota Malang", "Balai Kota", "dina")
    }

    page.goto("/admin/media/photo/?milik=saya")
    assert page.locator("#result_list tbody tr").count() == 3
    story = make.make_article(title="Berita berfoto")
    page.goto(f"/admin/news/article/{story.pk}/change/")
    choose(page, "lead_photo", "nomor 2")
    press(page, "Simpan")
    story.refresh_from_db()
    assert story.lead_photo.alt == "Piagam nomor 2 di atas meja."
    page.goto("/admin/media/photo/?dipakai=ya")
    assert page.locator("#result_list tbody").inner_text().count("Dipakai di 1 tempat") == 1
    assert page.problems == []


def test_a_lost_session_is_told_and_loses_no_file(desk):
    page = desk
    page.goto("/admin/media/photo/unggah/")
    page.context.clear_cookies()
    page.evaluate(DROP, [encoded("satu.jpg", jpeg())])
    page.get_by_text("Sesi mungkin berakhir").wait_for()
    assert not Photo.objects.exists()


def percents(page):
    return [int(page.input_value(f"#id_focal_{axis}")) for axis in "xy"]


def begins(photo):
    """Where the 16:9 cut of the photo begins, in percent of what is cut away."""
    size = photo.width, photo.height
    left, top, right, bottom = crop_box(size, (photo.focal_x, photo.focal_y))
    away = size[0] - (right - left), size[1] - (bottom - top)
    return [100 * at / over if over else 50 for at, over in zip((left, top), away, strict=True)]


def test_the_focal_point_is_set_by_hand_and_by_keys_and_cuts_what_the_reader_sees(desk, visit):
    photo = make.make_photo(
        file=make.SimpleUploadedFile("foto.jpg", jpeg(900, 1200)), caption="Menara"
    )
    page = desk
    page.goto(f"/admin/media/photo/{photo.pk}/change/")
    picture, mark = page.locator(".photo-focal img"), page.get_by_role("slider", name="Titik fokus")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.4, "y": box["height"] * 0.2})
    across, down = percents(page)
    assert abs(across - 40) <= 1
    assert abs(down - 20) <= 1
    # The click leaves the point in the keys' hands.
    for key in ["ArrowRight"] * 3 + ["ArrowUp"] * 2 + ["Shift+ArrowLeft"]:
        page.keyboard.press(key)
    assert percents(page) == [across - 7, down - 2]
    words = f"{across - 7} persen dari kiri, {down - 2} persen dari atas"
    assert mark.get_attribute("aria-valuetext") == words
    told = page.locator("output[aria-live=polite]")
    assert told.inner_text() == f"Titik fokus: {words}."
    for _ in range(12):
        page.keyboard.press("Shift+ArrowUp")
    assert percents(page) == [across - 7, 0]
    for _ in range(3):
        page.keyboard.press("Shift+ArrowDown")
    assert percents(page) == [across - 7, 30]
    at = page.locator(".photo-cut-frame img").evaluate(
        "one => getComputedStyle(one).objectPosition"
    )
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_selector(".messagelist")
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y) == (across - 7, 30)
    # The preview shows the very box that the renditions are cut from.
    shown = [float(part) for part in re.findall(r"[\d.]+(?=%)", at)]
    assert shown == pytest.approx(begins(photo), abs=0.1)

    make.make_article(published=True, lead_photo=photo)
    reader = visit(viewport={"width": 360, "height": 740})
    reader.goto("/")
    cover = reader.locator(f".cover img[alt='{photo.alt}']").first
    source = cover.evaluate("async one => { await one.decode(); return one.currentSrc; }")
    assert f"-{across - 7}-30." in source
    assert page.problems == []


def test_the_library_stays_within_a_narrow_screen_and_its_cards_are_ticked(visit):
    make.make_user("sari", group="Penyunting")
    photos = [make.make_photo(caption=f"Foto panjang sekali namanya nomor {n}") for n in range(3)]
    page = visit(viewport={"width": 360, "height": 740})
    log_in(page, "sari")
    page.goto("/admin/media/photo/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    tops = page.locator("#result_list tbody tr").evaluate_all(
        "rows => rows.map((row) => Math.round(row.getBoundingClientRect().top))"
    )
    assert tops[0] == tops[1] < tops[2]  # two cards side by side
    page.locator("#result_list tbody tr input.action-select").nth(0).check()
    page.locator("#result_list tbody tr input.action-select").nth(2).check()
    page.select_option("select[name=action]", label="Lengkapi keterangan")
    page.click("button[name=index]")
    page.wait_for_selector(".photo-words")
    assert page.url.endswith(f"?foto={photos[2].pk},{photos[0].pk}")
    assert page.locator(".photo-words").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.problems == []


@pytest.fixture(scope="module")
def twelve_megapixels():
    return like_a_photo(4000, 3000, quality=92)


@pytest.mark.parametrize(
    ("scale", "kind"), [(1, "webp"), (2, "webp"), (3, "webp"), (1, "avif"), (2, "avif")]
)
def test_a_phone_gets_less_than_sixty_kilobytes_of_a_large_lead(
    visit, twelve_megapixels, scale, kind
):
    photo = make.make_photo(file=make.SimpleUploadedFile("foto.jpg", twelve_megapixels))
    if kind == "avif":
        complete(photo.pk)
    article = make.make_article(published=True, lead_photo=photo)
    assert Article.objects.get().lead_photo.width == 2400
    page = visit(viewport={"width": 360, "height": 740}, device_scale_factor=scale, is_mobile=True)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    kinds, sizes = {}, {}
    network.on("Network.responseReceived", lambda told: kinds.update({told["requestId"]: told}))
    network.on(
        "Network.loadingFinished",
        lambda told: sizes.update({told["requestId"]: told["encodedDataLength"]}),
    )
    page.goto(article.get_absolute_url())
    page.locator("figure.photo img").evaluate("one => one.decode()")
    page.mouse.wheel(0, 20_000)
    page.wait_for_load_state("networkidle")
    images = {
        told["response"]["url"]: sizes[key]
        for key, told in kinds.items()
        if told["type"] == "Image" and told["response"]["mimeType"] != "image/svg+xml"
    }
    assert any("-full-" in one and one.endswith(kind) for one in images), images
    assert sum(images.values()) < LIMIT, images
