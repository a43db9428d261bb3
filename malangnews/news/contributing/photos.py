"""Photos of a contributor's story: which she may use, and of which she may mend the words."""

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction

from kim.models import Contributor
from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.rights import holders
from malangnews.media.admin import PhotoAdmin
from malangnews.media.models import Photo
from malangnews.news.embeds import PHOTO
from malangnews.news.models import Article

AT_ONCE = 12


def take(file: File, user, credit: str) -> Photo:
    """Keep an upload for ``user`` and return it; the same picture sent again is the one she has.

    A picture that somebody else has in the library is kept anew: what is there is none of her
    business. Raises ValidationError for what the library refuses.
    """
    photo = Photo(file=file, uploaded_by=user)
    try:
        photo.clean()
    except ValidationError:
        if not photo.digest:
            raise
    own = Photo.objects.same_picture_as(photo).filter(uploaded_by=user).order_by("pk").first()
    if own is not None:
        return own
    photo.credit = photo.credit or credit[:120]
    with transaction.atomic():
        photo.save()
    return photo


def photos_in(article: Article | None) -> list[int]:
    """Return the photos that a stored story shows: its lead photo, then those of its text."""
    if article is None:
        return []
    told = [int(key) for key in PHOTO.findall(article.body_html)]
    lead = [article.lead_photo_id] if article.lead_photo_id else []
    return list(dict.fromkeys([*lead, *told]))


def usable(posted: list[str], article: Article | None, user) -> dict[int, Photo]:
    """Return the photos of a posted form, in its order: of the story, or taken in by ``user``."""
    asked = list(dict.fromkeys(int(text) for text in posted if is_row_id(text)))[:200]
    stored = set(photos_in(article))
    rows = Photo.objects.in_bulk(asked)
    return {
        key: rows[key]
        for key in asked
        if key in rows and (key in stored or rows[key].uploaded_by_id == user.pk)
    }


def may_word(photo: Photo, user, kims: list) -> bool:
    """True when ``user`` may mend what is told of the photo.

    It is hers or of somebody who writes for the same KIM, and nothing released shows it.
    """
    if photo.uploaded_by_id is None or holders(photo, PhotoAdmin.shown_by):
        return False
    if photo.uploaded_by_id == user.pk:
        return True
    return Contributor.objects.filter(user=photo.uploaded_by_id, kim__in=kims).exists()
