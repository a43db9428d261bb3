"""Certificates in public: the file of one award, and the page that a number is checked on."""

from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from awards.models import Award
from malangnews.core.pages import find

MOST_CHARACTERS = 120  # as many as the field holds
MOST_FOUND = 20


@require_safe
def award_certificate(request, slug):
    """The PDF of one award's certificate, for those who may see the award."""
    award = find(request, Award.objects.all(), slug)
    if award is None or not award.certificate_file:
        raise Http404
    try:
        file = award.certificate_file.open()
    except OSError as error:
        raise Http404 from error
    name = f"piagam-{slugify(award.slug)}.pdf"
    response = FileResponse(file, content_type="application/pdf", filename=name)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def certificate_check(request):
    """``?nomor=``: which awards of the registry bear that number on their certificate."""
    number = request.GET.get("nomor", "").strip()
    too_long = len(number) > MOST_CHARACTERS
    number = number[:MOST_CHARACTERS]
    found = Award.objects.published().with_certificate("" if too_long else number)
    context = {
        "number": number,
        "too_long": too_long,
        "awards": list(found.newest_first().for_card()[:MOST_FOUND]),
        "crumbs": [("Penghargaan", reverse("awards:award_list"))],
        "canonical": reverse("awards:certificate_check"),
    }
    return render(request, "awards/certificate_check.html", context)
