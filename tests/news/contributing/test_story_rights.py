"""What a contributor of KIM A may do to which story: a table, story x deed.

Of her KIM's stories she sees all and edits the drafts; after publication she does nothing more.
Of every other story she learns nothing, whoever wrote it and whomever it names.
"""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.urls import get_resolver, reverse

from kim.writers import begin, end
from malangnews.media.models import Photo
from malangnews.news.models import Article, WorkingCopy
from tests import factories as make

pytestmark = pytest.mark.django_db

DEEDS = ("list", "open", "edit", "keep", "save", "submit", "take back", "preview")
DRAFT = {"list", "open", "edit", "keep", "save", "submit", "preview"}
WAITING = {"list", "open", "keep", "take back", "preview"}
# What she types into a form that came too late is kept for her; the story stays as it is.
PLANNED = {"list", "open", "keep", "preview"}
OUT = {"list", "open", "keep"}
NOTHING = set()

# Story -> what she may do to it.
TABLE = {
    "own draft": DRAFT,
    "own returned": DRAFT,
    "own review": WAITING,
    "own scheduled": PLANNED,
    "own published": OUT,
    "own withdrawn": OUT,
    "colleague draft": DRAFT,
    "colleague review": WAITING,
    "colleague published": OUT,
    "B draft": NOTHING,
    "B returned": NOTHING,
    "B review": NOTHING,
    "B scheduled": NOTHING,
    "B published": NOTHING,
    "B withdrawn": NOTHING,
    # Her own hand, from the time when she wrote for B.
    "own B draft": NOTHING,
    "desk draft": NOTHING,
    "desk draft with byline": NOTHING,
    "desk review with byline": NOTHING,
    "desk published with byline": NOTHING,
    # Begun by her account at the desk, sent by no KIM.
    "own desk draft": NOTHING,
}
#: Addresses of her room: where in this file or elsewhere each is asked.
ADDRESSES = {
    "home": "list",
    "write": "open, edit, save, submit",
    "preview": "preview",
    "withdraw": "take back",
    "keep_copy": "keep",
    "write_new": "test_a_new_story_is_of_her_own_group",
    "take_photo": "test_photos_of_others_are_not_hers",
    "discard_copy": "test_what_others_typed_is_not_hers",
    "session": "test_the_room_is_for_contributors_only",
    "login": "test_the_room_is_for_contributors_only",
}


def address(name, *args):
    return reverse(f"contributing:{name}", args=args)


@pytest.fixture
def she():
    return make.make_contributor(make.make_kim(name="KIM A"))


def make_story(name, she) -> Article:
    """Make the story of a row of the table."""
    title = f"zqx {name}"
    who, _, state = name.partition(" ")
    other = make.make_kim(name="KIM B")
    fields = {"sent_by": she.kim, "created_by": she.user}
    if who == "colleague":
        fields["created_by"] = make.make_contributor(she.kim).user
    elif who == "B":
        fields = {"sent_by": other, "created_by": make.make_contributor(other).user}
    elif name == "own B draft":
        end(begin(she.user, other))
        fields["sent_by"], state = other, "draft"
    elif "desk" in name:
        fields = {"created_by": she.user if who == "own" else make.make_user(group="Penulis")}
        state = next(one for one in make.STATES if one in name)
    returned = state == "returned"
    story = make.make_article(title=title, state="review" if returned else state, **fields)
    if returned:
        Article.objects.filter(pk=story.pk).return_to_draft("Tambahkan waktunya.")
    if "byline" in name:
        story.kims.add(she.kim)
        make.make_byline(story, kim=she.kim)
    story.refresh_from_db()
    return story


def form(story=None, **more):
    version = story.version if story else 0
    words = {"title": "Judul diubah", "place": "Samaan", "text": "Isi diubah.", "event_on": ""}
    return words | {"kunci": str(uuid.uuid4()), "versi": version} | more


# What nobody should be able to post: the story must not be let out by it.
PUBLISHING = {"_publish": "1", "status": "published", "published_at": "2020-01-01T00:00"}


