"""The vitality of every group at the desk: a table, the same as CSV, who may be dormant."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from kim.models import Kecamatan, Kim, KimActivity
from kim.vitality import MIX_MONTHS, QUIET_MONTHS, SOON, Vitality, vitalities
from kim.vitality_order import VIEWS, read_asked
from malangnews.core.csv_file import Cell, Day, csv_lines
from malangnews.core.desk.front import DeskList
from malangnews.core.desk.queues import SHOWN

CSV_COLUMNS = (
    "kim",
    "kelurahan",
    "kecamatan",
    "keadaan",
    "keadaan_sejak",
    "jejak_terakhir",
    "jenis_jejak",
    "hari_tanpa_jejak",
    *(f"kegiatan_{kind.label.lower().replace(' ', '_')}" for kind in KimActivity.Kind),
    "masa_bakti_sampai",
    "masa_bakti",
    "tanggal_sk",
    "nomor_sk",
    "umur_sk_bulan",
    "diusulkan_vakum",
)


class ShowsVitality:
    """Part of KimAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("vitalitas/", view(self.vitality_view), name="kim_kim_vitality"),
            path("vitalitas.csv", view(self.vitality_csv_view), name="kim_kim_vitality_csv"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        extra = extra_context or {}
        tool = {"url": reverse("admin:kim_kim_vitality"), "label": "Vitalitas"}
        tools = [*extra.get("desk_tools", []), tool]
        return super().changelist_view(request, {**extra, "desk_tools": tools})

    def may_decide(self, request: HttpRequest, kim: Kim | None = None) -> bool:
        """True for who may change this group (None: any) and record its milestones."""
        may_record = request.user.has_perm("kim.add_kimmilestone")
        return may_record and self.has_change_permission(request, kim)

    @method_decorator(require_safe)
    def vitality_view(self, request):
        """Every group with its last sign of life, its work, its term and its decree."""
        asked, rows = self._vitalities(request)
        context = {
            "title": "Vitalitas KIM",
            "asked": asked,
            "rows": asked.chosen(rows),
            "counts": [
                {
                    "label": words,
                    "count": sum(question(row) for row in rows),
                    "query": asked.query(view=key),
                    "selected": key == asked.view,
                }
                for key, (words, question) in VIEWS.items()
            ],
            "headings": asked.headings(),
            "kecamatan": Kecamatan.objects.order_by("name"),
            "csv": reverse("admin:kim_kim_vitality_csv") + asked.query(),
            "quiet_months": QUIET_MONTHS,
            "mix_months": MIX_MONTHS,
            "soon": SOON,
        }
        return self.desk_page(request, "admin/kim/vitality.html", context)

    @method_decorator(require_safe)
    def vitality_csv_view(self, request):
        """The table as it stands on the page."""
        asked, rows = self._vitalities(request)
        lines = csv_lines(CSV_COLUMNS, (_cells(row) for row in asked.chosen(rows)))
        answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="vitalitas-kim.csv"'
        return answer

    def _vitalities(self, request):
        """Return what is asked and all groups; PermissionDenied for others."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        slugs = set(Kecamatan.objects.values_list("slug", flat=True))
        return read_asked(request.GET, slugs), vitalities(Kim.objects.all())

    def desk_lists(self, request) -> list[DeskList]:
        """Active groups without a sign of life for a year, for those who may say what is true."""
        others = getattr(super(), "desk_lists", None)
        lists = others(request) if others else []
        if not self.may_decide(request):
            return lists
        quiet = [row for row in vitalities(Kim.objects.all()) if row.is_proposed]
        quiet.sort(key=lambda row: row.quiet_days or 0, reverse=True)
        rows = [
            {
                "kind": f"Kelurahan {row.kim.kelurahan}",
                "title": row.kim.name,
                "url": reverse("admin:kim_kim_decide", args=[row.kim.pk]),
                "moment": f"jejak terakhir {row.last.date}" if row.last else "tanpa jejak",
            }
            for row in quiet[:SHOWN]
        ]
        address = reverse("admin:kim_kim_vitality") + "?tampil=usul"
        counts = [{"label": "KIM", "count": len(quiet), "url": address}] if quiet else []
        empty = f"Semua KIM aktif meninggalkan jejak dalam {QUIET_MONTHS} bulan terakhir."
        return [*lists, DeskList("KIM yang mungkin vakum", empty, counts, rows)]


def _cells(row: Vitality) -> list[Cell]:
    kim, last, since, decree = row.kim, row.last, row.standing.since, row.decree
    return [
        kim.name,
        kim.kelurahan.name,
        kim.kelurahan.kecamatan.name,
        row.state_label,
        Day(since.happened_on, since.happened_on_precision) if since else None,
        Day(last.day, last.precision) if last else None,
        last.label if last else None,
        row.quiet_days,
        *(kind["count"] for kind in row.kinds),
        row.term_until.isoformat() if row.term_until else None,
        row.term_words,
        Day(decree.happened_on, decree.happened_on_precision) if decree else None,
        decree.document_number if decree else None,
        row.decree_months,
        "ya" if row.is_proposed else "tidak",
    ]
