"""The prepared pages: honest, complete, and never published with a gap."""

import pytest
from django.urls import resolve, reverse

from malangnews.core.text import clean_html
from malangnews.pages.admin.pages import left_open
from malangnews.pages.models import Page
from malangnews.pages.starters import FOLDER, STARTERS
from tests.core.desks import address, user_of
from tests.factories import make_page

pytestmark = pytest.mark.django_db
TOOL = "admin:pages_page_starters"


def test_every_starter_has_its_file_and_every_file_its_starter():
    assert {path.stem for path in FOLDER.glob("*")} == {starter.slug for starter in STARTERS}
    assert len(STARTERS) == 6


@pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.slug)
def test_starter_keeps_its_markup_when_it_is_cleaned(starter):
    page = Page.objects.create(**starter._asdict(), body=starter.body)
    assert page.body_html.count("<h2>") == starter.body.count("<h2>") >= 3
    assert clean_html(page.body_html) == page.body_html
    assert page.missing_for_publication() == []
    assert left_open(page), "what only the office knows is left open"


@pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.slug)
def test_links_of_a_starter_lead_somewhere(starter):
    for part in starter.body.split('href="')[1:]:
        target = part.split('"')[0]
        assert target.startswith("https://") or resolve(target)


def test_editor_makes_the_pages_as_drafts_and_only_once(client):
    user = user_of("Penulis")
    client.force_login(user)
    kept = make_page(True, slug="tentang", title="Tentang kantor kami")
    page = client.get(address(Page, "changelist")).content.decode()
    assert f'href="{reverse(TOOL)}">Buat halaman awal' in page
    asked = client.get(reverse(TOOL)).content.decode()
    assert "Pedoman media siber" in asked
    assert "/halaman/tentang/" not in asked
    assert Page.objects.count() == 1
    html = client.post(reverse(TOOL), follow=True).content.decode()
    assert "Draf dibuat" in html
    assert Page.objects.drafts().count() == 5
    assert {one.created_by for one in Page.objects.drafts()} == {user}
    kept.refresh_from_db()
    assert kept.title == "Tentang kantor kami"
    html = client.post(reverse(TOOL), follow=True).content.decode()
    assert "Semua halaman awal sudah ada" in html
    assert Page.objects.count() == 6
    assert "Buat halaman awal" not in client.get(address(Page, "changelist")).content.decode()
    assert "Semua halaman awal sudah ada" in client.get(reverse(TOOL)).content.decode()


def test_starters_are_not_public(client):
    client.force_login(user_of("Penyunting"))
    client.post(reverse(TOOL))
    client.logout()
    for starter in STARTERS:
        assert client.get(f"/halaman/{starter.slug}/").status_code == 404


def test_other_methods_are_refused(client):
    client.force_login(user_of("Penyunting"))
    for method in ("put", "delete", "patch"):
        assert getattr(client, method)(reverse(TOOL)).status_code == 405
    assert not Page.objects.exists()
