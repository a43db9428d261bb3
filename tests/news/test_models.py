import datetime as dt

import pytest
from django.db.models import ProtectedError

from malangnews.news.models import (
    Article,
    Byline,
    OldAddress,
    Proposal,
    Revision,
    Rubric,
    StaffInitial,
)
from tests import factories
from tests.constraints import assert_database_refuses, assert_form_says, messages_for
from tests.factories import (
    PAST,
    kelurahan,
    make_article,
    make_byline,
    make_initial,
    make_kim,
    make_user,
)

pytestmark = pytest.mark.django_db


def _same_episode():
    first = make_article(episode=3)
    return Article(title="Lain", rubric=first.rubric, episode=3)


def _same_number():
    article = make_article()
    Revision.objects.create(article=article, number=1, kind="saved", snapshot={"title": "a"})
    return Revision(article=article, number=1, kind="saved", snapshot={"title": "b"})


def _second_proposal():
    first = {"article": make_article(), "by": make_user(), "snapshot": {"title": "a"}}
    Proposal.objects.create(base_version=1, **first)
    return Proposal(base_version=1, **first)


def _same_old_address():
    first = {"kind": "story", "slug": "dulu", "article": make_article()}
    OldAddress.objects.create(**first)
    return OldAddress(**first)


BROKEN = {
    "news_article_slug_not_reserved": lambda: Article(title="Arsip", slug="arsip"),
    "news_article_episode_once": _same_episode,
    "news_staffinitial_one_active_holder": lambda: StaffInitial(
        initials=make_initial(initials="say").initials
    ),
    "news_byline_initial_or_kim": lambda: Byline(article=make_article(), role="writer"),
    "news_article_ends_after_it_begins": lambda: Article(
        title="Berakhir dulu", slug="berakhir", published_at=PAST, published_until=PAST
    ),
    "news_revision_number_once": _same_number,
    "news_proposal_one_waiting_each": _second_proposal,
    "news_oldaddress_leads_to_one": _same_old_address,
    "news_oldaddress_has_one_target": lambda: OldAddress(kind="story", slug="tanpa-tujuan"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_form_says_what_is_wrong(name):
    assert_form_says(name, BROKEN[name])


@pytest.mark.parametrize("name", BROKEN)
def test_database_refuses_what_is_wrong(name):
    assert_database_refuses(name, BROKEN[name])


def test_byline_is_not_initial_and_kim_at_once():
    byline = Byline(article=make_article(), role="writer", initial=make_initial(), kim=make_kim())
    assert messages_for(byline) == ["Pilih inisial atau KIM, salah satu."]


def test_initials_of_somebody_who_left_may_be_given_again():
    make_initial(initials="say", is_active=False)
    assert messages_for(StaffInitial(initials="say")) == []


def test_episodes_count_within_their_rubric():
    make_article(episode=1)
    assert messages_for(Article(title="Lain", rubric=factories.make_rubric(), episode=1)) == []


@pytest.mark.parametrize("slug", ["rubrik", "tag", "arsip", "kelurahan"])
def test_reserved_words_are_no_address_of_a_story(slug):
    assert messages_for(Article(title="x", slug=slug)) == ["Alamat itu sudah dipakai halaman lain."]
    assert make_article(title=slug).slug == f"{slug}-2"


# The story's text


def test_body_is_rendered_and_cleaned_on_saving():
    article = make_article(body='<p onclick="x()">Satu</p><script>alert(1)</script>')
    assert article.body_html == "<p>Satu</p>"
    article.body = "Dua\nTiga"
    article.save()
    article.refresh_from_db()
    assert article.safe_body == "<p>Dua</p>\n<p>Tiga</p>"


def test_body_that_renders_to_nothing_cannot_be_published():
    article = make_article(body="<script>alert(1)</script>")
    assert article.missing_for_publication() == ["isi isi berita"]


def test_minutes_are_counted_from_the_words():
    assert make_article(body="kata " * 1000).minutes == 5


def test_sign_off_names_writer_and_editor_in_order():
    article = make_article()
    make_byline(article, "editor", initial=make_initial(initials="yon"), position=2)
    make_byline(article, "writer", initial=make_initial(initials="say"), position=1)
    make_byline(article, "photographer", initial=make_initial(initials="ari"), position=3)
    make_byline(article, "contributor", kim=make_kim(), position=4)
    assert article.sign_off == "say/yon"


def test_story_without_bylines_is_not_signed():
    assert make_article().sign_off == ""


def test_byline_is_written_as_initials_or_kim():
    article = make_article()
    kim = make_kim(name="KIM Samaan")
    assert make_byline(article, "contributor", kim=kim).signature == "KIM Samaan"
    assert make_byline(article, initial=make_initial(initials="say")).signature == "say"


def test_home_kelurahan_of_linked_kim_is_added():
    kim = make_kim(kelurahan=kelurahan("Kasin"))
    article = make_article(kims=[kim], kelurahan=[kelurahan("Samaan")])
    article.link_what_it_tells_of()
    assert [place.name for place in article.kelurahan.all()] == ["Kasin", "Samaan"]
    article.link_what_it_tells_of()
    assert article.kelurahan.count() == 2


def test_story_without_kim_gets_no_kelurahan():
    article = make_article()
    article.link_what_it_tells_of()
    assert not article.kelurahan.exists()


# Questions about many stories


def test_newest_story_is_first():
    old = make_article(published=True, published_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    new = make_article(published=True, published_at=dt.datetime(2021, 1, 1, tzinfo=dt.UTC))
    assert list(Article.objects.newest_first()) == [new, old]


def test_month_is_read_by_the_clock_in_malang():
    evening = dt.datetime(2023, 10, 31, 17, 30, tzinfo=dt.UTC)  # 1 November, 00.30 in Malang
    article = make_article(published=True, published_at=evening)
    assert Article.objects.in_month(2023, 11).get() == article
    assert not Article.objects.in_month(2023, 10).exists()


def test_rubric_counts_published_stories_only():
    rubric = factories.make_rubric()
    for state in factories.STATES:
        make_article(state=state, rubric=rubric)
    factories.make_rubric()
    counts = Rubric.objects.with_counts().values_list("article_count", flat=True)
    assert sorted(counts) == [0, 1]


def test_tagged_stories_are_found_by_the_tags_address():
    article = make_article(tags=["Tata Kelola"])
    make_article(tags=["Lain"])
    assert Article.objects.tagged("tata-kelola").get() == article


def test_tag_written_in_other_case_is_the_same_tag():
    make_article(tags=["Prestasi"])
    make_article(tags=["prestasi"])
    assert Article.objects.tagged("prestasi").count() == 2


def test_story_holds_its_rubric_and_photo():
    photo = factories.make_photo()
    article = make_article(lead_photo=photo)
    for row in (article.rubric, photo):
        with pytest.raises(ProtectedError):
            row.delete()


def test_addresses_are_those_of_the_room():
    article = make_article(title="Dua piagam", rubric=factories.make_rubric(name="Prestasi"))
    assert article.get_absolute_url() == "/berita/dua-piagam/"
    assert article.rubric.get_absolute_url() == "/berita/rubrik/prestasi/"
