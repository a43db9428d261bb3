"""The pages that explain open data: true to the data, the document and the files."""

import html
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from awards.exports.columns import COLUMNS
from malangnews.api import guide
from malangnews.api.catalogue import RESOURCES
from malangnews.api.document import document
from malangnews.core.problems import TITLES
from tests import factories
from tests.factories import consent
from tests.house import world

pytestmark = pytest.mark.django_db
DATA, GUIDE = "/data/", "/data/api/"
PAGES = [DATA, GUIDE, *(f"{GUIDE}{resource.name}/" for resource in RESOURCES)]
MOST_QUERIES = 12
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SAID = re.compile(r'<pre class="api-said"><code>(.*?)</code></pre>', re.DOTALL)


def text_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def read(client, address: str) -> bytes:
    """Return what an address answers, files to their end."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.getvalue()


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", PAGES)
def test_page_stands_without_data_and_costs_the_same_with_much(client, address):
    empty, made = asked(client, address), world.World()
    world.add_public(made, 1)
    before = asked(client, address)
    world.add_public(made, 5)
    assert asked(client, address) == before
    assert empty <= before <= MOST_QUERIES


def test_every_set_tells_its_size_its_freshness_and_its_files(client):
    for _ in range(3):
        factories.make_award(published=True)
    factories.make_award()
    kim = factories.make_kim(published=True)
    factories.make_member(kim, **consent(consent_scope="open"))
    factories.make_member(kim, **consent())
    text = text_of(client, DATA)
    for words in ("3 penghargaan", "1 KIM", "1 pengurus", "57 kelurahan", "0 berita", "1 tonggak"):
        assert words in text, words
    for file in ("/penghargaan/?format=csv", "/kim/atlas.csv", "/kim/tonggak.csv"):
        assert f'href="{file}"' in text
        assert read(client, file)
    for file in ("/kim/pengurus.csv", "/kim/potensi.csv", "/kim/potensi.json", "/umpan/"):
        assert f'href="{file}"' in text
    assert "CC BY 4.0" in text
    assert "Kutip sebagai" in text


def test_dictionary_is_that_of_the_files(client):
    text = text_of(client, DATA)
    for column in COLUMNS:
        assert f"<code>{column.name}</code></dt><dd>{column.meaning}" in text


def test_catalogue_for_search_engines_names_every_set(client):
    factories.make_award(published=True)
    blocks = json.loads(LINKED.search(client.get(DATA).content.decode())[1])
    catalogue = next(block for block in blocks if block["@type"] == "DataCatalog")
    named = {one["name"]: one for one in catalogue["dataset"]}
    assert "Penghargaan, Kota Malang" in named
    assert len(named) == 9
    award = named["Penghargaan, Kota Malang"]
    kinds = [file["encodingFormat"] for file in award["distribution"]]
    assert kinds[0] == "text/csv"
    assert kinds[-1] == "application/json"
    assert award["dateModified"]
    for one in named.values():
        assert one["description"] and one["license"].startswith("https://creativecommons.org/")
        assert one["creator"]["name"] and one["distribution"], one["name"]
        for file in one["distribution"]:
            assert read(client, file["contentUrl"].removeprefix("http://testserver"))


def test_guide_names_every_resource_and_every_problem(client):
    text = text_of(client, GUIDE)
    for resource in RESOURCES:
        assert f'href="{GUIDE}{resource.name}/"' in text
    for status, title in TITLES.items():
        assert f'id="galat-{status}"' in text
        assert title in text
    assert 'href="/api/v1/openapi.json"' in text
    assert "curl 'http://testserver/api/v1/kelurahan/?per_halaman=1'" in text


def test_guide_tells_the_limit_that_is_in_force(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 1234
    assert "1.234 permintaan tiap menit" in text_of(client, GUIDE)
    settings.API_REQUESTS_PER_MINUTE = 0
    assert "tidak dibatasi" in text_of(client, GUIDE)


def test_address_in_a_problem_leads_to_its_explanation(client):
    place = client.get("/api/v1/berita/?apa=1").json()["type"]
    page, _, anchor = place.partition("#")
    assert f'id="{anchor}"' in text_of(client, page)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_page_of_a_resource_tells_every_parameter_and_field(client, resource):
    world.add_public(world.World())
    address = f"{GUIDE}{resource.name}/"
    text = text_of(client, address)
    told = document()["paths"][f"/api/v1/{resource.name}/"]["get"]["parameters"]
    for name in (*(one["name"] for one in told), *resource.schema.model_fields):
        assert f"<code>{name}</code>" in text, name
    command, sample = map(html.unescape, SAID.findall(client.get(address).content.decode()))
    asked = command.removeprefix("curl 'http://testserver").removesuffix("'")
    answer = client.get(asked).json()["butir"][0]
    shown = json.loads(sample)
    assert shown.keys() == answer.keys()
    assert shown["url"] == answer["url"]


def test_kinds_are_told_in_words():
    by_name = {line.name: line for line in guide.fields_of(RESOURCES[0])}
    assert by_name["episode"].kind == "bilangan bulat atau null"
    assert by_name["tag"].kind == "daftar objek"
    assert by_name["foto.kredit"].kind == "teks"
    asked = {line.name: line for line in guide.parameters_of(RESOURCES[1])}
    assert asked["tahun"].kind == "bilangan bulat, 1900 sampai 2999"
    assert asked["tingkat"].kind.startswith("salah satu: internasional, nasional")
    assert asked["per_halaman"].kind == "bilangan bulat, 1 sampai 100, biasanya 25"


def test_page_of_no_resource_is_not_found(client):
    assert client.get(f"{GUIDE}tidak-ada/").status_code == 404
    assert client.post(GUIDE).status_code in (403, 405)


def test_every_page_leads_to_open_data(client):
    assert f'href="{DATA}"' in text_of(client, "/")
