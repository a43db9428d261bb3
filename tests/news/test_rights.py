"""Who may do what to a story at the desk: role x action x object, as a table.

A cell holds the roles that may; every other role, and who is not logged in, may not. Every address
of the story's admin stands in it: a new one fails the first test until somebody says who may.
"""

import uuid

import pytest
from django.contrib import admin
from django.urls import reverse

from malangnews.news.models import Article
from malangnews.news.revisions.record import KIND, record
from tests import factories as make
from tests.news.test_admin import inlines, story

pytestmark = pytest.mark.django_db

W, E, A, K, N = "Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM", ""
ROLES = (W, E, A, K, N)
STAFF = {W, E, A, K}
WRITERS = {W, E}
NOBODY = set()

# What happens to the story in the row's hands, by its state.
STATES = ("draft", "review", "scheduled", "published", "withdrawn")


def by_state(before, after):
    """Roles for a story not yet released, and for one that is."""
    return dict.fromkeys(STATES[:2], before) | dict.fromkeys(STATES[2:], after)


SEE = by_state(STAFF, STAFF)
EDIT = by_state(WRITERS, {E})
PUBLISH = by_state({E}, {E})

# Name of the address, method, and the roles for each state.
TABLE = {
    ("changelist", "GET"): SEE,
    ("change", "GET"): SEE,
    ("change", "POST"): EDIT,
    ("history", "GET"): SEE,
    ("compare", "GET"): SEE,
    ("restore", "POST"): EDIT,
    ("delete", "GET"): by_state({E}, NOBODY),
    ("withdraw", "GET"): PUBLISH,
    ("return", "GET"): PUBLISH,
    ("preview", "POST"): EDIT,
    ("read", "POST"): EDIT,
    ("links", "GET"): EDIT,
    ("links", "POST"): EDIT,
    ("keep", "POST"): by_state(WRITERS, WRITERS),
    # Who may change the story is sent on to its own form.
    ("propose", "GET"): by_state(WRITERS, WRITERS),
    ("propose", "POST"): by_state(WRITERS, WRITERS),
}
# Without a story of their own, or asked elsewhere: tested below or in the file that is named.
OTHERS = {
    "add": "test_new_stories_are_for_who_writes",
    "session": "tests/news/test_keeping.py",
    "discard": "tests/news/test_keeping.py",
    "proposals": "tests/news/test_proposals.py",
    "proposal": "tests/news/test_proposals.py",
    "read_new": "tests/news/test_reading_along.py",
    "photo": "tests/news/test_editor.py",
    "photos": "tests/news/test_editor.py",
    "records": "tests/news/test_editor.py",
    "marks": "tests/news/test_editor.py",
    "intake": "tests/news/test_photo_intake.py",
    "evidence": "tests/news/test_dossier.py",
    "evidence_file": "tests/news/test_dossier.py",
    "preview_new": "tests/news/test_preview.py",
    "preview_shell": "tests/news/test_preview.py",
    "preview_page": "tests/news/test_preview.py",
    "revoke": "tests/news/test_preview.py",
}


def names():
    """The names of every address of the story's admin, without their prefix."""
    patterns = admin.site._registry[Article].get_urls()
    found = {pattern.name for pattern in patterns if getattr(pattern, "name", None)}
    return {name.removeprefix("news_article_") for name in found}


def test_every_address_stands_in_the_table():
    assert names() == {name for name, _ in TABLE} | set(OTHERS)


def ask(client, name, method, article):
    """Ask for the address as its page would, with all that it needs."""
    if name == "changelist":
        return client.get(reverse("admin:news_article_changelist"))
    more = {"restore": [1]}.get(name, [])
    if name == "keep":
        address = f"{reverse('admin:news_article_keep')}?berita={article.pk}"
    else:
        address = reverse(f"admin:news_article_{name}", args=[article.pk, *more])
    if method == "GET":
        return client.get(address, {"dari": 1} if name == "compare" else {})
    data = story(rubric=article.rubric_id) | inlines()
    data |= {"desk_version": article.version, "desk_copy": str(uuid.uuid4())}
    return client.post(address, data)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("name", "method"), TABLE)
def test_a_role_may_do_what_the_table_says(client, name, method, role, state):
    article = make.make_article(state=state)
    record(article, KIND.SAVED, None)
    client.force_login(make.make_user(group=role))
    status = ask(client, name, method, article).status_code
    allowed = role in TABLE[name, method][state]
    assert (status in (200, 302)) == allowed, status
    if not allowed:
        assert status == 403


@pytest.mark.parametrize(("name", "method"), TABLE)
def test_who_is_not_logged_in_may_do_nothing(client, name, method):
    article = make.make_article(title="Rahasia")
    record(article, KIND.SAVED, None)
    answer = ask(client, name, method, article)
    assert answer.status_code in (302, 401)
    assert "/admin/login/" in answer.headers.get("Location", "/admin/login/")
    assert "Rahasia" not in answer.content.decode()
    before = article.version
    article.refresh_from_db()
    assert article.version == before


@pytest.mark.parametrize("role", ROLES)
def test_new_stories_are_for_who_writes(client, role):
    client.force_login(make.make_user(group=role))
    status = client.get(reverse("admin:news_article_add")).status_code
    assert status == (200 if role in WRITERS else 403)


@pytest.mark.parametrize("role", [W, A, K, N])
@pytest.mark.parametrize("state", STATES[:2])
def test_nobody_but_an_editor_publishes_by_any_way(client, role, state):
    """Buttons of the form, actions of the list, pages of verbs: the story stays where it was."""
    article = make.make_article(state=state)
    record(article, KIND.SAVED, None)
    client.force_login(make.make_user(group=role))
    form = story(rubric=article.rubric_id, desk_version=article.version) | inlines()
    change = reverse("admin:news_article_change", args=[article.pk])
    changelist = reverse("admin:news_article_changelist")
    client.post(change, form | {"_publish": "1"})
    client.post(change, form | {"status": "published", "published_at": "2020-01-01T00:00"})
    for action in ("publish_rows", "withdraw_rows", "return_rows"):
        rows = {"action": action, "_selected_action": [article.pk], "reason": "x", "post": "yes"}
        client.post(changelist, rows)
    for name in ("withdraw", "return"):
        client.post(reverse(f"admin:news_article_{name}", args=[article.pk]), {"reason": "x"})
    article.refresh_from_db()
    assert (article.status, article.is_public) == (state, False)


def test_a_writer_deletes_her_own_drafts_only(client):
    writer = make.make_user(group=W)
    client.force_login(writer)
    own, other = make.make_article(created_by=writer), make.make_article()
    released = make.make_article(published=True, created_by=writer)
    for article, status in ((own, 302), (other, 403), (released, 403)):
        page = reverse("admin:news_article_delete", args=[article.pk])
        assert client.post(page, {"post": "yes"}).status_code == status
    assert set(Article.objects.all()) == {other, released}
