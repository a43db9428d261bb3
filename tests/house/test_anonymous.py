"""What an anonymous reader is sent may be kept by everybody."""

import pytest
from django.test import Client

from tests import factories
from tests.house import walker

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]
FOR_ONE = "/undangan/"  # links that were given to one person


def complaints(page: walker.Page) -> list[str]:
    """Return what is wrong with the headers of a public page."""
    vary = page.headers.get("Vary", "").lower()
    control = page.headers.get("Cache-Control", "")
    found = []
    if page.cookies:
        found.append(f"sets a cookie: {page.cookies}")
    if "cookie" in vary or "accept-language" in vary:
        found.append(f"varies by {vary}")
    if not control:
        found.append("has no Cache-Control")
    sealed = "private" in control or ("no-store" in control and page.address != "/healthz")
    if sealed and not page.address.startswith(FOR_ONE):
        found.append(f"may not be kept: {control}")
    lasting = page.status == 200 and not page.address.startswith(("/media/", "/healthz"))
    if lasting and "ETag" not in page.headers:
        found.append("has no ETag")
    policy = page.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        found.append(f"has a weak policy: {policy!r}")
    return [f"{page.address}: {words}" for words in found]


def test_pages_may_be_kept_by_everybody(full, empty):
    pages = [*full.pages.values(), *empty.values()]
    assert [words for page in pages for words in complaints(page)] == []


def test_personal_page_would_be_seen(client):
    assert len(complaints(walker.fetch(client, "/admin/login/"))) > 2


def test_unchanged_page_is_not_sent_again(empty):
    client = Client()
    for page in empty.values():
        if page.status == 200 and page.address != "/healthz":
            first = client.get(page.address)
            first.getvalue()  # a file is closed when it has been read
            again = client.get(page.address, HTTP_IF_NONE_MATCH=first["ETag"])
            assert (again.status_code, again.content) == (304, b""), page.address


def test_changed_page_is_sent_again(client):
    tag = client.get("/berita/")["ETag"]
    factories.make_article(published=True)
    assert client.get("/berita/", HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_head_has_headers_and_no_body(empty):
    client = Client()
    for page in empty.values():
        head = client.head(page.address)
        assert (head.status_code, head.content) == (page.status, b""), page.address


def test_editors_page_is_not_shared(client):
    client.force_login(factories.make_user(is_superuser=True))
    assert client.get("/berita/")["Cache-Control"].startswith("private")


@pytest.mark.parametrize("maker", ["article", "award", "handover", "kim", "potential"])
def test_draft_shown_to_its_editor_is_kept_by_nobody(client, maker):
    row = getattr(factories, f"make_{maker}")()
    assert client.get(row.get_absolute_url()).status_code == 404
    client.force_login(factories.make_user(is_superuser=True))
    response = client.get(row.get_absolute_url())
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "Draf" in response.content.decode()
