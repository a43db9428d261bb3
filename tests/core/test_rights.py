"""Who may do what at the desk: writers write, publishers change what is released."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from awards.models import Award, Edition, Handover, Organization, Person, Programme, Work
from kim.models import Kim, Potential
from malangnews.media.models import Photo
from malangnews.news.models import Article
from tests import factories as make
from tests.core.desks import ROLES, address, user_of

pytestmark = pytest.mark.django_db

PUBLISHERS = {
    "article": {"Penyunting", "superuser"},
    "award": {"Penyunting", "Pengelola Penghargaan", "superuser"},
    "handover": {"Penyunting", "Pengelola Penghargaan", "superuser"},
    "kim": {"Penyunting", "Pembina KIM", "superuser"},
    "potential": {"Penyunting", "Pembina KIM", "superuser"},
}
WRITERS = {name: {*roles, "Penulis"} for name, roles in PUBLISHERS.items()}
MAKERS = {
    Article: make.make_article,
    Award: make.make_award,
    Handover: make.make_handover,
    Kim: make.make_kim,
    Potential: make.make_potential,
}


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("state", make.STATES)
def test_released_rows_are_changed_by_publishers_and_deleted_by_nobody(rf, model, state):
    row = MAKERS[model](state=state)
    desk = admin.site._registry[model]
    name = model._meta.model_name
    for role in ROLES:
        request = rf.get("/")
        request.user = user_of(role)
        own = MAKERS[model](state=state, created_by=request.user)
        released = state not in ("draft", "review")
        may_change = PUBLISHERS[name] if released else WRITERS[name]
        may_delete = set() if released else PUBLISHERS[name]
        may_delete_own = set() if released else WRITERS[name]
        told = (role, state)
        assert desk.has_change_permission(request, row) == (role in may_change), told
        assert desk.has_delete_permission(request, row) == (role in may_delete), told
        assert desk.has_delete_permission(request, own) == (role in may_delete_own), told
        assert desk.has_publish_permission(request) == (role in PUBLISHERS[name]), told


@pytest.mark.parametrize("state", make.STATES)
def test_rows_shown_by_a_released_award_are_for_those_who_publish_awards(rf, state):
    winner, giver, helper = (make.make_organization() for _ in range(3))
    person, work = make.make_person(), make.make_work()
    programme = make.make_programme(organizer=giver)
    edition = make.make_edition(programme=programme, co_organizers=[helper])
    award = make.make_award(edition=edition, work=work, recipients=[winner, person])
    make.bring_to(award, state)
    released = state not in ("draft", "review")
    for role in ("Penulis", "Penyunting", "Pengelola Penghargaan"):
        request = rf.get("/")
        request.user = user_of(role)
        for row in (winner, giver, helper, person, work, programme, edition):
            fresh = type(row).objects.get(pk=row.pk)
            desk = admin.site._registry[type(row)]
            allowed = role != "Penulis" or not released
            assert desk.has_change_permission(request, fresh) == allowed, (role, row)
            assert not (released and desk.has_delete_permission(request, fresh)), (role, row)
            assert ("slug" in desk.get_readonly_fields(request, fresh)) == (
                released and any(field.name == "slug" for field in row._meta.fields)
            )


def test_rows_that_no_award_shows_stay_open_to_writers(rf):
    request = rf.get("/")
    request.user = user_of("Penulis")
    for row in (make.make_organization(), make.make_person(), make.make_work()):
        assert admin.site._registry[type(row)].has_change_permission(request, row)
    for model in (Organization, Person, Programme, Edition, Work, Photo):
        assert not admin.site._registry[model].has_delete_permission(request)


def test_a_photo_of_a_released_story_needs_the_right_to_publish_stories(rf):
    photo = make.make_photo()
    make.make_article(published=True, lead_photo=photo)
    for role, allowed in (
        ("Penulis", False),
        ("Pengelola Penghargaan", False),
        ("Penyunting", True),
    ):
        request = rf.get("/")
        request.user = user_of(role)
        fresh = Photo.objects.get(pk=photo.pk)
        assert admin.site._registry[Photo].has_change_permission(request, fresh) == allowed, role


def test_a_writer_cannot_post_to_a_released_row(enter):
    client = enter("Penulis")
    article = make.make_article(published=True, title="Judul terbit")
    answer = client.post(address(Article, "change", article.pk), {"title": "Diubah"})
    assert answer.status_code == 403
    assert client.get(address(Article, "change", article.pk)).status_code == 200
    assert client.post(address(Article, "delete", article.pk), {"post": "yes"}).status_code == 403
    article.refresh_from_db()
    assert article.title == "Judul terbit"


@pytest.mark.parametrize("role", ["Penulis", "Penyunting", "superuser"])
def test_the_action_that_deletes_spares_released_rows(enter, role):
    client = enter(role)
    rows = [make.make_article(published=True), make.make_article(state="scheduled")]
    data = {"action": "delete_selected", "_selected_action": [r.pk for r in rows], "post": "yes"}
    client.post(address(Article, "changelist"), data)
    assert Article.objects.count() == 2


def test_actions_without_the_right_do_nothing(enter):
    client = enter("Penulis")
    row = make.make_article()
    for action in ("publish_rows", "withdraw_rows", "return_rows"):
        data = {"action": action, "_selected_action": [row.pk], "reason": "Sebab"}
        client.post(address(Article, "changelist"), data)
    for page in ("withdraw", "return"):
        answer = client.post(address(Article, page, row.pk), {"reason": "Sebab"})
        assert answer.status_code == 403
    row.refresh_from_db()
    assert row.status == "draft"


def test_the_groups_have_what_their_work_needs():
    assert {group.name for group in Group.objects.all()} == {*ROLES[:4], "Kontributor KIM"}
    for name in PUBLISHERS:
        content = ContentType.objects.get(model=name)
        right = Permission.objects.get(content_type=content, codename=f"publish_{name}")
        holders = {group.name for group in right.group_set.all()}
        assert holders == PUBLISHERS[name] - {"superuser"}
    assert not Permission.objects.filter(group__isnull=False, content_type__app_label="auth")
