"""A group is registered on a phone, step by step, by somebody who has never seen the page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from kim.models import Kim
from tests import factories as make
from tests.browser.desk import log_in, said

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
PHONE = {"width": 360, "height": 740}


def opened(page, step):
    """Open a step as a finger does and return it."""
    item = page.locator(".registration-step", has=page.get_by_role("heading", name=step))
    if not item.locator("details").first.evaluate("it => it.open"):
        item.locator("summary").first.click()
    return item


def send(page, label):
    with page.expect_navigation():
        page.get_by_role("button", name=label, exact=True).click()
    return said(page)


def no_wider_than_the_phone(page):
    return page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_group_is_registered_on_a_phone_from_talks_to_publication(visit, live_server):
    make.make_user("pembina", group="Pembina KIM")
    known = make.make_kim(name="KIM Gribig Religi", kelurahan=make.kelurahan("Madyopuro"))
    page = visit(viewport=PHONE)
    log_in(page, "pembina")
    page.goto("/admin/kim/kim/")
    page.get_by_role("link", name="Daftarkan KIM").click()
    assert no_wider_than_the_phone(page)

    # While she types the name, the desk tells which group it may be.
    page.fill("#id_kim-name", "KIM Gribik Religi")
    warning = page.locator("#registration-doubles")
    warning.get_by_text("Mungkin sudah tercatat").wait_for()
    assert known.name in warning.inner_text()
    page.fill("#id_kim-name", "KIM Ngadipuro Baru")
    warning.get_by_text("Mungkin sudah tercatat").wait_for(state="detached")
    page.select_option("#id_kim-kelurahan", label="Polehan")

    opened(page, "Musyawarah kelurahan")
    page.fill("#id_musyawarah-happened_on", "2025-02-03")
    opened(page, "Berita acara pembentukan")
    page.fill("#id_berita-acara-happened_on", "2025-02-01")
    page.fill("#id_berita-acara-document_number", "400/12/2025")
    opened(page, "Pengurus")
    page.fill("#id_pengurus-0-name", "Ketua Uji")
    assert no_wider_than_the_phone(page)

    # A date before the talks: everything she wrote is still there, with the reason.
    assert "Belum ada yang disimpan" in send(page, "Simpan sebagai draf")
    assert "mendahului" in page.locator("#id_berita-acara-happened_on_error").inner_text()
    assert page.input_value("#id_pengurus-0-name") == "Ketua Uji"
    assert page.evaluate("document.activeElement.className") == "errornote"
    page.fill("#id_berita-acara-happened_on", "2025-02-03")
    assert "Langkah berikutnya: SK lurah." in send(page, "Simpan sebagai draf")

    # Another day, from the first screen.
    page.goto("/admin/")
    page.get_by_role("link", name="KIM Ngadipuro Baru").first.click()
    page.goto("/admin/kim/kim/pendaftaran/")
    page.get_by_role("link", name="Lanjutkan pendaftaran KIM Ngadipuro Baru").click()
    page.fill("#id_sk-happened_on", "2025-03-10")
    page.fill("#id_sk-document_number", "188.45/7/2025")
    page.get_by_role("button", name="Simpan dan terbitkan").click()
    page.get_by_text("Sudah terbit dan dapat dibaca siapa pun.").wait_for()
    assert no_wider_than_the_phone(page)

    kim = Kim.objects.published().get(name="KIM Ngadipuro Baru")
    reader = visit(viewport=PHONE)
    reader.goto(kim.get_absolute_url())
    text = reader.locator("main").inner_text()
    assert "188.45/7/2025" in text
    assert "Ketua Uji" not in text
    assert page.problems + reader.problems == []


def test_guide_works_without_javascript_and_from_the_keyboard(visit, live_server):
    make.make_user("pembina", group="Pembina KIM")
    make.make_kim(name="KIM Gribig Religi", kelurahan=make.kelurahan("Madyopuro"))
    page = visit(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    log_in(page, "pembina")
    page.goto("/admin/kim/kim/daftarkan/")
    page.focus("#id_kim-name")
    page.keyboard.type("KIM Gribik Religi")
    page.keyboard.press("Tab")
    page.keyboard.type("Madyopuro")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Mungkin sudah tercatat").wait_for()
    assert page.input_value("#id_kim-name") == "KIM Gribik Religi"
    assert not Kim.objects.filter(name="KIM Gribik Religi").exists()
    page.focus("#id_kim-distinct")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.get_by_text("KIM Gribik Religi tersimpan").wait_for()
    assert Kim.objects.get(name="KIM Gribik Religi").kelurahan.name == "Madyopuro"
    assert page.problems == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_pages_of_the_guide_are_for_everyone(visit, live_server, width, scheme):
    make.make_user("pembina", group="Pembina KIM")
    kim = make.make_kim(name="KIM Gribig Religi")
    make.make_activity(kim)
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    log_in(page, "pembina")
    pages = (
        "/admin/kim/kim/pendaftaran/",
        f"/admin/kim/kim/{kim.pk}/daftarkan/",
        f"/admin/kim/kim/{kim.pk}/change/",
        "/admin/kim/kimactivity/",
        f"/admin/kim/kimactivity/add/?kim={kim.pk}",
        "/admin/kim/kim/daftarkan/",
    )
    for address in pages:
        page.goto(address)
        for details in page.locator("#content details").all():
            details.evaluate("it => it.open = true")
        look(page, width, address)
    page.fill("#id_kim-name", "KIM Gribik Religi")
    page.fill("#id_sk-happened_on", "2025-03-10")
    assert "Belum ada yang disimpan" in send(page, "Simpan sebagai draf")
    look(page, width, "with errors")


def look(page, width, name):
    """Nothing breaks the policy, nothing is wider than the screen, axe finds nothing."""
    page.wait_for_load_state("networkidle")
    assert page.problems == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    found = Axe().run(page).response["violations"]
    page.problems.clear()  # axe itself writes styles, which the policy refuses
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], name
