"""A story as plain data: all that an editor can set, relations with the names they had."""

from collections.abc import Iterable

from django.db import models

from malangnews.news.models import Article

#: Fields whose value is plain already.
TEXTS = ("title", "slug", "summary", "dateline_place", "body", "episode")
MOMENTS = ("event_on", "published_at", "published_until")
ONE = ("rubric", "lead_photo")
MANY = ("kelurahan", "kims", "awards", "potentials")

Snapshot = dict
Reference = list  # [primary key, name]


def take(article: Article) -> Snapshot:
    """Return ``article`` as it is stored, in a fixed number of queries, ready for JSON.

    References are ``[id, name]``, so that a comparison can name what is no longer there.
    """
    bylines = article.bylines.select_related("initial", "kim")
    return {
        **{name: getattr(article, name) for name in TEXTS},
        **{name: _moment(getattr(article, name)) for name in MOMENTS},
        **{name: _reference(getattr(article, name)) for name in ONE},
        **{name: _references(_rows(article, name)) for name in MANY},
        "tags": sorted(article.tags.values_list("name", flat=True)),
        "bylines": [_byline(byline) for byline in bylines],
    }


def _rows(article: Article, name: str) -> models.QuerySet:
    rows = getattr(article, name).all()
    return rows.for_card() if name == "awards" else rows


def _moment(value) -> str | None:
    return value.isoformat() if value else None


def _reference(row: models.Model | None) -> Reference | None:
    return [row.pk, str(row)] if row is not None else None


def _references(rows: Iterable[models.Model]) -> list[Reference]:
    return sorted(([row.pk, str(row)] for row in rows), key=lambda pair: (pair[1], pair[0]))


def _byline(byline) -> dict:
    kind = "initial" if byline.initial_id else "kim"
    return {
        "role": byline.role,
        "kind": kind,
        "id": byline.initial_id or byline.kim_id,
        "name": byline.signature,
        "position": byline.position,
    }
