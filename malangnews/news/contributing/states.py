"""Where the stories of a KIM stand, in words for who sent them."""

from collections.abc import Iterable
from dataclasses import dataclass

from malangnews.core.desk.queues import moment, standing
from malangnews.news.models import Article, Revision
from malangnews.news.revisions.record import KIND

MOVES = (KIND.SUBMITTED, KIND.RETURNED, KIND.PUBLISHED, KIND.SCHEDULED, KIND.WITHDRAWN)


@dataclass(frozen=True)
class Standing:
    """A story, where it stands, and what the desk or she said of it last."""

    article: Article
    key: str
    words: str
    note: str = ""
    note_by: str = ""

    @property
    def title(self) -> str:
        return self.article.title or "(tanpa judul)"

    @property
    def when(self) -> str:
        return moment(self.article.updated_at)


def standings(stories: Iterable[Article]) -> list[Standing]:
    """Return where each story stands, in one query."""
    stories = list(stories)
    moves = Revision.objects.filter(article__in=stories, kind__in=MOVES).order_by("number")
    last = dict(moves.values_list("article_id", "kind"))
    return [_standing(story, last.get(story.pk, "")) for story in stories]


def _standing(story: Article, last: str) -> Standing:
    key, words = standing(story)
    if story.is_scheduled:
        return Standing(story, key, f"Dijadwalkan terbit {moment(story.published_at)}")
    if story.is_released:
        return Standing(story, key, words, story.withdrawal_reason, "Alasan redaksi")
    if last == KIND.RETURNED:
        note = story.review_note or "Redaksi mengembalikan tulisan ini tanpa catatan."
        return Standing(story, "returned", "Dikembalikan redaksi", note, "Catatan redaksi")
    return Standing(story, key, words, story.review_note, "Catatan Anda untuk redaksi")
