"""Cards of the portal for a frame on another site: a story, an award, a KIM, a kelurahan's news."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from awards.leading import present_row
from awards.models import Award, Kind
from kim.coverage import state_label
from kim.models import Kelurahan, Kim
from kim.naming import long_name
from kim.placing import mark_places
from malangnews.news.addresses import leads_on
from malangnews.news.models import Article
from malangnews.sharing.asked import stories_asked
from malangnews.sharing.framed import framed


@require_safe
@framed(Article)
@leads_on("story")
def story_embed(request, slug):
    """A public story as a card; a former address leads on to it."""
    story = get_object_or_404(Article.objects.published().for_card(), slug=slug)
    context = {"article": story, "canonical": story.get_absolute_url()}
    return render(request, "sharing/story_embed.html", context)


@require_safe
@framed(Award)
def award_embed(request, slug):
    """A public award as a card; the address of one that was merged leads on."""
    award = Award.objects.published().for_card().filter(slug=slug).first()
    if award is None:
        if kept := present_row(Kind.AWARD, slug):
            return HttpResponsePermanentRedirect(reverse("sharing:award_embed", args=[kept.slug]))
        raise Http404
    context = {"award": award, "canonical": award.get_absolute_url()}
    return render(request, "sharing/award_embed.html", context)


@require_safe
@framed(Kim)
def kim_embed(request, slug):
    """A public group as a card: its name, its kelurahan, its state today."""
    kim = get_object_or_404(Kim.objects.published().with_state().for_card(), slug=slug)
    context = {
        "kim": kim,
        "long_name": long_name(timezone.localdate()),
        "state_label": state_label(kim.state),
        "placing": mark_places([kim.kelurahan]),
        "canonical": kim.get_absolute_url(),
    }
    return render(request, "sharing/kim_embed.html", context)


@require_safe
@framed(Kelurahan)
def kelurahan_embed(request, slug):
    """The newest public stories on a kelurahan, ``?jumlah=`` of them."""
    kelurahan = get_object_or_404(Kelurahan.objects.select_related("kecamatan"), slug=slug)
    rows = kelurahan.articles.published().newest_first().for_card()
    context = {
        "kelurahan": kelurahan,
        "stories": rows[: stories_asked(request.GET)],
        "canonical": kelurahan.get_absolute_url(),
    }
    return render(request, "sharing/kelurahan_embed.html", context)
