"""Who may touch what the public sees.

A released row (published, scheduled or withdrawn) is changed only by those who may publish its
kind, and deleted by nobody: deleting is withdrawing. A row without a status of its own is held by
the released rows that show it: the programme of a published award, the photo of a published story.
"""

import datetime as dt

from django.contrib.admin.utils import get_fields_from_path, get_model_from_relation
from django.contrib.auth import get_permission_codename
from django.db import models

# Later than every planned time: what is scheduled counts as released.
END_OF_TIME = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


def permission(verb: str, model: type[models.Model]) -> str:
    """Return the full name of a permission: "news.view_article"."""
    return f"{model._meta.app_label}.{get_permission_codename(verb, model._meta)}"


def publish_permission(model: type[models.Model]) -> str:
    """Return the full name of the permission to publish ``model``: "news.publish_article"."""
    return permission("publish", model)


def holders(obj: models.Model, paths: tuple[str, ...]) -> frozenset[type[models.Model]]:
    """Return the models of which a released row shows ``obj``.

    ``paths`` are queries from ``obj`` to something publishable: ``("editions__awards",)``. The
    answer is kept on ``obj``, which lives as long as one request.
    """
    if not hasattr(obj, "_desk_holders"):
        found = set()
        for path in paths:
            holder = get_model_from_relation(get_fields_from_path(type(obj), path)[-1])
            released = holder._default_manager.once_public(END_OF_TIME)
            rows = type(obj)._default_manager.filter(pk=obj.pk, **{f"{path}__in": released})
            if holder not in found and rows.exists():
                found.add(holder)
        obj._desk_holders = frozenset(found)
    return obj._desk_holders


class GuardedRows:
    """Permissions of a ModelAdmin, row by row."""

    #: Query paths to the publishable rows that show a row of this model.
    shown_by: tuple[str, ...] = ()

    def has_publish_permission(self, request) -> bool:
        """True for those who may publish rows of this model; False where nothing is published."""
        return request.user.has_perm(publish_permission(self.model))

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (not self._is_stored(obj) or self._may_touch(request, obj))

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (not self._is_stored(obj) or self._may_remove(request, obj))

    def is_in_public(self, obj) -> bool:
        """True when a released row is this row or shows it: its address must not change."""
        return getattr(obj, "is_released", False) or bool(holders(obj, self.shown_by))

    def _is_stored(self, obj) -> bool:
        return obj is not None and obj.pk is not None and isinstance(obj, self.model)

    def _may_touch(self, request, obj) -> bool:
        if self.has_publish_permission(request):
            return True
        if getattr(obj, "is_released", False):
            return False
        holding = holders(obj, self.shown_by)
        return all(request.user.has_perm(publish_permission(model)) for model in holding)

    def _may_remove(self, request, obj) -> bool:
        if self.is_in_public(obj):
            return False
        if not hasattr(obj, "created_by_id") or self.has_publish_permission(request):
            return True
        return obj.created_by_id == request.user.pk
