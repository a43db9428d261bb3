import pytest
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from malangnews.news.addresses import keep, merge_tags, present_tags
from malangnews.news.models import Article, OldAddress
from tests.factories import make_article, make_rubric, make_user
from tests.news.test_corrections import form as story_form

pytestmark = pytest.mark.django_db


def move(row, slug: str) -> None:
    former, row.slug = row.slug, slug
    row.save()
    keep(row, former)


def test_former_address_of_a_story_leads_on_with_its_query(client):
    story = make_article(published=True, slug="satu")
    move(story, "dua")
    move(story, "tiga")
    for former in ("satu", "dua"):
        response = client.get(f"/berita/{former}/?dari=rss")
        assert (response.status_code, response["Location"]) == (301, "/berita/tiga/?dari=rss")


def test_return_to_a_former_address_forgets_it(client):
    story = make_article(published=True, slug="satu")
    move(story, "dua")
    move(story, "satu")
    assert client.get("/berita/satu/").status_code == 200
    assert [old.slug for old in OldAddress.objects.all()] == ["dua"]


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_former_address_reveals_no_unpublished_story(client, state):
    story = make_article(state=state, slug="satu")
    move(story, "dua")
    assert client.get("/berita/satu/").status_code == 404


def test_former_address_of_a_withdrawn_story_leads_to_its_reason(client):
    story = make_article(published=True, slug="satu")
    move(story, "dua")
    Article.objects.filter(pk=story.pk).withdraw("Keliru.")
    assert client.get("/berita/satu/", follow=True).status_code == 410


@pytest.mark.parametrize("tail", ["", "rss.xml", "atom.xml"])
def test_former_addresses_of_rubrics_and_tags_lead_on_with_their_feeds(client, tail):
    rubric = make_rubric(slug="lama")
    make_article(published=True, rubric=rubric, tags=["gerabah"])
    move(rubric, "baru")
    tag = Tag.objects.get()
    move(tag, "keramik")
    for former, now in (("rubrik/lama", "rubrik/baru"), ("tag/gerabah", "tag/keramik")):
        response = client.get(f"/berita/{former}/{tail}?page=2")
        assert (response.status_code, response["Location"]) == (301, f"/berita/{now}/{tail}?page=2")


def test_tag_of_drafts_only_is_not_led_to(client):
    make_article(tags=["gerabah"])
    move(Tag.objects.get(), "keramik")
    assert client.get("/berita/tag/gerabah/").status_code == 404


def test_automatic_address_is_no_former_one_of_another():
    story = make_article(published=True, title="Dua piagam")
    move(story, "lain")
    assert make_article(title="Dua piagam").slug == "dua-piagam-2"


def test_merged_tags_leave_one_on_every_story(client):
    both = make_article(published=True, tags=["umkm", "u-m-k-m"])
    one = make_article(published=True, tags=["u-m-k-m"])
    stays, goes = Tag.objects.get(name="umkm"), Tag.objects.get(name="u-m-k-m")
    former = goes.slug
    move(goes, "usaha-kecil")
    assert merge_tags(stays, [stays, goes]) == 1
    assert [[tag.name for tag in story.tags.all()] for story in (both, one)] == [["umkm"]] * 2
    for slug in (former, "usaha-kecil"):
        assert client.get(f"/berita/tag/{slug}/")["Location"] == f"/berita/tag/{stays.slug}/"


def test_merging_costs_the_same_for_many_stories(django_assert_max_num_queries):
    for _ in range(8):
        make_article(tags=["satu"])
    make_article(tags=["dua", "tiga"])
    with django_assert_max_num_queries(18):
        merge_tags(Tag.objects.get(name="dua"), Tag.objects.all())
    assert Tag.objects.count() == 1


def test_tag_typed_anew_after_a_merge_is_merged_again(client):
    make_article(published=True, tags=["umkm", "usaha kecil"])
    stays = Tag.objects.get(name="umkm")
    for _ in range(2):
        merge_tags(stays, Tag.objects.all())
        assert client.get("/berita/tag/usaha-kecil/")["Location"] == "/berita/tag/umkm/"
        make_article(published=True, tags=["usaha kecil"])
    assert client.get("/berita/tag/usaha-kecil/").status_code == 200


# At the desk


