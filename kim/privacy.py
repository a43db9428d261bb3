"""What keeps people private: no stale page names them, no history does, no number is written.

Whose name may be shown is asked of ``kim.querysets.ConsentedQuerySet``.
"""

import re
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse

# Anybody may keep a copy, and must ask here before each use of it whether it still holds. So a
# name whose consent is withdrawn is gone with the next request, whatever kept the page.
REVALIDATED = "public, no-cache"

# Sixteen digits, written together or parted as people part them.
SIXTEEN_DIGITS = re.compile(r"(?<!\d)(?:\d[ .\-]?){15}\d(?!\d)", re.ASCII)
REFUSED = (
    "Ada deretan 16 angka seperti NIK atau nomor KK. Nomor identitas tidak dicatat di portal ini; "
    "hapus nomornya."
)

# The fields in which a consent stands: whoever writes one of them has recorded it.
CONSENT = frozenset(
    {
        "consent_on",
        "consent_scope",
        "consent_by",
        "consent_note",
        "is_minor",
        "guardian",
        "consent_withdrawn_on",
    }
)
# In the history of a KIM or a potential, instead of what was written; by the name of the model.
UNNAMED = {"kimmember": "nama tidak dicatat", "potentialcontact": "isi tidak dicatat"}


def revalidated(view: Callable) -> Callable:
    """Make a view of which every answer is asked for anew before a kept copy is shown.

    For pages and files that name people by their consent. What answers a session stays private,
    and errors keep their own rule (malangnews/caching.py).
    """

    @wraps(view)
    def inner(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        shared = settings.SESSION_COOKIE_NAME not in request.COOKIES
        if shared and response.status_code == 200 and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = REVALIDATED
        return response

    return inner


def has_identity_number(text: str) -> bool:
    """Return whether a text holds sixteen digits, as a NIK and a family card have them."""
    return bool(SIXTEEN_DIGITS.search(text))


def unnamed(model: type[models.Model]) -> dict:
    """Return the entry of a change log that says of which kind a row was, and nothing else."""
    name = str(model._meta.verbose_name)
    words = UNNAMED[model._meta.model_name]
    return {"changed": {"fields": ["data"], "name": name, "object": words}}
