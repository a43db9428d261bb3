"""news/schema.py and core/schema.py: what a story and the front page tell search engines."""

import datetime as dt
import json
import re

import pytest

from kim.models import Kelurahan
from tests.factories import (
    make_article,
    make_byline,
    make_correction,
    make_initial,
    make_kim,
    make_photo,
)

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
# Everything that schema.org and the search engines recommend for a story that has it.
RECOMMENDED = {
    *("headline", "description", "image", "thumbnailUrl", "datePublished", "dateModified"),
    *("author", "editor", "publisher", "mainEntityOfPage", "inLanguage", "isAccessibleForFree"),
    *("wordCount", "articleSection", "keywords", "contentLocation", "locationCreated"),
    *("correction",),
}


def blocks(client, path: str) -> dict[str, dict]:
    text = client.get(path).content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return {block["@type"]: block for block in json.loads(script)}


def news(client, article) -> dict:
    return blocks(client, article.get_absolute_url())["NewsArticle"]


@pytest.fixture
def article():
    place = Kelurahan.objects.get(slug="samaan")
    row = make_article(published=True, tags=["Batik"], body="Satu dua tiga.\nEmpat lima.")
    row.kelurahan.add(place)
    make_byline(row, "writer", initial=make_initial(initials="say"))
    make_byline(row, "editor", initial=make_initial(initials="yon"), position=2)
    make_correction(row, text="Tahun yang benar 2023.")
    return row


def test_story_tells_everything_that_is_recommended(client, article):
    told = news(client, article)
    assert RECOMMENDED <= told.keys()
    assert told["wordCount"] == 5
    assert told["keywords"] == ["Batik"]
    assert told["mainEntityOfPage"] == HOST + article.get_absolute_url()
    assert told["thumbnailUrl"] == told["image"][0]
    assert told["contentLocation"][0]["name"] == "Kelurahan Samaan"
    assert told["locationCreated"] == {"@type": "Place", "name": article.dateline_place}
    for name in ("datePublished", "dateModified"):
        assert dt.datetime.fromisoformat(told[name]).tzinfo
    publisher = told["publisher"]
    assert publisher["name"] == "Diskominfo Kota Malang"
    assert publisher["logo"]["url"].startswith(HOST)


def test_writers_and_editors_are_named_by_their_initials(client, article):
    told = news(client, article)
    assert told["author"] == [
        {"@type": "Person", "name": "say", "url": f"{HOST}/berita/inisial/say/"}
    ]
    assert [one["name"] for one in told["editor"]] == ["yon"]


def test_kim_that_wrote_is_the_author(client):
    kim, row = make_kim(published=True), make_article(published=True)
    make_byline(row, "writer", kim=kim)
    (author,) = news(client, row)["author"]
    assert (author["@type"], author["name"]) == ("Organization", kim.name)
    assert author["url"] == HOST + kim.get_absolute_url()
    assert author["logo"].startswith(HOST)


def test_hidden_kim_is_no_author_and_the_office_stands_for_it(client):
    kim, row = make_kim(name="KIM Belum Terbit"), make_article(published=True)
    make_byline(row, "writer", kim=kim)
    (author,) = news(client, row)["author"]
    assert author["name"] == "Diskominfo Kota Malang"
    assert "Belum Terbit" not in json.dumps(news(client, row))


def test_correction_is_told_with_its_kind_and_time(client, article):
    (note,) = news(client, article)["correction"]
    assert note["@type"] == "CorrectionComment"
    assert note["text"] == "Tahun yang benar 2023."
    assert dt.datetime.fromisoformat(note["datePublished"])


def test_what_a_story_lacks_is_not_said(client):
    told = news(client, make_article(published=True))
    assert not {"correction", "contentLocation", "keywords", "editor"} & told.keys()


def test_picture_of_a_story_is_its_photo_wide_and_whole_or_its_cover(client):
    photo = make_photo()
    with_photo = news(client, make_article(published=True, lead_photo=photo))["image"]
    assert with_photo[-1] == HOST + photo.file.url
    assert len(with_photo) == len(set(with_photo))
    (cover,) = news(client, make_article(published=True))["image"]
    path = cover.removeprefix(HOST)
    assert path.startswith("/gambar/berita/")
    assert client.get(path)["Content-Type"] == "image/png"


def test_front_page_tells_who_makes_the_portal_and_how_it_is_searched(client):
    told = blocks(client, "/")
    newsroom, site = told["NewsMediaOrganization"], told["WebSite"]
    assert {"name", "url", "logo", "parentOrganization", "correctionsPolicy"} <= newsroom.keys()
    action = site["potentialAction"]
    assert action["@type"] == "SearchAction"
    assert action["target"]["urlTemplate"] == f"{HOST}/cari/?q={{search_term_string}}"
    assert "NewsMediaOrganization" not in blocks(client, "/berita/")


DATASETS = ["/kim/", "/kim/potensi/", "/penghargaan/statistik/", "/penghargaan/data/"]


@pytest.mark.parametrize("path", DATASETS)
def test_tables_are_datasets_with_everything_that_is_recommended(client, path):
    told = blocks(client, path)["Dataset"]
    needed = "name description url license creator spatialCoverage keywords variableMeasured"
    assert set(needed.split()) <= told.keys()
    assert 50 <= len(told["description"]) <= 5000
    for file in told["distribution"]:
        answer = client.get(file["contentUrl"].removeprefix(HOST))
        assert answer.status_code == 200
        assert answer["Content-Type"].partition(";")[0] == file["encodingFormat"]
        answer.close()
