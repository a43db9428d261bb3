"""The oEmbed answer (https://oembed.com, version 1.0), in its two forms."""

import io

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.xmlutils import SimplerXMLGenerator

from malangnews.core.frames import frame_line
from malangnews.core.syndication import writable
from malangnews.sharing.asked import Limits
from malangnews.sharing.subjects import Subject

# Other sites may keep an answer for an hour; the card that it names is asked for anew anyway.
CACHE_AGE = 3600
PROVIDER = "malangnews"


def describe(request: HttpRequest, subject: Subject, limits: Limits) -> dict[str, str | int]:
    """Return the members of the answer on a subject, in a frame within ``limits``."""
    size = limits.fit(subject.size)
    frame = request.build_absolute_uri(subject.frame)
    said = {
        "version": "1.0",
        "type": "rich",
        "title": subject.title,
        "author_name": subject.author,
        "author_url": request.build_absolute_uri(subject.page),
        "provider_name": PROVIDER,
        "provider_url": request.build_absolute_uri("/"),
        "cache_age": CACHE_AGE,
        "html": frame_line(frame, subject.title, size.width, size.height),
        "width": size.width,
        "height": size.height,
    }
    picture = subject.picture_within(limits)
    if picture:
        said["thumbnail_url"] = request.build_absolute_uri(picture.url)
        said["thumbnail_width"] = picture.width
        said["thumbnail_height"] = picture.height
    return {name: writable(value) for name, value in said.items()}


def as_json(said: dict[str, str | int]) -> HttpResponse:
    return JsonResponse(said)


def as_xml(said: dict[str, str | int]) -> HttpResponse:
    text = io.StringIO()
    handler = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    handler.startDocument()
    handler.startElement("oembed", {})
    for name, value in said.items():
        handler.addQuickElement(name, str(value))
    handler.endElement("oembed")
    handler.endDocument()
    return HttpResponse(text.getvalue(), content_type="text/xml; charset=utf-8")


FORMS = {"json": as_json, "xml": as_xml}
