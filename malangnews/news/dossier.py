"""The evidence file of an award programme: all that the portal holds for one more entry.

Only what is public goes in, so that a file may be handed to a jury as it is.
"""

import zipfile
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from django.template.loader import render_to_string
from django.utils.text import slugify

from awards.exports.csv_file import csv_lines
from awards.exports.rows import cells
from awards.models import Award, Programme
from awards.querysets import AwardQuerySet
from malangnews.news.models import Article, Rubric
from malangnews.news.rhythm import Rhythm, rhythms

MOST_AWARDS, MOST_STORIES, MOST_EPISODES = 200, 100, 200
IN_MEMORY = 5 * 1024 * 1024  # bytes; a bigger archive goes to a temporary file


@dataclass(frozen=True)
class Dossier:
    """What was gathered; lists are capped, ``records`` and ``totals`` are not."""

    records: AwardQuerySet
    programme: Programme
    category: str
    rubric: Rubric | None
    awards: list[Award]
    stories: list[Article]
    episodes: list[Article]
    rhythm: Rhythm | None
    totals: dict[str, int]

    @property
    def name(self) -> str:
        parts = [self.programme.short_name, self.category, self.rubric.name if self.rubric else ""]
        return ", ".join(filter(None, parts))

    @property
    def certificates(self) -> list[Award]:
        return [row for row in self.awards if row.certificate_id or row.certificate_file]


def gather(programme: Programme, category: str = "", rubric: Rubric | None = None) -> Dossier:
    """Collect the public records, stories, episodes and certificates; a constant number of queries.

    ``category`` narrows the records to one category as printed, in any case; ``rubric`` adds its
    episodes and how it keeps its rhythm.
    """
    awards = Award.objects.published().filter(edition__programme=programme)
    if category:
        awards = awards.filter(category__iexact=category)
    stories = awards.stories()
    episodes = rubric.articles.published().newest_first() if rubric else Article.objects.none()
    first_places = awards.first_placed().count()
    return Dossier(
        records=awards.newest_first(),
        programme=programme,
        category=category,
        rubric=rubric,
        awards=list(awards.newest_first().for_page()[:MOST_AWARDS]),
        stories=list(stories[:MOST_STORIES]),
        episodes=list(episodes.prefetch_related("potentials__kelurahan")[:MOST_EPISODES]),
        rhythm=rhythms([rubric]).get(rubric.pk) if rubric else None,
        totals={
            "awards": awards.count(),
            "first_places": first_places,
            "stories": stories.count(),
            "episodes": episodes.count(),
        },
    )


def archive(dossier: Dossier, home: str, today) -> BinaryIO:
    """Return a ZIP of the printed page, the records as CSV, the stories as text, and certificates.

    ``home`` is the portal's address without a slash at the end. A certificate whose file is lost
    is named in the page all the same and left out of the archive.
    """
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        context = {"dossier": dossier, "home": home, "today": today}
        packed.writestr("bukti.html", render_to_string("admin/news/dossier_file.html", context))
        packed.writestr("catatan.csv", b"".join(csv_lines(cells(dossier.records, home))))
        for number, story in enumerate([*dossier.stories, *dossier.episodes], 1):
            words = render_to_string("admin/news/dossier_story.txt", {"story": story, "home": home})
            packed.writestr(f"berita/{number:03}-{slugify(story.title)[:60]}.txt", words)
        for award in dossier.certificates:
            for name, stored in _files(award):
                try:
                    with stored.storage.open(stored.name) as content:
                        packed.writestr(name, content.read())
                except OSError:
                    continue
    file.seek(0)
    return file


def _files(award: Award):
    stem = f"piagam/{award.edition.year}-{award.slug[:80]}"
    if award.certificate_file:
        yield f"{stem}.pdf", award.certificate_file
    if award.certificate_id:
        yield f"{stem}.{award.certificate.file.name.rsplit('.', 1)[-1]}", award.certificate.file
