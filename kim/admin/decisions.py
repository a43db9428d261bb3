"""One group's evidence at the desk, and the decision of a person upon it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from kim.admin.decision_form import DecisionForm
from kim.admin.vitality import ShowsVitality
from kim.decisions import Outdated, choices, decide, fingerprint
from kim.models import Kim
from kim.signs import stories_of
from kim.vitality import QUIET_MONTHS, Vitality, vitalities
from malangnews.core.dates import format_date
from malangnews.core.desk.fields import is_row_id

LATEST = 5
OUTDATED = (
    "Sementara Anda menimbang, tonggak KIM ini berubah. Belum ada yang dicatat; isian Anda masih "
    "di bawah. Periksa lagi keadaannya, lalu catat bila masih perlu."
)


class DecidesVitality(ShowsVitality):
    """Part of KimAdmin: the page that a row of the table of vitality leads to."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.decide_view)
        return [path("<int:pk>/vitalitas/", view, name="kim_kim_decide"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk:
            address = reverse("admin:kim_kim_decide", args=[obj.pk])
            panel = {"template": "admin/kim/_vitality_panel.html", "url": address}
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def decide_view(self, request, pk):
        """What shows a group alive; by POST, what a person says of it."""
        if not is_row_id(pk):
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = next(iter(vitalities(Kim.objects.filter(pk=pk))), None)
        if row is None:
            raise Http404
        may = choices(row.kim.state) if self.may_decide(request, row.kim) else ()
        if request.method == "POST":
            return self._decide(request, row, may)
        form = DecisionForm(vitality=row, choices=may, initial=_initial(row)) if may else None
        return self._show_decision(request, row, form)

    def _decide(self, request, row: Vitality, may) -> HttpResponse:
        if not self.may_decide(request, row.kim):
            raise PermissionDenied
        if self._is_repeated(request, row):
            self.message_user(request, "Keputusan itu sudah tercatat.", messages.INFO)
            return self._back(row)
        form = DecisionForm(request.POST, vitality=row, choices=may)
        if not may or request.POST.get("seen") != fingerprint(row.kim):
            return self._outdated(request, row, form)
        if not form.is_valid():
            return self._show_decision(request, row, form)
        try:
            milestone = decide(form.save(commit=False), form.cleaned_data["seen"])
        except Outdated:
            fresh = vitalities(Kim.objects.filter(pk=row.kim.pk))[0]
            return self._outdated(request, fresh, form)
        day = format_date(milestone.happened_on, milestone.happened_on_precision)
        words = f"Mencatat tonggak “{milestone.get_kind_display()}” per {day}"
        self.log_change(request, row.kim, f"{words}: {milestone.note}" if milestone.note else words)
        done = f"Tercatat: {row.kim}, {milestone.get_kind_display().lower()} per {day}."
        self.message_user(request, done, messages.SUCCESS)
        return self._back(row)

    @staticmethod
    def _is_repeated(request, row: Vitality) -> bool:
        """True when this form was sent twice: the milestone that it makes is the last on record."""
        last = row.kim.milestones.order_by("-pk").first()
        if last is None or request.POST.get("seen") == fingerprint(row.kim):
            return False
        names = ("kind", "source_name", "source_url", "document_number", "note")
        same = all(request.POST.get(name, "").strip() == getattr(last, name) for name in names)
        return same and request.POST.get("happened_on_precision") == last.happened_on_precision

    def _outdated(self, request, row: Vitality, form: DecisionForm) -> HttpResponse:
        """Show what she typed beside how the group stands now."""
        may = choices(row.kim.state)
        typed = {name: form.data.get(name, "") for name in form.fields}
        typed["seen"] = fingerprint(row.kim)
        again = DecisionForm(vitality=row, choices=may, initial=typed) if may else None
        self.message_user(request, OUTDATED, messages.WARNING)
        return self._show_decision(request, row, again, status=409)

    def _show_decision(
        self, request: HttpRequest, row: Vitality, form: DecisionForm | None, status: int = 200
    ) -> TemplateResponse:
        kim = row.kim
        told = (
            stories_of(kim).order_by("-published_at", "-pk").only("title", "published_at", "slug")
        )
        context = {
            "original": kim,
            "title": f"Vitalitas {kim}",
            "row": row,
            "form": form,
            "choices": choices(kim.state),
            "quiet_months": QUIET_MONTHS,
            "stories": told[:LATEST],
            "activities": kim.activities.newest_first()[:LATEST],
            "awards": kim.awards.published()
            .newest_first()
            .select_related("edition__programme")[:LATEST],
            "milestones": kim.milestones.in_order(),
            "vitality_url": reverse("admin:kim_kim_vitality"),
        }
        return self.desk_page(request, "admin/kim/vitality_kim.html", context, status)

    @staticmethod
    def _back(row: Vitality) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:kim_kim_decide", args=[row.kim.pk]))


def _initial(row: Vitality) -> dict[str, object]:
    return {"seen": fingerprint(row.kim), "happened_on": row.today}
