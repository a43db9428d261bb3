"""A portal that does not answer what the script asks by itself does not hold a story back."""

import time

import pytest

from malangnews.news.models import Article
from tests import factories as make
from tests.browser.desk import hush, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

KEEP, SESSION = "**/admin/news/article/simpanan/*", "**/admin/news/article/sesi/*"
WORDS = "Ringkasan yang harus sampai."


def abort(route):
    route.abort()


def hang(route):
    """Never answer: the browser goes on waiting."""


@pytest.fixture
def story(visit):
    """An open form of a story, with words that are not saved; give what becomes of the routes."""
    article = make.make_article(title="Judul asli")
    make.make_user("dina", group="Penyunting")
    page = visit(viewport={"width": 1280, "height": 900})
    log_in(page, "dina")

    def write(**routes):
        for address, answer in ((KEEP, routes.get("keep")), (SESSION, routes.get("session"))):
            if answer:
                page.route(address, answer)
                page.route(address.removesuffix("*"), answer)
        page.goto(f"/admin/news/article/{article.pk}/change/")
        page.fill("#id_summary", WORDS)
        return page

    yield write
    page.unroute_all(behavior="ignoreErrors")
    hush(page)


def save(page):
    page.get_by_role("button", name="Simpan", exact=True).first.click()


@pytest.mark.parametrize("waiting", [0, 4000], ids=["at once", "with a copy on its way"])
@pytest.mark.parametrize("answer", [abort, hang])
def test_a_story_is_saved_while_its_copies_are_not(story, answer, waiting):
    page = story(keep=answer)
    page.wait_for_timeout(waiting)
    begun = time.monotonic()
    save(page)
    page.wait_for_selector(".messagelist .success")
    assert time.monotonic() - begun < 9
    assert Article.objects.get().summary == WORDS
    assert page.problems == []


def test_a_story_is_saved_while_nothing_that_the_script_asks_is_answered(story):
    page = story(keep=hang, session=hang)
    begun = time.monotonic()
    save(page)
    page.wait_for_selector(".messagelist .success")
    assert time.monotonic() - begun < 9
    assert Article.objects.get().summary == WORDS


def test_a_second_press_is_meant_when_only_the_scripts_question_is_refused(story):
    page = story(session=abort)
    save(page)
    page.wait_for_selector("text=Belum ada yang disimpan di portal")
    assert page.input_value("#id_summary") == WORDS
    save(page)
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get().summary == WORDS
