"""Words typed by anybody do no harm on any page, in any feed, in any sitemap."""

import pytest
from django.db import models
from django.test import Client
from lxml import etree

from tests import factories
from tests.house import markup, walker, world

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]

ATTACK = (
    "zqz<script>alert(1)</script>\"'><img src=x onerror=alert(1)></script>{{ 7|add:7 }}]]>&amp;"
)
CONTROL = "zqz\x0bb\x07\x1b\u2028\ufffe"


def spoil(row: models.Model, words: str) -> None:
    """Put the words into every text of the row, past all forms."""
    fresh = {}
    for column in row._meta.concrete_fields:
        texts = isinstance(column, models.CharField | models.TextField) and not column.choices
        if texts and not isinstance(column, models.SlugField | models.URLField):
            if column.name not in ("file", "body_html", "status"):
                fresh[column.name] = f"{words} {row.pk}"[: column.max_length or None]
    type(row)._base_manager.filter(pk=row.pk).update(**fresh)


def walk_spoilt(words: str) -> dict[str, walker.Page]:
    made = world.World()
    world.add_public(made)
    public = made.public
    public["article"].tags.add(words[:90])
    related = [
        *public["article"].corrections.all(),
        *public["kim"].milestones.all(),
        *public["kim"].members.all(),
        *public["kim"].accounts.all(),
        *public["award"].sources.all(),
        *public["award"].recipients.all(),
        *public["award"].handovers.all(),
        *factories.StatedKimFigure.objects.all(),
        *factories.StatedAwardFigure.objects.all(),
    ]
    article = public["article"]
    for row in [*public.values(), *related]:
        spoil(row, words)
    article.refresh_from_db()
    article.body = f"{words}\n<p>{words}</p>"
    article.save()
    return walker.walk(Client(raise_request_exception=False))


@pytest.fixture(scope="session", params=[ATTACK, CONTROL], ids=["attack", "control"])
def spoilt(request, rolled_back):
    return rolled_back(lambda: walk_spoilt(request.param))


def test_no_page_fails(spoilt):
    assert {page.address: page.error for page in spoilt.values() if page.status >= 500} == {}
    assert sum("zqz" in page.body for page in spoilt.values()) > 20


def test_words_stay_words(spoilt):
    for page in spoilt.values():
        if page.is_html:
            assert "<script>alert" not in page.body, page.address
            assert "<img src=x" not in page.body, page.address
            assert "zqz14" not in page.body, page.address


def test_markup_stays_in_order(spoilt):
    pages = [page for page in spoilt.values() if "Location" not in page.headers]
    kinds = {page.template: page for page in pages if page.is_html}
    # What a browser forbids but shows is the writer's to mend.
    kept = [page for page in kinds.values() if "\x0b" not in page.body]
    assert [words for page in kept for words in markup.errors(page)] == []


def test_feeds_and_sitemaps_stay_well_formed(spoilt):
    read = [
        etree.fromstring(page.body.encode())
        for page in spoilt.values()
        if page.status == 200 and page.is_xml
    ]
    assert len(read) > 10
