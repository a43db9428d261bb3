"""``/sematan/``: how a site shows something of the portal; makes the line for a kelurahan."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kim.models import Kelurahan
from malangnews.core.frames import MOST_STORIES, SIZES, frame_line, list_size
from malangnews.core.policy import allow_own_frame
from malangnews.sharing.asked import stories_asked


@require_safe
def embed_guide(request):
    """Explain embedding; ``?kelurahan=`` and ``?jumlah=`` make a line, shown beside its frame."""
    places = list(Kelurahan.objects.order_by("name"))
    by_slug = {place.slug: place for place in places}
    chosen, count = by_slug.get(request.GET.get("kelurahan", "")), stories_asked(request.GET)
    context = {
        "places": places,
        "chosen": chosen,
        "count": count,
        "counts": range(1, MOST_STORIES + 1),
        "sizes": SIZES,
        "list_size": list_size(count),
        "oembed": request.build_absolute_uri(reverse("sharing:oembed")),
        "home": request.build_absolute_uri("/"),
    }
    if chosen:
        path = f"{reverse('sharing:kelurahan_embed', args=[chosen.slug])}?jumlah={count}"
        title = f"Berita Kelurahan {chosen}"
        address = request.build_absolute_uri(path)
        context["frame"] = {"path": path, "title": title, "height": list_size(count).height}
        context["line"] = frame_line(address, title, "100%", list_size(count).height)
    answer = render(request, "sharing/embed_guide.html", context)
    return allow_own_frame(answer, "frame-src") if chosen else answer
