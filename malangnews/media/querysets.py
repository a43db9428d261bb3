"""Questions about many photos, and how many are deleted at once."""

import re
from collections.abc import Iterable
from functools import partial, reduce
from operator import or_
from typing import Self

from django.db import models, transaction

from malangnews.media.renditions import remove

# What cameras and telephones call a file says nothing of what it shows.
FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|webp|avif|heic|gif)$|^(?:img|dsc|pict?|screenshot|whatsapp image)[-_ \d]*$",
    re.IGNORECASE,
)


OUTER = models.OuterRef("pk")


def _rows_of(relation) -> models.QuerySet:
    """Return the rows of the model that a relation comes from, in no order."""
    return relation.related_model._default_manager.order_by()


class PhotoQuerySet(models.QuerySet):
    def same_picture_as(self, photo: models.Model) -> Self:
        """Return the other photos that show the very pixels of ``photo``."""
        if not photo.digest:
            return self.none()
        return self.filter(digest=photo.digest).exclude(pk=photo.pk)

    def in_use(self) -> Self:
        """Photos that some row shows, whatever its kind."""
        return self.filter(self._used())

    def out_of_use(self) -> Self:
        """Photos that no row shows."""
        return self.exclude(self._used())

    def _used(self) -> models.Q:
        shown = (
            models.Exists(_rows_of(relation).filter(**{relation.field.name: OUTER}))
            for relation in self.model._meta.related_objects
        )
        return reduce(or_, shown, models.Q())

    def use_counts(self, keys: Iterable[int]) -> dict[int, int]:
        """Return how many rows show each photo of those keys, one query a kind of relation.

        A row that shows a photo twice, before its text and within it, counts once.
        """
        rows: dict[int, set] = {key: set() for key in keys}
        for relation in self.model._meta.related_objects:
            name = relation.field.name
            pairs = _rows_of(relation).filter(**{f"{name}__in": rows}).values_list(name, "pk")
            for key, row in pairs:
                rows[key].add((relation.related_model, row))
        return {key: len(found) for key, found in rows.items()}

    def incomplete(self) -> Self:
        """Photos without the words that publication needs."""
        silent = models.Q(alt="") | models.Q(alt__iregex=FILE_NAME.pattern)
        return self.filter(silent & models.Q(is_decorative=False) | models.Q(credit=""))

    def refuse_if_used(self) -> None:
        """Raise ProtectedError when one of these is shown somewhere."""
        used = list(self.in_use())
        if used:
            raise models.ProtectedError("Foto yang sedang dipakai tidak dapat dihapus.", used)

    def file_names(self) -> set[str]:
        """Return the storage names of all files of these photos: masters and renditions."""
        names = set()
        for master, renditions in self.values_list("file", "renditions"):
            names.update([master, *(rendition["name"] for rendition in renditions)])
        return names

    def delete(self):
        """Delete the rows, and their files once that is committed. Raises ProtectedError in use."""
        self.refuse_if_used()
        names = self.file_names()
        answer = super().delete()
        remove_on_commit(self.model, names, self.db)
        return answer

    delete.alters_data = True
    delete.queryset_only = True


def remove_on_commit(model: type[models.Model], names: set[str], using: str | None) -> None:
    """Delete files of photos when the transaction is committed; if it is not, they stay."""
    if names:
        storage = model._meta.get_field("file").storage
        transaction.on_commit(partial(remove, storage, names), using=using, robust=True)
