"""The whole form of a story, its dialogs, and the page of who may only look, for everyone."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import factories as make
from tests.browser.desk import hush, log_in, ready_for_files

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
# A folder for pictures to look at, when somebody wants them.
PICTURES = os.environ.get("PICTURES", "")


def check(page, name, context="body"):
    """axe finds nothing, and nothing is wider than the screen."""
    page.wait_for_timeout(400)
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=context == "body")
    assert page.problems == [], name
    found = Axe().run(page, context=context).response["violations"]
    page.problems.clear()  # axe itself writes styles, which the policy refuses
    told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
    assert told == [], name
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def body():
    kim = make.make_kim(name="KIM Samaan", published=True)
    photo = make.make_photo(
        file=make.image_file("a.jpg", (900, 600), "JPEG"), caption="Rak pajang penuh gerabah."
    )
    video = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    return (
        f'<h2>Rak pajang</h2><p>Oleh <a data-record="kim:{kim.pk}">KIM Samaan</a>, '
        '<a data-record="award:99">juara</a>, <a href="/kim/">daftar KIM</a>.</p>'
        "<ul><li>satu</li><li>dua</li></ul>"
        "<blockquote><p>Kami senang.</p><cite>Ketua kelompok</cite></blockquote>"
        f'<figure data-photo="{photo.pk}"></figure>'
        f'<figure data-photo="{make.make_photo(alt="", credit="").pk}"></figure>'
        f'<figure data-video="{video}"><figcaption>Liputan.</figcaption></figure>'
        '<table><thead><tr><th scope="col">KIM</th><th scope="col">Jumlah</th></tr></thead>'
        "<tbody><tr><td>Samaan</td><td>2</td></tr></tbody></table>"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_story_form_is_for_everyone(visit, tmp_path, scheme, width):
    lead = make.make_photo(file=make.image_file("b.jpg", (800, 500), "JPEG"))
    article = make.make_article(body=body(), lead_photo=lead)
    make.make_user("rian", group="Penyunting")
    make.make_user("ayu", group="Pembina KIM")
    page = ready_for_files(visit(viewport={"width": width, "height": 800}, color_scheme=scheme))
    log_in(page, "rian")
    name = f"{scheme}-{width}"
    check(page, f"{name}-first")
    page.goto(f"/admin/news/article/{article.pk}/change/")
    page.wait_for_selector(".ProseMirror a >> text=KIM Samaan")
    page.locator(".editor-figure figcaption").last.click()
    check(page, f"{name}-form")
    page.get_by_role("button", name="Foto dari pustaka", exact=True).click()
    page.wait_for_selector(".editor-results img")
    check(page, f"{name}-pick", ".editor-dialog")
    file = tmp_path / "rak.jpg"
    file.write_bytes(make.image_file(size=(1200, 900), kind="JPEG").read())
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Unggah foto baru …").click()
    chooser.value.set_files(file)
    page.get_by_role("button", name="Pakai foto ini").click()
    page.wait_for_selector("text=Tulis apa yang terlihat")
    check(page, f"{name}-upload", ".editor-dialog")
    page.get_by_role("button", name="Batal").click()
    page.get_by_role("button", name="KIM atau penghargaan", exact=True).click()
    page.wait_for_selector(".editor-results button")
    check(page, f"{name}-records", ".editor-dialog")
    page.get_by_role("button", name="Batal").click()
    assert page.problems == []
    looker = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    log_in(looker, "ayu")
    looker.goto(f"/admin/news/article/{article.pk}/change/")
    looker.wait_for_selector(".story-shown table")
    check(looker, f"{name}-look")
    assert looker.problems == []
    hush(page, looker)
