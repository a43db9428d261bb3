"""Changes to a released story, proposed by those who may not publish.

The form of a proposal is the story's own; it is rehearsed, and what it would give is stored.
Deciding stands in decisions.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone

from malangnews.core.desk.rehearsal import form_data, posted
from malangnews.news.admin.copies import KEY, OPENED, as_number
from malangnews.news.admin.decisions import DecidesProposals, plain
from malangnews.news.admin.versions import VERSION
from malangnews.news.models import Article, Proposal
from malangnews.news.revisions.diff import compare
from malangnews.news.revisions.snapshot import take

NOTE = "proposal_note"
#: In the snapshot of a proposal: the fields of its form, to go on writing with.
FORM = "form"
#: What readers were promised: neither proposed nor restored.
PROMISES = ("slug", "published_at", "published_until")
# Buttons that save; a proposal has none of them.
SAVING = ("show_save", "show_save_and_continue", "show_save_and_add_another", "show_delete")


class TakesProposals(DecidesProposals):
    """Part of ArticleAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.propose_view)
        own = path("<path:object_id>/usulan/", view, name="news_article_propose")
        return [own, *super().get_urls()]

    # Who may

    def may_propose(self, request, article: Article) -> bool:
        """True for who writes stories but may not change this one, because it is released."""
        return (
            article.is_released
            and request.user.has_perm("news.change_article")
            and not self.has_publish_permission(request)
            and self.has_view_permission(request, article)
        )

    def has_change_permission(self, request, obj=None):
        """The form of a proposal is open to its writer; nothing else is, and it saves nothing."""
        proposing = getattr(request, "desk_proposing", None)
        if proposing is not None and getattr(obj, "pk", None) == proposing:
            return True
        return super().has_change_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if not hasattr(request, "desk_proposing"):
            return fields
        return [*fields, *[name for name in PROMISES if name not in fields]]

    def _asks_for_note(self, request, obj) -> bool:
        return not hasattr(request, "desk_proposing") and super()._asks_for_note(request, obj)

    # The form

    def propose_view(self, request, object_id):
        """The story's form, to propose changes with. What the public sees stays as it is."""
        article = self._seen(request, object_id)
        if not self.may_propose(request, article):
            if not self.has_change_permission(request, article):
                raise PermissionDenied
            return HttpResponseRedirect(self._address("change", article))
        request.desk_proposing = article.pk
        waiting = article.proposals.filter(by=request.user, state=Proposal.State.WAITING).first()
        if request.method == "POST":
            return self._take(request, object_id, article)
        if waiting is not None and FORM in waiting.snapshot and not request.GET:
            data = {**waiting.snapshot[FORM], VERSION: [str(waiting.base_version)]}
            return self.show_form(request, object_id, posted(data), {})
        return self._changeform_view(request, object_id, "", None)

    def _take(self, request, object_id, article):
        """Store what the form would give, in place of one that still waits."""
        snapshot, form = self.rehearse(request, object_id, request.POST, take)
        if form is not None:
            return form
        if not compare(take(article), snapshot):
            words = "Tidak ada yang berubah dari yang tayang, jadi tidak ada yang dikirim."
            self.message_user(request, words, messages.WARNING)
            return self.show_form(request, object_id, request.POST, {})
        data = form_data(request.POST)
        left = {KEY, OPENED, VERSION}
        kept = {name: values for name, values in data.items() if name not in left}
        fields = {
            "snapshot": {**snapshot, FORM: kept},
            "base_version": as_number(request.POST.get(VERSION)) or article.version,
            "note": plain(request.POST.get(NOTE)),
            "at": timezone.now(),
        }
        with transaction.atomic():
            Article.objects.select_for_update().get(pk=article.pk)
            Proposal.objects.update_or_create(
                article=article, by=request.user, state=Proposal.State.WAITING, defaults=fields
            )
            self.close_copy(request, article)
        words = "Usulan terkirim. Yang tayang tidak berubah sampai penyunting menerimanya."
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", article))

    # Beside the form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and obj.is_released:
            if hasattr(request, "desk_proposing"):
                context.update(dict.fromkeys(SAVING, False), title="Usulkan perubahan")
                panel = {"template": "admin/news/_propose_panel.html"}
                panel["note"] = request.POST.get(NOTE, "")
            else:
                panel = self._proposal_panel(request, obj)
            context.setdefault("desk_panels", []).insert(0, panel)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _proposal_panel(self, request, obj) -> dict:
        """What waits for who decides; what became of her own for who proposes."""
        found = obj.proposals.select_related("by").defer("snapshot")
        may_propose = self.may_propose(request, obj)
        if self.has_publish_permission(request):
            found = found.filter(state=Proposal.State.WAITING)
        else:
            found = found.filter(by=request.user)[:1]
        return {
            "template": "admin/news/_proposal_panel.html",
            "proposals": found,
            "propose": reverse("admin:news_article_propose", args=[obj.pk]) if may_propose else "",
        }
