"""A Pembina KIM brings in the KIM of the whole city, at a phone and at a desk, mistakes first."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from kim.models import Kim
from tests import factories as make
from tests.browser.desk import log_in, ready_for_files, said
from tests.kim.intake import city

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
# A folder for pictures to look at, when somebody wants them.
PICTURES = os.environ.get("PICTURES", "")


def check(page, name):
    """axe finds nothing, and nothing is wider than the screen."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"intake-{name}.png", full_page=True)
    assert page.problems == [], name
    found = Axe().run(page).response["violations"]
    page.problems.clear()  # axe itself writes styles, which the policy refuses
    told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
    assert told == [], name
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def upload(page, name, content):
    page.get_by_label("KIM Kelompoknya").check()
    kind = "text/csv" if name.endswith(".csv") else "application/octet-stream"
    page.set_input_files("#id_file", {"name": name, "mimeType": kind, "buffer": content})
    page.get_by_role("button", name="Periksa berkas").click()
    page.wait_for_selector("#intake-found")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_nine_mistakes_are_mended_and_57_kim_saved_once(visit, width, scheme):
    make.make_user("ayu", group="Pembina KIM")
    options = {"viewport": {"width": width, "height": 740}, "color_scheme": scheme}
    page = ready_for_files(visit(**options))
    log_in(page, "ayu")
    page.goto("/admin/kim/kim/")
    page.get_by_role("link", name="Impor dari berkas").click()
    page.locator(".intake-columns summary", has_text="Pengurus").click()
    check(page, f"{width}-empty")

    upload(page, "kim.csv", city.as_csv(city.with_mistakes(city.table()), delimiter=";"))
    faults = page.locator(".intake-faults li")
    assert faults.count() == 9
    for number, (row, *_, words) in enumerate(city.MISTAKES):
        told = faults.nth(number).inner_text()
        assert told.startswith(f"Baris {row}, kolom ")
        assert words in told
    assert page.get_by_role("button", name="Simpan").count() == 0
    check(page, f"{width}-wrong")
    faults.nth(4).locator("a").click()
    assert page.locator("tr:target th").inner_text() == str(city.MISTAKES[4][0])
    assert Kim.objects.count() == 0

    upload(page, "kim.xlsx", city.as_xlsx(city.table()))
    check(page, f"{width}-right")
    page.get_by_label("Langsung terbitkan").check()
    page.get_by_role("button", name="Simpan 57 baris").click()
    assert "KIM tersimpan: 57 baru, 0 berubah. 57 sudah terbit." in said(page)
    assert Kim.objects.published().formed().count() == 57

    upload(page, "kim.csv", city.as_csv(city.table()))
    assert "Tidak ada yang perlu disimpan" in page.locator(".intake-done").inner_text()
    check(page, f"{width}-same")
    assert Kim.objects.count() == 57
