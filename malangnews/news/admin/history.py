"""Every save is kept, compared and restored."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.publishing import PUBLISH, SUBMIT
from malangnews.core.desk.queues import moment, standing
from malangnews.news.admin.notes import ReaderNote, reader_note
from malangnews.news.admin.versions import has_seen, last_save
from malangnews.news.models import Article, Revision
from malangnews.news.revisions.diff import compare
from malangnews.news.revisions.record import KIND, record, record_origin
from malangnews.news.revisions.restore import restore
from malangnews.news.revisions.snapshot import take

PAGE = 50
SHOWN = 3
NOW = "sekarang"
# What a verb says of itself in the log, and what it is called in the history.
VERBS = {
    "Diterbitkan.": KIND.PUBLISHED,
    "Dikirim untuk ditinjau.": KIND.SUBMITTED,
    "Dikembalikan.": KIND.RETURNED,
    "Ditarik.": KIND.WITHDRAWN,
}


class KeepsHistory:
    """Part of ArticleAdmin."""

    # Recording

    def save_model(self, request, obj, form, change):
        if change:
            record_origin(obj)
        super().save_model(request, obj, form, change)

    def saved(self, request, obj, change):
        """One save is one revision, named for the button where one did more than save."""
        super().saved(request, obj, change)
        if not getattr(request, "desk_recorded", False):
            kind, note = getattr(request, "desk_change", (KIND.SAVED, ""))
            self._record(request, obj, kind if change else KIND.CREATED, note)

    def moved(self, request, obj, words):
        super().moved(request, obj, words)
        record_origin(obj)
        fresh = Article.objects.get(pk=obj.pk)
        kind = VERBS[words]
        if kind == KIND.PUBLISHED and fresh.is_scheduled:
            kind = KIND.SCHEDULED
        note = fresh.withdrawal_reason if kind == KIND.WITHDRAWN else fresh.review_note
        self._record(request, obj, kind, note)

    def _record(self, request, obj, kind, note=""):
        record(obj, kind, request.user, note)
        pressed = PUBLISH in request.POST or SUBMIT in request.POST
        request.desk_recorded = pressed

    # Pages

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/riwayat/banding/",
                view(self.compare_view),
                name="news_article_compare",
            ),
            path(
                "<path:object_id>/riwayat/<int:number>/pulihkan/",
                view(self.restore_view),
                name="news_article_restore",
            ),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """All saves of a story, newest first; any two can be compared."""
        article = self._seen(request, object_id)
        kept = article.revisions.select_related("by").defer("snapshot")
        page = Paginator(kept, PAGE).get_page(request.GET.get("p"))
        context = {"title": "Riwayat", "page": page, "article": article}
        return self._page(request, "admin/news/history.html", article, context)

    def compare_view(self, request, object_id):
        """Two saves side by side: ``?dari=3&ke=7``, or ``ke=sekarang`` for what is stored."""
        article = self._seen(request, object_id)
        old, new = self._asked(request, article)
        return self._comparison(request, article, old, new, reader_note(article))

    def _comparison(self, request, article, old, new, note):
        rows = compare(old.snapshot, new.snapshot if new else take(article))
        context = {
            "title": "Perbandingan",
            "article": article,
            "old": old,
            "new": new,
            "rows": rows,
            "may_restore": self.has_change_permission(request, article),
            "note": note,
        }
        return self._page(request, "admin/news/compare.html", article, context)

    def restore_view(self, request, object_id, number):
        """Give the story back what one save held. A released story must stay complete."""
        article = self._seen(request, object_id)
        if request.method != "POST":
            raise Http404
        with transaction.atomic():
            article = Article.objects.select_for_update().get(pk=article.pk)
            if not self.has_change_permission(request, article):
                raise PermissionDenied
            revision = article.revisions.filter(number=number).first()
            if revision is None:
                raise Http404
            if not has_seen(request.POST, article):
                self._say_stale(request, article)
                return HttpResponseRedirect(self._address("history", article))
            note = reader_note(article, request.POST)
            if note is not None and not note.is_valid():
                return self._comparison(request, article, revision, None, note)
            words = f"Dipulihkan dari versi {revision.number}."
            self.apply_snapshot(request, article, revision.snapshot, KIND.RESTORED, words, note)
        return HttpResponseRedirect(self._address("change", article))

    def apply_snapshot(
        self, request, article, snapshot, kind, words, note: ReaderNote | None = None
    ) -> bool:
        """Make the locked ``article`` what ``snapshot`` holds, record it and say ``words``.

        A valid ``note`` of a major change is shown to readers and dates the story.
        Returns False, with nothing saved and the reason said, when a released story would lose
        what publication needs.
        """
        record_origin(article)
        before, lacks = set(self.lacks(article)), []
        if note is not None and note.is_major:
            article.revised_at = timezone.now()
        with transaction.atomic():
            lost = restore(article, snapshot)
            if article.is_released:
                lacks = [lack for lack in self.lacks(article) if lack not in before]
            if lacks:
                transaction.set_rollback(True)
        if lacks:
            told = (
                f"Tidak ada yang diubah: berita yang sudah terbit akan kurang {'; '.join(lacks)}."
            )
            self.message_user(request, told, messages.ERROR)
            return False
        if note is not None:
            note.write_on(article)
        record(article, kind, request.user, words)
        self.log_change(request, article, words)
        self.message_user(request, words, messages.SUCCESS)
        if lost:
            gone = f"Yang tidak ada lagi dan karena itu dilewati: {'; '.join(lost)}."
            self.message_user(request, gone, messages.WARNING)
        return True

    def _say_stale(self, request, article):
        by = last_save(article)["by"]
        who = f" oleh {by}" if by else ""
        words = (
            f"Tidak ada yang diubah: naskah ini baru saja disimpan{who}. Lihat versi terbarunya."
        )
        self.message_user(request, words, messages.WARNING)

    # Beside the form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk:
            panel = {
                "template": "admin/news/_history_panel.html",
                "revisions": obj.revisions.select_related("by").defer("snapshot")[:SHOWN],
                "history": self._address("history", obj),
                "compare": self._since_review(request, obj),
            }
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _since_review(self, request, obj) -> dict | None:
        """For who decides on a story in review: what changed since readers or editors saw it."""
        if not self.has_publish_permission(request):
            return None
        seen = obj.revisions.defer("snapshot")
        out = seen.filter(kind__in=[KIND.PUBLISHED, KIND.SCHEDULED, KIND.MAJOR, KIND.ACCEPTED])
        last = out.first() or seen.filter(kind=KIND.RETURNED).first() or self._sent(seen)
        if last is None:
            new = standing(obj)[0] == "review"
            return {"url": "", "words": "Naskah baru: belum pernah terbit."} if new else None
        words = "Bandingkan dengan yang terakhir terbit"
        if last.kind == KIND.RETURNED:
            words = "Bandingkan dengan yang dikembalikan"
        elif last.kind == KIND.SUBMITTED:
            words = "Bandingkan dengan yang dikirim semula"
        query = f"?dari={last.number}&ke={NOW}"
        return {"url": self._address("compare", obj) + query, "words": words}

    @staticmethod
    def _sent(kept) -> Revision | None:
        """The story as it was first sent for review, if it was saved again since."""
        last, first = kept.first(), kept.filter(kind=KIND.SUBMITTED).last()
        return first if first and first.number != last.number else None

    # Asking

    def _seen(self, request, object_id) -> Article:
        """Return the story if this user may see it here. Raises Http404, PermissionDenied."""
        article = self.get_object(request, object_id) if is_row_id(object_id) else None
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    @staticmethod
    def _asked(request, article) -> tuple[Revision, Revision | None]:
        """Return the two revisions that the address names, older first; None is the present."""
        ends = [request.GET.get("dari", ""), request.GET.get("ke", "") or NOW]
        numbers = sorted(int(end) for end in ends if is_row_id(end))
        found = {row.number: row for row in article.revisions.filter(number__in=numbers)}
        wanted = [*numbers, *[end for end in ends if end == NOW]]
        if len(wanted) != 2 or not numbers or any(number not in found for number in numbers):
            raise Http404
        return found[numbers[0]], found[numbers[1]] if len(numbers) == 2 else None

    def _address(self, page: str, article) -> str:
        return reverse(f"admin:news_article_{page}", args=[article.pk])

    def _page(self, request, template, article, context):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
            "saved": moment(article.updated_at) if article else "",
            **context,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, context)
