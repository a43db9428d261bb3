"""What a contributor of KIM A reaches: her own room, and of the desk nothing, by any address.

Every address under /admin/ is found by itself and must refuse her; one that opens must stand in
OPEN, with the reason. What she may do to which story is test_story_rights.py.
"""

import uuid

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awards.agenda import token_of
from kim.models import Contributor, Invitation
from kim.writers import end
from malangnews.news.models import Article, PreviewLink, Proposal, WorkingCopy
from malangnews.news.revisions.record import KIND, record
from tests import factories as make
from tests.core.desks import fill_every_table
from tests.house import walker
from tests.news.contributing.doors import COPY, doors

pytestmark = pytest.mark.django_db

WRITING = "/admin/tulis/"
LOGIN = "/admin/login/"
REFUSED = {400, 403, 404, 405}
#: Doors of the desk that open to a contributor, and why they may.
OPEN = {
    "index": "leads on to her own room",
    "login": "leads on, or lets her in",
    "logout": "lets her out",
    "password_change": "her own password",
    "password_change_done": "her own password",
    "jsi18n": "words of Django's scripts",
    "guide": "the guide: words, no rows",
    "guide_chapter": "the guide: words, no rows",
    "news_article_session": "says who is logged in: herself",
    "no_slash": "leads to the address with a slash, which is closed",
}
#: Planted in rows that are not hers; no answer may hold one.
SECRETS = ("zqxanggota", "zqxkontak", "zqxnaskah", "zqxakun")


def plant():
    """A full desk, with secrets of KIM A's members, of KIM B and of the desk; returns her."""
    fill_every_table()
    kim, other = make.make_kim(published=True), make.make_kim(published=True)
    she = make.make_contributor(kim)
    stranger = make.make_user("zqxakun", group="Kontributor KIM", first_name="Akun zqxakun")
    make.make_contributor(other, stranger)
    for group in (kim, other):
        # Of who agreed everybody may read the name, and nobody the guardian.
        make.make_member(group, **make.consent(guardian="zqxanggota"))
        make.make_member(group, name="Pengurus zqxanggota")
    make.make_contact(value="zqxkontak")
    for state in make.STATES[:3]:
        # Of their addresses a page that is not there may speak; of their words none.
        theirs = {"title": "Dari B zqxnaskah", "slug": f"dari-b-{state}"}
        make.make_article(state=state, sent_by=other, **theirs)
        desks = {"title": "Meja zqxnaskah", "slug": f"meja-{state}"}
        desk = make.make_article(state=state, kims=[kim], **desks)
        make.make_byline(desk, kim=kim)
    record(desk, KIND.SAVED, None)
    # She once worked on a story of the desk, and no longer may.
    WorkingCopy.objects.create(key=COPY, user=she.user, article=desk, data={"title": ["zqxnaskah"]})
    Proposal.objects.create(article=desk, by=she.user, base_version=1, snapshot={})
    return she


def ask(client, user, address, method, data=None):
    if user is not None:
        client.force_login(user)
    return getattr(client, method)(address, data or {})


def told(answer) -> str:
    body = b"".join(answer) if answer.streaming else answer.content
    return body.decode(errors="replace") + answer.headers.get("Location", "")


def refused(answer, leads_to) -> bool:
    """Refused in words, or led to a door that is hers. A row that is not there leads to the first
    page, which leads her on."""
    where = answer.headers.get("Location", "")
    led_on = where.startswith(leads_to) or where == reverse("admin:index")
    return answer.status_code in REFUSED | {401} or (answer.status_code == 302 and led_on)


def rows() -> dict:
    """How many rows of each kind there are, and what her requests could have changed in them."""
    counts = {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.label != "sessions.Session"
    }
    states = list(Article.objects.order_by("pk").values_list("status", "version", "title"))
    open_links = Invitation.objects.open().count(), Contributor.objects.active().count()
    return counts | {"states": states, "open": open_links}


