import pytest

from kim.models import Kim
from malangnews.core.slugs import fill_slug
from malangnews.news.models import Article, Rubric
from tests import factories

pytestmark = pytest.mark.django_db


def slug_for(words, reserved=frozenset()):
    rubric = Rubric()
    fill_slug(rubric, words, reserved)
    return rubric.slug


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Terbaik I Jum'at", "terbaik-i-jumat"),
        ("Kafé Ñandú", "kafe-nandu"),
        ("RW 05 & Co.", "rw-05-co"),
        ("  ", "rubric"),
        ("！？", "rubric"),
        ("漢字", "rubric"),
    ],
)
def test_slug_is_made_from_the_words(words, slug):
    assert slug_for(words) == slug


def test_given_slug_is_kept():
    rubric = Rubric(slug="alamat-sendiri")
    fill_slug(rubric, "Kata lain")
    assert rubric.slug == "alamat-sendiri"


def test_taken_slug_gets_the_next_free_number():
    slugs = [factories.make_article(title="Dua piagam").slug for _ in range(3)]
    assert slugs == ["dua-piagam", "dua-piagam-2", "dua-piagam-3"]


def test_longer_neighbour_does_not_take_a_slug():
    factories.make_article(title="Dua piagam besar")
    assert factories.make_article(title="Dua piagam").slug == "dua-piagam"


def test_reserved_slug_gets_a_number():
    assert slug_for("Arsip", frozenset({"arsip"})) == "arsip-2"
    assert factories.make_article(title="Arsip").slug == "arsip-2"
    assert factories.make_kim(name="Potensi").slug == "potensi-2"


def test_long_words_leave_room_for_a_number():
    title = "kata " * 32
    first, second = (factories.make_article(title=title.strip()).slug for _ in range(2))
    assert second == f"{first}-2"
    assert not first.endswith("-")
    length = Article._meta.get_field("slug").max_length
    assert len(second) <= length


def test_slug_stays_when_the_words_change():
    kim = factories.make_kim(name="KIM Samaan")
    kim.name = "KIM Samaan Jaya"
    kim.save()
    assert Kim.objects.get().slug == "kim-samaan"


def test_row_saved_again_keeps_its_own_slug():
    article = factories.make_article(title="Dua piagam")
    article.slug = ""
    article.save()
    assert article.slug == "dua-piagam"
