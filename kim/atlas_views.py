"""The atlas: its page, the same as data, and what other sites may embed."""

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kim import atlas_data
from kim.atlas import build_atlas
from kim.coverage import coverage
from kim.days import AskedDay, asked_day, walk_of, year_links
from kim.downloads import CSV, JSON, download, site_of
from kim.figures import compare, nearest
from kim.growth import lay_out
from kim.models import Boundary, KimMilestone, StatedKimFigure
from kim.naming import long_name
from kim.picture import STYLE, picture
from kim.timeline import timeline
from malangnews.core.policy import allow_every_frame


@require_safe
def kim_list(request):
    """Atlas and directory, today or on the day ``?pada=``; five queries."""
    asked = _asked(request)
    cover, history = coverage(asked.day), timeline()
    compared = compare(StatedKimFigure.objects.all(), history)
    stated_days = {one.figure.as_of for one in compared}
    context = {
        "asked": asked,
        "coverage": cover,
        "atlas": build_atlas(cover.tiles),
        "days": year_links(history.years(), asked),
        "walk": walk_of(sorted({*history.turns(), *stated_days}), asked),
        "compared": compared,
        "nearest": nearest(compared, asked.day),
        "growth": lay_out(history.counts(), compared, asked.day, asked.today),
        "files": _files(asked),
        "places": atlas_data.PLACES,
        "steps": atlas_data.STEPS,
        "licence": settings.OPEN_DATA_LICENCE,
        "embed": _embed(request, asked),
        "has_map": Boundary.objects.exists(),
        "long_name": long_name(asked.day),
    }
    return render(request, "kim/kim_list.html", context)


@require_safe
def atlas_csv(request):
    """The atlas of a day as CSV, a kelurahan a row."""
    asked = _asked(request)
    file = atlas_data.atlas_csv(coverage(asked.day), site_of(request))
    return download(file, CSV, f"atlas-kim-{asked.day}.csv")


@require_safe
def atlas_json(request):
    """The atlas of a day as JSON, with its licence and its day."""
    asked = _asked(request)
    source = request.build_absolute_uri(reverse("kim:kim_list") + asked.query)
    file = atlas_data.atlas_json(coverage(asked.day), site_of(request), source, asked.notice)
    return download(file, JSON, f"atlas-kim-{asked.day}.json")


@require_safe
def milestones_csv(request):
    """Every milestone of the public groups as CSV: what the atlas is computed from."""
    steps = KimMilestone.objects.published().in_order().select_related("kim__kelurahan__kecamatan")
    file = atlas_data.milestones_csv(steps, timezone.localdate(), site_of(request))
    return download(file, CSV, "tonggak-kim.csv")


@require_safe
def atlas_svg(request):
    """The atlas of a day as a picture that stands by itself, with a place marked on it."""
    cover = coverage(_asked(request).day)
    context = {
        "picture": picture(cover, request.GET.get("kelurahan", "")),
        "style": STYLE,
        "site": site_of(request),
    }
    answer = render(request, "kim/atlas.svg", context, content_type="image/svg+xml")
    answer.headers["X-Robots-Tag"] = "noindex"
    return allow_every_frame(answer, STYLE)


@require_safe
def atlas_embed(request):
    """The atlas of a day for a frame on another site; its links open that site's whole window."""
    asked = _asked(request)
    cover = coverage(asked.day)
    context = {
        "asked": asked,
        "coverage": cover,
        "atlas": build_atlas(cover.tiles, request.GET.get("kelurahan", "")),
        "canonical": reverse("kim:kim_list"),
    }
    answer = render(request, "kim/atlas_embed.html", context)
    answer.headers["X-Robots-Tag"] = "noindex"
    return allow_every_frame(answer)


def _asked(request: HttpRequest) -> AskedDay:
    return asked_day(request.GET.get("pada", ""), timezone.localdate())


def _files(asked: AskedDay) -> list[dict[str, str]]:
    """Return {url, label, use} of the downloads for components/downloads.html."""
    offered = (
        ("kim:atlas_csv", asked.query, "Atlas CSV", "satu baris satu kelurahan"),
        ("kim:atlas_json", asked.query, "Atlas JSON", "untuk pemrogram"),
        ("kim:milestones_csv", "", "Tonggak CSV", "satu baris satu bukti"),
        ("kim:members_file", "", "Pengurus CSV", "hanya yang setuju namanya masuk data terbuka"),
    )
    return [
        {"url": reverse(view) + query, "label": label, "use": use}
        for view, query, label, use in offered
    ]


def _embed(request: HttpRequest, asked: AskedDay) -> dict[str, str]:
    """Return the addresses that another site embeds."""
    names = {"page": "kim:kim_list", "frame": "kim:atlas_embed", "picture": "kim:atlas_svg"}
    return {
        name: request.build_absolute_uri(reverse(view) + asked.query)
        for name, view in names.items()
    }
