"""Generated stories and awards: marked, even, repeatable, and added to what is there."""

import io
from collections import Counter

from django.core.management import call_command

from awards.models import Award, Recipient
from kim.models import Kelurahan
from malangnews.demo.generated_stories import FIRST_MOMENT, SPAN
from malangnews.demo.series import BATCH, batches
from malangnews.news.models import Article, Rubric


def add(articles: int = 0, awards: int = 0, seed: int = 3) -> str:
    out = io.StringIO()
    call_command("demo", articles=articles, awards=awards, seed=seed, stdout=out)
    return out.getvalue()


def stories():
    return Article.objects.filter(slug__startswith="tulisan-uji-").order_by("slug")


def content() -> list[tuple]:
    """What the generated stories say and are linked to, without row numbers."""
    return [
        (
            *(story.slug, story.title, story.body, story.published_at, story.rubric.slug),
            sorted(story.tags.slugs()),
            [place.slug for place in story.kelurahan.all()],
            [kim.slug for kim in story.kims.all()],
            [award.slug for award in story.awards.all()],
        )
        for story in stories()
    ]


def test_stories_go_round_rubrics_kelurahan_and_years(demo):
    rubrics, places = Rubric.objects.count(), Kelurahan.objects.count()
    add(articles=rubrics * places)
    made = stories().published()
    by_rubric = Counter(made.values_list("rubric", flat=True))
    by_place = Counter(made.values_list("kelurahan", flat=True))
    by_year = Counter(int((at - FIRST_MOMENT) / SPAN * 8) for at in times(made))
    by_tag = Counter(made.values_list("tags", flat=True))
    assert max(by_rubric.values()) - min(by_rubric.values()) <= 1
    assert len(by_place) == places and max(by_place.values()) - min(by_place.values()) <= 1
    assert len(by_year) == 8 and max(by_year.values()) - min(by_year.values()) <= 4
    assert max(by_tag.values()) < 2 * min(by_tag.values())
    assert made.filter(kims__isnull=False).exists() and made.filter(awards__isnull=False).exists()


def times(articles) -> list:
    return list(articles.values_list("published_at", flat=True))


def test_stories_are_marked_and_rendered_as_on_save(demo):
    add(articles=12)
    for story in stories():
        kept = story.body_html
        story.full_clean(exclude=["tags"])
        story.save()
        assert story.body_html == kept
        assert story.title.startswith("Tulisan uji ") and story.sign_off == "red"
        assert "bukan berita" in story.body


def test_same_seed_gives_the_same_stories_and_another_seed_others(demo):
    add(articles=40)
    first = content()
    stories().delete()
    add(articles=40)
    assert content() == first
    stories().delete()
    add(articles=40, seed=4)
    assert content() != first


def test_second_run_adds_to_the_first(demo):
    real = Article.objects.count()
    add(articles=30)
    printed = add(articles=12)
    assert "tulisan uji: 12 dari 12" in printed
    assert stories().count() == 42
    assert Article.objects.count() == real + 42


def test_generated_stories_leave_the_front_to_the_real_ones(demo):
    add(articles=50)
    newest = Article.objects.published().newest_first()[:10]
    assert not any(story.slug.startswith("tulisan-uji-") for story in newest)


def test_awards_are_valid_published_and_of_every_kind(demo):
    add(awards=60)
    made = Award.objects.published().filter(slug__startswith="penghargaan-uji-")
    assert made.count() == 60
    for award in made:
        award.full_clean()
        assert not award.missing_for_publication()
    recipients = Recipient.objects.filter(award__in=made)
    assert recipients.count() == 66
    for kind in Recipient.KINDS:
        assert recipients.filter(**{f"{kind}__isnull": False}).exists()


def test_batches_cover_every_number_once():
    parts = list(batches(5, 2 * BATCH + 1))
    assert [len(part) for part in parts] == [BATCH, BATCH, 1]
    assert [number for part in parts for number in part] == list(range(5, 2 * BATCH + 6))
