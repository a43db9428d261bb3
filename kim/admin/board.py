"""The coverage board at the desk: a table, the atlas coloured by it, the same as CSV."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from kim.board import LONG, Board, Row, board, first_day, last_stories
from kim.board_order import Asked, read_asked
from kim.measures import MEASURES, board_atlas, legend
from kim.models import Kecamatan, Kelurahan, Kim, Potential
from kim.story_pages import story_model
from malangnews.core.csv_file import Cell, csv_lines
from malangnews.core.dates import format_date
from malangnews.core.desk.front import DeskList, changelist
from malangnews.core.desk.queues import SHOWN
from malangnews.core.desk.rights import permission
from malangnews.core.quarters import quarters

CSV_COLUMNS = (
    "kode",
    "kelurahan",
    "kecamatan",
    "triwulan",
    "berita_triwulan",
    "berita_terakhir",
    "hari_sejak_berita_terakhir",
    "potensi",
    "potensi_belum_diangkat",
    "nama_potensi_belum_diangkat",
    "penghargaan",
    "episode_umkm",
    "keadaan_kim",
    "kim",
)


class ShowsBoard:
    """Part of KelurahanAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("liputan/", view(self.board_view), name="kim_kelurahan_board"),
            path("liputan.csv", view(self.board_csv_view), name="kim_kelurahan_board_csv"),
            *super().get_urls(),
        ]

    def may_see_board(self, request: HttpRequest) -> bool:
        """True for those who may see kelurahan and stories."""
        may_view = request.user.has_perm(permission("view", story_model()))
        return self.has_view_permission(request) and may_view

    def changelist_view(self, request, extra_context=None):
        tools = []
        if self.may_see_board(request):
            address = reverse("admin:kim_kelurahan_board")
            tools.append({"url": address, "label": "Papan liputan"})
        return super().changelist_view(request, {"desk_tools": tools, **(extra_context or {})})

    @method_decorator(require_safe)
    def board_view(self, request):
        """The board of a quarter: totals, atlas and table."""
        asked, found = self._asked(request)
        shown = found.of_kecamatan(asked.kecamatan)
        now = asked.quarter
        choices = quarters(first_day(), found.today)
        context = {
            "title": "Papan liputan",
            "asked": asked,
            "board": shown,
            "long": LONG,
            "total": shown.total,
            "rows": [_links(row, found) for row in asked.sorted(shown.rows)],
            "headings": asked.headings(),
            "quarters": choices if now in choices else [*choices, now],
            "kecamatan": Kecamatan.objects.order_by("name"),
            "measures": MEASURES.values(),
            "atlas": board_atlas(shown, asked.measure),
            "legend": legend(shown, asked.measure),
            "csv": reverse("admin:kim_kelurahan_board_csv") + asked.query(),
            "may_write": request.user.has_perm(permission("add", story_model())),
        }
        return self.desk_page(request, "admin/kim/board.html", context)

    @method_decorator(require_safe)
    def board_csv_view(self, request):
        """The table as it stands on the page: the same quarter, kecamatan and order."""
        asked, found = self._asked(request)
        rows = asked.sorted(found.of_kecamatan(asked.kecamatan).rows)
        lines = csv_lines(CSV_COLUMNS, (_cells(row, asked) for row in rows))
        answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        name = f"papan-liputan-{asked.quarter.key}.csv"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    def _asked(self, request) -> tuple[Asked, Board]:
        """Return what is asked and the board of that quarter; PermissionDenied for others."""
        if not self.may_see_board(request):
            raise PermissionDenied
        today = timezone.localdate()
        slugs = set(Kecamatan.objects.values_list("slug", flat=True))
        asked = read_asked(request.GET, today, slugs)
        return asked, board(asked.quarter, today)

    def desk_lists(self, request) -> list[DeskList]:
        """Kelurahan without a story for a quarter of a year, the longest first."""
        if not self.may_see_board(request):
            return []
        today, last = timezone.localdate(), last_stories()
        places = Kelurahan.objects.select_related("kecamatan").order_by("name")
        silent = [place for place in places if _days(last.get(place.pk), today) >= LONG]
        silent.sort(key=lambda place: _days(last.get(place.pk), today), reverse=True)
        address = reverse("admin:kim_kelurahan_board")
        rows = [
            {
                "kind": f"Kecamatan {place.kecamatan}",
                "title": place.name,
                "url": f"{address}#kelurahan-{place.slug}",
                "moment": _since(last.get(place.pk), today),
            }
            for place in silent[:SHOWN]
        ]
        counts = [{"label": "kelurahan", "count": len(silent), "url": address}] if silent else []
        empty = f"Semua kelurahan diberitakan dalam {LONG} hari terakhir."
        return [DeskList("Kelurahan lama tak diberitakan", empty, counts, rows)]


def _days(last, today) -> float:
    return (today - last).days if last else float("inf")


def _since(last, today) -> str:
    if last is None:
        return "belum pernah diberitakan"
    return f"{(today - last).days} hari, terakhir {format_date(last)}"


def _links(row: Row, found: Board) -> dict:
    """Return a row with the addresses of what its numbers counted."""
    story = story_model()
    told = f"?antrean=terbit&wilayah={row.key}"
    episodes = f"{told}&rubric__id__exact={found.rubric.pk}" if found.rubric else ""
    return {
        "row": row,
        "stories": changelist(story, f"{told}&triwulan={found.quarter.key}"),
        "all_stories": changelist(story, told),
        "episodes": changelist(story, episodes) if episodes else "",
        "potentials": changelist(Potential, f"?antrean=terbit&kelurahan__id__exact={row.key}"),
        "awards": f"{reverse('awards:award_list')}?kelurahan={row.tile.slug}",
        "kims": changelist(Kim, f"?kelurahan__id__exact={row.key}"),
        "write": changelist(story, f"add/?kelurahan={row.key}"),
    }


def _cells(row: Row, asked: Asked) -> list[Cell]:
    tile = row.tile
    return [
        tile.code,
        tile.name,
        tile.kecamatan,
        str(asked.quarter),
        len(row.stories),
        row.last.isoformat() if row.last else None,
        row.days,
        row.potentials,
        len(row.uncovered),
        [potential.name for potential in row.uncovered],
        len(row.awards),
        len(row.episodes),
        tile.state_label,
        tile.kim_names,
    ]
