import pytest

from tests.factories import make_article, make_byline, make_initial

pytestmark = pytest.mark.django_db
HIDDEN = ["draft", "review", "scheduled", "withdrawn"]


def test_initial_detail_lists_stories_of_every_holder_and_role(client):
    before = make_initial(initials="say", full_name="Nama Rahasia", is_active=False)
    now = make_initial(initials="say")
    stories = [make_article(published=True) for _ in range(2)]
    make_byline(stories[0], initial=before)
    make_byline(stories[1], "photographer", initial=now)
    html = client.get("/berita/inisial/say/").content.decode()
    assert all(story.title in html for story in stories)
    assert "Penulis 1" in html and "Fotografer 1" in html
    assert "Nama Rahasia" not in html


@pytest.mark.parametrize("state", HIDDEN)
def test_initials_without_a_published_story_are_not_found(client, state):
    make_byline(make_article(state=state), initial=make_initial(initials="say"))
    assert client.get("/berita/inisial/say/").status_code == 404
    assert "inisial/say" not in client.get("/sitemap-inisial.xml").content.decode()


def test_sitemap_lists_initials_once(client):
    for _ in range(2):
        make_byline(make_article(published=True), initial=make_initial(is_active=False))
    story = make_article(published=True)
    make_byline(story, initial=make_initial(initials="yon"))
    assert client.get("/sitemap-inisial.xml").content.decode().count("inisial/yon/") == 1


def test_initials_that_no_address_can_hold_break_no_page(client):
    story = make_article(published=True)
    make_byline(story, initial=make_initial(initials="a/b"))
    make_byline(story, "editor", initial=make_initial(initials="é?"))
    assert client.get(story.get_absolute_url()).status_code == 200
    assert client.get("/sitemap-inisial.xml").status_code == 200
