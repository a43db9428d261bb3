"""A form saved for show: everything is done as on a real save, looked at, and undone.

For previews, comparisons and the desk's reader, which ask of a form what it would give.
"""

import copy
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.template.response import TemplateResponse
from django.utils.datastructures import MultiValueDict

#: Names of what a form posts that is not of the row: buttons and the token.
BUTTONS = frozenset(
    "csrfmiddlewaretoken _save _continue _addanother _saveasnew _publish _submit _propose "
    "_edit_again".split()
)


class Rehearsed(Exception):
    """Ends a rehearsal: carries what was seen, and undoes the save on its way out."""

    def __init__(self, seen: Any):
        super().__init__()
        self.seen = seen


def form_data(post: QueryDict) -> dict[str, list[str]]:
    """Return the fields of a posted form as plain data, without token and buttons."""
    return {name: values for name, values in post.lists() if name not in BUTTONS}


def posted(data: dict[str, list[str]]) -> QueryDict:
    """Return plain data as it would be posted; the inverse of ``form_data``."""
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, values)
    return query


class Rehearses:
    """Part of a ModelAdmin: what a form would give, without saving it."""

    def rehearse(
        self,
        request: HttpRequest,
        object_id: str | None,
        data: QueryDict,
        look: Callable[[Any], Any],
    ) -> tuple[Any, TemplateResponse | None]:
        """Save ``data`` as this user's form of the row, return ``look(row)``, and undo it all.

        Returns (what ``look`` returned, None), or (None, the form with its errors) when the data
        are not valid. Raises PermissionDenied when the user may not save the row.
        """
        twin = self._twin(request, data)
        twin.desk_look = look
        try:
            with transaction.atomic():
                return None, self._changeform_view(twin, object_id, "", None)
        except Rehearsed as end:
            return end.seen, None

    def show_form(
        self, request: HttpRequest, object_id: str | None, data: QueryDict, extra: dict
    ) -> TemplateResponse:
        """Return the form filled with ``data``, nothing saved; errors are shown where there are."""
        twin = self._twin(request, data)
        twin.desk_on_show = True
        with transaction.atomic():
            return self._changeform_view(twin, object_id, "", extra)

    @staticmethod
    def _twin(request: HttpRequest, data: QueryDict) -> HttpRequest:
        """Return a copy of the request that posts ``data`` to the form, pressing no button."""
        twin = copy.copy(request)
        twin.method = "POST"
        twin.POST = posted(form_data(data))
        twin._files = MultiValueDict()
        return twin