def does(client, deed, story) -> bool:
    """Try a deed and return whether it was done."""
    if deed == "list":
        return story.title in client.get(address("home")).content.decode()
    if deed == "open":
        answer = client.get(address("write", story.pk))
        return answer.status_code == 200 and story.title in answer.content.decode()
    if deed == "edit":
        return 'name="title"' in client.get(address("write", story.pk)).content.decode()
    if deed == "preview":
        answer = client.get(address("preview", story.pk))
        return answer.status_code == 200 and story.title in answer.content.decode()
    if deed == "keep":
        sent = form(story, berita=story.pk)
        answer = client.post(address("keep_copy"), sent)
        return answer.status_code == 200 and WorkingCopy.objects.filter(article=story).exists()
    if deed == "save":
        client.post(address("write", story.pk), form(story, simpan="1", **PUBLISHING))
        return Article.objects.get(pk=story.pk).title != story.title
    if deed == "submit":
        client.post(address("write", story.pk), form(story, kirim="1", **PUBLISHING))
        waits = Article.objects.in_review().filter(pk=story.pk).exists()
        return waits and story.status == "draft"
    client.post(address("withdraw", story.pk), PUBLISHING)
    return story.status == "review" and Article.objects.drafts().filter(pk=story.pk).exists()


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("name", TABLE)
def test_a_contributor_does_what_the_table_says(client, she, name, deed):
    story = make_story(name, she)
    client.force_login(she.user)
    assert does(client, deed, story) == (deed in TABLE[name])
    after = Article.objects.get(pk=story.pk)
    assert after.is_public == story.is_public
    assert after.published_at == story.published_at
    assert (after.sent_by_id, after.created_by_id) == (story.sent_by_id, story.created_by_id)
    if deed not in TABLE[name]:
        assert (after.title, after.body, after.status) == (story.title, story.body, story.status)
        assert after.version == story.version
        assert not after.revisions.exists()


@pytest.mark.parametrize("name", [name for name, deeds in TABLE.items() if not deeds])
def test_of_other_stories_she_is_told_nothing(client, she, name):
    """The same answer as for a story that does not exist, and no word of it."""
    story = make_story(name, she)
    client.force_login(she.user)
    for number in (story.pk, 10**15, 10**17):
        answers = [
            client.get(address("write", number)),
            client.post(address("write", number), form(story, simpan="1")),
            client.post(address("write", number), form(story, lagi="1")),
            client.get(address("preview", number)),
            client.post(address("withdraw", number)),
            client.post(address("keep_copy"), form(story, berita=number)),
        ]
        assert [answer.status_code for answer in answers] == [404] * len(answers)
        assert not any("zqx" in answer.content.decode() for answer in answers)
    assert not WorkingCopy.objects.filter(article=story).exists()


@pytest.mark.parametrize("name", ["own published", "own withdrawn"])
def test_after_publication_she_reads_what_everybody_reads(client, she, name):
    story = make_story(name, she)
    Article.objects.filter(pk=story.pk).update(body_html="<p>zqxdiubah redaksi</p>")
    client.force_login(she.user)
    for place in ("write", "preview"):
        assert "zqxdiubah" not in client.get(address(place, story.pk)).content.decode()
    answer = client.post(address("write", story.pk), form(story, simpan="1"))
    assert "zqxdiubah" not in answer.content.decode()


def test_a_new_story_is_of_her_own_group(client, she):
    other = make.make_kim(name="KIM B")
    client.force_login(she.user)
    more = {"kim": other.pk, "sent_by": other.pk, "created_by": make.make_user().pk}
    client.post(address("write_new"), form(simpan="1", **more, **PUBLISHING))
    story = Article.objects.get()
    assert (story.sent_by, story.created_by) == (she.kim, she.user)
    assert Article.objects.drafts().filter(pk=story.pk).exists()
    assert [byline.kim for byline in story.bylines.all()] == [she.kim]
    assert list(story.kims.all()) == [she.kim]


def test_who_writes_for_two_chooses_of_these_two_only(client, she):
    begin(she.user, make.make_kim(name="KIM C"))
    other = make.make_kim(name="KIM B")
    client.force_login(she.user)
    text = client.get(address("write_new")).content.decode()
    assert "KIM C" in text
    assert "KIM B" not in text
    for kim in (other.pk, "x", "9" * 30, ""):
        assert client.post(address("write_new"), form(simpan="1", kim=kim)).status_code < 500
    assert not Article.objects.filter(sent_by=other).exists()


def test_a_form_of_a_group_that_she_left_makes_and_changes_nothing(client, she):
    second = begin(she.user, make.make_kim(name="KIM B"))
    client.force_login(she.user)
    sent = form(simpan="1", kim=second.kim_id)
    client.post(address("write_new"), sent)
    story = Article.objects.get(sent_by=second.kim)
    end(second)
    answer = client.post(address("write_new"), sent | {"title": "Sesudah berhenti"})
    assert answer.status_code < 500
    assert Article.objects.get(pk=story.pk).title == story.title
    assert not does(client, "open", story)


