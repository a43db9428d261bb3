"""Proposals waiting for who may publish: listed, compared with what is live, decided."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone

from malangnews.news.admin.notes import reader_note
from malangnews.news.admin.versions import has_seen
from malangnews.news.models import Article, Proposal
from malangnews.news.revisions.diff import compare
from malangnews.news.revisions.record import KIND
from malangnews.news.revisions.snapshot import take

ACCEPT, DECLINE, RECALL = "_accept", "_decline", "_recall"
LENGTH, PAGE = 1000, 50
STATE = Proposal.State


def plain(text: str | None) -> str:
    """Return a note trimmed, at most LENGTH characters of it; "" for None."""
    return (text or "").strip()[:LENGTH]


class DecidesProposals:
    """Part of ArticleAdmin; builds on the pages of KeepsHistory."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("usulan/", view(self.proposals_view), name="news_article_proposals"),
            path("usulan/<int:pk>/", view(self.proposal_view), name="news_article_proposal"),
            *super().get_urls(),
        ]

    def proposals_view(self, request):
        """All that waits for who may publish; for others, their own."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = Proposal.objects.select_related("article", "by").defer("snapshot")
        decides = self.has_publish_permission(request)
        found = found.filter(state=STATE.WAITING) if decides else found.filter(by=request.user)
        title = "Usulan menunggu keputusan" if decides else "Usulan saya"
        page = Paginator(found, PAGE).get_page(request.GET.get("p"))
        context = {"title": title, "page": page, "decides": decides}
        return self._page(request, "admin/news/proposals.html", None, context)

    def proposal_view(self, request, pk):
        """One proposal compared with what is stored now, and the buttons that decide it."""
        proposal = Proposal.objects.select_related("article", "by", "decided_by").filter(pk=pk)
        proposal = proposal.first()
        if proposal is None:
            raise Http404
        decides = self._decides(request, proposal.article)
        own = proposal.by_id == request.user.pk and self.has_view_permission(request)
        if not decides and not own:
            raise PermissionDenied
        if request.method == "POST":
            return self._decide(request, proposal)
        return self._proposal_page(request, proposal, reader_note(proposal.article))

    def _proposal_page(self, request, proposal, note):
        article = proposal.article
        decides = self._decides(request, article)
        waits = proposal.state == STATE.WAITING
        context = {
            "title": "Usulan perubahan",
            "proposal": proposal,
            "waits": waits,
            "rows": compare(take(article), proposal.snapshot) if waits else [],
            "moved_on": waits and proposal.base_version != article.version,
            "may_decide": waits and decides,
            "may_recall": waits and proposal.by_id == request.user.pk,
            "note": note,
            "reply": request.POST.get("reply", ""),
        }
        return self._page(request, "admin/news/proposal.html", article, context)

    def _decides(self, request, article) -> bool:
        return self.has_publish_permission(request) and self.has_change_permission(request, article)

    @transaction.atomic
    def _decide(self, request, proposal):
        """Do what the pressed button says, on rows that are locked."""
        article = Article.objects.select_for_update().get(pk=proposal.article_id)
        proposal = Proposal.objects.select_for_update().get(pk=proposal.pk)
        here = HttpResponseRedirect(reverse("admin:news_article_proposal", args=[proposal.pk]))
        if proposal.state != STATE.WAITING:
            self.message_user(request, "Usulan ini sudah diputuskan.", messages.WARNING)
            return here
        if RECALL in request.POST:
            if proposal.by_id != request.user.pk:
                raise PermissionDenied
            return self._close(request, proposal, STATE.RECALLED, "Usulan ditarik.")
        if not self._decides(request, article):
            raise PermissionDenied
        if DECLINE in request.POST:
            if not plain(request.POST.get("reply")):
                words = "Tulis dahulu jawaban untuk pengusul: mengapa usulannya ditolak."
                self.message_user(request, words, messages.ERROR)
                return here
            return self._close(request, proposal, STATE.DECLINED, "Usulan ditolak.")
        if ACCEPT not in request.POST:
            return here
        if not has_seen(request.POST, article):
            self._say_stale(request, article)
            return here
        note = reader_note(article, request.POST)
        if note is not None and not note.is_valid():
            return self._proposal_page(request, proposal, note)
        words = f"Usulan {proposal.by or 'seorang penulis'} diterima."
        snapshot = proposal.snapshot
        if not self.apply_snapshot(request, article, snapshot, KIND.ACCEPTED, words, note):
            return here
        return self._close(request, proposal, STATE.ACCEPTED, "")

    def _close(self, request, proposal, state, words: str):
        proposal.state = state
        proposal.decided_by = request.user
        proposal.decided_at = timezone.now()
        proposal.reply = plain(request.POST.get("reply"))
        proposal.save(update_fields=["state", "decided_by", "decided_at", "reply"])
        if words:
            self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", proposal.article))
