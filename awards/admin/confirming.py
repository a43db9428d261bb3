"""Four eyes: who wrote a record's facts does not let it out; somebody else checks it first."""

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from awards.models import Award
from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.front import DeskList, changelist
from malangnews.core.desk.queues import SHOWN, moment

# Fields whose change says nothing new about the award.
NO_FACTS = frozenset({"slug", "published_at"})
SEEN = "seen"
OWN = (
    "Anda yang terakhir mengubah isinya, jadi orang lain yang memeriksanya. "
    "Kirim untuk ditinjau, lalu minta rekan memeriksa dan menerbitkannya."
)


def write_down(user, *awards: Award) -> None:
    """Remember that ``user`` changed the facts of these rows: somebody else confirms them."""
    keys = [award.pk for award in awards]
    Award.objects.filter(pk__in=keys).update(recorded_by=user, confirmed_by=None, confirmed_at=None)
    for award in awards:
        award.recorded_by, award.confirmed_by, award.confirmed_at = user, None, None


class ConfirmationFilter(admin.SimpleListFilter):
    title = "pemeriksaan kedua"
    parameter_name = "periksa"

    def lookups(self, request, model_admin):
        return [("menunggu", "Terbit, menunggu diperiksa lagi"), ("sanggah", "Disanggah")]

    def queryset(self, request, queryset):
        if self.value() == "menunggu":
            return queryset.published().unconfirmed()
        if self.value() == "sanggah":
            return queryset.exclude(dispute="")
        return queryset


class FourEyes:
    """Part of AwardAdmin."""

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), ConfirmationFilter]

    # Remembering

    def save_model(self, request, obj, form, change):
        request.desk_facts = not change or bool(set(form.changed_data) - NO_FACTS)
        super().save_model(request, obj, form, change)

    def finish(self, request, obj, formsets):
        super().finish(request, obj, formsets)
        if request.desk_facts or any(formset.has_changed() for formset in formsets):
            write_down(request.user, obj)

    @transaction.atomic
    def publish_one(self, request, obj) -> bool:
        """Publish and confirm. Raises ValidationError for who wrote the facts herself."""
        row = Award.objects.select_for_update().get(pk=obj.pk)
        if row.was_written_by(request.user):
            raise ValidationError(OWN)
        moved = super().publish_one(request, obj)
        if moved:
            self._confirm(request, row)
        return moved

    @staticmethod
    def _confirm(request, award):
        Award.objects.filter(pk=award.pk).update(
            confirmed_by=request.user, confirmed_at=timezone.now()
        )

    # The page to check on

    def get_urls(self):
        view = self.admin_site.admin_view(self.confirm_view)
        own = path("<path:object_id>/periksa/", view, name="awards_award_confirm")
        return [own, *super().get_urls()]

    def confirm_view(self, request, object_id):
        """The facts beside their sources, and the button of who found them right."""
        award = self.get_object(request, object_id) if is_row_id(object_id) else None
        if award is None:
            raise Http404
        if not self.has_publish_permission(request) or not self.has_view_permission(request, award):
            raise PermissionDenied
        if request.method == "POST":
            return self._take_word(request, award)
        kind = ContentType.objects.get_for_model(Award)
        log = LogEntry.objects.filter(content_type=kind, object_id=str(award.pk))
        context = {
            **self.admin_site.each_context(request),
            "title": "Periksa catatan",
            "opts": self.opts,
            "original": award,
            "award": award,
            "sources": award.sources.all(),
            "conferred": award.conferred,
            "lacks": self.lacks(award),
            "own": award.was_written_by(request.user),
            "waits": not award.is_released or award.awaits_confirmation,
            "seen": award.updated_at.isoformat(),
            "changes": log.select_related("user").order_by("-action_time")[:SHOWN],
            "confirmed": moment(award.confirmed_at),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/awards/confirm.html", context)

    @transaction.atomic
    def _take_word(self, request, award):
        here = HttpResponseRedirect(reverse("admin:awards_award_confirm", args=[award.pk]))
        row = Award.objects.select_for_update().get(pk=award.pk)
        if request.POST.get(SEEN) != row.updated_at.isoformat():
            words = "Catatan ini berubah sejak halaman dibuka. Periksa lagi isinya yang sekarang."
            self.message_user(request, words, messages.WARNING)
            return here
        if row.was_written_by(request.user):
            self.message_user(request, OWN, messages.ERROR)
            return here
        if row.is_released:
            self._confirm(request, row)
            self.log_change(request, row, "Diperiksa dan benar.")
            self.message_user(request, "Tercatat: sudah diperiksa dan benar.", messages.SUCCESS)
        else:
            self.publish_rows(request, Award.objects.filter(pk=row.pk))
        return HttpResponseRedirect(reverse("admin:awards_award_change", args=[row.pk]))

    # Beside the form, and on the first screen

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk:
            panel = {
                "template": "admin/awards/_confirmation.html",
                "award": obj,
                "own": obj.was_written_by(request.user),
                "confirmed": moment(obj.confirmed_at),
                "may_check": self.has_publish_permission(request),
            }
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def desk_lists(self, request) -> list[DeskList]:
        """What is public and was changed since somebody else looked at it."""
        if not self.has_publish_permission(request):
            return []
        waiting = Award.objects.published().unconfirmed()
        rows = [
            {
                "kind": "penghargaan",
                "title": str(award),
                "url": reverse("admin:awards_award_confirm", args=[award.pk]),
                "when": award.updated_at,
                "moment": moment(award.updated_at),
            }
            for award in waiting.for_card().order_by("updated_at")[:SHOWN]
        ]
        number = waiting.count()
        address = changelist(Award, "?periksa=menunggu")
        counts = [{"label": "penghargaan", "count": number, "url": address}] if number else []
        empty = "Tidak ada. Penghargaan terbit yang faktanya diubah diperiksa orang kedua di sini."
        return [DeskList("Menunggu pemeriksaan kedua", empty, counts, rows)]
