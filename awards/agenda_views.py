"""The calendar of the award year, for a calendar program that cannot log in."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from awards.agenda import calendar_of, user_of
from malangnews.core.visitors import keep_private


@require_safe
def agenda(request, token):
    """The iCalendar of the person whose ``token`` it is; 404 for anybody else."""
    user = user_of(token)
    if user is None:
        raise Http404
    home = request.build_absolute_uri("/").rstrip("/")
    content = calendar_of(user, timezone.localdate(), home)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="agenda-lomba.ics"'
    response.headers["Referrer-Policy"] = "no-referrer"
    return keep_private(response)
