"""Baca dari naskah: a text is read, its awards are proposed, staff correct, tick and save."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from awards.admin.reading_forms import ProposalForm, TextForm
from awards.matching import Catalogue
from awards.models import Award
from awards.proposals import CannotSave, marked, propose, save
from malangnews.core.desk.fields import is_row_id

MOST_PROPOSALS = 60
MEND = "Belum ada yang disimpan: betulkan dahulu yang ditandai."
# Rights that recording an award with all that it names needs.
NEEDED = tuple(
    f"awards.add_{name}"
    for name in ("award", "recipient", "source", "programme", "edition", "organization", "work")
)


class ReadsTexts:
    """Part of AwardAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.read_view)
        return [path("baca/", view, name="awards_award_read"), *super().get_urls()]

    def read_view(self, request):
        """Take a text (``?berita=`` takes a story's), show what it states, save what is ticked."""
        if not request.user.has_perms(NEEDED):
            raise PermissionDenied
        story = self._story(request)
        if request.method != "POST":
            return self._read_page(request, TextForm(initial=self._of_story(story)), story)
        form = TextForm(request.POST)
        if not form.is_valid():
            return self._read_page(request, form, story)
        text = form.cleaned_data["text"]
        catalogue = Catalogue()
        proposals = propose(text, catalogue)[:MOST_PROPOSALS]
        bound = "_save" in request.POST
        rows = [
            ProposalForm(request.POST if bound else None, proposal=one, catalogue=catalogue)
            for one in proposals
        ]
        if bound and self._save_ticked(request, rows, form.source, story):
            return HttpResponseRedirect(reverse("admin:awards_award_changelist") + "?milik=saya")
        return self._read_page(request, form, story, text, proposals, rows)

    # Saving

    def _save_ticked(self, request, rows: list[ProposalForm], source, story) -> bool:
        """Save all that is ticked, or nothing; say what was done. Returns whether it was."""
        ticked = [row for row in rows if row.is_ticked]
        if any(row.errors for row in ticked):
            self.message_user(request, MEND, messages.ERROR)
            return False
        known = [row.proposal.known for row in rows if row.proposal.known]
        if not ticked and not (story and known):
            words = "Tidak ada yang dicentang, jadi tidak ada yang disimpan."
            self.message_user(request, words, messages.WARNING)
            return False
        made = []
        with transaction.atomic():
            for row in ticked:
                try:
                    made.append(save(row.decision(), source, request.user))
                except CannotSave as error:
                    row.add_error(error.field, error.words)
                except ValidationError as error:
                    row.add_error(None, error)
            failed = any(row.errors for row in ticked)
            if failed:
                transaction.set_rollback(True)
        if failed:
            self.message_user(request, MEND, messages.ERROR)
            return False
        for award in made:
            self.log_addition(request, award, "Dibaca dari naskah.")
        self._tie(request, story, [*made, *known])
        words = f"{len(made)} penghargaan dicatat sebagai draf."
        if known:
            words += f" {len(known)} sudah ada di registri dan tidak dicatat lagi."
        self.message_user(request, words, messages.SUCCESS)
        return True

    def _tie(self, request, story, awards: list[Award]) -> None:
        """Link the story with its awards, if its reader may change it."""
        if story is None or not awards:
            return
        if self.admin_site._registry[type(story)].has_change_permission(request, story):
            story.awards.add(*awards)
        else:
            words = "Beritanya tidak dikaitkan: Anda tidak berhak mengubahnya."
            self.message_user(request, words, messages.WARNING)

    # The story

    def _story(self, request):
        """Return the story that the address names; None if it names none. Raises Http404."""
        key = request.GET.get("berita", "")
        if not key:
            return None
        model = Award._meta.get_field("articles").related_model
        story = model._default_manager.filter(pk=key).first() if is_row_id(key) else None
        desk = self.admin_site._registry[model]
        if story is None:
            raise Http404
        if not desk.has_view_permission(request, story):
            raise PermissionDenied
        return story

    @staticmethod
    def _of_story(story) -> dict[str, object]:
        if story is None:
            return {}
        return {
            "text": story.as_text,
            "source_title": story.title,
            "source_publisher": "malangnews",
            "source_day": story.published_at,
        }

    # The page

    def _read_page(self, request, form, story, text="", proposals=(), rows=()):
        context = {
            **self.admin_site.each_context(request),
            "title": "Baca penghargaan dari naskah",
            "opts": self.opts,
            "original": None,
            "form": form,
            "story": story,
            "rows": rows,
            "was_read": bool(text),
            "pieces": marked(text, proposals) if text else [],
            "media": self.media,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/awards/read.html", context)
