"""The rules of pages, menus, front page and alerts: said by the form, kept by the database."""

import datetime as dt

import pytest

from malangnews.media.models import Photo
from malangnews.pages.models import Alert, HomeBlock, HomeStory, MenuItem
from tests import factories
from tests.constraints import assert_database_refuses, assert_form_says, messages_for
from tests.factories import PAST, make_page, make_photo

pytestmark = pytest.mark.django_db
BEFORE = PAST - dt.timedelta(hours=1)


def item(**fields) -> MenuItem:
    return MenuItem(**{"menu": "head", "label": "Uji", **fields})


def _item_named_twice():
    item(address="/kim/").save()
    return item(address="/berita/")


def _block_of_a_rubric_twice():
    rubric = factories.make_rubric()
    HomeBlock.objects.create(kind="rubric", rubric=rubric)
    return HomeBlock(kind="rubric", rubric=rubric)


def _story_that_ends_first():
    article = factories.make_article()
    return HomeStory(article=article, begins_at=PAST, ends_at=BEFORE)


BROKEN = {
    "pages_menuitem_leads_to_one_place": lambda: item(),
    "pages_menuitem_address_is_one": lambda: item(address="//contoh.id/"),
    "pages_menuitem_once": _item_named_twice,
    "pages_homeblock_rubric_where_wanted": lambda: HomeBlock(kind="rubric"),
    "pages_homeblock_once": lambda: HomeBlock(kind="lead"),
    "pages_homeblock_rubric_once": _block_of_a_rubric_twice,
    "pages_homestory_ends_after_it_begins": _story_that_ends_first,
    "pages_alert_ends_after_it_begins": lambda: Alert(text="A", begins_at=PAST, ends_at=BEFORE),
    "pages_alert_address_is_one": lambda: Alert(
        text="A", begins_at=BEFORE, ends_at=PAST, address="http://contoh.id/"
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_form_says_what_is_wrong(name):
    assert_form_says(name, BROKEN[name])


@pytest.mark.parametrize("name", BROKEN)
def test_database_refuses_what_is_wrong(name):
    assert_database_refuses(name, BROKEN[name])


def test_menu_item_leads_to_a_page_or_to_an_address_not_to_both():
    page = make_page()
    assert messages_for(item(page=page)) == []
    assert messages_for(item(address="https://ppid.malangkota.go.id/")) == []
    assert messages_for(item(page=page, address="/kim/"))


@pytest.mark.parametrize("address", ["/\\contoh.id/", "/\t/contoh.id/", "/kim/ lain"])
def test_address_that_a_browser_reads_as_another_site_is_refused(address):
    assert messages_for(item(address=address))


def test_page_needs_its_text_and_summary_before_publication():
    page = make_page(summary="", body=" ")
    assert page.missing_for_publication() == ["isi naskah halaman", "isi ringkasan"]
    assert make_page(state="published").missing_for_publication() == []


def test_photo_in_a_page_counts_as_used():
    photo, other = make_photo(), make_photo()
    page = make_page(body=f'<p>Kantor kami.</p><figure data-photo="{photo.pk}"></figure>')
    assert photo.uses() == [page]
    assert list(Photo.objects.out_of_use()) == [other]
    page.body = "<p>Kantor kami.</p>"
    page.save()
    assert photo.uses() == []