EVERYTHING = {
    "action": "publish_rows",
    "_selected_action": ["1", "2", "3"],
    "post": "yes",
    "reason": "x",
    "title": "x",
    "name": "x",
    "_save": "1",
    "_publish": "1",
    "no": "1",
    "desk_copy": str(uuid.uuid4()),
}


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_door_of_the_desk_opens_to_a_contributor(client, method):
    she = plant()
    found, before = doors(), rows()
    opened = set()
    for name, address in found:
        answer = ask(client, she.user, address, method, EVERYTHING if method == "post" else None)
        text = told(answer)
        assert not [secret for secret in SECRETS if secret in text], (name, address)
        if name == "index":
            assert answer["Location"] == WRITING
        opened |= {name} & OPEN.keys()
        if name not in OPEN and not refused(answer, WRITING):
            pytest.fail(f"{method} {address} ({name}) answers {answer.status_code}: {text[:200]}")
    assert len(found) > 180
    assert opened == set(OPEN)
    assert rows() == before


@pytest.mark.parametrize("who", ["anonymous", "ended", "inactive"])
def test_no_door_of_the_desk_opens_to_who_is_no_contributor_any_more(client, who):
    she = plant()
    if who == "ended":
        end(she)
    if who == "inactive":
        she.user.is_active = False
        she.user.save()
    found, before = doors(), rows()
    for name, address in found:
        for method in ("get", "post"):
            answer = ask(client, None if who == "anonymous" else she.user, address, method)
            text = told(answer)
            assert not [secret for secret in SECRETS if secret in text], (name, address)
            allowed = name == "login" or (name == "no_slash" and answer.status_code == 301)
            assert allowed or refused(answer, LOGIN), (method, address)
    assert rows() == before


def test_no_suggestion_answers_a_contributor(client):
    she = plant()
    fields = [
        (model._meta.app_label, model._meta.model_name, field)
        for model, desk in admin.site._registry.items()
        for field in {*desk.autocomplete_fields, *relations(model)}
    ]
    assert len(fields) > 30
    for app_label, model_name, field in fields:
        query = {"app_label": app_label, "model_name": model_name, "field_name": field, "term": ""}
        answer = ask(client, she.user, "/admin/autocomplete/", "get", query)
        assert answer.status_code in (403, 404), (model_name, field)


def relations(model):
    return [
        field.name for field in model._meta.get_fields() if getattr(field, "remote_field", None)
    ]


def test_the_way_from_a_number_to_a_page_tells_a_contributor_nothing(client):
    """Django leads every account of the desk on, to an address that holds a draft's title."""
    she, editor = plant(), make.make_user(group="Penyunting")
    secret = Article.objects.filter(title__contains="zqxnaskah").first()
    for model in (*admin.site._registry, Contributor):
        row = model._default_manager.first()
        kind = ContentType.objects.get_for_model(model).pk
        for key in (row.pk if row else 1, secret.pk, "x", "9" * 30):
            answer = ask(client, she.user, f"/admin/r/{kind}/{key}/", "get")
            assert answer.status_code in (403, 404), (model, key)
    kind = ContentType.objects.get_for_model(Article).pk
    seen = ask(client, editor, f"/admin/r/{kind}/{secret.pk}/", "get")
    assert seen["Location"].endswith(secret.get_absolute_url())


def test_a_contributor_sees_of_the_public_portal_what_everybody_sees(client):
    she = plant()
    link = PreviewLink.objects.create(
        article=Article.objects.filter(title__contains="zqxnaskah").first(),
        label="Ketua",
        expires_at=timezone.now() - timezone.timedelta(days=1),
    )
    more = [f"/berita/pratinjau/{link.pk}-{'0' * 32}/"]
    more += [reverse("awards:agenda", args=[token_of(she.user)])]
    more += [row.get_absolute_url() for row in Article.objects.drafts()]
    stranger, differs = Client(), []
    client.force_login(she.user)
    addresses = {
        *walker.mapped_addresses(lambda path: stranger.get(path).status_code == 200),
        *more,
    }
    for address in sorted(addresses):
        if address.startswith("/admin/"):
            continue
        seen, public = client.get(address), stranger.get(address)
        text = told(seen)
        assert not [secret for secret in SECRETS if secret in text], address
        if seen.status_code != public.status_code:
            differs.append((address, seen.status_code, public.status_code))
    assert len(addresses) > 60
    assert differs == []


def test_the_role_holds_no_permission_at_all():
    she = make.make_contributor()
    assert she.user.get_all_permissions() == set()
    assert not she.user.has_module_perms("news")
