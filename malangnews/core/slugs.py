"""Addresses: made once from the words, unique in their table, never changed once public."""

from django.db import models
from django.utils.text import slugify


def fill_slug(instance: models.Model, words: str, reserved: frozenset[str] = frozenset()) -> None:
    """Give ``instance`` a free slug made from ``words`` when it has none yet.

    ``reserved`` names slugs that are addresses of other pages in the same folder. A taken slug
    gets the next free number: "kim-samaan-2".
    """
    if instance.slug:
        return
    length = instance._meta.get_field("slug").max_length
    base = slugify(words)[: length - 7].strip("-") or instance._meta.model_name
    others = type(instance)._default_manager.exclude(pk=instance.pk)
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True)) | reserved
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    instance.slug = slug


def given_up(instance: models.Model) -> frozenset[str]:
    """Return the former slugs of other rows, which still lead there and are not given anew.

    For models with ``old_addresses``; nothing is asked when ``instance`` has its slug already.
    """
    if instance.slug:
        return frozenset()
    relation = instance._meta.get_field("old_addresses")
    name = relation.field.name
    former = relation.related_model.objects.exclude(**{name: None})
    if instance.pk:
        former = former.exclude(**{name: instance.pk})
    return frozenset(former.values_list("slug", flat=True))
