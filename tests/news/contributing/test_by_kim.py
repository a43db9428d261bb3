"""Published, a story that a KIM wrote says so on its page, in lists, in feeds, to machines."""

import json
import re

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db
BY = "Ditulis oleh"


@pytest.fixture
def story():
    kim = make.make_kim(name="KIM Samaan", published=True)
    story = make.make_article(published=True, sent_by=kim, kims=[kim])
    make.make_byline(story, kim=kim)
    return story


def hide(story):
    type(story.sent_by).objects.filter(pk=story.sent_by_id).withdraw("Keliru.")


def author(client, story):
    data = re.search(
        r'application/ld\+json">(.*?)</script>',
        client.get(story.get_absolute_url()).content.decode(),
    )
    text = json.dumps(json.loads(data[1]))
    return json.loads(re.search(r'"author": (\[.*?\])', text)[1])


def test_page_links_to_the_kim(client, story):
    words = client.get(story.get_absolute_url()).content.decode()
    address = story.sent_by.get_absolute_url()
    assert f'{BY} <a href="{address}">KIM Samaan</a>' in words
    hide(story)
    assert BY not in client.get(story.get_absolute_url()).content.decode()


def test_lists_name_the_kim(client, story):
    pages = ["/", "/berita/", f"/kim/{story.sent_by.slug}/"]
    for address in pages:
        assert f"{BY} KIM Samaan" in client.get(address).content.decode(), address
    hide(story)
    for address in pages[:2]:
        assert BY not in client.get(address).content.decode(), address


def test_feeds_name_the_kim(client, story):
    for address in ("/berita/rss.xml", "/berita/atom.xml"):
        words = client.get(address).content.decode()
        assert BY in words and "KIM Samaan" in words, address
    hide(story)
    assert "KIM Samaan" not in client.get("/berita/rss.xml").content.decode()


def test_machines_are_told_the_author(client, story):
    assert author(client, story)[0]["name"] == "KIM Samaan"
    hide(story)
    assert "Samaan" not in author(client, story)[0]["name"]


def test_a_contributing_kim_is_not_called_the_writer(client):
    kim = make.make_kim(name="KIM Samaan", published=True)
    story = make.make_article(published=True)
    make.make_byline(story, "contributor", kim=kim)
    assert BY not in client.get(story.get_absolute_url()).content.decode()
    assert BY not in client.get("/berita/").content.decode()
