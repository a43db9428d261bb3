"""Every page stands, on an empty and on a full portal, whatever is typed behind its address."""

from urllib.parse import quote, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve

from tests.house import walker, world

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]

WILD = [
    *("", " ", "0", "-1", "²", "1e9", str(10**30), "99999999", "abc", "'\"><script>x</script>"),
    *("2023-02-30", "9999-99-99", "0000-01-01", "2999-12-31", "1900-01-01", "kim-", "-", "--x"),
    *("terbaik-", "terbaik-99999999999999999999", "organization-1", "../..", "%", "\\", "x" * 3000),
    *(
        "ñ漢🙂",
        "\u202e",
        "\n",
        "a b c d e f g h i",
        '"a" OR 1=1 --',
        "{{ 7*7 }}",
        "\ud7ff",
        "\ufeff",
    ),
]
# Addresses that are made to be kept, and lead on to where the page stands now.
PERMANENT = ("/p/", "/ralat/")
# Pages only with DEBUG, or only where a deployment has loaded real boundaries.
OPTIONAL = ("components", "kim:kim_map")
UNREADABLE = ["%00", "a%00b", "%F0", "%FF", "%C0%80", "%ED%A0%80"]


@pytest.fixture(params=["full", "empty"])
def pages(request):
    found = request.getfixturevalue(request.param)
    return found.pages if request.param == "full" else found


def test_no_page_fails(pages):
    failed = {page.address: page.error for page in pages.values() if page.status >= 500}
    assert failed == {}


def test_pages_without_a_part_to_fill_in_stand_from_the_first_day(empty):
    fixed = [
        walker.reverse(name)
        for name, pattern in walker.public_patterns()
        if not pattern.pattern.converters and name not in OPTIONAL
    ]
    assert len(fixed) > 10
    assert {address: empty[address].status for address in fixed} == dict.fromkeys(fixed, 200)


def test_every_link_leads_somewhere(pages):
    dead = {}
    for page in pages.values():
        for link in page.links if page.status == 200 else ():
            address = link.partition("#")[0]
            if address.startswith(PERMANENT) and address in pages:
                address = pages[address].headers.get("Location", address).partition("#")[0]
            if address in pages and pages[address].status != 200:
                dead.setdefault(address, page.address)
    assert dead == {}


def test_every_static_file_that_a_page_names_exists(pages):
    names = {
        urlsplit(link).path.removeprefix(settings.STATIC_URL)
        for page in pages.values()
        for link in page.links
        if link.startswith(settings.STATIC_URL)
    }
    assert names
    assert [name for name in names if not (settings.BASE_DIR / "static" / name).is_file()] == []


def test_every_fragment_names_a_place_on_its_page(pages):
    lost = set()
    for page in pages.values():
        for link in page.links if page.status == 200 and page.is_html else ():
            address, _, place = link.partition("#")
            target = pages.get(address)
            if place and target and target.is_html and f'id="{place}"' not in target.body:
                lost.add((page.address, link))
    assert lost == set()


def test_view_name_is_address_name_is_template_name(full):
    wrong = []
    for page in full.pages.values():
        if page.status != 200 or not page.template or not page.is_html:
            continue
        match = resolve(urlsplit(page.address).path)
        room = f"{match.namespace}/" if match.namespace else ""
        if page.template != f"{room}{match.url_name}.html":
            wrong.append(f"{page.address}: {page.template} for {match.view_name}")
        if match.func.__name__ != match.url_name:
            wrong.append(f"{match.func.__name__} for {match.view_name}")
    assert wrong == []


def test_public_pages_are_only_read(full):
    taken = {
        address: page.status
        for address, page in full.posted.items()
        if page.status not in (403, 405)
    }
    assert taken == {}


def test_wild_values_are_answered(rolled_back):
    def ask():
        made = world.World()
        world.add_public(made)
        client = Client(raise_request_exception=False)
        asked = walker.parameters(walker.walk(client))
        assert {"tahun", "tingkat", "ajang", "penerima", "peringkat"} <= asked["/penghargaan/"]
        assert "pada" in asked["/kim/"]
        assert "q" in asked["/cari/"]
        answers = []
        for path, names in asked.items():
            for name in names | {"page"}:
                wild = [quote(value, safe="") for value in WILD]
                for value in [*wild, f"1&{name}=2", "1&" + "&".join(["x=1"] * 50)]:
                    answers.append((200, walker.fetch(client, f"{path}?{name}={value}")))
                for value in UNREADABLE:
                    answers.append((400, walker.fetch(client, f"{path}?{name}={value}")))
        return answers

    answers = rolled_back(ask)
    assert len(answers) > 300
    assert [
        (page.address[:100], page.status, page.error)
        for wanted, page in answers
        if page.status != wanted
    ] == []
    assert [page.address for _, page in answers if "<script>x" in page.body] == []
    dear = {page.address[:100]: page.queries for _, page in answers if page.queries > 12}
    assert dear == {}
