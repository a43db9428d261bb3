"""A story before it is out, in a browser: from the form, and by a link without an account."""

import pytest

from malangnews.news.models import Article
from tests import factories as make
from tests.browser.desk import log_in, press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_draft_is_seen_from_the_form_and_by_a_link_until_it_is_revoked(visit, live_server):
    make.make_user("dina", group="Penulis")
    article = make.make_article(title="Judul tersimpan")
    page = visit(viewport={"width": 1280, "height": 900})
    log_in(page, "dina")
    page.goto(f"/admin/news/article/{article.pk}/change/")
    page.fill("#id_title", "Judul yang belum disimpan")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Lihat sebagai pembaca").click()
    shell = opened.value
    frame = shell.frame_locator("iframe")
    frame.get_by_role("heading", name="Judul yang belum disimpan").wait_for()
    box = shell.locator("iframe").bounding_box()
    assert box["width"] == 362  # 360 and its border
    shell.get_by_role("link", name="Layar lebar").click()
    frame.get_by_role("heading", name="Judul yang belum disimpan").wait_for()
    assert shell.locator("iframe").bounding_box()["width"] > 1200
    assert Article.objects.get().title == "Judul tersimpan"
    shell.close()

    page.goto(f"/admin/news/article/{article.pk}/tautan/")
    page.fill("#id_label", "Ketua KIM Samaan")
    assert "siap dikirim" in press(page, "Buat tautan")
    address = page.locator(".preview-links a").inner_text()
    visitor = visit(viewport={"width": 360, "height": 740})
    visitor.goto(address)
    assert visitor.locator("h1").inner_text() == "Judul tersimpan"
    assert visitor.context.cookies() == []
    assert visitor.problems == []
    press(page, "Cabut tautan untuk Ketua KIM Samaan")
    assert visitor.reload().status == 410
    assert "Judul tersimpan" not in visitor.content()
