"""The search as browsers take it up: its description, and suggestions in their form."""

import pytest
from lxml import etree

from malangnews.search.index import rebuild
from tests.factories import make_article, make_kim

pytestmark = pytest.mark.django_db
SPACE = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def described(client):
    answer = client.get("/opensearch.xml")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    return etree.fromstring(answer.content)


def test_pages_lead_to_a_description_that_browsers_take(client):
    page = client.get("/").content.decode()
    assert 'rel="search" type="application/opensearchdescription+xml"' in page
    root = described(client)
    assert root.findtext("o:ShortName", namespaces=SPACE) == "malangnews"
    assert len(root.findtext("o:Description", namespaces=SPACE)) <= 1024
    templates = {url.get("type"): url.get("template") for url in root.findall("o:Url", SPACE)}
    assert templates["text/html"] == "http://testserver/cari/?q={searchTerms}"
    address = templates["text/html"].replace("{searchTerms}", "batik")
    assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_suggestions_come_in_the_form_that_browsers_ask_for(client):
    kim = make_kim(name="KIM Gerabah", published=True)
    rebuild()
    root = described(client)
    (template,) = (
        url.get("template")
        for url in root.findall("o:Url", SPACE)
        if url.get("type") == "application/x-suggestions+json"
    )
    path = template.replace("{searchTerms}", "gera").removeprefix("http://testserver")
    answer = client.get(path)
    assert answer["Content-Type"].startswith("application/x-suggestions+json")
    words, names, kinds, urls = answer.json()
    assert words == "gera"
    assert names == ["KIM Gerabah"]
    assert len(kinds) == len(urls) == 1
    assert urls == [f"http://testserver{kim.get_absolute_url()}"]


@pytest.mark.parametrize("asked", ["", "x", "\x00", "%", "a" * 5000])
def test_any_words_get_an_answer_in_that_form(client, asked):
    make_article(published=True)
    answer = client.get("/cari/saran/", {"q": asked, "bentuk": "opensearch"})
    assert answer.status_code in (200, 400)
    if answer.status_code == 200:
        assert answer.json()[1:] == [[], [], []]
        assert len(answer.json()[0]) <= 200
