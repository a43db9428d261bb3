"""History, comparison and proposals in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from malangnews.news.models import Proposal
from tests import factories as make
from tests.browser.desk import fill, log_in, press, said
from tests.browser.test_admin import count_violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def assert_sound(page, width):
    """No breach of the policy, no sideways scrolling, nothing that axe minds."""
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.breaches") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_a_proposal_is_sent_compared_accepted_and_undone(visit, live_server, width, scheme):
    make.make_user("dina", group="Penulis")
    make.make_user("rian", group="Penyunting")
    article = make.make_article(published=True, title="Judul lama")
    writer = visit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    count_violations(writer)
    log_in(writer, "dina")
    writer.goto(f"/admin/news/article/{article.pk}/change/")
    writer.get_by_role("link", name="Usulkan perubahan").click()
    fill(writer, title="Judul baru", proposal_note="Salah ketik.")
    assert_sound(writer, width)
    assert "Usulan terkirim" in press(writer, "Kirim usulan")
    proposal = Proposal.objects.get()

    editor = visit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    count_violations(editor)
    log_in(editor, "rian")
    editor.goto("/admin/news/article/usulan/")
    assert_sound(editor, width)
    editor.get_by_role("link", name="Judul lama").click()
    assert editor.locator(".comparison ins").inner_text().count("baru") == 1
    assert_sound(editor, width)
    assert "diterima" in press(editor, "Terima")
    proposal.refresh_from_db()
    assert proposal.article.title == "Judul baru"

    editor.goto(f"/admin/news/article/{article.pk}/history/")
    assert_sound(editor, width)
    editor.get_by_role("button", name="Bandingkan", exact=True).click()
    assert_sound(editor, width)
    editor.get_by_role("button", name="Pulihkan versi 1").click()
    assert "Dipulihkan dari versi 1." in said(editor)
    article.refresh_from_db()
    assert article.title == "Judul lama"
