"""One row is two again: the steps of a merge, walked backwards."""

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, transaction
from django.utils import timezone

from awards.merging import MODELS, CannotMerge
from awards.models import FormerAddress, Kind, Merge
from malangnews.core.changes import changed


@transaction.atomic
def undo(row: Merge, by=None) -> None:
    """Make two of one again. Raises CannotMerge when later changes stand in the way."""
    row = Merge.objects.select_for_update().get(pk=row.pk)
    if row.undone_at:
        raise CannotMerge("Penggabungan ini sudah dibatalkan.")
    model = MODELS[Kind(row.kind)]
    if not model._default_manager.filter(pk=row.kept_id).exists():
        raise CannotMerge(
            f"{row.kept_name} sudah tidak ada: mungkin digabung lagi sesudah ini. Batalkan dahulu "
            "penggabungan yang lebih baru."
        )
    try:
        with transaction.atomic():
            for step in reversed(row.record["steps"]):
                BACK[step[0]](*step[1:])
    except IntegrityError as error:
        raise CannotMerge(
            f"{row.gone_name} tidak dapat dikembalikan: nama atau alamatnya sudah dipakai catatan "
            "lain. Ganti nama catatan itu dahulu."
        ) from error
    row.addresses.all().delete()
    row.undone_by, row.undone_at = by, timezone.now()
    row.save(update_fields=["undone_by", "undone_at"])
    changed(model._default_manager.filter(pk__in=[row.kept_id, row.gone_id]))


def _move_back(label: str, name: str, keys: list[int], before: int, after: int) -> None:
    model = apps.get_model(label)
    key = model._meta.get_field(name).attname
    model._base_manager.filter(pk__in=keys, **{key: after}).update(**{key: before})


def _bring_back(text: str) -> None:
    for one in serializers.deserialize("json", text):
        one.save(force_insert=True)


def _change_back(label: str, key: int, before: dict) -> None:
    apps.get_model(label)._base_manager.filter(pk=key).update(**before)


def _take_back(label: str, key: int) -> None:
    apps.get_model(label)._base_manager.filter(pk=key).delete()


def _lead_back(keys: list[int], before: int, after: int) -> None:
    FormerAddress.objects.filter(pk__in=keys, leads_to=after).update(leads_to=before)


BACK = {
    "moved": _move_back,
    "deleted": _bring_back,
    "changed": _change_back,
    "made": _take_back,
    "led": _lead_back,
}
