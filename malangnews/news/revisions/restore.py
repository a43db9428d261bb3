"""Giving a story back what a snapshot holds."""

import datetime as dt

from django.db import models

from malangnews.media.models import Photo
from malangnews.news.models import Article, Byline, Rubric
from malangnews.news.revisions.snapshot import MANY, Snapshot

PLAIN = ("title", "summary", "dateline_place", "body")
ONE = {"rubric": Rubric, "lead_photo": Photo}


def restore(article: Article, snapshot: Snapshot) -> list[str]:
    """Make ``article`` what ``snapshot`` says: texts, relations, tags, bylines; save it.

    Address and times are not restored: they are promises to readers. Returns the names of what
    the snapshot points at but no longer exists. Call it inside a transaction, with the row locked.
    """
    lost: list[str] = []
    for name in PLAIN:
        setattr(article, name, snapshot.get(name) or "")
    day = snapshot.get("event_on")
    article.event_on = dt.date.fromisoformat(day) if day else None
    for name, model in ONE.items():
        setattr(article, name, _one(model, snapshot.get(name), lost))
    article.episode = _free_episode(article, snapshot.get("episode"), lost)
    article.save()
    for name in MANY:
        rows = getattr(article, name)
        rows.set(_many(rows.model, snapshot.get(name) or [], lost))
    article.tags.set(snapshot.get("tags") or [])
    _sign(article, snapshot.get("bylines") or [], lost)
    article.link_what_it_tells_of()
    return lost


def _one(model: type[models.Model], reference: list | None, lost: list[str]):
    if not reference:
        return None
    row = model._default_manager.filter(pk=reference[0]).first()
    if row is None:
        lost.append(reference[1])
    return row


def _many(model: type[models.Model], references: list, lost: list[str]) -> list:
    rows = model._default_manager.in_bulk([key for key, _ in references])
    lost += [name for key, name in references if key not in rows]
    return list(rows.values())


def _free_episode(article: Article, episode: int | None, lost: list[str]) -> int | None:
    """Return the episode, unless another story of the rubric has taken its number since."""
    others = Article.objects.filter(rubric=article.rubric, episode=episode).exclude(pk=article.pk)
    if episode is None or article.rubric is None or not others.exists():
        return episode
    lost.append(f"episode {episode} (sudah dipakai berita lain)")
    return None


def _sign(article: Article, bylines: list[dict], lost: list[str]) -> None:
    fields = {kind: Byline._meta.get_field(kind).related_model for kind in ("initial", "kim")}
    there = {
        kind: model._default_manager.in_bulk([one["id"] for one in bylines if one["kind"] == kind])
        for kind, model in fields.items()
    }
    article.bylines.all().delete()
    for one in bylines:
        maker = there[one["kind"]].get(one["id"])
        if maker is None:
            lost.append(one["name"])
            continue
        makers = {one["kind"]: maker}
        article.bylines.create(role=one["role"], position=one["position"], **makers)
