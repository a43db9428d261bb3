"""Stylesheets: every page has the rules of what stands on it, and few bytes of others.

A sheet for a kind of page imports its parts; `collectstatic` lays them together.
"""

import re

import brotli
import pytest
from django.conf import settings
from django.test import Client

from malangnews.compression import QUALITY
from malangnews.core.sheets import compact, laid_together
from malangnews.demo.loading import load_all
from malangnews.media.renditions import PHONE_BYTES
from malangnews.news.models import Article
from tests.house.test_markup import a_few_of_each
from tests.house.walker import Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]

FOLDER = settings.BASE_DIR / "static" / "css"
# The desk and what contributors of KIM see have sheets of their own.
OTHERS = ("admin", "contributing", "invitation")
LINK = re.compile(r"""<link rel="stylesheet" href="/static/(css/[\w-]+\.css)\"""")
SCRIPT = re.compile(r"""<script type="module" src="/static/(js/[\w-]+\.js)\"""")
CLASS = re.compile(r"""\bclass=["']([^"']*)["']""")
SELECTOR = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
RULES = re.compile(r"([^{}]+)\{")
PRINTED = re.compile(r"@media print\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}")
# In bytes, as they are sent; a story's photo is at most PHONE_BYTES on a phone.
ROUND_TRIP, LIST, WITH_PHOTO, SCRIPTS = 14 * 1024, 60_000, 90_000, 4_000
REQUESTS, HEADERS = 8, 5_000
FIXED = ("fonts/plus-jakarta-sans-latin-wght-normal.woff2", "img/favicon.svg")
LISTS = (
    "/",
    "/berita/",
    "/penghargaan/",
    "/penghargaan/statistik/",
    "/kim/",
    "/kim/potensi/",
    "/kim/kelurahan/samaan/",
    "/cari/?q=malang",
    "/umpan/",
)


def read(name: str) -> str:
    return (settings.BASE_DIR / "static" / name).read_text(encoding="utf-8")


def served(name: str) -> str:
    """Return a sheet as `collectstatic` makes it."""
    return compact(laid_together(name, read))


def weight(text: str) -> int:
    """Return what a collected file weighs, in bytes as it is sent."""
    return len(brotli.compress(text.encode()))


def sent(page: Page) -> int:
    """Return what a page itself weighs as a reader gets it."""
    return len(brotli.compress(page.body.encode(), mode=brotli.MODE_TEXT, quality=QUALITY))


def styled(css: str) -> set[str]:
    """Return the classes that a sheet has rules for on a screen: the first one each rule names."""
    found = set()
    for selectors in RULES.findall(PRINTED.sub("", css)):
        for selector in re.split(r",(?![^()]*\))", selectors):
            names = SELECTOR.findall(selector)
            found.update(names[:1])
    return found


def sheets_of(page: Page) -> list[str]:
    return LINK.findall(page.body)


def missing(page: Page, known: dict[str, set[str]]) -> set[str]:
    """Return the classes of a page that some sheet has rules for, but none that it loads."""
    classes = {word for words in CLASS.findall(page.body) for word in words.split()}
    loaded = set().union(*(known[name] for name in sheets_of(page)), set())
    return (classes & set().union(*known.values())) - loaded


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    """What each public sheet has rules for, with what it imports."""
    names = [f"css/{path.name}" for path in FOLDER.glob("*.css")]
    return {name: styled(served(name)) for name in names if not name[4:].startswith(OTHERS)}


def public(pages: dict[str, Page]) -> list[Page]:
    return [page for page in a_few_of_each(pages) if "/undangan/" not in page.address]


def test_every_page_loads_the_rules_of_what_stands_on_it(full, known):
    lost = {}
    for page in public(full.pages):
        for word in missing(page, known):
            lost.setdefault((word, page.template), page.address)
    assert lost == {}


def test_no_page_asks_for_more_than_eight_files(full):
    for page in public(full.pages):
        sheets, scripts = sheets_of(page), SCRIPT.findall(page.body)
        photo = "<picture" in page.body
        # The page itself, its font, its icon.
        assert 3 + len(sheets) + len(scripts) + photo <= REQUESTS, page.address
        assert sum(weight(read(name)) for name in scripts) < SCRIPTS, page.address


def first_view(page: Page) -> int:
    """Return what a page weighs with all it needs but photos, in bytes as they are sent."""
    css = sum(weight(served(name)) for name in sheets_of(page))
    scripts = sum(weight(read(name)) for name in SCRIPT.findall(page.body))
    fixed = sum((settings.BASE_DIR / "static" / name).stat().st_size for name in FIXED)
    return HEADERS + sent(page) + css + scripts + fixed


@pytest.fixture(scope="module")
def demo(rolled_back) -> dict[str, Page]:
    """The demo's stories, and its longest lists."""

    def walk():
        load_all()
        client = Client()
        stories = [story.get_absolute_url() for story in Article.objects.published()]
        return {address: fetch(client, address) for address in (*stories, *LISTS)}

    return rolled_back(walk)


def test_story_and_its_sheets_come_in_one_round_trip(demo):
    stories = [page for page in demo.values() if page.template == "news/article_detail.html"]
    assert len(stories) > 20
    for page in stories:
        html = sent(page)
        css = sum(weight(served(name)) for name in sheets_of(page))
        assert html + css <= ROUND_TRIP, (page.address, html, css)
        assert first_view(page) + PHONE_BYTES <= WITH_PHOTO, page.address


def test_lists_weigh_little(demo):
    for address in LISTS:
        assert demo[address].status == 200
        assert first_view(demo[address]) <= LIST, address


def test_missing_rules_and_weight_would_be_seen(known):
    def page(body):
        return Page("/", 200, {}, (), body, 0, "")

    link = '<link rel="stylesheet" href="/static/css/{}.css">'
    bare = page(link.format("site") + '<table class="table">')
    assert missing(bare, known) == {"table"}
    assert missing(page(bare.body + link.format("records")), known) == set()
    assert first_view(page(bare.body * 2)) > first_view(bare) + 4_000