def login(role: str) -> Client:
    client = Client()
    client.force_login(make_user(group=role))
    return client


def test_merged_tag_typed_on_a_story_is_the_tag_it_became(client):
    stays, gone = Tag.objects.create(name="UMKM"), Tag.objects.create(name="Usaha Kecil")
    merge_tags(stays, [gone])
    client.force_login(make_user("rian", group="Penyunting"))
    story = make_article()
    address = reverse("admin:news_article_change", args=[story.pk])
    client.post(address, story_form(story, tags="usaha kecil, umkm, Pasar Rakyat"))
    assert sorted(story.tags.names()) == ["Pasar Rakyat", "UMKM"]


def test_tag_of_a_former_name_that_exists_stays_itself():
    tag = Tag.objects.create(name="Usaha Kecil")
    keep(tag, "pasar")
    Tag.objects.create(name="Pasar")
    assert present_tags(["pasar", "baru"]) == ["pasar", "baru"]


def test_editor_merges_tags_after_saying_which_stays():
    make_article(tags=["satu", "dua"])
    client, url = login("Penyunting"), reverse("admin:taggit_tag_changelist")
    stays = Tag.objects.get(name="satu")
    data = {"action": "merge_rows", "_selected_action": [tag.pk for tag in Tag.objects.all()]}
    page = client.post(url, data)
    assert "Tag yang tetap" in page.content.decode()
    page = client.post(url, data | {"merge": "1", "stays": "junk"})
    assert "Pilih satu tag" in page.content.decode()
    assert Tag.objects.count() == 2
    page = client.post(url, data | {"merge": "1", "stays": stays.pk}, follow=True)
    assert "digabung ke satu" in page.content.decode()
    assert Tag.objects.get() == stays


def test_those_without_rights_merge_nothing():
    make_article(tags=["satu", "dua"])
    keys = [tag.pk for tag in Tag.objects.all()]
    data = {"action": "merge_rows", "_selected_action": keys, "stays": keys[0], "merge": "1"}
    nobody = Client()
    nobody.force_login(make_user("tamu", is_staff=True))
    for client in (Client(), nobody, login("Pembina KIM"), login("Pengelola Penghargaan")):
        client.post(reverse("admin:taggit_tag_changelist"), data)
        assert Tag.objects.count() == 2


def rubric_form(rubric, **fields) -> dict:
    form = {"name": rubric.name, "about": "", "cadence": "none", "palette": "indigo", "position": 0}
    return form | fields


def test_editor_moves_a_rubric_and_its_former_address_leads_on(client):
    rubric = make_rubric(slug="lama")
    url = reverse("admin:news_rubric_change", args=[rubric.pk])
    login("Penyunting").post(url, rubric_form(rubric, slug="baru"))
    assert client.get("/berita/rubrik/lama/")["Location"] == "/berita/rubrik/baru/"


def test_former_address_of_another_is_refused():
    rubric, other = make_rubric(slug="lama"), make_rubric(slug="lain")
    move(rubric, "baru")
    url = reverse("admin:news_rubric_change", args=[other.pk])
    page = login("Penyunting").post(url, rubric_form(other, slug="lama"))
    assert "Alamat itu pernah dipakai" in page.content.decode()


@pytest.mark.parametrize(("role", "editable"), [("Penyunting", True), ("Penulis", False)])
def test_address_of_a_public_story_is_changed_by_publishers_only(role, editable):
    story = make_article(published=True)
    url = reverse("admin:news_article_change", args=[story.pk])
    page = login(role).get(url).content.decode()
    assert ('name="slug"' in page) == editable


def test_publisher_moves_a_public_story_and_its_former_address_leads_on(client):
    story, other = (make_article(published=True, slug=slug) for slug in ("satu", "lain"))
    desk, url = login("Penyunting"), reverse("admin:news_article_change", args=[story.pk])
    data = story_form(story, slug="dua", rubric=story.rubric_id)
    desk.post(url, data)
    story.refresh_from_db()
    assert story.slug == "dua"
    assert client.get("/berita/satu/")["Location"] == "/berita/dua/"
    url = reverse("admin:news_article_change", args=[other.pk])
    data = story_form(other, slug="satu", rubric=other.rubric_id)
    assert "Alamat itu pernah dipakai" in desk.post(url, data).content.decode()
