"""The desk in a real browser: nothing breaks the policy, and every control has a name."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import factories as make
from tests.browser.desk import choose, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

PAGES = (
    "/admin/",
    "/admin/news/article/",
    "/admin/news/article/add/",
    "/admin/awards/award/add/",
    "/admin/kim/kim/add/",
    "/admin/media/photo/add/",
    "/admin/media/photo/",
    "/admin/media/photo/unggah/",
    "/admin/media/photo/lengkapi/?foto={photo}",
    "/admin/news/article/{article}/change/",
    "/admin/news/article/{article}/history/",
    "/admin/news/article/{article}/tautan/",
    "/admin/news/article/usulan/",
    "/admin/panduan/",
    "/admin/auth/user/add/",
    "/admin/password_change/",
)


def count_violations(page):
    """Count every breach of the policy on the pages that follow."""
    page.add_init_script(
        "window.breaches = [];"
        "document.addEventListener('securitypolicyviolation',"
        " event => window.breaches.push(event.violatedDirective + ' ' + event.blockedURI));"
    )


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_pages_keep_the_policy_and_name_their_controls(visit, live_server, width, scheme):
    make.make_user("bos", is_superuser=True)
    photo = make.make_photo()
    article = make.make_article(
        published=True, lead_photo=photo, awards=[make.make_award(published=True)]
    )
    names = {"photo": photo.pk, "article": article.pk}
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    count_violations(page)
    log_in(page, "bos")
    for address in (page_address.format(**names) for page_address in PAGES):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.breaches") == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        found = Axe().run(page).response["violations"]
        named = [(rule["id"], rule["nodes"][0]["html"]) for rule in found]
        assert named == [], address


def test_a_new_result_begins_with_what_stands_above_it(visit, live_server):
    make.make_user("dina", group="Penulis")
    edition = make.make_edition()
    make.make_organization(name="Dinas Kominfo Kota Malang", abbreviation="Diskominfo")
    page = visit(viewport={"width": 1280, "height": 900})
    count_violations(page)
    log_in(page, "dina")
    page.goto(f"/admin/awards/edition/{edition.pk}/change/")
    page.locator("#awards-group .add-row a").click()
    page.fill("#id_awards-0-participant_class", "Diskominfo Kabupaten/Kota")
    choose(page, "awards-0-recipient_organization", "Diskominfo")
    page.locator("#awards-group .add-row a").click()
    assert page.input_value("#id_awards-1-participant_class") == "Diskominfo Kabupaten/Kota"
    box = page.locator("#id_awards-1-recipient_organization + .select2")
    assert "Diskominfo" in box.inner_text()
    assert page.evaluate("window.breaches") == page.problems == []
