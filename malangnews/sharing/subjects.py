"""What an address of the portal shows that another site may embed: its kind, title and picture."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve, reverse

from awards.cards.sharing import award_share_image
from awards.leading import present_row
from awards.models import Award, Kind
from awards.short import row_of
from kim.models import Kelurahan, Kim
from malangnews.core.frames import Size, list_size, size_of
from malangnews.core.schema import PUBLISHER
from malangnews.core.share import SIZE, picture_address
from malangnews.media.models import Photo
from malangnews.news.addresses import destination
from malangnews.news.models import Article
from malangnews.sharing.asked import Limits

# The widest picture that stands for a story.
THUMBNAIL = 720


class Thumbnail(NamedTuple):
    """A picture that stands for the whole; its address may lack the host."""

    url: str
    width: int
    height: int


class Subject(NamedTuple):
    """A public row as other sites are told of it; ``pictures`` come largest first."""

    kind: str
    title: str
    page: str
    slug: str
    pictures: tuple[Thumbnail, ...] = ()
    author: str = PUBLISHER

    @property
    def frame(self) -> str:
        """The path of its card."""
        return reverse(f"sharing:{self.kind}_embed", args=[self.slug])

    @property
    def size(self) -> Size:
        return list_size() if self.kind == "kelurahan" else size_of(self.kind)

    def picture_within(self, limits: Limits) -> Thumbnail | None:
        """Return the largest picture that fits, None without one."""
        fitting = (each for each in self.pictures if limits.hold(each.width, each.height))
        return next(fitting, None)


def subject_at(request: HttpRequest, address: str) -> Subject | None:
    """Return what the public sees at ``address``; None for another site and anything else.

    The address is one of this very host, of a page or its short address; query, fragment and the
    last slash do not matter. Former addresses count as what they lead to.
    """
    try:
        parts = urlsplit(address.strip())
        host, path = parts.netloc.lower(), unquote(parts.path, errors="strict")
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or host != request.get_host().lower():
        return None
    try:
        match = resolve(path if path.endswith("/") else f"{path}/")
    except Resolver404:
        return None
    if match.view_name == "short:short_address":
        return _by_code(request, match.kwargs["code"])
    find = BY_VIEW.get(match.view_name)
    return find(request, match.kwargs["slug"]) if find else None


def _story(request: HttpRequest, slug: str) -> Subject | None:
    rows = Article.objects.published().for_card()
    story = rows.filter(slug=slug).first()
    if story is None and (now := destination("story", slug)):
        story = rows.filter(slug=now).first()
    if story is None:
        return None
    photo = story.lead_photo
    pictures = _renditions(photo) if photo else _cover(request, "berita", story.slug)
    author = story.kim_writer or PUBLISHER
    page = story.get_absolute_url()
    return Subject("story", story.title, page, story.slug, pictures, author)


def _award(request: HttpRequest, slug: str) -> Subject | None:
    rows = Award.objects.published().for_page()
    award = rows.filter(slug=slug).first()
    if award is None and (kept := present_row(Kind.AWARD, slug)):
        award = rows.filter(pk=kept.pk).first()
    if award is None:
        return None
    card = award_share_image(request, award)
    pictures = (Thumbnail(card["url"], card["width"], card["height"]),)
    title = f"{award.rank_label}: {award.title}"
    return Subject("award", title, award.get_absolute_url(), award.slug, pictures)


def _kim(request: HttpRequest, slug: str) -> Subject | None:
    kim = Kim.objects.published().filter(slug=slug).first()
    if kim is None:
        return None
    pictures = _cover(request, "kim", kim.slug)
    return Subject("kim", kim.name, kim.get_absolute_url(), kim.slug, pictures)


def _kelurahan(request: HttpRequest, slug: str) -> Subject | None:
    place = Kelurahan.objects.filter(slug=slug).first()
    if place is None:
        return None
    title, pictures = f"Berita Kelurahan {place}", _cover(request, "kelurahan", place.slug)
    return Subject("kelurahan", title, place.get_absolute_url(), place.slug, pictures)


BY_VIEW: dict[str, Callable[[HttpRequest, str], Subject | None]] = {
    "news:article_detail": _story,
    "awards:award_detail": _award,
    "kim:kim_detail": _kim,
    "kim:kelurahan_detail": _kelurahan,
}
BY_MODEL = {Award: _award, Kim: _kim, Kelurahan: _kelurahan}


def _by_code(request: HttpRequest, code: str) -> Subject | None:
    try:
        row = row_of(code)
    except Http404:
        return None
    find = BY_MODEL.get(type(row))
    return find(request, row.slug) if find else None


def _cover(request: HttpRequest, kind: str, slug: str) -> tuple[Thumbnail]:
    """Return the batik cover of a page (malangnews/covers), which is drawn when it is asked for."""
    return (Thumbnail(picture_address(request, kind, slug), *SIZE),)


def _renditions(photo: Photo) -> tuple[Thumbnail, ...]:
    """Return the WebP covers of a photo that are not too large: more can show these than AVIF."""
    storage = photo.file.storage
    rows = [
        row
        for row in photo.renditions
        if (row["shape"], row["format"]) == ("cover", "webp") and row["width"] <= THUMBNAIL
    ]
    rows.sort(key=lambda row: -row["width"])
    return tuple(Thumbnail(storage.url(row["name"]), row["width"], row["height"]) for row in rows)
