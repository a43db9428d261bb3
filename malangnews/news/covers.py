"""What the share pictures of the newsroom tell; a story with a photo shows that."""

from django.http import HttpRequest
from django.utils import timezone

from malangnews.core.dates import format_date
from malangnews.core.share import Cover, share_image
from malangnews.media.models import Photo
from malangnews.news.feeds import PICTURES
from malangnews.news.models import Article

SECTIONS = {
    cover.slug: cover
    for cover in (
        Cover("bagian", "berita", "malangnews", "Berita Kota Malang", "Dari Diskominfo dan KIM"),
        Cover("bagian", "ralat", "malangnews", "Ralat dan catatan redaksi"),
    )
}


def of_story(article: Article) -> Cover:
    """Return the cover of a public story, loaded with its rubric."""
    day = format_date(timezone.localtime(article.published_at).date())
    rubric = article.rubric
    note = ", ".join(filter(None, [article.dateline_place, day]))
    return Cover(
        kind="berita",
        slug=article.slug,
        kicker=rubric.name if rubric else "Berita",
        title=article.title,
        note=note,
        palette=rubric.palette if rubric else "",
    )


def story_share_image(request: HttpRequest, article: Article) -> dict[str, object] | None:
    """Return ``share_image`` for base.html: the photo of a public story, else its cover."""
    if not article.is_public:
        return None
    if article.lead_photo:
        return photo_share_image(request, article.lead_photo)
    return share_image(request, of_story(article))


def photo_share_image(request: HttpRequest, photo: Photo) -> dict[str, object]:
    """Return ``share_image`` of a photo as it is kept, which every other site can read."""
    return {
        "url": request.build_absolute_uri(photo.file.url),
        "type": PICTURES.get(photo.file.name.rpartition(".")[2].lower(), ""),
        "width": photo.width,
        "height": photo.height,
        "alt": photo.alt or photo.caption,
    }