def test_photos_of_others_are_not_hers(client, she):
    theirs = make.make_photo(alt="zqx foto", uploaded_by=make.make_user(group="Penulis"))
    library = make.make_photo(alt="zqx pustaka")
    story = make_story("own draft", she)
    client.force_login(she.user)
    for photo in (theirs, library):
        marks = {"text": f'Isi.\n\n[foto {photo.pk}]\n\n<figure data-photo="{photo.pk}"></figure>'}
        words = {f"foto-{photo.pk}-{name}": "zqxdiubah" for name in ("alt", "caption", "credit")}
        for button in ("simpan", "kirim", "lagi"):
            story.refresh_from_db()
            sent = form(story, foto=photo.pk, **{button: "1"}, **words)
            for data in (sent, sent | marks, sent | {f"foto-{photo.pk}-drop": "on"}):
                answer = client.post(address("write", story.pk), data)
                assert "zqx foto" not in answer.content.decode()
                assert "zqx pustaka" not in answer.content.decode()
        story.refresh_from_db()
        assert f'data-photo="{photo.pk}"' not in story.body_html
        assert story.lead_photo is None
        assert photo not in story.photos.all()
        photo.refresh_from_db()
        assert "zqxdiubah" not in (photo.alt, photo.caption, photo.credit)
    assert Photo.objects.count() == 2


def test_a_picture_that_the_library_has_is_not_given_to_her(client, she):
    """Nor told: the same file sent by her is a photo of her own."""
    library = make.make_photo(file=make.image_file(), alt="zqx pustaka", credit="zqx kredit")
    client.force_login(she.user)
    answer = client.post(address("take_photo"), {"file": make.image_file()})
    assert answer.status_code == 200
    assert answer.json()["id"] != library.pk
    assert "zqx" not in answer.content.decode()


def test_what_others_typed_is_not_hers(client, she):
    colleague = make.make_contributor(she.kim)
    key = uuid.uuid4()
    client.force_login(colleague.user)
    client.post(address("keep_copy"), form(kunci=str(key), title="zqx rahasia rekan"))
    client.force_login(she.user)
    assert client.post(address("keep_copy"), form(kunci=str(key))).status_code == 404
    assert client.post(address("discard_copy", key)).status_code == 404
    assert client.post(address("write_new"), form(kunci=str(key), simpan="1")).status_code == 404
    for page in (address("home"), address("write_new"), address("write_new") + f"?simpanan={key}"):
        assert "zqx" not in client.get(page).content.decode()
    assert WorkingCopy.objects.get(key=key).data["title"] == ["zqx rahasia rekan"]
    assert not Article.objects.exists()


# Who else may not


def every_address(story):
    yield from (address(name) for name in ADDRESSES if name in ("home", "write_new", "session"))
    yield from (address(name) for name in ("keep_copy", "take_photo"))
    yield from (address(name, story.pk) for name in ("write", "preview", "withdraw"))
    yield address("discard_copy", uuid.uuid4())


@pytest.mark.parametrize(
    "who", ["anonymous", "ended", "inactive", "Penulis", "Penyunting", "role only", "superuser"]
)
def test_the_room_is_for_contributors_only(client, she, who):
    """An account has the room by its row in Contributor: by no role, and by no other right."""
    story = make_story("own draft", she)
    user = she.user
    if who == "ended":
        end(she)
    elif who == "inactive":
        user.is_active = False
        user.save()
    elif who == "role only":
        user = make.make_user()
        user.groups.add(Group.objects.get(name="Kontributor KIM"))
    elif who == "superuser":
        user = make.make_user(is_superuser=True)
    elif who != "anonymous":
        user = make.make_user(group=who)
    if who != "anonymous":
        client.force_login(user)
    for page in every_address(story):
        for method in ("get", "post"):
            answer = getattr(client, method)(page, form(story, simpan="1", kirim="1"))
            assert answer.status_code in (302, 401, 403, 404, 405), (method, page)
            assert "/admin/login/" in answer.headers.get("Location", "/admin/login/")
            assert story.title not in answer.content.decode()
    after = Article.objects.get(pk=story.pk)
    assert (after.title, after.status, after.version) == ("zqx own draft", "draft", story.version)
    assert (Article.objects.count(), Photo.objects.count()) == (1, 0)
    user.refresh_from_db()
    may_log_in = user.is_staff and user.is_active
    # The door in the room itself lets in whom the room is for.
    told = {"username": user.username, "password": make.PASSWORD}
    client.logout()
    inside = client.post(address("login"), told)
    assert inside.status_code == (200 if who == "anonymous" else 403 if may_log_in else 400)


def test_every_address_of_the_room_is_asked():
    resolver = next(
        entry
        for entry in get_resolver().url_patterns
        if getattr(entry, "namespace", "") == "contributing"
    )
    assert {pattern.name for pattern in resolver.url_patterns} == set(ADDRESSES)
