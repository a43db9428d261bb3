"""Names offered while a reader types: /cari/saran/?q=gera."""

from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from malangnews.search.kinds import KINDS
from malangnews.search.models import Name
from malangnews.search.query import read_words

MOST, SHORTEST = 8, 2


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Return {"names": [{"name", "kind", "url"}]}: things of which a name begins like this, or a
    word of it. At most eight, public ones only."""
    phrase = " ".join(read_words(request.GET.get("q", "")))
    return JsonResponse({"names": names_like(phrase) if len(phrase) >= SHORTEST else []})


def names_like(phrase: str) -> list[dict[str, str]]:
    """Return the public things whose names fit, those that begin so first. Few queries."""
    now = timezone.now()
    showing = Q(entry__visible_from=None) | Q(entry__visible_from__lte=now)
    fitting = Name.objects.filter(showing).select_related("entry").order_by("phrase", "pk")
    found: dict[tuple[str, int], None] = {}
    for rows in (
        fitting.filter(phrase__startswith=phrase),
        fitting.filter(phrase__contains=f" {phrase}"),
    ):
        for name in rows[: MOST * 3]:
            found.setdefault((name.entry.kind, name.entry.object_id))
    wanted = list(found)[:MOST]
    shown = {}
    for key in {kind for kind, _ in wanted}:
        kind = KINDS[key]
        rows = kind.rows(False).filter(pk__in=[row for one, row in wanted if one == key])
        shown |= {
            (key, row.pk): {"name": str(row), "kind": kind.label, "url": row.get_absolute_url()}
            for row in rows
        }
    return [shown[one] for one in wanted if one in shown]
