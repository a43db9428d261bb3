"""The atlas as a picture, and the frame that other sites put on their pages."""

import base64
import hashlib
import html
import re
from pathlib import Path

import pytest
from lxml import etree

from kim.picture import DARK, LIGHT
from malangnews.core.policy import build_policy
from tests.factories import kelurahan, make_kim

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
TOKENS = (Path(__file__).parents[2] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
FRAME = "/kim/atlas/sematan/"
POLICY = "Content-Security-Policy"


def picture(client, address="/kim/atlas.svg"):
    return etree.fromstring(client.get(address).content)


def test_colours_are_those_of_the_house():
    house = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\);", TOKENS))
    for name, light in LIGHT.items():
        assert house[name] == f"{light}, {DARK[name]}", name
    assert LIGHT.keys() == DARK.keys()


def test_atlas_svg_shows_all_tiles_in_their_states(client):
    make_kim(published=True, kelurahan=kelurahan("Samaan"))
    make_kim(published=True, kelurahan=kelurahan("Kasin"), milestones=[("dormant", None)])
    make_kim(published=True, kelurahan=kelurahan("Bareng"), milestones=[("proposed", None)])
    make_kim(published=True, kelurahan=kelurahan("Klojen"), milestones=[("dissolved", None)])
    drawing = picture(client)
    titles = [title.text for title in drawing.iter(f"{SVG}title")]
    assert len(titles) == 58
    assert titles[0].startswith("Atlas KIM Kota Malang: 2 dari 57 kelurahan mempunyai KIM")
    for words in (
        "Samaan, Kecamatan Klojen: terbentuk",
        "Kasin, Kecamatan Klojen: vakum",
        "Bareng, Kecamatan Klojen: dalam pembentukan",
        "Klojen, Kecamatan Klojen: bubar",
        "Sukun, Kecamatan Sukun: belum tercatat",
    ):
        assert words in titles
    links = [link.get("href") for link in drawing.iter(f"{SVG}a")]
    assert len(links) == 57
    assert all(link.startswith("http://testserver/kim/kelurahan/") for link in links)


def test_atlas_svg_squeezes_every_label_to_the_width_that_fits(client):
    labels = [text for text in picture(client).iter(f"{SVG}text") if text.get("textLength")]
    assert len(labels) > 57
    assert all(0 < float(text.get("textLength")) < 58 for text in labels)


def test_atlas_svg_of_a_day_and_a_place(client):
    make_kim(published=True, kelurahan=kelurahan("Samaan"))
    title = picture(client, "/kim/atlas.svg?pada=2019-12-31&kelurahan=samaan")[0].text
    assert "0 dari 57" in title
    assert "31 Desember 2019" in title
    assert title.endswith("dengan Samaan ditandai")
    assert "ditandai" not in picture(client, "/kim/atlas.svg?kelurahan=tidak-ada")[0].text


def test_atlas_svg_may_stand_on_any_site_and_run_nothing(client):
    response = client.get("/kim/atlas.svg")
    style = etree.fromstring(response.content).find(f"{SVG}style").text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}';" in response[POLICY]
    assert "default-src 'none'" in response[POLICY]
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Content-Type"] == "image/svg+xml"


def test_atlas_embed_is_the_only_page_that_any_site_may_frame(client, settings):
    response = client.get(FRAME)
    assert "frame-ancestors *" in response[POLICY]
    assert "X-Frame-Options" not in response
    page = client.get("/kim/")
    assert page[POLICY] == build_policy(settings.SECURE_CSP)
    assert page["X-Frame-Options"] == "DENY"
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


def test_atlas_embed_opens_its_links_in_the_whole_window(client):
    make_kim(published=True, name="KIM Samaan")
    body = client.get(f"{FRAME}?kelurahan=samaan").content.decode()
    assert body.count('target="_top"') == 57 + 5 + 1
    outward = re.findall(r"<a [^>]*href=\"/[^>]*>", body)
    assert all('target="_top"' in link for link in outward)
    assert "1 dari 57 kelurahan" in body
    assert 'rel="canonical" href="http://testserver/kim/"' in body
    assert body.count('aria-current="true"') == 1
    assert "<script" not in body


@pytest.mark.parametrize("address", ["/kim/atlas.svg", FRAME])
@pytest.mark.parametrize("query", ["?pada=kemarin", "?pada=2999-01-01", "?kelurahan=%22%3E%3Cx"])
def test_embedded_atlas_takes_nonsense_for_today(client, address, query):
    response = client.get(address + query)
    assert response.status_code == 200
    assert b"<x" not in response.content


@pytest.mark.parametrize("address", ["/kim/atlas.svg", FRAME, "/kim/atlas.csv", "/kim/tonggak.csv"])
def test_what_goes_out_takes_no_post(client, address):
    assert client.post(address).status_code == 405


def test_kim_list_gives_the_lines_to_copy(client):
    page = client.get("/kim/?pada=2022-12-07").content.decode()
    frame = "http://testserver/kim/atlas/sematan/?pada=2022-12-07"
    assert f"&lt;iframe src=&quot;{frame}&quot;" in page
    assert "&lt;img src=&quot;http://testserver/kim/atlas.svg?pada=2022-12-07&quot;" in page
    assert "<iframe" not in page
    copied = [html.unescape(text) for text in re.findall(r"<pre [^>]*>(.*?)</pre>", page)]
    iframe, link = (etree.fromstring(text, etree.HTMLParser())[0][0] for text in copied)
    assert dict(iframe.attrib) == {
        "src": frame,
        "title": "Atlas KIM Kota Malang",
        "width": "100%",
        "height": "720",
        "loading": "lazy",
    }
    assert dict(link[0].attrib) == {
        "src": "http://testserver/kim/atlas.svg?pada=2022-12-07",
        "alt": "Atlas KIM Kota Malang",
        "width": "660",
        "loading": "lazy",
    }
