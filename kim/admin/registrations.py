"""Where each group stands on its way, at the desk: the list, the first screen, the form."""

from itertools import islice

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils import timezone

from kim.models import Kim
from kim.registration import STEPS, Progress, is_under_way, progress
from malangnews.core.desk.front import DeskList
from malangnews.core.desk.queues import SHOWN


class ListsRegistrations:
    """Part of KimAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.registrations_view)
        return [path("pendaftaran/", view, name="kim_kim_registrations"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """The list of KIM leads to the guide."""
        extra = extra_context or {}
        tools = [{"url": reverse("admin:kim_kim_registrations"), "label": "Pendaftaran"}]
        if self.may_register(request):
            tools.insert(0, {"url": reverse("admin:kim_kim_register"), "label": "Daftarkan KIM"})
        tools = [*extra.get("desk_tools", []), *tools]
        return super().changelist_view(request, {**extra, "desk_tools": tools})

    def registrations_view(self, request):
        """All groups whose way is not at its end, and the step that comes next."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        forming, formed = self._on_their_way()
        for row in (*forming, *formed):
            row["may_go_on"] = self.may_register(request, row["kim"])
        context = {
            "title": "Pendaftaran KIM",
            "original": None,
            "shelves": [
                ("Sedang dibentuk", "Tidak ada.", forming),
                ("Sudah terbentuk, langkahnya belum lengkap", "Tidak ada.", formed),
            ],
            "steps": STEPS,
            "may_register": self.may_register(request),
        }
        return self.desk_page(request, "admin/kim/registrations.html", context)

    @staticmethod
    def _on_their_way() -> tuple[list[dict], list[dict]]:
        today = timezone.localdate()
        groups = (
            Kim.objects.with_state()
            .select_related("kelurahan__kecamatan")
            .prefetch_related("milestones")
            .order_by("name")
        )
        forming, formed = [], []
        for kim in groups:
            way = progress(kim.milestones.all(), today)
            if kim.state == Kim.State.DISSOLVED or way.next is None:
                continue
            (forming if is_under_way(kim.state) else formed).append({"kim": kim, "way": way})
        return forming, formed

    def desk_lists(self, request) -> list[DeskList]:
        """Groups on their way, those not formed yet first."""
        others = getattr(super(), "desk_lists", None)
        lists = others(request) if others else []
        if not request.user.has_perm("kim.add_kimmilestone"):
            return lists
        forming, formed = self._on_their_way()
        address = reverse("admin:kim_kim_registrations")
        counts = [
            {"label": label, "count": len(rows), "url": address}
            for label, rows in (("sedang dibentuk", forming), ("belum lengkap", formed))
            if rows
        ]
        mine = (row for row in (*forming, *formed) if self.may_register(request, row["kim"]))
        rows = [self._front_row(**row) for row in islice(mine, SHOWN)]
        return [*lists, DeskList("Pendaftaran KIM", "Tidak ada yang tertunda.", counts, rows)]

    @staticmethod
    def _front_row(kim: Kim, way: Progress) -> dict[str, str]:
        return {
            "kind": f"Kelurahan {kim.kelurahan}",
            "title": str(kim),
            "url": reverse("admin:kim_kim_continue", args=[kim.pk]),
            "moment": f"berikutnya: {way.words}",
        }

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and self.may_register(request, obj):
            way: Progress = progress(obj.milestones.all(), timezone.localdate())
            panel = {"template": "admin/kim/_registration_panel.html", "kim": obj, "progress": way}
            context.setdefault("desk_panels", []).append(panel)
        if add and self.may_register(request):
            notice = {"template": "admin/kim/_registration_notice.html"}
            context.setdefault("desk_notices", []).append(notice)
        return super().render_change_form(request, context, add, change, form_url, obj)
