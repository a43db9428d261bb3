"""Saving, sending and taking back: each whole or not at all, and each kept in the history."""

from django.db import transaction
from django.http import Http404

from malangnews.core.text import render
from malangnews.news.contributing.sheets import Sheet
from malangnews.news.models import Article, Byline, WorkingCopy
from malangnews.news.revisions.record import KIND, record, record_origin

TAKEN_BACK = "Ditarik kembali oleh pengirimnya."


class NotSaved(Exception):
    """Carries the story as it is stored."""

    def __init__(self, article: Article):
        super().__init__()
        self.article = article


class Conflict(NotSaved):
    """The story was saved by somebody else since the form was opened."""


class Closed(NotSaved):
    """The story is no draft any more."""


@transaction.atomic
def save(sheet: Sheet) -> tuple[Article, bool]:
    """Keep a valid sheet as a draft. The same form sent twice is saved once.

    Returns the story, and whether this very form had been saved before. Raises Conflict, Closed,
    or Http404 for a key that is somebody else's.
    """
    copy, seen = _own_copy(sheet)
    key = sheet.article.pk if sheet.article else copy.article_id
    if key is None:
        article = _begin(sheet)
    else:
        article = _of_her_groups(sheet, key)
        if not _is_same(article, sheet.fields):
            _change(article, sheet, is_new=sheet.article is None)
        elif _is_draft(article):
            _save_words(sheet)
    WorkingCopy.objects.filter(pk=copy.pk).close(article=article)
    return article, seen


def _of_her_groups(sheet: Sheet, key: int) -> Article:
    """Return the story, locked. Raises Http404 for one of a group that she has left since."""
    rows = Article.objects.select_for_update().filter(pk=key, sent_by__in=sheet.kims)
    article = rows.first()
    if article is None:
        raise Http404
    return article


@transaction.atomic
def send(article: Article, user, note: str) -> bool:
    """Submit a draft with a note; return False when it was sent before."""
    record_origin(article)
    moved = Article.objects.filter(pk=article.pk).submit(note)
    if moved:
        record(article, KIND.SUBMITTED, user, note)
    return bool(moved)


@transaction.atomic
def take_back(article: Article, user) -> bool:
    """Make what waits for the desk a draft again; return False when it does not wait any more."""
    moved = Article.objects.filter(pk=article.pk).return_to_draft("")
    if moved:
        record(article, KIND.SAVED, user, TAKEN_BACK)
    return bool(moved)


def _own_copy(sheet: Sheet) -> tuple[WorkingCopy, bool]:
    """Return the row of the form's key, locked, and whether the form was saved before.

    Two sends of one form wait for each other here.
    """
    defaults = {"user": sheet.user, "article": sheet.article}
    row, made = WorkingCopy.objects.get_or_create(key=sheet.key, defaults=defaults)
    copy = WorkingCopy.objects.select_for_update().get(pk=row.pk)
    if copy.user_id != sheet.user.pk:
        raise Http404
    return copy, copy.is_closed and not made


def _begin(sheet: Sheet) -> Article:
    article = Article(**sheet.fields, sent_by=sheet.kim, created_by=sheet.user)
    article.save()
    Byline.objects.create(article=article, role=Byline.Role.WRITER, kim=sheet.kim)
    article.kims.add(sheet.kim)
    _save_words(sheet)
    article.link_what_it_tells_of()
    record(article, KIND.CREATED, sheet.user)
    return article


def _change(article: Article, sheet: Sheet, is_new: bool) -> None:
    if not _is_draft(article):
        raise Closed(article)
    if is_new or article.version != sheet.version:
        raise Conflict(article)
    record_origin(article)
    for name, value in sheet.fields.items():
        setattr(article, name, value)
    article.save()
    _save_words(sheet)
    article.link_what_it_tells_of()
    record(article, KIND.SAVED, sheet.user)


def _is_draft(article: Article) -> bool:
    return Article.objects.drafts().filter(pk=article.pk).exists()


def _is_same(article: Article, fields: dict) -> bool:
    """True when the story holds what the form gives."""
    told = {**fields, "body": render(fields["body"])}
    stored = {name: getattr(article, name) for name in fields} | {"body": article.body_html}
    return told == stored


def _save_words(sheet: Sheet) -> None:
    for words in sheet.photos:
        if words.may_word and words.has_changed():
            words.instance.save(update_fields=words.Meta.fields)
