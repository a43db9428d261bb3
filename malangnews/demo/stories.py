"""Rubrics, initials and stories."""

from django.utils.text import slugify

from kim.models import Kelurahan, Kim, Potential
from malangnews.demo import awards
from malangnews.demo.manuscripts import Manuscript, manuscripts
from malangnews.demo.marks import with_marks
from malangnews.demo.tables import day, moment, number, rows
from malangnews.demo.tally import Tally
from malangnews.news.models import Article, Byline, Correction, Rubric, StaffInitial


def load(tally: Tally) -> None:
    """Make the rubrics and initials, then make and publish every story."""
    for position, row in enumerate(rows("rubrics"), start=1):
        tally.once(
            Rubric.objects,
            {**row, "position": position},
            slug=slugify(row["name"]),
        )
    for row in rows("initials"):
        tally.once(
            StaffInitial.objects,
            {"full_name": row["full_name"]},
            initials=row["initials"],
            is_active=True,
        )
    for manuscript in manuscripts():
        _load_story(tally, manuscript)


def _load_story(tally: Tally, manuscript: Manuscript) -> None:
    head = manuscript.head
    corrected = [moment(parts[0]) for parts in manuscript.corrections]
    article, is_new = tally.once(
        Article.objects,
        {
            "title": head["title"],
            "summary": head["summary"],
            "dateline_place": head["dateline"],
            "event_on": day(head.get("event", "")),
            "body": with_marks(manuscript.body),
            "rubric": Rubric.objects.get(slug=slugify(head["rubric"])),
            "episode": number(head.get("episode", "")),
            "revised_at": max(corrected, default=None),
        },
        slug=manuscript.slug,
    )
    if is_new:
        _link(article, manuscript)
        _sign(article, manuscript)
        for noted_at, kind, text, reason in manuscript.corrections:
            Correction.objects.create(
                article=article, kind=kind, text=text, reason=reason, noted_at=moment(noted_at)
            )
        Article.objects.filter(pk=article.pk).publish(at=moment(head["published"]))


def _link(article: Article, manuscript: Manuscript) -> None:
    """Tie the story to what it tells of. Raises DoesNotExist for a name that nobody bears."""
    article.tags.add(*manuscript.names("tags"))
    article.kims.set([Kim.objects.get(slug=slugify(name)) for name in manuscript.names("kims")])
    article.kelurahan.set(
        [Kelurahan.objects.get(slug=slugify(name)) for name in manuscript.names("kelurahan")]
    )
    article.potentials.set(
        [Potential.objects.get(slug=slugify(name)) for name in manuscript.names("potentials")]
    )
    for start in manuscript.names("awards"):
        article.awards.add(*awards.named(start))
    article.link_what_it_tells_of()


def _sign(article: Article, manuscript: Manuscript) -> None:
    for position, role in enumerate((Byline.Role.WRITER, Byline.Role.EDITOR), start=1):
        initials = manuscript.head.get(role)
        if initials:
            Byline.objects.create(
                article=article,
                role=role,
                initial=StaffInitial.objects.get(initials=initials, is_active=True),
                position=position,
            )
