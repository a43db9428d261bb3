"""The desk's reader beside the form: of what is stored, and of what is being written."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed, JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from malangnews.core.desk.fields import is_row_id
from malangnews.media.models import Photo
from malangnews.news.checks.manuscript import from_article, from_form
from malangnews.news.checks.papers import Finding, Manuscript
from malangnews.news.checks.reading import read
from malangnews.news.models import Article

#: Longest text that is read as one writes, in characters.
LIMIT = 200_000
TEXTS = ("title", "summary", "dateline_place", "body")


class ReadsAlong:
    """Part of ArticleAdmin: what the desk's reader finds."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("periksa/", view(self.read_new_view), name="news_article_read_new"),
            path("<path:object_id>/periksa/", view(self.read_view), name="news_article_read"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        stored = obj if obj is not None and obj.pk else None
        writes = add or self.has_change_permission(request, obj)
        if stored or writes:
            name = "admin:news_article_read"
            panel = {
                "template": "admin/news/_reader.html",
                "findings": read(from_article(stored)) if stored else [],
                "stored": stored is not None,
                "url": reverse(name, args=[stored.pk]) if stored else reverse(f"{name}_new"),
                "story": str(stored.pk) if stored else "baru",
            }
            context.setdefault("desk_panels", []).append(panel)
            if writes:
                context.setdefault("desk_scripts", []).append("js/desk-reader.js")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def read_new_view(self, request):
        """Read a story that was never saved, as its form has it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return self._read(request, None)

    def read_view(self, request, object_id):
        """Read the posted form of a story; nothing is saved, and the database is not locked."""
        article = self.get_object(request, object_id) if is_row_id(object_id) else None
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return self._read(request, article)

    def _read(self, request, article):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        post = request.POST
        if sum(len(post.get(name, "")) for name in TEXTS) > LIMIT:
            words = "Naskah terlalu panjang untuk diperiksa selama menulis."
            return JsonResponse({"words": words}, status=413)
        unsaved = Article(
            pk=article.pk if article else None,
            event_on=_day(post.get("event_on")),
            published_at=_moment(post.get("published_at")),
            **{name: post.get(name, "") for name in TEXTS},
        )
        lead = post.get("lead_photo", "")
        unsaved.lead_photo = Photo.objects.filter(pk=lead).first() if is_row_id(lead) else None
        chosen = {
            name: [int(key) for key in post.getlist(name)[:200] if is_row_id(key)]
            for name in ("awards", "kims")
        }
        manuscript = from_form(unsaved, chosen)
        findings = [_plain(finding, manuscript) for finding in read(manuscript)]
        return JsonResponse({"findings": findings}, headers={"Cache-Control": "no-store"})


def _plain(finding: Finding, manuscript: Manuscript) -> dict:
    """Return a finding for the script: with which occurrence of the words in its part is meant."""
    part = {"body": "body_text", "alt": ""}.get(finding.part, finding.part)
    text = getattr(manuscript, part) if part else ""
    return {
        "rule": finding.rule,
        "part": finding.part,
        "words": finding.words,
        "why": finding.why,
        "mend": finding.mend,
        "occurrence": text.count(finding.words, 0, finding.start) if finding.words else 0,
    }


def _day(text: str | None) -> dt.date | None:
    try:
        return parse_date(text or "")
    except ValueError:
        return None


def _moment(text: str | None) -> dt.datetime | None:
    try:
        moment = parse_datetime(text or "")
        return timezone.make_aware(moment) if moment and timezone.is_naive(moment) else moment
    except (ValueError, OverflowError):
        return None
