"""What a story was: taken down, compared, given back."""

import pytest

from malangnews.news.models import Article, Revision
from malangnews.news.revisions.diff import Segment, compare, words
from malangnews.news.revisions.record import record, record_origin
from malangnews.news.revisions.restore import restore
from malangnews.news.revisions.snapshot import take
from tests import factories as make

pytestmark = pytest.mark.django_db


def full_story():
    article = make.make_article(
        title="Judul pertama",
        body="<p>Alinea satu.</p><p>Alinea dua yang panjang.</p>",
        tags=["prestasi", "KIM"],
        kims=[make.make_kim()],
        awards=[make.make_award()],
        potentials=[make.make_potential()],
        kelurahan=[make.kelurahan("Kasin")],
        lead_photo=make.make_photo(),
        episode=4,
        event_on="2023-11-06",
    )
    make.make_byline(article)
    article.link_what_it_tells_of()
    article.refresh_from_db()
    return article


def test_restore_gives_back_all_that_an_editor_can_set():
    article = full_story()
    before = take(article)
    article.title, article.body, article.lead_photo, article.episode = "Lain", "Lain.", None, None
    article.rubric, article.event_on = make.make_rubric(), None
    article.save()
    for name in ("tags", "kims", "awards", "potentials", "kelurahan"):
        getattr(article, name).clear()
    article.bylines.all().delete()
    assert take(Article.objects.get()) != before
    assert restore(Article.objects.get(), before) == []
    assert take(Article.objects.get()) == before


def test_what_no_longer_exists_is_skipped_and_named():
    article = full_story()
    before = take(article)
    kim, potential = article.kims.get(), article.potentials.get()
    article.kims.clear()
    article.kelurahan.clear()
    kim.delete()
    potential.delete()
    lost = restore(Article.objects.get(), before)
    assert sorted(lost) == sorted([str(kim), str(potential)])
    assert article.tags.count() == 2


def test_an_episode_taken_meanwhile_is_not_restored():
    article = full_story()
    before = take(article)
    article.episode = None
    article.save()
    make.make_article(rubric=article.rubric, episode=4)
    lost = restore(Article.objects.get(pk=article.pk), before)
    assert lost == ["episode 4 (sudah dipakai berita lain)"]


def test_a_snapshot_costs_the_same_however_much_is_linked(django_assert_num_queries):
    small, large = make.make_article(awards=[make.make_award()]), full_story()
    for _ in range(3):
        large.awards.add(make.make_award())
        large.kims.add(make.make_kim())
        make.make_byline(large)
    with django_assert_num_queries(8):
        take(Article.objects.select_related("rubric", "lead_photo").get(pk=large.pk))
    with django_assert_num_queries(8):
        take(Article.objects.select_related("rubric", "lead_photo").get(pk=small.pk))


def test_numbers_go_up_and_the_origin_is_kept_once():
    article = make.make_article()
    record_origin(article)
    record_origin(article)
    user = make.make_user()
    record(article, Revision.Kind.SAVED, user, "catatan")
    kept = [(row.number, row.kind, row.note) for row in article.revisions.order_by("number")]
    assert kept == [(1, "created", ""), (2, "saved", "catatan")]


def test_words_are_compared_one_by_one():
    assert words("enam penghargaan diserahkan", "tujuh penghargaan diserahkan") == (
        Segment("gone", "enam"),
        Segment("new", "tujuh"),
        Segment("same", " penghargaan diserahkan"),
    )


def body(old, new):
    (row,) = compare({"body": old}, {"body": new})
    return [
        passage.folded or "".join(f"{one.kind[0]}({one.text})" for one in passage.segments)
        for passage in row.passages
    ]


def test_unchanged_paragraphs_are_folded_and_changed_ones_told_by_word():
    same = [f"<p>Alinea {number} tetap.</p>" for number in range(12)]
    told = body(
        "".join(same) + "<p>Enam diserahkan.</p>", "".join(same) + "<p>Tujuh diserahkan.</p>"
    )
    assert told == [11, "s(Alinea 11 tetap.)", "g(Enam)n(Tujuh)s( diserahkan.)"]


def test_a_new_paragraph_is_new_and_a_lost_one_is_gone():
    assert body("<p>A b c.</p><p>Hilang sudah.</p>", "<p>A b c.</p>") == [
        "s(A b c.)",
        "g(Hilang sudah.)",
    ]
    assert body("<p>A b c.</p>", "<p>Awal baru.</p><p>A b c.</p>")[0] == "n(Awal baru.)"


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ('<p><a href="/a/">Ini</a></p>', '<p><a href="/b/">Ini</a></p>', "tautan berubah"),
        ("<p>Ini tebal</p>", "<p>Ini <strong>tebal</strong></p>", "format berubah"),
        ("<p>Ini judul</p>", "<h2>Ini judul</h2>", "format berubah"),
    ],
)
def test_a_change_of_markup_alone_is_told(old, new, note):
    (row,) = compare({"body": old}, {"body": new})
    assert [passage.note for passage in row.passages] == [note]


def test_the_same_text_as_lines_and_as_html_is_no_change():
    assert compare({"body": "Satu.\nDua."}, {"body": "<p>Satu.</p><p>Dua.</p>"}) == []


def test_parts_are_named_and_lists_told_by_item():
    article = full_story()
    old = take(article)
    article.tags.remove("KIM")
    article.title = "Judul kedua"
    article.save()
    title, tags = compare(old, take(Article.objects.get()))
    assert (title.label, tags.label) == ("Judul", "Tag")
    assert tags.is_list
    assert tags.segments == (Segment("same", "prestasi"), Segment("gone", "KIM"))


def test_junk_in_a_snapshot_is_words_and_nothing_else():
    (row,) = compare({"title": ""}, {"title": "<script>alert(1)</script>"})
    assert row.segments == (Segment("new", "<script>alert(1)</script>"),)


def test_very_long_change_is_told_without_looking_for_what_was_reworded():
    def body(word):
        return {"body": "".join(f"<p>kata {word}{number}</p>" for number in range(600))}

    (row,) = compare(body("a"), body("b"))
    assert [passage.segments[0].kind for passage in row.passages] == ["gone"] * 600 + ["new"] * 600
    assert {len(passage.segments) for passage in row.passages} == {1}
