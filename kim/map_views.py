"""The geographic map, offered beside the atlas where a deployment has loaded boundaries."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kim.coverage import coverage
from kim.days import asked_day, year_links
from kim.geography import draw_city
from kim.models import Boundary
from kim.timeline import timeline
from kim.trail import to_room


@require_safe
def kim_map(request):
    """The city in its real shapes, today or on the day ``?pada=``; not found without boundaries."""
    boundaries = list(Boundary.objects.select_related("kelurahan"))
    if not boundaries:
        raise Http404
    asked = asked_day(request.GET.get("pada", ""), timezone.localdate())
    cover = coverage(asked.day)
    areas = {row.kelurahan.slug: row.polygons for row in boundaries}
    city = draw_city(areas, {row.kelurahan.slug: row.kelurahan.name for row in boundaries})
    context = {
        "asked": asked,
        "coverage": cover,
        "view_box": city.view_box,
        "places": [(tile, city.shapes[tile.slug]) for tile in cover.tiles if tile.slug in areas],
        "days": _days(asked),
        "source": boundaries[0],
        "crumbs": to_room(),
    }
    return render(request, "kim/kim_map.html", context)


def _days(asked) -> list[dict]:
    """Return the years as the atlas offers them, leading to the map."""
    atlas, here = reverse("kim:kim_list"), reverse("kim:kim_map")
    chips = year_links(timeline().years(), asked)
    return [{**chip, "url": chip["url"].replace(atlas, here, 1)} for chip in chips]
