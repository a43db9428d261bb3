"""From a row at the desk to its page: for those only who may see the row at the desk.

Django's own view leads every account of the desk on, and a draft's address is its title.
"""

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from malangnews.core.desk.fields import is_row_id


def view_on_site(request: HttpRequest, site, content_type_id, object_id: str) -> HttpResponse:
    """Lead to the page of a row. Raises Http404 for what has none, PermissionDenied for others."""
    if not (is_row_id(content_type_id) and is_row_id(object_id)):
        raise Http404
    kind = ContentType.objects.filter(pk=content_type_id).first()
    model_admin = site._registry.get(kind.model_class()) if kind else None
    if model_admin is None:
        raise Http404
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    return shortcut(request, content_type_id, object_id)
