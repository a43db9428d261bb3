"""Two rows that are one: everything that points at the one is moved to the other, and can go back.

What a merge did is kept step by step in ``Merge.record["steps"]``, in the order in which it was
done; undoing walks it backwards. A step is a list, its first item one of:

``moved``    model, field, keys of the rows, key before, key after
``deleted``  the rows as Django's serializer writes them
``changed``  model, key, {field: value before}
``made``     model, key of a row that was added
``led``      keys of the former addresses that followed, key before, key after
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models, transaction

from awards.models import (
    Award,
    Edition,
    FormerAddress,
    Kind,
    Merge,
    Organization,
    Person,
    Programme,
    Work,
)
from malangnews.core.changes import changed

MODELS = {
    Kind.ORGANIZATION: Organization,
    Kind.PROGRAMME: Programme,
    Kind.EDITION: Edition,
    Kind.PERSON: Person,
    Kind.WORK: Work,
    Kind.AWARD: Award,
}
# What the row that stays takes over where it has nothing itself.
FILLED = {
    Organization: ("abbreviation", "website", "about"),
    Programme: ("abbreviation", "organizer_id", "website", "about"),
    Edition: ("ordinal", "theme", "place"),
    Person: ("known_as",),
    Work: ("url", "about"),
    Award: (
        "category",
        "participant_class",
        "work_id",
        "certificate_id",
        "certificate_file",
        "certificate_number",
        "certificate_key",
        "remarks",
        "dispute",
    ),
}
# Dates are taken over with their precision.
DATES = ("decided_on", "conferred_on")
# Rows that say the same, although no rule of the database forbids them side by side.
SAME = {"source": ("url", "title"), "organizationname": ("name",)}


class CannotMerge(ValidationError):
    """Why two rows cannot become one, or one cannot become two again, in words for the editor."""


@dataclass(frozen=True)
class Outcome:
    """What a merge does, for the page that asks before it is done.

    ``moved`` and ``doubles`` count rows by what they are called, ``taken`` names fields.
    """

    moved: dict[str, int]
    doubles: dict[str, int]
    taken: list[str]


def kind_of(row: models.Model) -> Kind:
    """Return the kind of a row that can be merged. Raises KeyError for any other."""
    return {model: kind for kind, model in MODELS.items()}[type(row)]


@transaction.atomic
def merge(kept: models.Model, gone: models.Model, by=None) -> Merge:
    """Let ``kept`` stand for ``gone``, remove ``gone``, lead its addresses on, and keep the record.

    Raises CannotMerge when the two are not of one kind, are one row, or when what the public sees
    would go.
    """
    if type(kept) is not type(gone) or kept.pk == gone.pk:
        raise CannotMerge("Pilih dua catatan yang berbeda dari satu jenis.")
    model, kind = type(kept), kind_of(kept)
    locked = model._default_manager.select_for_update().in_bulk([kept.pk, gone.pk])
    if len(locked) != 2:
        raise CannotMerge("Salah satunya sudah tidak ada. Muat ulang halamannya.")
    kept, gone = locked[kept.pk], locked[gone.pk]
    if getattr(gone, "is_released", False) and not getattr(kept, "is_released", True):
        raise CannotMerge(
            "Yang digabung sudah terbit, yang tetap belum. Tukar keduanya, agar yang dibaca "
            "publik tidak hilang."
        )
    names = {"kept_name": str(kept)[:400], "gone_name": str(gone)[:400]}
    row = Merge.objects.create(
        kind=kind, kept_id=kept.pk, gone_id=gone.pk, by=by, record={"steps": []}, **names
    )
    steps = row.record["steps"]
    _absorb(kept, gone, steps, row)
    row.save(update_fields=["record"])
    changed([kept])
    return row


def preview(kept: models.Model, gone: models.Model) -> Outcome:
    """Return what merging would do, without doing it. Raises CannotMerge like ``merge``."""
    with transaction.atomic():
        outcome = _outcome(merge(kept, gone).record["steps"], type(kept))
        transaction.set_rollback(True)
    return outcome


def present_keys(kind: str, keys: Iterable[int]) -> dict[int, int]:
    """Return {key of a merged row: key of the row that it became}, in one query."""
    rows = FormerAddress.objects.filter(
        kind=kind, merge__kind=kind, merge__gone_id__in=keys, merge__undone_at=None
    )
    return dict(rows.values_list("merge__gone_id", "leads_to"))


# Doing


def _absorb(kept, gone, steps: list, row: Merge) -> None:
    """Move what points at ``gone`` to ``kept``, then delete ``gone``; children that clash too."""
    for model, name in _pointers(type(gone)):
        _move(model, name, kept, gone, steps, row)
    _fill(kept, gone, steps)
    kind = next((kind for kind, model in MODELS.items() if isinstance(gone, model)), None)
    former = address_of(gone) if kind else ""
    steps.append(["deleted", serializers.serialize("json", [gone])])
    key = gone.pk
    gone.delete()
    if kind:
        _lead(kind, former, key, kept, steps, row)
    _name(kept, gone, steps)


def _pointers(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """Return (model, foreign key) of everything that points at rows of ``model``."""
    found = [
        (relation.related_model, relation.field.name)
        for relation in model._meta.related_objects
        if relation.one_to_many
    ]
    throughs = [
        (relation.through, relation.field.m2m_reverse_field_name())
        for relation in model._meta.related_objects
        if relation.many_to_many
    ]
    throughs += [
        (own.remote_field.through, own.m2m_field_name()) for own in model._meta.many_to_many
    ]
    return found + [pair for pair in throughs if pair[0]._meta.auto_created]


def _move(model, name: str, kept, gone, steps: list, row: Merge) -> None:
    rows = model._base_manager.filter(**{name: gone})
    for twin, one in _clashes(model, name, kept, rows):
        _absorb(twin, one, steps, row)
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    if keys:
        model._base_manager.filter(pk__in=keys).update(**{name: kept})
        steps.append(["moved", model._meta.label_lower, name, keys, gone.pk, kept.pk])


def _clashes(model, name: str, kept, rows) -> list[tuple[models.Model, models.Model]]:
    """Return (row of ``kept``, row of ``gone``) wherever both would say the same."""
    rules = [rule.fields for rule in model._meta.total_unique_constraints if name in rule.fields]
    rules += [fields for fields in model._meta.unique_together if name in fields]
    if own := SAME.get(model._meta.model_name):
        rules.append((name, *own))
    found, taken = [], set()
    for fields in rules:
        others = [model._meta.get_field(other).attname for other in fields if other != name]
        there = {
            tuple(getattr(one, other) for other in others): one
            for one in model._base_manager.filter(**{name: kept})
        }
        for one in rows:
            values = tuple(getattr(one, other) for other in others)
            # Two empty recipients are two recipients: NULL is not equal to NULL.
            if one.pk not in taken and values in there and None not in values:
                taken.add(one.pk)
                found.append((there[values], one))
    return found


def _fill(kept, gone, steps: list) -> None:
    before = {}
    for name in FILLED.get(type(kept), ()):
        mine, theirs = getattr(kept, name), getattr(gone, name)
        if mine in ("", None) and theirs not in ("", None):
            before[name] = mine
            setattr(kept, name, theirs)
    for name in DATES:
        if getattr(gone, name, None) and not getattr(kept, name):
            for part in (name, f"{name}_precision"):
                before[part] = getattr(kept, part)
                setattr(kept, part, getattr(gone, part))
    if before:
        type(kept)._base_manager.filter(pk=kept.pk).update(
            **{name: getattr(kept, name) for name in before}
        )
        steps.append(["changed", type(kept)._meta.label_lower, kept.pk, before])


def _name(kept, gone, steps: list) -> None:
    """Let the registry be found by the names of the row that is gone."""
    if isinstance(kept, Programme):
        names = [gone.name, *gone.alias_list]
        known = {name.lower() for name in (kept.name, *kept.alias_list)}
        new = [name for name in dict.fromkeys(names) if name.lower() not in known]
        if new:
            steps.append(["changed", "awards.programme", kept.pk, {"aliases": kept.aliases}])
            kept.aliases = "\n".join([*kept.alias_list, *new])
            Programme.objects.filter(pk=kept.pk).update(aliases=kept.aliases)
    if isinstance(kept, Organization) and gone.name.lower() != kept.name.lower():
        if not kept.names.filter(name__iexact=gone.name).exists():
            made = kept.names.create(name=gone.name, abbreviation=gone.abbreviation)
            steps.append(["made", "awards.organizationname", made.pk])


def _lead(kind: Kind, former: str, key: int, kept, steps: list, row: Merge) -> None:
    FormerAddress.objects.filter(kind=kind, address=address_of(kept)).delete()
    older = FormerAddress.objects.filter(kind=kind, leads_to=key)
    keys = list(older.values_list("pk", flat=True))
    if keys:
        older.update(leads_to=kept.pk)
        steps.append(["led", keys, key, kept.pk])
    FormerAddress.objects.update_or_create(
        kind=kind, address=former, defaults={"merge": row, "leads_to": kept.pk}
    )


def address_of(row: models.Model) -> str:
    """Return what stands in a row's address: its slug; of an edition "slug/year"."""
    return f"{row.programme.slug}/{row.year}" if isinstance(row, Edition) else row.slug


# Telling


def _outcome(steps: list, model: type[models.Model]) -> Outcome:
    counted, doubles, taken = Counter(), Counter(), []
    for what, *rest in steps:
        if what == "moved":
            moved = apps.get_model(rest[0])
            if moved._meta.auto_created:
                moved = _other_end(moved, rest[1])
            counted[str(moved._meta.verbose_name)] += len(rest[2])
        elif what == "deleted":
            for one in serializers.deserialize("json", rest[0]):
                doubles[str(one.object._meta.verbose_name)] += 1
        elif what == "changed":
            fields = apps.get_model(rest[0])._meta
            taken += [
                str(fields.get_field(name.removesuffix("_id")).verbose_name) for name in rest[2]
            ]
    # The row itself is no double of something else.
    doubles[str(model._meta.verbose_name)] -= 1
    return Outcome(dict(counted), dict(+doubles), list(dict.fromkeys(taken)))


def _other_end(through: type[models.Model], name: str) -> type[models.Model]:
    ends = [one for one in through._meta.fields if one.is_relation and one.name != name]
    return ends[0].related_model
