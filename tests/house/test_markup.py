"""Every page is valid enough to be read by anything, and its feeds by any reader."""

import re
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests.house import markup
from tests.house.walker import Page

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]
A_FEW = 3
GOOD = (
    '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Judul | malangnews</title>'
    '<meta name="description" content="Isi."></head>'
    "<body><main><h1>Judul</h1>{}</main></body></html>"
)


def a_few_of_each(pages: dict[str, Page]) -> list[Page]:
    """Return some HTML pages of each template and kind of answer."""
    counted, chosen = {}, []
    for page in pages.values():
        if page.is_html and page.status < 500 and "Location" not in page.headers:
            kind = page.template, page.status, bool(urlsplit(page.address).query)
            counted[kind] = counted.get(kind, 0) + 1
            if counted[kind] <= A_FEW:
                chosen.append(page)
    return chosen


def test_markup_is_in_order_on_a_full_portal(full):
    pages = a_few_of_each(full.pages)
    assert len({page.template for page in pages}) > 10
    assert [words for page in pages for words in markup.errors(page)] == []


def test_markup_is_in_order_on_an_empty_portal(empty):
    pages = a_few_of_each(empty)
    assert [words for page in pages for words in markup.errors(page)] == []


def test_feeds_and_sitemaps_are_well_formed(full, empty):
    read = 0
    for page in [*full.pages.values(), *empty.values()]:
        if page.status == 200 and page.is_xml:
            etree.fromstring(page.body.encode())
            read += 1
    assert read > 20


def test_no_page_asks_another_host_for_anything(full):
    for page in full.pages.values():
        for kind in ('src="http', 'src="//', "@import", 'rel="stylesheet" href="http'):
            assert kind not in page.body.replace('src="http://testserver', ""), page.address
        for sources in re.findall(r'srcset="([^"]*)"', page.body):
            assert "//" not in sources, page.address


def check(body: str) -> list[str]:
    return markup.errors(Page("/", 200, {}, (), body, 0, ""))


def test_good_page_has_no_complaint():
    assert (
        check(GOOD.format('<p id="a">x</p><h2>y</h2><svg viewBox="0 0 1 1"><path d=""/></svg>'))
        == []
    )


@pytest.mark.parametrize(
    "bad",
    [
        GOOD.format("<p><div></p>"),
        GOOD.format("<b>x"),
        GOOD.format('<p id="a"></p><p id="a"></p>'),
        GOOD.format("<h1>lagi</h1>"),
        GOOD.format("<h3>lompat</h3>"),
        GOOD.format('<p style="color:red">x</p>'),
        GOOD.format("<script>1</script>"),
        GOOD.format('<script type="application/ld+json">{"a": }</script>'),
        GOOD.format('<p onclick="x()">x</p>'),
        GOOD.format('<img src="/a.png">'),
        GOOD.format('<a href="/"></a>'),
        GOOD.format('<label for="tidak-ada">x</label>'),
        GOOD.format("x").replace('lang="id"', 'lang="en"'),
        GOOD.format("x").replace("Judul |", " |"),
        GOOD.format("x").replace("Isi.", ""),
        GOOD.format("x").replace("<!doctype html>", ""),
        GOOD.format("x").replace("<h1>Judul</h1>", ""),
    ],
)
def test_bad_page_is_complained_of(bad):
    assert check(bad)
