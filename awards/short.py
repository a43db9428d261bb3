"""What permanent short addresses lead to: the page as it stands now, or the citation as a file.

Only what the public sees or has seen is led to. The number of a draft answers exactly as a number
that was never given.
"""

import json

from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from awards.citation import citation_of
from awards.merging import present_keys
from awards.models import (
    Award,
    Edition,
    Handover,
    Kind,
    Merge,
    Organization,
    Person,
    Programme,
    Work,
)
from kim.models import Kelurahan, Kim
from malangnews.core.short import LETTERS, read_code

MODELS = (Award, Programme, Edition, Organization, Person, Work, Handover, Kim, Kelurahan)
# What addresses and titles are made of beside the row itself.
NEEDED = {Award: ["edition__programme"], Edition: ["programme"]}
BY_LETTER = {LETTERS[model._meta.model_name]: model for model in MODELS}


@require_safe
def short_address(request, code):
    """Lead to the page of the record; a withdrawn one's page tells why it is gone."""
    return HttpResponsePermanentRedirect(_find(code).get_absolute_url())


@require_safe
def citation_bibtex(request, code):
    """The citation of a public record as a file for BibTeX."""
    return _citation_file(request, code, "bibtex", "bib", "application/x-bibtex")


@require_safe
def citation_ris(request, code):
    """The citation of a public record as a file in the RIS format."""
    return _citation_file(request, code, "ris", "ris", "application/x-research-info-systems")


def _citation_file(request, code: str, form: str, suffix: str, kind: str) -> HttpResponse:
    """Answer with a file to keep; what is withdrawn is not cited, its page is shown instead."""
    row = _find(code)
    if not getattr(row, "is_public", True):
        return HttpResponsePermanentRedirect(row.get_absolute_url())
    text = getattr(citation_of(request, row), form)
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    name = f"malangnews-{code.lower()}.{suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _find(code: str) -> Model:
    """Return the row of a code, or the one that it was merged into; raises Http404."""
    read = read_code(code)
    model = BY_LETTER.get(read[0]) if read else None
    if model is None:
        raise Http404
    rows = _seen(model)
    row = rows.filter(pk=read[1]).first()
    if row is None and (kept := _merged_into(model, read[1])):
        row = rows.filter(pk=kept).first()
    if row is None:
        raise Http404
    return row


def _seen(model: type[Model]) -> QuerySet:
    """Return the rows whose page the public may ask for."""
    rows = model.objects.select_related(*NEEDED.get(model, ()))
    if hasattr(rows, "gone"):
        return rows.published() | rows.gone()
    return rows if model is Kelurahan else rows.published().with_last_change()


def _merged_into(model: type[Model], number: int) -> int | None:
    """Return the number of the row that a merged one became."""
    kind = model._meta.model_name
    return present_keys(kind, [number]).get(number) or (
        _edition_of_merged(number) if model is Edition else None
    )


def _edition_of_merged(number: int) -> int | None:
    """Return the edition that stands for one that went with its programme when that was merged.

    Such an edition has no merge of its own; what was deleted stands in the programme's.
    """
    mark = json.dumps(f'"model": "awards.edition", "pk": {number},')[1:-1]
    merges = Merge.objects.filter(kind=Kind.PROGRAMME, undone_at=None)
    merge = merges.annotate(text=Cast("record", TextField())).filter(text__contains=mark).last()
    if merge is None:
        return None
    deleted = [json.loads(step[1]) for step in merge.record["steps"] if step[0] == "deleted"]
    year = next(
        row["fields"]["year"]
        for (row,) in deleted
        if (row["model"], row["pk"]) == ("awards.edition", number)
    )
    kept = merge.kept_id
    editions = Edition.objects.filter(
        programme=present_keys(Kind.PROGRAMME, [kept]).get(kept, kept), year=year
    )
    return editions.values_list("pk", flat=True).first()
