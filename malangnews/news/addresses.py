"""Former addresses of stories, rubrics and tags: kept, refused to others, and led on."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.db import models, transaction
from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse
from taggit.models import Tag, TaggedItem

from malangnews.news.models import Article, OldAddress, Rubric
from malangnews.news.tags import published_tags

# Kind of address -> the field that says where it leads.
FIELDS = {"story": "article", "rubric": "rubric", "tag": "tag"}
KINDS = {Article: "story", Rubric: "rubric", Tag: "tag"}


def reused(row: models.Model, slug: str) -> bool:
    """Return whether ``slug`` was once the address of another row of this kind."""
    kind = KINDS[type(row)]
    taken = OldAddress.objects.filter(kind=kind, slug=slug)
    return taken.exclude(**{FIELDS[kind]: row.pk}).exists() if row.pk else taken.exists()


@transaction.atomic
def keep(row: models.Model, former: str) -> None:
    """Let ``former`` lead to ``row`` from now on; what ``row`` is called now leads nowhere else."""
    kind = KINDS[type(row)]
    target = {FIELDS[kind]: row}
    OldAddress.objects.filter(kind=kind, slug=row.slug, **target).delete()
    if former and former != row.slug:
        OldAddress.objects.update_or_create(kind=kind, slug=former, defaults=target)


def destination(kind: str, slug: str) -> str | None:
    """Return the slug that a former one leads to, if the public may know of the row."""
    rows = {
        "story": Article.objects.seen(),
        "rubric": Rubric.objects.all(),
        "tag": published_tags(),
    }[kind]
    return rows.filter(old_addresses__slug=slug).values_list("slug", flat=True).first()


def leads_on(kind: str) -> Callable:
    """Decorate a view with a ``slug``: what it does not find may have moved, and answers 301."""

    def decorate(view):
        @wraps(view, updated=())
        def led(request: HttpRequest, slug: str, **kwargs):
            try:
                return view(request, slug=slug, **kwargs)
            except Http404:
                now = destination(kind, slug)
                if now is None:
                    raise
                address = reverse(request.resolver_match.view_name, kwargs={**kwargs, "slug": now})
                query = request.META.get("QUERY_STRING", "")
                return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)

        return led

    return decorate


@transaction.atomic
def merge_tags(stays: Tag, others: Iterable[Tag]) -> int:
    """Give ``stays`` to all that ``others`` mark, remove these, and lead their addresses on.

    Returns how many rows got the tag that did not have it. The queries do not grow with them.
    """
    gone = [tag for tag in others if tag.pk != stays.pk]
    have = set(_marked([stays]))
    gain = sorted(set(_marked(gone)) - have)
    TaggedItem.objects.bulk_create(
        TaggedItem(tag=stays, content_type_id=kind, object_id=key) for kind, key in gain
    )
    # Who has one of these open must see the tags of today before saving.
    Article.objects.filter(tags__in=gone).update(version=F("version") + 1)
    OldAddress.objects.filter(tag__in=gone).update(tag=stays)
    Tag.objects.filter(pk__in=[tag.pk for tag in gone]).delete()
    # Somebody may have typed a merged tag anew: its address is then known already.
    slugs = [tag.slug for tag in gone]
    OldAddress.objects.filter(kind="tag", slug__in=[*slugs, stays.slug]).delete()
    OldAddress.objects.bulk_create(
        OldAddress(kind="tag", slug=tag.slug, tag=stays) for tag in gone if tag.slug
    )
    return len(gain)


def present_tags(names: Iterable[str]) -> list[str]:
    """Return the names of tags as they are now: what was merged or renamed is what it became.

    A tag of exactly such a name, in any case, stays itself.
    """
    names = list(names)
    slugs = {name: Tag().slugify(name) for name in names}
    former = OldAddress.objects.filter(kind="tag", slug__in=slugs.values()).select_related("tag")
    became = {old.slug: old.tag.name for old in former}
    if not became:
        return names
    there = Q(*(Q(name__iexact=name) for name in names), _connector=Q.OR)
    known = {name.lower() for name in Tag.objects.filter(there).values_list("name", flat=True)}
    now = [name if name.lower() in known else became.get(slugs[name], name) for name in names]
    return list(dict.fromkeys(now))


def _marked(tags: list[Tag]) -> models.QuerySet:
    return TaggedItem.objects.filter(tag__in=tags).values_list("content_type_id", "object_id")
